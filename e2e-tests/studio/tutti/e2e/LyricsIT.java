package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.Point;

@DisplayName("Words of a song")
class LyricsIT extends InStudio {

    /** A melody of sixteen quarters under two sections and three chords. */
    private static final String MELODY = """
            (() => {
              const s = song();
              const track = s.addTrack('instrument', 'Voice', 52, -1);
              const clip = s.addClip(track, 0, 15360);
              const content = s.clips()[2];
              for (let i = 0; i < 16; i++) s.addNote(content, i * 960, 960, 60 + [0, 2, 4, 5, 7, 5, 4, 2][i % 8], 90);
              s.addSection(0, 7680, 'Verse');
              s.addSection(7680, 7680, 'Chorus');
              s.addChord(0, 1920, 'C');
              s.addChord(1920, 1920, 'Am7/G');
              s.addChord(7680, 3840, 'F');
              studio().workspace.open(clip);
              return true;
            })()""";

    private static String lines(String what) {
        return "song().lyrics.lines().filter(line => line.syllables.length > 0).map(line => line." + what + ").join('|')";
    }

    private static Locator line(StudioPage page, int index) {
        return page.page().locator("tutti-lyrics .line[data-line]").nth(index);
    }

    private static Locator field(StudioPage page) {
        return page.page().locator("tutti-lyrics .line input");
    }

    private static Point onLane(StudioPage page, int tick) {
        Point left = page.onRuler(tick);
        int top = page.whole("studio().arrangement.layout.lanes.find(lane => lane.name === 'lyrics').top");
        double stage = ((Number) page.ask("studio().arrangement.element.getBoundingClientRect().top")).doubleValue();
        return new Point(left.x() + 3, stage + top + 10);
    }

    private static String syllables(StudioPage page) {
        return (String) page.ask("song().lyrics.all().map(each => each.text + each.start / 960 + (each.note < 0 ? '' : '*')).join(' ')");
    }

    @Test
    @DisplayName("are written by two people at once, line by line, under their chords; who writes where is shown")
    void together() {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        ada.ask(MELODY);
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("y");
        ada.page().getByLabel("Words", new Page.GetByLabelOptions().setExact(true)).fill("Hel-lo my old friend\n\nhow are you");
        ada.button("Put under the notes").click();
        ada.until(lines("typed") + " === 'Hel-lo my old friend|how are you'");

        StudioPage ben = join(address, "Ben");
        ben.button("Lyrics page").click();
        assertThat(line(ben, 0)).hasAttribute("aria-label", "Hello my old friend");
        assertThat(line(ben, 0).locator("b").first()).hasText("C");

        line(ada, 0).click();
        assertThat(field(ada)).hasValue("Hel-lo my old friend");
        assertThat(line(ben, 0).locator(".who")).hasText("Ada");
        line(ben, 1).click();
        assertThat(line(ada, 1).locator(".who")).hasText("Ben");
        field(ada).fill("Hel-lo my dear friend");
        field(ben).fill("how have you been");
        ben.keys("Enter");
        String both = lines("typed") + " === 'Hel-lo my dear friend|how have you been'";
        ada.until(both);
        ben.until(both);
        assertThat(line(ben, 0).locator(".who")).hasText("Ada");
        assertThat(ada.ask("song().undoLabel")).isEqualTo("write a line of words");
    }

    @Test
    @DisplayName("are typed from note to note in their lane and dragged to another note")
    void lane() {
        StudioPage ada = openNewSong();
        ada.ask(MELODY);
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("Shift+e");
        ada.until("studio().arrangement.layout.lanes.some(lane => lane.name === 'lyrics')");
        ada.settle();
        ada.doublePress(onLane(ada, 0));
        ada.page().keyboard().type("Twin-kle lit-tle star");
        ada.keys("Enter");
        ada.until("song().lyrics.all().length === 5");
        assertThat(syllables(ada)).isEqualTo("Twin-0* kle1* lit-2* tle3* star4*");
        ada.settle();

        ada.drag(onLane(ada, 4 * QUARTER), onLane(ada, 6 * QUARTER + 100));
        ada.until("song().lyrics.all()[4].start === " + 6 * QUARTER);
        assertThat(syllables(ada)).isEqualTo("Twin-0* kle1* lit-2* tle3* star6*");
    }
}
