package studio.tutti.cli.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import studio.tutti.account.People;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.jobs.Jobs;
import tools.jackson.databind.JsonNode;

/**
 * From the mouse in a real browser to a worker's start, from the time stamp that the browser gives the click: to the start as the store has it, by the
 * clock of the machine that all of them run on, and to the moment at which the page is told, by the page's own clock. The second is more than what is
 * asked for: the word has to come back, and the page draws the closing of its dialog meanwhile.
 */
final class ClickToWork {

    private static final Id MAKER = new Id(7, 7);
    private static final String OFFER = "flow-machines";
    private static final long A_MOMENT = 20;

    private final ConfigurableApplicationContext node;

    ClickToWork(ConfigurableApplicationContext node) {
        this.node = node;
    }

    /** Clicks so often, each time once the work before is done. */
    void measure(int times, String name, Figures figures) throws IOException, InterruptedException {
        Latencies starts = new Latencies();
        Latencies words = new Latencies();
        String house = "http://localhost:" + ((ServletWebServerApplicationContext) node).getWebServer().getPort();
        String song = node.getBean(Songs.class).create(MAKER, "A song", List.of()).link();
        try (DevTools page = DevTools.start()) {
            page.call("Page.enable", Map.of());
            page.call("Network.enable", Map.of());
            page.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Scripts.read("click.js")));
            EditorBenchmark.introduce(page, node.getBean(People.class), house);
            for (int i = -3; i < times; i++) {
                if (i == -3 || i > 0 && i % 30 == 0) {
                    // a tray that grows is not what is measured
                    song = i == -3 ? song : node.getBean(Songs.class).create(MAKER, "A song", List.of()).link();
                    page.call("Page.navigate", Map.of("url", house + "/song/" + song));
                    Thread.sleep(500);
                    page.evaluate("clicks.ready()");
                }
                JsonNode clicked = click(page);
                rest();
                if (i >= 0) {
                    words.add((long) (clicked.get("told").asDouble() * 1e6));
                    starts.add((long) (Math.max(0, started(song) - clicked.get("at").asDouble()) * 1e6));
                }
            }
        }
        figures.add(name + "_clicks", starts.count());
        add(name + "_started", starts, figures);
        add(name + "_told", words, figures);
    }

    private static void add(String name, Latencies waits, Figures figures) {
        figures.add(name + "_p50_ms", waits.millis(0.5)).add(name + "_p95_ms", waits.millis(0.95)).add(name + "_most_ms", waits.millis(1));
    }

    /** When the latest job of a song began, in milliseconds since 1970. */
    private double started(String link) {
        Id song = node.getBean(Songs.class).find(link).orElseThrow().id();
        Instant started = node.getBean(Jobs.class).of(song, 1).getFirst().started();
        return started == null ? Double.NaN : started.getEpochSecond() * 1e3 + started.getNano() / 1e6;
    }

    private static JsonNode click(DevTools page) {
        JsonNode place = page.evaluate("clicks.offer('" + OFFER + "')");
        Map<String, Object> at = Map.of("x", place.get("x").asDouble(), "y", place.get("y").asDouble(), "button", "left", "clickCount", 1);
        for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            HashMap<String, Object> event = new HashMap<>(at);
            event.put("type", type);
            page.call("Input.dispatchMouseEvent", event);
        }
        return page.evaluate("clicks.waited()");
    }

    /** Waits until a worker is free. */
    private void rest() throws InterruptedException {
        while (!node.getBean(Jobs.class).underWay(1).isEmpty()) {
            Thread.sleep(A_MOMENT);
        }
    }
}
