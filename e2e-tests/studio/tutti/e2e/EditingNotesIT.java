package studio.tutti.e2e;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.NoteOnPage;
import studio.tutti.e2e.StudioPage.Point;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("In the piano roll")
class EditingNotesIT extends InStudio {

    private static final int STEP = QUARTER / 4;

    /** The same with C4 on its first beat and E4 on its second, half a quarter long. */
    private StudioPage withNotes() {
        StudioPage page = withOpenClip();
        page.drawNote(60, BAR + 10);
        page.drawNote(64, BAR + QUARTER + 10);
        return page;
    }

    private static NoteOnPage note(int start, int length, int pitch) {
        return new NoteOnPage(start, length, pitch, 96);
    }

    @Test
    @DisplayName("the pencil draws a note on the grid, as long and as loud as the last, and dragging gives it a length")
    void draws() {
        StudioPage page = withOpenClip();
        page.drawNote(60, BAR + QUARTER + 30);
        shows(page, note(QUARTER, 480, 60));

        page.drag(page.onKey(62, BAR + 2 * QUARTER + 20), page.onKey(62, BAR + 3 * QUARTER));
        shows(page, note(QUARTER, 480, 60), note(2 * QUARTER, QUARTER, 62));

        page.drawNote(57, BAR);
        assertThat(page.notes().getFirst()).isEqualTo(note(0, QUARTER, 57));
    }

    @Test
    @DisplayName("the pointer draws by a double press and deletes by another")
    void doublePress() {
        StudioPage page = withOpenClip();
        page.button("Pointer").click();
        page.doublePress(page.onKey(60, BAR + 30));
        shows(page, note(0, 480, 60));
        page.doublePress(page.onKey(60, BAR + 200));
        shows(page);
    }

    @Test
    @DisplayName("a dragged note moves in time along the grid and in pitch")
    void moves() {
        StudioPage page = withNotes();
        page.drag(page.onKey(60, BAR + 240), page.onKey(63, BAR + 240 + 2 * QUARTER + 50));
        shows(page, note(QUARTER, 480, 64), note(2 * QUARTER, 480, 63));
    }

    @Test
    @DisplayName("both edges change a note's length")
    void edges() {
        StudioPage page = withNotes();
        page.drag(page.onKey(60, BAR + 480).plus(-3, 0), page.onKey(60, BAR + 480 + STEP).plus(-3, 0));
        shows(page, note(0, 480 + STEP, 60), note(QUARTER, 480, 64));
        page.drag(page.onKey(64, BAR + QUARTER).plus(3, 0), page.onKey(64, BAR + QUARTER + STEP).plus(3, 0));
        shows(page, note(0, 480 + STEP, 60), note(QUARTER + STEP, 480 - STEP, 64));
    }

    @Test
    @DisplayName("a rubber band with Shift chooses notes, which then move together")
    void rubberBand() {
        StudioPage page = withNotes();
        page.dragHolding("Shift", page.onKey(58, BAR + 2 * QUARTER), page.onKey(66, BAR + 100));
        page.until("studio().workspace.notes.size === 2");
        page.keys("ArrowUp", "ArrowRight");
        shows(page, note(STEP, 480, 61), note(QUARTER + STEP, 480, 65));
    }

    @Test
    @DisplayName("Alt copies by dragging; copy, paste, cut and duplicate go by keys")
    void copies() {
        StudioPage page = withNotes();
        page.dragHolding("Alt", page.onKey(60, BAR + 240), page.onKey(60, BAR + 240 + 2 * QUARTER));
        shows(page, note(0, 480, 60), note(QUARTER, 480, 64), note(2 * QUARTER, 480, 60));

        page.keys("Control+z");
        shows(page, note(0, 480, 60), note(QUARTER, 480, 64));
        page.keys("Control+a", "Control+c", "Control+v");
        shows(page, note(0, 480, 60), note(QUARTER, 480, 64), note(QUARTER + 480, 480, 60), note(2 * QUARTER + 480, 480, 64));

        page.keys("Control+x");
        shows(page, note(0, 480, 60), note(QUARTER, 480, 64));
        page.keys("Escape", "Control+a", "Control+d");
        shows(page, note(0, 480, 60), note(QUARTER, 480, 64), note(QUARTER + 480, 480, 60), note(2 * QUARTER + 480, 480, 64));
    }

    @Test
    @DisplayName("Delete removes what is chosen")
    void deletes() {
        StudioPage page = withNotes();
        page.keys("Control+a", "Delete");
        shows(page);
    }

    @Test
    @DisplayName("a stalk dragged in the velocity lane changes a note's velocity, and keys change it too")
    void velocity() {
        StudioPage page = withNotes();
        page.drag(page.onStalk(96, BAR), page.onStalk(40, BAR));
        page.until("song().notes(studio().workspace.content, 0, 1)[4] < 50");
        int velocity = page.notes().getFirst().velocity();
        assertThat(velocity).isBetween(36, 44);

        page.settle();
        page.keys("Control+ArrowUp");
        page.until("song().notes(studio().workspace.content, 0, 1)[4] === " + (velocity + 5));
    }

    @Test
    @DisplayName("Q moves what is off the grid onto it")
    void quantises() {
        StudioPage page = withOpenClip();
        page.keys("g");
        page.drawNote(60, BAR + 300);
        page.keys("g");
        assertThat(page.notes().getFirst().start() % STEP).isNotZero();
        page.keys("q");
        page.until("song().notes(studio().workspace.content, 0, 0x7fffffff)[1] % 240 === 0");
    }

    @Test
    @DisplayName("the ghost under the pencil shows what a press would draw")
    void ghost() {
        StudioPage page = withOpenClip();
        StudioPage.Point at = page.onKey(65, BAR + 2 * QUARTER + 20);
        page.page().mouse().move(at.x(), at.y());
        page.until("studio().roll.ghost?.pitch === 65 && studio().roll.ghost.start === " + (BAR + 2 * QUARTER));
    }

    @Test
    @DisplayName("everything goes by keys alone: draw, choose, move, lengthen, transpose")
    void keysAlone() {
        StudioPage page = withOpenClip();
        page.page().locator("tutti-piano-roll .stage").focus();
        int pitch = page.whole("studio().workspace.caret.pitch");
        page.keys("Enter", "ArrowUp", "ArrowUp", "Enter");
        shows(page, note(0, 480, pitch), note(480, 480, pitch + 2));

        page.keys(",", "Shift+ArrowUp", "Shift+ArrowRight");
        shows(page, note(0, 480, pitch), note(480, 480 + STEP, pitch + 14));
    }

    @Test
    @DisplayName("drum tracks name their drums and draw on them")
    void drums() {
        StudioPage page = openNewSong();
        page.page().locator("tutti-arrangement .add button").nth(1).click();
        page.until("song().tracks().length === 1 && song().tracks()[0].type === 'drums'");
        page.settle();
        page.drawClip(0, 100);
        page.keys("Shift+D");
        page.until("studio().roll?.layout?.height > 0");
        page.settle();
        page.drawNote(38, QUARTER);
        page.until("studio().roll.layout.drums");
        assertThat(page.notes()).extracting(NoteOnPage::pitch).containsExactly(38);
        assertThat((String) page.ask("studio().roll.shadowRoot.querySelector('.spoken').textContent")).startsWith("Snare");
    }

    @Test
    @DisplayName("pressing the keyboard sounds a key for as long as it is held, and sliding over it the next ones")
    void hearsKeys() {
        StudioPage page = withOpenClip();
        page.until("song().transport.loading === 0");
        double left = ((Number) page.ask("studio().roll.element.getBoundingClientRect().left")).doubleValue();
        Point key = new Point(left + 40, page.onKey(60, BAR).y());
        page.page().mouse().move(key.x(), key.y());
        page.page().mouse().down();
        page.until("studio().workspace.audition.sounding.join() === '60'");
        page.until("song().transport.peak(-1)[0] > 0.001");
        page.page().mouse().move(key.x(), page.onKey(62, BAR).y());
        page.until("studio().workspace.audition.sounding.join() === '62'");
        page.page().mouse().up();
        page.until("studio().workspace.audition.sounding.length === 0");
        assertThat(page.notes()).isEmpty();
    }
}
