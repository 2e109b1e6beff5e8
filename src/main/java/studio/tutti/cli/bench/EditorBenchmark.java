package studio.tutti.cli.bench;

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
import studio.tutti.account.Person;
import studio.tutti.account.Secret;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.trial.BigSong;
import studio.tutti.core.trial.Dice;
import studio.tutti.exchange.DemoSong;
import tools.jackson.databind.JsonNode;

/**
 * {@code tutti bench editor}: what a person feels in the browser. A real node, a real headless Chromium, the real page;
 * times in milliseconds.
 */
@Command(name = "editor", description = "Editing, opening and scrolling in a headless Chromium.", mixinStandardHelpOptions = true)
public final class EditorBenchmark implements Callable<Integer> {

    private static final Id MAKER = new Id(7, 7);
    /** One note every so many ticks, on 16 keys: a piano roll at its widest shows some 5,000 of them. */
    private static final int CROWDED = 38;
    private static final int CROWD = 20_000;
    /** Milliseconds that the busy song is played. */
    private static final int PLAYED = 15_000;
    /** Milliseconds that the demo song is played on a slow processor. */
    private static final int PLAYED_SLOWLY = 60_000;

    @Option(names = "--edits", defaultValue = "60", description = "How many edits are measured (default: ${DEFAULT-VALUE}).")
    int edits;

    @Option(names = "--frames", defaultValue = "240", description = "How many frames of scrolling are measured (default: ${DEFAULT-VALUE}).")
    int frames;

    @Option(names = "--slow", description = "Instead of the rest, plays the demo song with a processor four times as slow.")
    boolean slow;

    @Option(names = "--hour", description = "Instead of the rest, makes an hour's worth of edits and tells the page's memory as it goes.")
    boolean hour;

    private final Figures figures = new Figures();

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tutti-bench");
        SpringApplication application = new SpringApplication(TuttiApplication.class);
        application.setLogStartupInfo(false);
        try (ConfigurableApplicationContext node =
                        application.run("--server.port=0", "--tutti.data=" + data, "--logging.level.root=ERROR");
                DevTools page = DevTools.start()) {
            page.call("Page.enable", Map.of());
            page.call("Performance.enable", Map.of());
            page.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Scripts.read("watch.js")));
            Songs songs = node.getBean(Songs.class);
            String house = "http://localhost:" + ((ServletWebServerApplicationContext) node).getWebServer().getPort();
            introduce(page, node.getBean(People.class), house);
            String songsAt = house + "/song/";
            if (slow) {
                slowly(page, songsAt + songs.create(MAKER, DemoSong.NAME, DemoSong.operations()).link());
                System.out.println(figures);
                return 0;
            }
            if (hour) {
                open(page, songsAt + songs.create(MAKER, "An hour", BusyRoom.song()).link());
                writes(page);
                System.out.println(figures);
                return 0;
            }

            open(page, songsAt + songs.create(MAKER, "Small", List.of()).link()); // warms up server and browser
            open(page, songsAt + songs.create(MAKER, "10,000 notes", big(10_000)).link());
            edits(page);
            JsonNode opened = open(page, songsAt + songs.create(MAKER, "100,000 notes", big(100_000)).link());
            figures.add("open_100000_notes_ms", opened.get("song").asDouble());
            figures.add("open_100000_notes_with_page_ms", opened.get("page").asDouble());
            open(page, songsAt + songs.create(MAKER, "Crowd", crowd()).link());
            scroll(page);
            plays(page, house, songs.create(MAKER, "Busy", BusyRoom.song()).link());
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        System.out.println(figures);
        return 0;
    }

    /** Lets the browser in as somebody who was here before, so that no dialog asks for a name; returns their secret. */
    static String introduce(DevTools page, People people, String house) {
        Secret secret = Secret.fresh();
        people.keep(new Person(secret.person(), "Bench", 0x6EA8FE));
        page.call("Network.setCookie", Map.of("name", "tutti-person", "value", secret.text(), "url", house));
        return secret.text();
    }

    private static List<Operation> big(int notes) {
        return BigSong.edit(notes, new IdSequence(notes, 0), MAKER).operations();
    }

    /** One clip with very many notes. */
    private static List<Operation> crowd() {
        Dice dice = new Dice(CROWD);
        IdSequence ids = new IdSequence(11, 0);
        Id track = ids.next();
        Id content = ids.next();
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation.Add(
                track, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.NAME, "Crowd", Property.ORDER, "V")));
        operations.add(new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)));
        operations.add(new Operation.Add(ids.next(), Kind.CLIP, Map.of(
                Property.PARENT, track, Property.CONTENT, content, Property.START, 0L, Property.LENGTH, (long) CROWDED * CROWD)));
        for (int i = 0; i < CROWD; i++) {
            operations.add(new Operation.Add(ids.next(), Kind.NOTE, Map.of(
                    Property.PARENT, content, Property.START, (long) CROWDED * i, Property.LENGTH, dice.between(60, 480),
                    Property.PITCH, dice.between(56, 71), Property.VELOCITY, dice.between(30, 127))));
        }
        return operations;
    }

    private static JsonNode open(DevTools page, String address) throws InterruptedException {
        System.err.println("opening " + address);
        page.call("Page.navigate", Map.of("url", address));
        for (int tries = 0; ; tries++) {
            try {
                return page.evaluate("bench.opened()");
            } catch (IllegalStateException stillLoading) {
                // The page that was left may have answered, or the new one have been replaced while it loaded.
                if (tries == 3) {
                    throw stillLoading;
                }
                Thread.sleep(500);
            }
        }
    }

    private void edits(DevTools page) {
        page.evaluate("bench.edits(10)");
        double before = page.spent("ScriptDuration");
        JsonNode costs = page.evaluate("bench.edits(" + edits + ")");
        double spent = page.spent("ScriptDuration") - before;
        add("edit_10000_notes_until_painted_scripting_ms", costs.get("scripting"));
        add("edit_10000_notes_until_next_frame_ms", costs.get("waited"));
        figures.add("edit_10000_notes_all_scripting_mean_ms", spent * 1000 / edits);
        add("edit_10000_notes_score_and_timers_ms", costs.get("afterwards"));
    }

    private void scroll(DevTools page) {
        figures.add("scroll_visible_notes", page.evaluate("bench.showCrowd()").asDouble());
        page.evaluate("bench.scroll(30)");
        double before = page.spent("TaskDuration");
        JsonNode costs = page.evaluate("bench.scroll(" + frames + ")");
        figures.add("scroll_main_thread_a_frame_mean_ms", (page.spent("TaskDuration") - before) * 1000 / frames);
        add("scroll_scripting_and_drawing_ms", costs.get("scripting"));
        add("scroll_frame_interval_ms", costs.get("interval"));
    }

    /** What the page holds at first and after each ten minutes' worth of edits. */
    private void writes(DevTools page) {
        page.call("HeapProfiler.enable", Map.of());
        for (int minutes = 0; minutes <= 60; minutes += 10) {
            page.call("HeapProfiler.collectGarbage", Map.of());
            figures.add("memory_after_" + minutes + "_min_mb", page.spent("JSHeapUsedSize") / 1e6);
            figures.add("dom_nodes_after_" + minutes + "_min", page.spent("Nodes"));
            if (minutes < 60) {
                figures.add("revision_after_" + (minutes + 10) + "_min", page.evaluate("bench.writes(10)").asDouble());
            }
        }
    }

    /**
     * The page's main thread is slowed down four times by the browser; then the audio thread, too, by three more engines that
     * play the same.
     */
    private void slowly(DevTools page, String address) throws Exception {
        page.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Scripts.read("slow.js")));
        page.call("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
        for (int engines : new int[] {1, 4}) {
            open(page, address);
            page.evaluate("sessionStorage.setItem('slow-twins', " + (engines - 1) + ")");
            open(page, address);
            JsonNode told = page.evaluate("slow.plays(" + PLAYED_SLOWLY + ")");
            String with = "slow_" + page.evaluate("slow.engines").asInt() + "_engines_";
            figures.add(with + "played_ms", told.get("played").asDouble());
            figures.add(with + "fallen_behind_ms", told.get("lost").asDouble());
            figures.add(with + "underruns", told.get("events").asDouble());
            figures.add(with + "underrun_ms", told.get("missed").asDouble());
            figures.add(with + "ticks_moved", told.get("moved").asDouble());
            figures.add(with + "buffer_ms", told.get("latency").asDouble() * 1000);
        }
    }

    private void plays(DevTools page, String house, String link) throws InterruptedException {
        open(page, house + "/song/" + link);
        try (BusyRoom others = new BusyRoom(house, link)) {
            double before = page.spent("TaskDuration");
            JsonNode told = page.evaluate("bench.plays(" + PLAYED + ")");
            figures.add("play_main_thread_share", (page.spent("TaskDuration") - before) * 1000 / PLAYED);
            add("play_scripting_and_drawing_ms", told.get("frames"));
            figures.add("play_long_tasks", told.get("long").size());
            figures.add("play_ticks_moved", told.get("moved").asDouble());
        }
    }

    private void add(String name, JsonNode values) {
        double[] sorted = new double[values.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values.get(i).asDouble();
        }
        java.util.Arrays.sort(sorted);
        figures.add(name + "_p50", sorted[sorted.length / 2]);
        figures.add(name + "_p95", sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)]);
    }
}
