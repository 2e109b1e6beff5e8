package studio.tutti.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page of a headless Chromium, told what to do over the DevTools protocol. */
final class DevTools implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process browser;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

    private DevTools(Process browser, Path profile, int port) throws IOException, InterruptedException {
        this.browser = browser;
        this.profile = profile;
        // The browser must not outlive a measurement that is broken off.
        Runtime.getRuntime().addShutdownHook(new Thread(browser::destroyForcibly));
        HttpClient http = HttpClient.newHttpClient();
        socket = http.newWebSocketBuilder().buildAsync(pageOf(http, port), new Listener()).join();
    }

    /** Starts a browser with an empty page of 1920×1080. */
    static DevTools start() throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("tutti-bench");
        Process browser = new ProcessBuilder(
                        executable(), "--headless=new", "--no-sandbox", "--remote-debugging-port=0", "--user-data-dir=" + profile,
                        "--window-size=1920,1080", "--autoplay-policy=no-user-gesture-required", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync", "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new DevTools(browser, profile, port(profile.resolve("DevToolsActivePort")));
    }

    private static String executable() {
        String named = System.getenv("TUTTI_CHROMIUM");
        return Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium not found: install it or set TUTTI_CHROMIUM."));
    }

    private static int port(Path told) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(50)) {
            List<String> lines = Files.exists(told) ? Files.readAllLines(told) : List.of();
            if (lines.size() >= 2) {
                return Integer.parseInt(lines.getFirst());
            }
        }
        throw new IllegalStateException("Chromium did not start.");
    }

    private static URI pageOf(HttpClient http, int port) throws IOException, InterruptedException {
        String pages = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode page : JSON.readTree(pages)) {
            if (page.get("type").asString().equals("page")) {
                return URI.create(page.get("webSocketDebuggerUrl").asString());
            }
        }
        throw new IllegalStateException("Chromium shows no page.");
    }

    /** Calls a method of the protocol and waits for its result. */
    JsonNode call(String method, Map<String, ?> parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true).join();
        JsonNode told = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new IllegalStateException(method + ": " + told.get("error"));
        }
        return told.get("result");
    }

    /** The value of an expression in the page; a promise is waited for. */
    JsonNode evaluate(String expression) {
        JsonNode answer = call(
                "Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException("The page failed: " + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    /** Seconds that the page has spent so far in a way such as ScriptDuration or TaskDuration. */
    double spent(String metric) {
        for (JsonNode each : call("Performance.getMetrics", Map.of()).get("metrics")) {
            if (each.get("name").asString().equals(metric)) {
                return each.get("value").asDouble();
            }
        }
        throw new IllegalStateException("The page does not measure " + metric + ".");
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(browser.descendants(), Stream.of(browser.toHandle())).toList(); // asked later, orphans are missing
        browser.destroy();
        all.forEach(DevTools::end);
        FileSystemUtils.deleteRecursively(profile);
    }

    /** Waits for a process to end, and kills it after ten seconds: while one writes into the profile it can't be deleted. */
    private static void end(ProcessHandle process) {
        try {
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                JsonNode told = JSON.readTree(parts.toString());
                parts.setLength(0);
                CompletableFuture<JsonNode> answer = told.has("id") ? waiting.remove(told.get("id").asInt()) : null;
                if (answer != null) {
                    answer.complete(told);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
