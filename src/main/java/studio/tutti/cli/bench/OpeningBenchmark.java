package studio.tutti.cli.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.TuttiApplication;
import studio.tutti.account.People;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.exchange.DemoSong;
import tools.jackson.databind.JsonNode;

/**
 * {@code tutti bench opening}: how long the demo song takes from its address to its first sound, cold over a slow line and
 * warm, and a class of pages that open it together over one line. A real node, a real headless Chromium; the class is simulated by
 * readers of the same files.
 */
@Command(name = "opening", description = "From a song's address to its first sound: over a slow line, again, and for a class at once.",
        mixinStandardHelpOptions = true)
public final class OpeningBenchmark implements Callable<Integer> {

    private static final Id MAKER = new Id(7, 7);
    private static final double BITS_A_BYTE = 8;

    @Option(names = "--line", defaultValue = "10", description = "Mbit/s of the slow line (default: ${DEFAULT-VALUE}).")
    double line;

    @Option(names = "--class-line", defaultValue = "100", description = "Mbit/s of the line that a class shares (default: ${DEFAULT-VALUE}).")
    double classLine;

    @Option(names = "--pages", defaultValue = "28", description = "How many pages a class opens (default: ${DEFAULT-VALUE}).")
    int pages;

    private final Figures figures = new Figures();

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tutti-bench");
        SpringApplication application = new SpringApplication(TuttiApplication.class);
        application.setLogStartupInfo(false);
        try (ConfigurableApplicationContext node =
                        application.run("--server.port=0", "--tutti.data=" + data, "--logging.level.root=ERROR");
                DevTools page = DevTools.start()) {
            String house = "http://localhost:" + ((ServletWebServerApplicationContext) node).getWebServer().getPort();
            Songs songs = node.getBean(Songs.class);
            String song = house + "/song/" + songs.create(MAKER, DemoSong.NAME, DemoSong.operations()).link();
            page.call("Page.enable", Map.of());
            page.call("Network.enable", Map.of());
            page.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Scripts.read("opening.js")));
            String secret = EditorBenchmark.introduce(page, node.getBean(People.class), house);
            heard(page, song, "first_start_of_the_server");
            line(page, line);
            page.call("Network.clearBrowserCache", Map.of());
            JsonNode cold = heard(page, song, "cold");
            line(page, 0);
            heard(page, song, "warm");
            List<URI> files = new ArrayList<>();
            cold.get("addresses").forEach(address -> files.add(URI.create(address.asString())));
            figures.add("class_pages", pages);
            figures.add("class_last_can_sound_ms", new Classroom(pages, classLine * 1e6 / BITS_A_BYTE, secret).opens(files));
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        System.out.println(figures);
        return 0;
    }

    private void line(DevTools page, double megabits) {
        double bytes = megabits == 0 ? -1 : megabits * 1e6 / BITS_A_BYTE;
        page.call("Network.emulateNetworkConditions", Map.of(
                "offline", false, "latency", megabits == 0 ? 0 : 20, "downloadThroughput", bytes, "uploadThroughput", bytes));
    }

    private JsonNode heard(DevTools page, String address, String name) throws InterruptedException {
        page.call("Page.navigate", Map.of("url", "about:blank"));
        page.call("Page.navigate", Map.of("url", address));
        for (int tries = 0; ; tries++) {
            try {
                JsonNode told = page.evaluate("opening.heard()");
                figures.add(name + "_shown_ms", told.get("shown").asDouble());
                figures.add(name + "_heard_ms", told.get("heard").asDouble());
                figures.add(name + "_heard_after_mb", told.get("bytes").asDouble() / 1e6);
                figures.add(name + "_complete_ms", told.get("complete").asDouble());
                figures.add(name + "_complete_mb", told.get("all").asDouble() / 1e6);
                return told;
            } catch (IllegalStateException stillLoading) {
                if (tries == 3) {
                    throw stillLoading;
                }
                Thread.sleep(500);
            }
        }
    }
}
