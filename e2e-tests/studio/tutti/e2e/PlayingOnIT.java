package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The demo song goes round while one person edits it and another one moves about and edits, too. For 20 seconds, which only shows that all goes
 * on; the long form ({@code -Dtutti.long=true}, for a machine with nothing else to do) for ten minutes, in which the browser must count no gap.
 */
@DisplayName("A song that plays on while two people work on it")
class PlayingOnIT extends InStudio {

    private static final boolean LONG = Boolean.getBoolean("tutti.long");
    private static final int SECONDS = LONG ? 600 : 20;
    private static final int WARM_UP = 5;
    private static final String CONTEXT = "song().transport.output.context";
    private static final String CONTENT = "song().clips()[2]";
    private static final String LAST_NOTE = "[song().notes(" + CONTENT + ", 100000, 2 ** 30).at(-6)]";

    /** What Ada does, in turns; each is one edit. */
    private static final String[] EDITS = {
        "song().setTrack(song().tracks()[1].handle, { volume: -900 })",
        "song().addNote(" + CONTENT + ", 100000 + 240, 960, 64, 90)",
        "song().moveNotes(" + LAST_NOTE + ", 240, 5)",
        "song().setVelocity(" + LAST_NOTE + ", 60)",
        "song().setTrack(song().tracks()[1].handle, { volume: 0, pan: 300 })",
        "song().removeNotes(" + LAST_NOTE + ")",
        "song().setTrack(song().tracks()[2].handle, { muted: true })",
        "song().setTrack(song().tracks()[2].handle, { muted: false })",
    };

    private static double number(StudioPage page, String expression) {
        return ((Number) page.ask(expression)).doubleValue();
    }

    /** Gaps that the browser counted so far, as the studio's own watch on them reads it. */
    private static int gaps(StudioPage page) {
        assertThat(page.holds("typeof " + CONTEXT + ".playbackStats?.underrunEvents === 'number'")).as("the browser counts gaps").isTrue();
        return page.whole(CONTEXT + ".playbackStats.underrunEvents");
    }

    @Test
    @DisplayName("is heard without a gap")
    void noGaps() {
        String address = demoSong();
        StudioPage ada = join(address, "Ada");
        ada.until("song().transport.output !== null && song().transport.loading === 0");
        StudioPage bo = join(address, "Bo");
        ada.until("song().people.length === 2 && song().transport.loading === 0");
        ada.ask("song().transport.setLoop(0, %d, true)".formatted(64 * BAR));
        ada.keys("Space");
        ada.until("song().transport.playing && song().transport.playhead > " + QUARTER);
        double began = number(ada, CONTEXT + ".currentTime");
        ada.until(CONTEXT + ".currentTime > " + (began + WARM_UP));
        int before = gaps(ada);
        int turn = 0;
        for (double until = began + WARM_UP; until < began + WARM_UP + SECONDS; until += 0.5) {
            ada.until(CONTEXT + ".currentTime > " + until);
            ada.ask(EDITS[turn % EDITS.length]);
            bo.ask("song().point(song().tracks()[%d].handle, %d, %d)".formatted(turn % 5, turn % 64 * BAR, 40 + turn % 40));
            if (turn % 4 == 3) {
                bo.ask("song().setTrack(song().tracks()[3].handle, { volume: %d })".formatted(-turn % 1200));
            }
            turn++;
        }
        assertThat(ada.holds("song().transport.playing")).isTrue();
        int gaps = gaps(ada) - before;
        System.out.printf("Playing on for %d s with %d edits: %d gaps.%n", SECONDS, turn + turn / 4, gaps);
        ada.until("song().pending === 0");
        bo.until("song().pending === 0 && song().checksum === '" + ada.ask("song().checksum") + "'");
        if (LONG) {
            assertThat(gaps).as("gaps").isZero();
        }
    }
}
