package studio.tutti.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One person's page of a song, touched as a hand would: where a tick and a track or key lie is asked of the drawing, the
 * pressing is the browser's own.
 */
final class StudioPage {

    private static final int STEPS = 6;

    private final Page page;

    private StudioPage(Page page) {
        this.page = page;
    }

    /** Opens an address as somebody who was never here, tells the name, and waits until the song can be edited. */
    static StudioPage open(BrowserContext person, String address, String name) {
        Page page = person.newPage();
        page.navigate(address);
        page.getByLabel("Your name").fill(name);
        page.getByText("Come in").click();
        page.locator("tutti-arrangement").waitFor();
        // Keys pressed while the dialog still goes would be its own.
        page.getByText("Come in").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return new StudioPage(page);
    }

    /** Opens an address again, as somebody whose name is known, and waits until the song can be edited. */
    static StudioPage again(BrowserContext person, String address) {
        Page page = person.newPage();
        page.navigate(address);
        page.locator("tutti-arrangement").waitFor();
        return new StudioPage(page);
    }

    /** A page that somebody else opened. */
    static StudioPage at(Page page) {
        return new StudioPage(page);
    }

    /** A place on the page, in CSS pixels. */
    record Point(double x, double y) {
        Point plus(double dx, double dy) {
            return new Point(x + dx, y + dy);
        }
    }

    /** A clip as the page has it, its track by its row from 0; ticks. */
    record ClipOnPage(int row, int start, int length, int offset, int loop, boolean muted, String name) {}

    /** A note of the opened clip as the page has it; ticks of its content. */
    record NoteOnPage(int start, int length, int pitch, int velocity) {}

    Page page() {
        return page;
    }

    // --- where things lie ---

    /** A tick of the song on a track's row. */
    Point onTrack(int row, int tick) {
        return point("studio().arrangement.clientPoint(%d, song().tracks()[%d].handle)".formatted(tick, row));
    }

    /** A tick of the song on a key of the piano roll. */
    Point onKey(int pitch, int tick) {
        return point("studio().roll.clientPoint(%d, %d)".formatted(tick, pitch));
    }

    /** The head of the stalk of a velocity. */
    Point onStalk(int velocity, int tick) {
        return point("studio().roll.lanePoint(%d, %d)".formatted(tick, velocity));
    }

    /** The step of a drum of the grid that a tick of the song lies in. */
    Point onStep(int drum, int tick) {
        return point("studio().grid.stepPoint(%d, %d)".formatted(tick, drum));
    }

    /** A tick of the song on a take, counted from 0, of the opened clip. */
    Point onTake(int take, int tick) {
        return point("studio().renderRoot.querySelector('tutti-editor').renderRoot.querySelector('tutti-takes').clientPoint(%d, %d)".formatted(take, tick));
    }

    /** The name of a drum of the grid. */
    Point onDrum(int drum) {
        return point("studio().grid.namePoint(%d, false)".formatted(drum));
    }

    /** The mute sign beside a drum's name. */
    Point onMute(int drum) {
        return point("studio().grid.namePoint(%d, true)".formatted(drum));
    }

    /** A tick on the ruler's lower half, where a press goes there. */
    Point onRuler(int tick) {
        return onStage(tick, 22);
    }

    /** A tick in the strip above the ruler, where the loop lies. */
    Point onLoopStrip(int tick) {
        return onStage(tick, 5);
    }

    /** A tick on a lane that is shown, in the middle of its height. */
    Point onLane(String lane, int tick) {
        return onStage(tick, whole("studio().arrangement.layout.lanes.filter(lane => lane.name === '%s').map(lane => lane.top + lane.height / 2)[0]".formatted(lane)));
    }

    private Point onStage(int tick, int below) {
        Point left = point("studio().arrangement.clientPoint(%d, -1)".formatted(tick));
        double top = ((Number) ask("studio().arrangement.element.getBoundingClientRect().top")).doubleValue();
        return new Point(left.x(), top + below);
    }

    private Point point(String expression) {
        Map<?, ?> at = (Map<?, ?>) ask(expression);
        return new Point(((Number) at.get("x")).doubleValue(), ((Number) at.get("y")).doubleValue());
    }

    // --- what hands do ---

    void press(Point at) {
        page.mouse().click(at.x(), at.y());
    }

    void doublePress(Point at) {
        page.mouse().dblclick(at.x(), at.y());
    }

    void drag(Point from, Point to) {
        page.mouse().move(from.x(), from.y());
        page.mouse().down();
        page.mouse().move(to.x(), to.y(), new Mouse.MoveOptions().setSteps(STEPS));
        page.mouse().up();
    }

    void dragHolding(String key, Point from, Point to) {
        page.keyboard().down(key);
        drag(from, to);
        page.keyboard().up(key);
    }

    void keys(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator slider(String name) {
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    // --- what is there ---

    /** Answers a JavaScript expression; {@code song()} and {@code studio()} are at hand. */
    Object ask(String expression) {
        return page.evaluate("""
                () => {
                  const studio = () => document.querySelector('tutti-studio');
                  const song = () => studio().workspace.song;
                  return %s;
                }""".formatted(expression));
    }

    int whole(String expression) {
        return ((Number) ask(expression)).intValue();
    }

    boolean holds(String expression) {
        return (Boolean) ask(expression);
    }

    /** All clips, by track and start. */
    List<ClipOnPage> clips() {
        List<ClipOnPage> clips = new ArrayList<>();
        for (Object each : (List<?>) ask("""
                (() => {
                  const rows = song().tracks().map(track => track.handle);
                  const packed = song().clips();
                  const all = [];
                  for (let at = 0; at < packed.length; at += 10) {
                    all.push([rows.indexOf(packed[at + 1]), packed[at + 3], packed[at + 4], packed[at + 5], packed[at + 6],
                      (packed[at + 8] & 1) === 1, song().clipName(packed[at])]);
                  }
                  return all.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
                })()""")) {
            List<?> clip = (List<?>) each;
            clips.add(new ClipOnPage((Integer) clip.get(0), (Integer) clip.get(1), (Integer) clip.get(2), (Integer) clip.get(3),
                    (Integer) clip.get(4), (Boolean) clip.get(5), (String) clip.get(6)));
        }
        return clips;
    }

    /** The notes of the opened clip's content, by start and pitch. */
    List<NoteOnPage> notes() {
        List<NoteOnPage> notes = new ArrayList<>();
        for (Object each : (List<?>) ask("""
                (() => {
                  const packed = song().notes(studio().workspace.content, 0, 0x7fffffff);
                  const all = [];
                  for (let at = 0; at < packed.length; at += 6) {
                    all.push([packed[at + 1], packed[at + 2], packed[at + 3], packed[at + 4]]);
                  }
                  return all.sort((a, b) => a[0] - b[0] || a[2] - b[2]);
                })()""")) {
            List<?> note = (List<?>) each;
            notes.add(new NoteOnPage((Integer) note.get(0), (Integer) note.get(1), (Integer) note.get(2), (Integer) note.get(3)));
        }
        return notes;
    }

    /** Waits until a JavaScript expression holds. */
    void until(String expression) {
        page.waitForFunction("""
                () => {
                  const studio = () => document.querySelector('tutti-studio');
                  const song = () => studio().workspace.song;
                  return %s;
                }""".formatted(expression));
    }

    /** Waits until all that is drawn is as the song is now. */
    void settle() {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** Keeps a picture of the page for whoever wants to look, in the folder that {@code TUTTI_SHOTS} names. */
    void shoot(String name) {
        String folder = System.getenv("TUTTI_SHOTS");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of(folder, name + ".png")));
        }
    }

    // --- beginnings ---

    /** Adds an instrument track by its button. */
    void addTrack() {
        int before = whole("song().tracks().length");
        page.locator("tutti-arrangement .add button").first().click();
        until("song().tracks().length === " + (before + 1));
        settle();
    }

    /** Draws a one-bar clip by double-pressing a track's row. */
    void drawClip(int row, int tick) {
        int before = clips().size();
        doublePress(onTrack(row, tick));
        until("song().clips().length === " + 10 * (before + 1));
        page.locator("tutti-piano-roll, tutti-drum-grid").first().waitFor();
        settle();
    }

    /** Draws a note of the remembered length by pressing with the pencil. */
    void drawNote(int pitch, int songTick) {
        int before = notes().size();
        press(onKey(pitch, songTick));
        until("song().notes(studio().workspace.content, 0, 0x7fffffff).length === " + 6 * (before + 1));
        settle();
    }
}
