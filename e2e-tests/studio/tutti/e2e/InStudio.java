package studio.tutti.e2e;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.exchange.DemoSong;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Base of tests of the studio's editing: one running node a class, a new empty song a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InStudio extends InBrowsers {

    /** Ticks of a quarter note and of a bar of four. */
    static final int QUARTER = 960;
    static final int BAR = 4 * QUARTER;

    private static final AtomicLong MAKERS = new AtomicLong(1);

    private RunningStudio studio;

    @BeforeAll
    void start() {
        studio = RunningStudio.start();
    }

    @AfterAll
    void stop() {
        studio.close();
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
}
