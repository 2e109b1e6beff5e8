package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The demo song goes round for ten minutes while one person edits it and another one moves about and edits, too, and the browser must count no
 * gap. In the long form only ({@code -Dtutti.long=true}): a machine that does anything else has gaps.
 */
@DisplayName("A song that plays on while two people work on it")
@EnabledIfSystemProperty(named = "tutti.long", matches = "true", disabledReason = "the long form, with -Dtutti.long=true")
class PlayingOnIT extends InStudio {

    private static final int SECONDS = 600;
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
        assertThat(gaps).as("gaps").isZero();
    }
}
