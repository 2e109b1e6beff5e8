package studio.tutti.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import studio.tutti.TuttiApplication;
import studio.tutti.account.People;
import studio.tutti.account.Person;
import studio.tutti.account.Secret;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.trial.BigSong;
import tools.jackson.databind.JsonNode;

/**
 * Two real pages in two browsers: how long a note that one moves takes until the other's page hears of it, and until the
 * other has painted it. The clocks compared are the browsers' own, which one machine keeps alike.
 */
final class TwoPages {

    private static final Id MAKER = new Id(7, 7);
    private static final int NOTES = 2_000;
    /** Edits a second, as of an editor in a band. */
    private static final int RATE = 5;

    private TwoPages() {}

    /** Measures so many seconds after so many to warm up. */
    static Map<String, Object> measure(Path data, int warmUp, int seconds) throws IOException, InterruptedException {
        SpringApplication application = new SpringApplication(TuttiApplication.class);
        application.setLogStartupInfo(false);
        try (ConfigurableApplicationContext node =
                        application.run("--server.port=0", "--tutti.data=" + data, "--logging.level.root=ERROR");
                DevTools sender = DevTools.start();
                DevTools receiver = DevTools.start()) {
            String house = "http://localhost:" + ((ServletWebServerApplicationContext) node).getWebServer().getPort();
            String link = node.getBean(Songs.class)
                    .create(MAKER, "Two pages", BigSong.edit(NOTES, new IdSequence(NOTES, 0), MAKER).operations())
                    .link();
            for (DevTools page : List.of(sender, receiver)) {
                enter(page, node.getBean(People.class), house, link);
            }
            move(sender, receiver, warmUp * RATE);
            return report(move(sender, receiver, seconds * RATE));
        }
    }

    private static void enter(DevTools page, People people, String house, String link) throws IOException {
        page.call("Page.enable", Map.of());
        page.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Scripts.read("watch.js")));
        Secret secret = Secret.fresh();
        people.keep(new Person(secret.person(), "Bench", 0x6EA8FE));
        page.call("Network.setCookie", Map.of("name", "tutti-person", "value", secret.text(), "url", house));
        page.call("Page.navigate", Map.of("url", house + "/song/" + link));
        page.evaluate("bench.opened()");
    }

    private static JsonNode[] move(DevTools sender, DevTools receiver, int count) {
        receiver.evaluate("bench.listen(" + count + ")");
        JsonNode sent = sender.evaluate("bench.moveOne(" + count + ", " + 1000 / RATE + ")");
        return new JsonNode[] {sent, receiver.evaluate("bench.heard()")};
    }

    private static Map<String, Object> report(JsonNode[] times) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("name", "two pages");
        report.put("edits_per_s_each", RATE);
        JsonNode heard = times[1].get("heard");
        report.put("n", heard.size());
        add(report, "", times[0], heard);
        add(report, "painted_", times[0], times[1].get("painted"));
        return report;
    }

    private static void add(Map<String, Object> report, String prefix, JsonNode sent, JsonNode arrived) {
        double[] waits = new double[arrived.size()];
        for (int i = 0; i < waits.length; i++) {
            waits[i] = arrived.get(i).asDouble() - sent.get(i).asDouble();
        }
        Arrays.sort(waits);
        report.put(prefix + "p50_ms", share(waits, 0.5));
        report.put(prefix + "p99_ms", share(waits, 0.99));
        report.put(prefix + "max_ms", share(waits, 1));
    }

    private static double share(double[] sorted, double share) {
        return Math.round(sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] * 100) / 100.0;
    }
}
