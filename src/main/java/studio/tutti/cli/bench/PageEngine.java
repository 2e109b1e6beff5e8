package studio.tutti.cli.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.engine.Score;
import studio.tutti.library.Instruments;
import tools.jackson.databind.JsonNode;

/**
 * The page's build of the engine in a worker of headless Chromium, which has a clock where the audio worklet has none: the same song, and
 * the same held voices without and with inserts. Times are by the wall, since a browser tells no others.
 */
final class PageEngine {

    private final Score song;
    private final Instruments instruments;

    PageEngine(Score song, Instruments instruments) {
        this.song = song;
        this.instruments = instruments;
    }

    /** Measures one build, {@code wasm} or {@code js}, and adds its figures. */
    void measure(String build, Figures figures) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        try (DevTools page = DevTools.start()) {
            page.call("Page.navigate", Map.of("url", "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
            while (!page.evaluate("location.protocol === 'http:' && document.readyState === 'complete'").asBoolean()) {
                Thread.sleep(20);
            }
            JsonNode told = page.evaluate("""
                    new Promise((resolve, reject) => {
                      const worker = new Worker('/worker.js#%s', { type: 'module' });
                      worker.onmessage = ({ data }) => resolve(data);
                      worker.onerror = ({ message }) => reject(new Error(message));
                    })""".formatted(build));
            for (var figure : told.properties()) {
                figures.add(build + "_" + figure.getKey(), figure.getValue().asDouble());
            }
            garbage(page, build, figures);
        } finally {
            server.stop(0);
        }
    }

    /**
     * What a block allocates, by the heap of V8, in which objects of WebAssembly GC lie as well; in the page itself, since only that tells. For
     * comparison, what asking for the peaks allocates, which makes one array.
     */
    private static void garbage(DevTools page, String build, Figures figures) {
        page.evaluate("import('/garbage.js').then(garbage => garbage.prepare('%s')).then(made => { globalThis.made = made; })".formatted(build));
        double[] bytes = new double[3];
        String[] calls = {"made.nothing(2000)", "made.blocks(2000)", "made.arrays(2000)"};
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < calls.length; i++) {
                page.call("HeapProfiler.collectGarbage", Map.of());
                double before = page.call("Runtime.getHeapUsage", Map.of()).get("usedSize").asDouble();
                page.evaluate(calls[i]);
                bytes[i] = page.call("Runtime.getHeapUsage", Map.of()).get("usedSize").asDouble() - before;
            }
        }
        figures.add(build + "_bytes_a_block", (bytes[1] - bytes[0]) / 2000).add(build + "_bytes_of_peaks", (bytes[2] - bytes[0]) / 2000);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = body(path);
        var headers = exchange.getResponseHeaders();
        // A page isolated so gets a clock of 5 µs instead of 100.
        headers.add("Cross-Origin-Opener-Policy", "same-origin");
        headers.add("Cross-Origin-Embedder-Policy", "require-corp");
        headers.add("Content-Type", path.endsWith(".js") ? "text/javascript" : path.equals("/") ? "text/html" : "application/octet-stream");
        exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
        if (body != null) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private byte[] body(String path) throws IOException {
        return switch (path) {
            case "/" -> "<!doctype html>".getBytes(StandardCharsets.UTF_8);
            case "/worker.js" -> Scripts.read("engine-worker.js").getBytes(StandardCharsets.UTF_8);
            case "/song" -> bytes(song);
            case "/garbage.js" -> Scripts.read("engine-garbage.js").getBytes(StandardCharsets.UTF_8);
            case "/taking.js" -> Scripts.read("engine-taking.js").getBytes(StandardCharsets.UTF_8);
            case "/held" -> bytes(HeldVoices.score(song.rate(), false));
            case "/inserts" -> bytes(HeldVoices.score(song.rate(), true));
            default -> path.startsWith("/tool/") ? bytes(HeldVoices.score(song.rate(), Objects.requireNonNull(EffectType.of(path.substring("/tool/".length())))))
                    : path.startsWith("/preset/")
                    ? preset(Integer.parseInt(path.substring("/preset/".length())))
                    : resource("/META-INF/resources" + path);
        };
    }

    private byte[] preset(int address) throws IOException {
        return instruments.sound(address / 128, address % 128).packed();
    }

    private static byte[] bytes(Score score) {
        int[] numbers = score.packed();
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(numbers);
        return bytes.array();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PageEngine.class.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        }
    }
}
