package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.NoteOnPage;
import studio.tutti.e2e.StudioPage.Point;

@DisplayName("Shaping notes in the piano roll")
class ShapingNotesIT extends InStudio {

    private static final int STEP = QUARTER / 4;
    private static final int MODULATION = 1;

    private static NoteOnPage note(int start, int length, int pitch) {
        return new NoteOnPage(start, length, pitch, 96);
    }

    /** The points of the shown lane, start and amount in turn, in ticks of the content. */
    private static List<Integer> points(StudioPage page) {
        List<Integer> points = new ArrayList<>();
        for (Object each : (List<?>) page.ask("""
                Array.from(song().controls(studio().workspace.content, studio().workspace.roll.get('lane'))).filter((_, at) => at % 3 !== 0)""")) {
            points.add((Integer) each);
        }
        return points;
    }

    private static void lane(StudioPage page, String name) {
        page.page().locator("tutti-piano-roll .lane").click();
        page.page().locator("tutti-menu button", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name)).first().click();
        page.settle();
    }

    @Test
    @DisplayName("the brush paints a row in one step of undo, the knife cuts, the lasso chooses, the eraser takes away what it crosses")
    void tools() {
        StudioPage page = withOpenClip();
        page.button("Brush").click();
        page.drag(page.onKey(60, BAR + 20), page.onKey(60, BAR + 3 * STEP + 100));
        NoteOnPage[] row = {note(0, STEP, 60), note(STEP, STEP, 60), note(2 * STEP, STEP, 60), note(3 * STEP, STEP, 60)};
        shows(page, row);
        page.keys("Control+z");
        shows(page);
        page.keys("Control+Shift+z");
        shows(page, row);

        page.keys("6");
        page.page().mouse().move(page.onKey(62, BAR).x(), page.onKey(62, BAR).y());
        page.until("studio().roll.knife === " + BAR);
        page.keys("g");
        page.press(page.onKey(60, BAR + STEP / 2));
        page.keys("g");
        page.until("song().notes(studio().workspace.content, 0, 0x7fffffff).length === 6 * 5");
        List<NoteOnPage> cut = page.notes();
        assertThat(cut.get(0).length() + cut.get(1).length()).isEqualTo(STEP);
        page.keys("Control+z");
        shows(page, row);

        page.keys("5");
        Point corner = page.onKey(62, BAR + STEP + 20);
        Point other = page.onKey(58, BAR + 3 * STEP - 20);
        page.page().mouse().move(corner.x(), corner.y());
        page.page().mouse().down();
        for (Point at : new Point[] {new Point(other.x(), corner.y()), other, new Point(corner.x(), other.y()), corner}) {
            page.page().mouse().move(at.x(), at.y());
        }
        page.until("studio().roll.draft?.kind === 'lasso'");
        page.page().mouse().up();
        page.until("studio().workspace.notes.size === 2");

        page.keys("4");
        page.drag(page.onKey(60, BAR + 20), page.onKey(60, BAR + STEP + 60));
        shows(page, row[2], row[3]);
        page.page().mouse().move(page.onKey(60, BAR + 2 * STEP + 20).x(), page.onKey(60, BAR).y());
        page.page().mouse().down();
        page.page().mouse().move(page.onKey(60, BAR + 3 * STEP + 20).x(), page.onKey(60, BAR).y());
        page.keys("Escape");
        page.page().mouse().up();
        shows(page, row[2], row[3]);
    }

    @Test
    @DisplayName("keys cut, glue, tie, strum, humanise and transpose; the panel quantises with strength")
    void shapes() {
        StudioPage page = withOpenClip();
        page.drawNote(60, BAR + 10);
        page.drawNote(64, BAR + 10);
        page.drawNote(67, BAR + QUARTER + 10);
        page.keys("Control+a", "Shift+J");
        shows(page, note(0, QUARTER, 60), note(0, QUARTER, 64), note(QUARTER, 480, 67));
        page.keys("u");
        shows(page, note(0, QUARTER, 60), note(30, QUARTER - 30, 64), note(QUARTER, 480, 67));
        page.keys("Shift+S");
        page.until("song().notes(studio().workspace.content, 0, 0x7fffffff).length === 6 * 10");
        page.keys("j");
        shows(page, note(0, QUARTER, 60), note(30, QUARTER - 30, 64), note(QUARTER, 480, 67));
        page.keys("Alt+ArrowUp");
        shows(page, note(0, QUARTER, 62), note(30, QUARTER - 30, 65), note(QUARTER, 480, 69));

        page.button("Shape").click();
        Locator panel = page.page().locator("tutti-shape [popover]");
        Locator strength = panel.getByLabel("Strength");
        strength.focus();
        strength.press("Home");
        for (int press = 0; press < 10; press++) {
            strength.press("ArrowRight");
        }
        page.until("studio().workspace.roll.get('strength') === 50");
        panel.getByText("Quantise", new Locator.GetByTextOptions().setExact(true)).last().click();
        page.keys("Escape");
        shows(page, note(0, QUARTER, 62), note(15, QUARTER - 30, 65), note(QUARTER, 480, 69));

        page.keys("h");
        page.until("studio().workspace.song.undoLabel === 'humanise notes'");
        page.keys("Control+z");
        shows(page, note(0, QUARTER, 62), note(15, QUARTER - 30, 65), note(QUARTER, 480, 69));
    }

    @Test
    @DisplayName("pencil and Alt draw velocities and controllers; points are chosen, moved, made and deleted by hand and by keys")
    void lanes() {
        StudioPage page = withOpenClip();
        page.button("Brush").click();
        page.drag(page.onKey(60, BAR + 20), page.onKey(60, BAR + 4 * QUARTER - 60));
        page.until("song().notes(studio().workspace.content, 0, 0x7fffffff).length === 6 * 16");
        page.keys("Escape", "2");
        page.dragHolding("Alt", page.onStalk(20, BAR - 20), page.onStalk(120, BAR + 4 * QUARTER - 100));
        page.until("song().notes(studio().workspace.content, 0, 1)[4] < 30");
        List<NoteOnPage> notes = page.notes();
        for (int i = 1; i < notes.size(); i++) {
            assertThat(notes.get(i).velocity()).isGreaterThan(notes.get(i - 1).velocity());
        }
        assertThat(notes.getLast().velocity()).isBetween(112, 124);

        lane(page, "Modulation");
        page.drag(page.onStalk(10, BAR + QUARTER), page.onStalk(110, BAR + 2 * QUARTER));
        page.until("song().controls(studio().workspace.content, 1).length > 3 * 8");
        List<Integer> drawn = points(page);
        assertThat(drawn.get(1)).isBetween(6, 14);
        assertThat(drawn.getLast()).isBetween(104, 116);

        page.keys("1");
        page.drag(page.onStalk(5, BAR + QUARTER - 120), page.onStalk(5, BAR + 4 * QUARTER - 200));
        page.until("studio().workspace.controls.size > 8");
        page.keys("Delete");
        page.until("song().controls(studio().workspace.content, 1).length === 0");

        page.doublePress(page.onStalk(64, BAR + QUARTER));
        page.until("song().controls(studio().workspace.content, 1).length === 3");
        page.drag(page.onStalk(points(page).get(1), BAR + QUARTER), page.onStalk(100, BAR + 2 * QUARTER));
        page.until("song().controls(studio().workspace.content, 1)[1] === " + 2 * QUARTER);
        int amount = points(page).get(1);
        assertThat(amount).isBetween(95, 105);
        page.keys("ArrowUp", "ArrowRight");
        page.until("song().controls(studio().workspace.content, 1)[1] === " + (2 * QUARTER + STEP));
        assertThat(points(page)).containsExactly(2 * QUARTER + STEP, amount + 1);
        page.until("studio().roll.shadowRoot.querySelector('.spoken').textContent.startsWith('Modulation %d')".formatted(amount + 1));

        page.keys("Escape", "ArrowRight", "Shift+Enter");
        page.until("song().controls(studio().workspace.content, 1).length === 6");
        page.keys("Shift+V");
        page.until("studio().workspace.roll.get('lane') === 11");
        lane(page, "Another controller");
        page.page().locator("tutti-piano-roll input.inline").fill("" + MODULATION);
        page.page().locator("tutti-piano-roll input.inline").press("Enter");
        page.until("studio().workspace.roll.get('lane') === 1");
    }

    @Test
    @DisplayName("a locked scale takes what is drawn and moved; chords are drawn at once; rows fold; another track shows behind")
    void scales() {
        StudioPage page = withOpenClip();
        page.button("Stay in the scale").click();
        page.press(page.onKey(61, BAR + 10));
        shows(page, note(0, 480, 60));
        page.drag(page.onKey(60, BAR + 240), page.onKey(63, BAR + 240));
        shows(page, note(0, 480, 62));
        page.keys("ArrowUp", "ArrowUp");
        shows(page, note(0, 480, 65));

        page.keys("Escape", "Shift+C");
        Point at = page.onKey(62, BAR + QUARTER + 20);
        page.page().mouse().move(at.x(), at.y());
        page.until("studio().roll.ghost?.pitches.join() === '62,65,69'");
        page.page().mouse().down();
        page.until("studio().workspace.audition.sounding.join() === '62,65,69'");
        page.page().mouse().up();
        page.until("studio().workspace.audition.sounding.length === 0");
        shows(page, note(0, 480, 65), note(QUARTER, 480, 62), note(QUARTER, 480, 65), note(QUARTER, 480, 69));

        page.keys("Shift+C", "Shift+F");
        page.until("studio().roll.layout.rows.count === 3");
        page.keys("a");
        Point high = page.onKey(69, BAR + 10);
        page.page().mouse().move(high.x(), high.y());
        page.page().mouse().down();
        page.until("studio().roll.draft?.kind === 'draw'");
        assertThat(page.holds("studio().workspace.audition.sounding.length === 0")).isTrue();
        page.page().mouse().up();
        shows(page, note(0, 480, 65), note(0, 480, 69), note(QUARTER, 480, 62), note(QUARTER, 480, 65), note(QUARTER, 480, 69));
        page.keys("Shift+F");

        page.button("Shape").click();
        page.page().getByLabel("Scale", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true)).selectOption("Hirajoshi");
        page.page().getByLabel("Tonic").selectOption("D");
        page.keys("Escape");
        page.until("studio().workspace.song.noteShapes.keys(studio().workspace.roll.get('scale')).toString(2) === '11000110100'");

        page.addTrack();
        page.drawClip(1, BAR + 100);
        page.button("Other tracks behind the notes").click();
        page.page().locator("tutti-menu button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Track 1")).click();
        page.until("studio().workspace.roll.ghosts.size === 1");
        page.settle();
        Point ghost = page.onKey(65, BAR + QUARTER + 240);
        assertThat(page.holds(shadeAt(ghost, 3))).as("a note of the other track shows").isTrue();
        page.keys("v");
        page.settle();
        assertThat(page.holds(shadeAt(ghost, 3))).as("and is hidden again").isFalse();
    }

    /** Whether the ground at a place is brighter than a row ever is. */
    private static String shadeAt(Point at, int above) {
        return """
                (() => {
                  const ground = studio().roll.shadowRoot.querySelector('canvas');
                  const place = ground.getBoundingClientRect();
                  const ratio = ground.width / place.width;
                  const [r, g, b] = ground.getContext('2d').getImageData((%s - place.left) * ratio, (%s - %d - place.top) * ratio, 1, 1).data;
                  return Math.max(r, g, b) > 60;
                })()""".formatted(at.x(), at.y(), above);
    }

    @Test
    @DisplayName("a slide bends each chosen note until it meets the next, in one step of undo; how the roll is set up outlasts the page")
    void slides() {
        String address = newSong();
        BrowserContext person = person();
        StudioPage page = join(person, address, "Ada");
        page.addTrack();
        page.drawClip(0, BAR + 100);
        page.drawNote(60, BAR + 10);
        page.drawNote(62, BAR + QUARTER + 10);
        lane(page, "Pitch bend");
        page.settle();
        assertThat(points(page)).isEmpty();
        page.keys("1");
        page.press(page.onKey(60, BAR + 240));
        page.page().keyboard().down("Shift");
        page.press(page.onKey(62, BAR + QUARTER + 240));
        page.page().keyboard().up("Shift");
        page.until("studio().workspace.notes.size === 2");
        page.keys("i");
        page.until("song().controls(studio().workspace.content, 128).length > 0");
        page.settle();
        List<Integer> bend = points(page);
        assertThat(bend.subList(0, 2)).containsExactly(QUARTER - 240, 8192);
        assertThat(bend.subList(bend.size() - 4, bend.size())).containsExactly(QUARTER - 20, 16_383, QUARTER, 8192);
        assertThat(page.notes()).containsExactly(note(0, QUARTER, 60), note(QUARTER, 480, 62));
        page.shoot("slide");
        page.keys("Control+z");
        page.until("song().controls(studio().workspace.content, 128).length === 0");
        shows(page, note(0, 480, 60), note(QUARTER, 480, 62));

        page.keys("n", "a");
        page.until("song().pending === 0 && studio().workspace.roll.get('lock')");
        page.page().reload();
        page.page().locator("tutti-arrangement").waitFor();
        page.until("song().clips().length === 10");
        page.settle();
        page.doublePress(page.onTrack(0, BAR + 100));
        page.page().locator("tutti-piano-roll").waitFor();
        assertThat(page.page().locator("tutti-piano-roll .lane").innerText()).contains("Pitch bend");
        assertThat(page.button("Stay in the scale").getAttribute("aria-pressed")).isEqualTo("true");
        page.settle();
        page.press(page.onKey(61, BAR + 2 * QUARTER + 10));
        shows(page, note(0, 480, 60), note(QUARTER, 480, 62), note(2 * QUARTER, 480, 60));
    }

    @Test
    @DisplayName("the bar of the piano roll stays one line beside an open panel")
    void bar() {
        StudioPage page = withOpenClip();
        page.page().setViewportSize(1280, 800);
        page.keys("Alt+c");
        page.page().locator("tutti-comments").waitFor();
        page.settle();
        page.shoot("roll-bar");
        assertThat(page.whole("new Set(Array.from(studio().renderRoot.querySelectorAll('tutti-editor')).flatMap(editor => "
                + "Array.from(editor.shadowRoot.querySelector('tutti-roll-tools').shadowRoot.querySelectorAll('button'))"
                + ".filter(button => button.offsetParent).map(button => button.getBoundingClientRect().top))).size")).isEqualTo(1);
    }

    @Test
    @DisplayName("a finger paints with the brush and erases with a tap")
    void fingers() {
        BrowserContext tablet = chromium().newContext(new Browser.NewContextOptions().setViewportSize(1024, 768).setHasTouch(true));
        try {
            StudioPage page = join(tablet, newSong(), "Ada");
            page.addTrack();
            page.page().locator("tutti-arrangement .stage").focus();
            page.keys("Enter");
            page.until("song().clips().length === 10");
            page.button("Notes").click();
            page.settle();
            page.button("Brush").click();
            Hand hand = new Hand(page);
            Point from = page.onKey(60, 20);
            Point to = page.onKey(60, 3 * STEP + 100);
            hand.drag(from, to);
            page.until("song().notes(studio().workspace.content, 0, 0x7fffffff).length === 6 * 4");
            page.button("Eraser").click();
            hand.tap(page.onKey(60, STEP + 100));
            page.until("song().notes(studio().workspace.content, 0, 0x7fffffff).length === 6 * 3");
        } finally {
            tablet.close();
        }
    }
}
