package studio.tutti.e2e;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.exchange.DemoSong;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Base of tests of the studio's editing: one running node for all of them, a new empty song a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InStudio extends InBrowsers {

    /** Ticks of a quarter note and of a bar of four. */
    static final int QUARTER = 960;
    static final int BAR = 4 * QUARTER;

    private static final AtomicLong MAKERS = new AtomicLong(1);

    private RunningStudio studio;

    @BeforeAll
    void start() {
        studio = isAlone() ? RunningStudio.start(settings()) : RunningStudio.shared();
    }

    /** Whether the class needs a node of its own, since it has other settings or looks at all that the node has. */
    boolean isAlone() {
        return !settings().isEmpty();
    }

    /** More settings of the node, by their property names. */
    java.util.Map<String, Object> settings() {
        return java.util.Map.of();
    }

    @AfterAll
    void stop() {
        if (isAlone()) {
            studio.close();
        }
    }

    /** The address of a new empty song. */
    String newSong() {
        String link = studio.bean(Songs.class).create(new Id(7, MAKERS.getAndIncrement()), "A song", List.of()).link();
        return studio.url() + "/song/" + link;
    }

    /** The studio's own address. */
    String url() {
        return studio.url();
    }

    /** The node's data. */
    java.nio.file.Path data() {
        return studio.data();
    }

    <T> T bean(Class<T> type) {
        return studio.bean(type);
    }

    /** The address of a new copy of the demo song. */
    String demoSong() {
        String link = studio.bean(Songs.class).create(new Id(7, MAKERS.getAndIncrement()), DemoSong.NAME, DemoSong.operations()).link();
        return studio.url() + "/song/" + link;
    }

    /** A new empty song, opened by a new person. */
    StudioPage openNewSong() {
        return StudioPage.open(person(), newSong(), "Ada");
    }

    StudioPage join(String address, String name) {
        return StudioPage.open(person(), address, name);
    }

    StudioPage join(BrowserContext person, String address, String name) {
        return StudioPage.open(person, address, name);
    }

    /** A song with a clip on bar 2, open in the editor. */
    StudioPage withOpenClip() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.drawClip(0, BAR + 100);
        return page;
    }

    /** Waits until the opened clip has exactly these notes, by start and pitch. */
    static void shows(StudioPage page, StudioPage.NoteOnPage... notes) {
        String wanted = Arrays.stream(notes)
                .map(note -> "[%d,%d,%d,%d]".formatted(note.start(), note.length(), note.pitch(), note.velocity()))
                .collect(Collectors.joining(",", "[", "]"));
        page.until("""
                (() => {
                  const packed = song().notes(studio().workspace.content, 0, 0x7fffffff);
                  const all = [];
                  for (let at = 0; at < packed.length; at += 6) {
                    all.push([packed[at + 1], packed[at + 2], packed[at + 3], packed[at + 4]]);
                  }
                  all.sort((a, b) => a[0] - b[0] || a[2] - b[2]);
                  return JSON.stringify(all) === '%s';
                })()""".formatted(wanted));
        page.settle();
    }
}
