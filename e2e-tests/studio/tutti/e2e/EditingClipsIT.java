package studio.tutti.e2e;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.ClipOnPage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("In the arrangement")
class EditingClipsIT extends InStudio {

    /** A song with one track and a clip on bar 2. */
    private StudioPage withClip() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.drawClip(0, BAR + 100);
        return page;
    }

    /** The same, with a second track. */
    private StudioPage withClipAndTrack() {
        StudioPage page = withClip();
        page.addTrack();
        return page;
    }

    private static void count(StudioPage page, int clips) {
        page.until("song().clips().length === " + 10 * clips);
    }

    private static void first(StudioPage page, int start, int length) {
        page.until("song().clips()[3] === %d && song().clips()[4] === %d".formatted(start, length));
        page.settle();
    }

    @Test
    @DisplayName("a double press on a row draws a clip of a bar and opens it")
    void doublePressDraws() {
        StudioPage page = withClip();

        assertThat(page.clips()).extracting(ClipOnPage::row, ClipOnPage::start, ClipOnPage::length)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, BAR, BAR));
        assertThat(page.page().locator("tutti-piano-roll")).isVisible();
    }

    @Test
    @DisplayName("the pencil draws a clip as long as it is dragged, on the grid")
    void pencilDraws() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.keys("b");
        page.drag(page.onTrack(0, 10), page.onTrack(0, 2 * BAR + 40));
        count(page, 1);

        assertThat(page.clips().getFirst().start()).isZero();
        assertThat(page.clips().getFirst().length()).isEqualTo(2 * BAR);
    }

    @Test
    @DisplayName("a press chooses a clip, Shift adds one, a rubber band chooses what it touches, Escape chooses nothing")
    void choosing() {
        StudioPage page = withClip();
        page.drawClip(0, 4 * BAR + 100);
        page.press(page.onTrack(0, BAR + QUARTER));
        page.until("studio().workspace.clips.size === 1");

        page.page().keyboard().down("Shift");
        page.press(page.onTrack(0, 4 * BAR + QUARTER));
        page.page().keyboard().up("Shift");
        page.until("studio().workspace.clips.size === 2");

        page.keys("Escape");
        page.until("studio().workspace.clips.size === 0");

        page.drag(page.onTrack(0, 6 * BAR), page.onTrack(0, BAR + QUARTER));
        page.until("studio().workspace.clips.size === 2");
    }

    @Test
    @DisplayName("a dragged clip moves along the grid")
    void drags() {
        StudioPage page = withClip();
        page.drag(page.onTrack(0, BAR + QUARTER), page.onTrack(0, 3 * BAR + QUARTER + 70));
        first(page, 3 * BAR, BAR);
    }

    @Test
    @DisplayName("Ctrl frees a drag from the grid")
    void dragsFreely() {
        StudioPage page = withClip();
        page.dragHolding("Control", page.onTrack(0, BAR + QUARTER), page.onTrack(0, BAR + QUARTER + 700));
        page.until("song().clips()[3] !== " + BAR);

        assertThat(page.clips().getFirst().start()).isBetween(BAR + 600, BAR + 800);
        assertThat(page.clips().getFirst().start() % 480).isNotZero();
    }

    @Test
    @DisplayName("a clip can be dragged to another track")
    void dragsToAnotherTrack() {
        StudioPage page = withClipAndTrack();
        page.drag(page.onTrack(0, BAR + QUARTER), page.onTrack(1, BAR + QUARTER));
        page.until("song().clips()[1] === song().tracks()[1].handle");

        assertThat(page.clips().getFirst().start()).isEqualTo(BAR);
    }

    @Test
    @DisplayName("the right edge makes a clip longer, the left edge begins it later with its notes where they were")
    void edges() {
        StudioPage page = withClip();
        page.drag(page.onTrack(0, 2 * BAR).plus(-3, 0), page.onTrack(0, 3 * BAR).plus(-3, 0));
        first(page, BAR, 2 * BAR);

        page.drag(page.onTrack(0, BAR).plus(3, 0), page.onTrack(0, BAR + 2 * QUARTER).plus(3, 0));
        first(page, BAR + 2 * QUARTER, 2 * BAR - 2 * QUARTER);
        assertThat(page.clips().getFirst().offset()).isEqualTo(2 * QUARTER);
    }

    @Test
    @DisplayName("a drag with Alt copies, and the copy has notes of its own")
    void altCopies() {
        StudioPage page = withClip();
        page.drawNote(60, BAR);
        page.dragHolding("Alt", page.onTrack(0, BAR + QUARTER), page.onTrack(0, 3 * BAR + QUARTER));
        count(page, 2);

        assertThat(page.clips()).extracting(ClipOnPage::start).containsExactly(BAR, 3 * BAR);
        assertThat(page.holds("song().clips()[2] !== song().clips()[12]")).isTrue();
    }

    @Test
    @DisplayName("copy, paste, cut and duplicate put clips at the caret or behind themselves")
    void clipboard() {
        StudioPage page = withClip();
        page.press(page.onTrack(0, BAR + QUARTER));
        page.keys("Control+c", "Control+v");
        count(page, 2);
        assertThat(page.clips()).extracting(ClipOnPage::start).containsExactly(BAR, 2 * BAR);

        page.keys("Control+d");
        count(page, 3);
        assertThat(page.clips()).extracting(ClipOnPage::start).containsExactly(BAR, 2 * BAR, 3 * BAR);

        page.keys("Control+x");
        count(page, 2);
        page.press(page.onTrack(0, 6 * BAR + 10));
        page.keys("Control+v");
        count(page, 3);
        assertThat(page.clips()).extracting(ClipOnPage::start).containsExactly(BAR, 2 * BAR, 6 * BAR);
    }

    @Test
    @DisplayName("Delete removes what is chosen; undo brings it back and says what it undoes, redo removes it again")
    void deletes() {
        StudioPage page = withClip();
        page.press(page.onTrack(0, BAR + QUARTER));
        page.keys("Delete");
        count(page, 0);

        page.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile("^Undo: .+"))).waitFor();
        page.keys("Control+z");
        count(page, 1);
        page.keys("Control+Shift+Z");
        count(page, 0);
    }

    @Test
    @DisplayName("F2 renames, M mutes, R repeats, S splits at the playhead")
    void letters() {
        StudioPage page = withClip();
        page.press(page.onTrack(0, BAR + QUARTER));
        page.keys("F2");
        page.page().keyboard().type("Hook");
        page.keys("Enter");
        page.until("song().clipName(song().clips()[0]) === 'Hook'");

        page.keys("m");
        page.until("(song().clips()[8] & 1) === 1");
        page.keys("r");
        page.until("song().clips()[6] === " + BAR);

        page.press(page.onRuler(BAR + 2 * QUARTER));
        page.keys("s");
        count(page, 2);
        assertThat(page.clips()).extracting(ClipOnPage::start).containsExactly(BAR, BAR + 2 * QUARTER);
    }

    @Test
    @DisplayName("Escape takes a drag back before it is an edit")
    void escapes() {
        StudioPage page = withClip();
        StudioPage.Point from = page.onTrack(0, BAR + QUARTER);
        page.page().mouse().move(from.x(), from.y());
        page.page().mouse().down();
        page.page().mouse().move(from.x() + 200, from.y());
        page.keys("Escape");
        page.page().mouse().up();
        page.settle();

        assertThat(page.clips().getFirst().start()).isEqualTo(BAR);
    }

    @Test
    @DisplayName("everything goes by keys alone: a track, a caret, a clip, its place and its length")
    void keysAlone() {
        StudioPage page = openNewSong();
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("t");
        page.until("song().tracks().length === 1");
        page.settle();
        page.keys("ArrowRight", "Enter");
        count(page, 1);
        page.page().locator("tutti-arrangement .stage").focus();
        first(page, 0, BAR);

        page.keys("ArrowRight");
        page.until("song().clips()[3] > 0");
        page.settle();
        page.keys("Shift+ArrowRight");
        page.until("song().clips()[4] > " + BAR);
    }

    @Test
    @DisplayName("the menu of a clip offers what can be done with it")
    void menu() {
        StudioPage page = withClip();
        StudioPage.Point at = page.onTrack(0, BAR + QUARTER);
        page.page().mouse().click(at.x(), at.y(), new com.microsoft.playwright.Mouse.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        page.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Duplicate Ctrl D").setExact(true)).click();
        count(page, 2);
    }

    @Test
    @DisplayName("sections, chords and markers are written on their lanes")
    void lanes() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.settle();
        for (String lane : new String[] {"sections", "chords"}) {
            page.doublePress(page.onLane(lane, BAR + 100));
            page.page().keyboard().type(lane.equals("chords") ? "F#m7" : "Verse");
            page.keys("Enter");
            page.settle();
        }
        page.until("song().sections().length === 1 && song().sections()[0].name === 'Verse' && song().sections()[0].start === " + BAR);
        page.until("song().chords().length === 1 && song().chords()[0].symbol === 'F#m7'");
    }
}
