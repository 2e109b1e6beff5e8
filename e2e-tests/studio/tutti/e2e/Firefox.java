package studio.tutti.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Firefox that the system has, one page of it, driven by WebDriver BiDi (W3C Working Draft) over its own port. (Playwright
 * drives only a Firefox of its own make.)
 */
final class Firefox implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final Path LOUDSPEAKER = Path.of("/usr/bin/pulseaudio");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What one look at a page may take. */
    private static final Duration GLANCE = Duration.ofSeconds(5);
    private static final String PREFERENCES = """
            user_pref("media.autoplay.default", 0);
            user_pref("media.autoplay.blocking_policy", 0);
            user_pref("intl.accept_languages", "en");
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("app.update.enabled", false);
            """;

    private final Path profile;
    private final Process loudspeaker;
    private final Process process;
    private final WebSocket socket;
    private final String page;
    private final AtomicInteger commands = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();

    private Firefox(Path program) throws IOException {
        profile = Files.createTempDirectory("tutti-firefox");
        Files.writeString(profile.resolve("user.js"), PREFERENCES);
        Path sound = profile.resolve("sound");
        loudspeaker = loudspeaker(sound);
        ProcessBuilder browser = new ProcessBuilder(program.toString(), "--headless", "--no-remote", "--remote-debugging-port", "0",
                "--profile", profile.toString(), "about:blank").redirectErrorStream(true);
        browser.environment().put("PULSE_SERVER", "unix:" + sound);
        process = browser.start();
        socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create(address() + "/session"), new Answers()).join();
        call("session.new", Map.of("capabilities", Map.of()));
        page = call("browsingContext.getTree", Map.of()).at("/contexts/0/context").asString();
    }

    /**
     * A sound device that nobody hears but that takes sound as fast as a real one: on a machine without any, Firefox never lets
     * an AudioContext run.
     */
    private Process loudspeaker(Path socket) throws IOException {
        ProcessBuilder server = new ProcessBuilder(LOUDSPEAKER.toString(), "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
                "-L", "module-null-sink", "-L", "module-native-protocol-unix auth-anonymous=1 socket=" + socket)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        server.environment().put("XDG_RUNTIME_DIR", profile.toString());
        server.environment().put("HOME", profile.toString());
        return server.start();
    }

    /** Starts it, if there is one, and something for it to sound through. */
    static Optional<Firefox> start() {
        return Stream.of("/usr/bin/firefox-esr", "/usr/bin/firefox").map(Path::of).filter(Files::isExecutable)
                .filter(program -> Files.isExecutable(LOUDSPEAKER)).findFirst().map(program -> {
            try {
                return new Firefox(program);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private String address() throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher match = LISTENING.matcher(line);
            if (match.find()) {
                Thread.ofVirtual().start(() -> { // a full pipe would hold it up
                    try {
                        said.lines().forEach(rest -> { });
                    } catch (UncheckedIOException ended) {
                        // it was closed
                    }
                });
                return match.group(1);
            }
        }
        throw new IllegalStateException("Firefox has ended at once");
    }

    void navigate(String url) {
        call("browsingContext.navigate", Map.of("context", page, "url", url, "wait", "complete"));
    }

    /** Answers a JavaScript expression, which may be a promise, as text. */
    String ask(String expression) {
        return ask(expression, PATIENCE);
    }

    private String ask(String expression, Duration patience) {
        JsonNode answer = call(patience, "script.evaluate", Map.of("expression", "Promise.resolve(" + expression + ").then(String)", "awaitPromise", true,
                "target", Map.of("context", page), "userActivation", true));
        if (!answer.path("type").asString().equals("success")) {
            throw new IllegalStateException(expression + ": " + answer.at("/exceptionDetails/text").asString());
        }
        return answer.at("/result/value").asString();
    }

    /** Waits until a JavaScript expression holds; what it throws, and a page that goes while it is asked, count as not yet. */
    void until(String expression) {
        String question = "(() => { try { return Boolean(%s) } catch { return false } })()".formatted(expression);
        long late = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < late) {
            try {
                if (ask(question, GLANCE).equals("true")) {
                    return;
                }
            } catch (IllegalStateException | CompletionException gone) {
                // another page may be there the next time
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("It never came true that " + expression);
    }

    /** Presses and lets go keys, one after the other, as the keyboard does. */
    void type(String text) {
        List<Map<String, String>> actions = text.chars().mapToObj(Character::toString)
                .flatMap(key -> Stream.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key)))
                .toList();
        call("input.performActions", Map.of("context", page, "actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", actions))));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return call(PATIENCE, method, parameters);
    }

    private JsonNode call(Duration patience, String method, Map<String, ?> parameters) {
        int id = commands.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        awaited.put(id, answer);
        socket.sendText(JsonMapper.shared().writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true).join();
        JsonNode said = answer.orTimeout(patience.toSeconds(), TimeUnit.SECONDS).join();
        if (said.has("error")) {
            throw new IllegalStateException(method + ": " + said.path("message").asString());
        }
        return said.path("result");
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            loudspeaker.destroy();
            loudspeaker.waitFor();
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException | InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Hands each answer to who asked; events are not listened to. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> asked = awaited.remove(message.path("id").asInt(-1));
                if (asked != null) {
                    asked.complete(message);
                }
            }
            from.request(1);
            return null;
        }
    }
}
