package studio.tutti.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.ClipOnPage;
import studio.tutti.e2e.StudioPage.Point;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Arranging")
class ArrangingIT extends InStudio {

    private static void pressMenu(StudioPage page, Point at, String entry) {
        page.page().mouse().click(at.x(), at.y(), new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
        page.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(Pattern.compile("^" + entry))).first().click();
    }

    private static void starts(StudioPage page, Integer... starts) {
        page.until("[...song().clips()].filter((_, at) => at %% 10 === 3).sort((a, b) => a - b).join() === '%s'"
                .formatted(String.join(",", java.util.Arrays.stream(starts).map(String::valueOf).toList())));
        page.settle();
    }

    /** A track with a clip and a note on bars 1, 2 and 3, sections "A" on bar 1 and "B" on bar 2. */
    private StudioPage song() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.ask("""
                (() => {
                  const track = song().tracks()[0].handle;
                  for (let bar = 0; bar < 3; bar++) {
                    const clip = song().addClip(track, bar * %1$d, %1$d);
                    const packed = song().clips();
                    const at = [0, 10, 20].find(each => packed[each] === clip);
                    song().addNote(packed[at + 2], 0, 960, bar === 2 ? 62 : 60, 90);
                  }
                  song().addSection(0, %1$d, 'A');
                  song().addSection(%1$d, %1$d, 'B');
                  song().addChord(0, %1$d, 'C');
                  studio().workspace.showLanes = true;
                  studio().workspace.viewChanged();
                  return true;
                })()""".formatted(BAR));
        page.until("song().sections().length === 2 && studio().arrangement.layout.lanes.length >= 4");
        page.settle();
        return page;
    }

    @Test
    @DisplayName("clips are joined and unrolled with J, aliases parted with Shift and J, coloured and named in the menu")
    void joins() {
        StudioPage page = song();
        page.press(page.onTrack(0, BAR / 2));
        page.page().keyboard().down("Shift");
        page.press(page.onTrack(0, BAR + BAR / 2));
        page.page().keyboard().up("Shift");
        page.keys("j");
        starts(page, 0, 2 * BAR);
        assertThat(page.clips().getFirst().length()).isEqualTo(2 * BAR);
        page.until("studio().workspace.seen.notes(song().clips()[2]).length === 12");

        page.press(page.onTrack(0, 2 * BAR + BAR / 2));
        page.keys("Control+Shift+D");
        starts(page, 0, 2 * BAR, 3 * BAR);
        page.until("[...song().clips()].filter((each, at) => at % 10 === 8 && (each & 4)).length === 2");
        page.keys("Shift+J");
        page.until("[...song().clips()].filter((each, at) => at % 10 === 8 && (each & 4)).length === 0");

        pressMenu(page, page.onTrack(0, 2 * BAR + BAR / 2), "Colour");
        page.page().getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Red")).click();
        page.until("song().clips()[17] !== song().clips()[7] || song().clips()[27] !== song().clips()[7]");
        page.keys("Control+z", "Control+z", "Control+z", "Control+z");
        starts(page, 0, BAR, 2 * BAR);
    }

    @Test
    @DisplayName("a section is dragged with its bars, copied with Alt, moved by keys, and its name alone with Shift")
    void sections() {
        StudioPage page = song();
        Point a = page.onLane("sections", BAR / 2);
        page.drag(a, page.onLane("sections", 2 * BAR + 200));
        page.until("song().sections().map(each => each.name + each.start).join() === 'B0,A%d'".formatted(BAR));
        page.until("song().chords()[0].start === " + BAR);
        page.settle();

        page.dragHolding("Alt", page.onLane("sections", BAR / 2), page.onLane("sections", 2 * BAR + 200));
        page.until("song().sections().map(each => each.name + each.start).join() === 'B0,A%d,B%d'".formatted(BAR, 2 * BAR));
        starts(page, 0, BAR, 2 * BAR, 3 * BAR);
        page.keys("Alt+ArrowLeft");
        page.until("song().sections().map(each => each.name).join() === 'B,B,A'");
        page.keys("Control+z", "Control+z", "Control+z");
        page.until("song().sections().map(each => each.name + each.start).join() === 'A0,B%d'".formatted(BAR));
        page.settle();

        page.dragHolding("Shift", page.onLane("sections", BAR + BAR / 2), page.onLane("sections", 2 * BAR + BAR / 2));
        page.until("song().sections()[1].start === " + 2 * BAR);
        starts(page, 0, BAR, 2 * BAR);
        page.press(page.onLane("sections", BAR / 2));
        page.keys("Shift+Delete");
        page.until("song().sections().map(each => each.name + each.start).join() === 'B%d'".formatted(BAR));
        starts(page, 0, BAR);
    }

    @Test
    @DisplayName("a drag of a section is taken back by Escape, and shows what goes where before")
    void previews() {
        StudioPage page = song();
        Point from = page.onLane("sections", BAR / 2);
        Point to = page.onLane("sections", 2 * BAR + 100);
        page.page().mouse().move(from.x(), from.y());
        page.page().mouse().down();
        page.page().mouse().move(to.x(), to.y(), new Mouse.MoveOptions().setSteps(5));
        page.until("studio().arrangement.draft?.kind === 'whole' && studio().arrangement.draft.before === " + 2 * BAR);
        page.shoot("section-dragged");
        page.keys("Escape");
        page.page().mouse().up();
        page.settle();
        assertThat(page.holds("song().sections().map(each => each.name).join() === 'A,B'")).isTrue();
    }

    @Test
    @DisplayName("bars come in and go out from the ruler's menu and by keys")
    void bars() {
        StudioPage page = song();
        pressMenu(page, page.onRuler(BAR + 100), "Insert a bar before bar 2");
        starts(page, 0, 2 * BAR, 3 * BAR);
        pressMenu(page, page.onRuler(BAR + 100), "Delete bar 2");
        starts(page, 0, BAR, 2 * BAR);
        page.press(page.onTrack(0, 5 * BAR));
        page.press(page.onTrack(0, 6 * BAR));
        page.ask("studio().workspace.caret.tick = " + BAR);
        page.keys("i");
        starts(page, 0, 2 * BAR, 3 * BAR);
        page.keys("Shift+Delete");
        starts(page, 0, BAR, 2 * BAR);
    }

    @Test
    @DisplayName("a tempo is dragged up and down and in time, a metre in time, and a tempo by keys")
    void tempo() {
        StudioPage page = song();
        page.ask("(song().setTempo(%d, 120), song().setMetre(%d, 3, 4), true)".formatted(BAR, 2 * BAR));
        page.until("song().tempos().length === 2 && song().metres().length === 2");
        page.settle();
        Point tempo = page.onLane("tempo", BAR).plus(8, 0);
        page.drag(tempo, tempo.plus(0, -40));
        page.until("song().tempos()[1].bpm === 140");
        page.settle();
        page.drag(page.onLane("tempo", BAR).plus(8, 0), page.onLane("tempo", 4 * BAR).plus(8, 0));
        page.until("song().tempos()[1].start > " + 3 * BAR);
        page.settle();
        Point metre = page.onLane("tempo", 2 * BAR).plus(8, 0);
        page.drag(metre, page.onLane("tempo", BAR).plus(8, 0));
        page.until("song().metres()[1].start === " + BAR);
        Point first = page.onLane("tempo", 0).plus(44, 0);
        page.drag(first, first.plus(0, 20));
        page.until("song().tempos()[0].bpm < 120");
        page.ask("studio().workspace.laneItems.set([song().tempos()[1].handle])");
        page.keys("Alt+ArrowDown");
        page.until("song().tempos()[1].bpm === 139");
    }

    @Test
    @DisplayName("chords are heard in the notes after asking, spelled as usual, and transposed with the notes")
    void chords() {
        StudioPage page = song();
        page.ask("""
                (() => {
                  const clips = song().clips();
                  for (const [at, keys] of [[2, [48, 64, 67]], [12, [53, 57, 72]], [22, [55, 59, 62]]]) {
                    for (const key of keys) song().addNote(clips[at], 0, %d, key, 90);
                  }
                  return true;
                })()""".formatted(BAR));
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Shift+C");
        page.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Replace the chords that are here")).last().click();
        page.until("song().chords().map(each => each.symbol.replace(/[0-9a-z].*/, '')).join() === 'C,F,G'");
        page.settle();
        page.keys("Alt+ArrowUp", "Alt+ArrowUp");
        page.until("song().chords().map(each => each.symbol.replace(/[0-9a-z].*/, '')).join() === 'D,G,A'");
        page.until("[...song().notes(song().clips()[2], 0, 1)].filter((_, at) => at % 6 === 3).sort().join() === '50,62,66,69'");
        page.keys("Control+z", "Control+z");
        page.until("[...song().notes(song().clips()[2], 0, 1)].filter((_, at) => at % 6 === 3).sort().join() === '48,60,64,67'");

        page.doublePress(page.onLane("chords", BAR / 2));
        page.page().keyboard().type("Amin7/G");
        page.keys("Enter");
        page.until("song().chords()[0].symbol === 'Am7/G'");
    }

    @Test
    @DisplayName("tracks go into a folder by keys and by dragging, which folds, mutes what it holds, shows it in stripes, and is left again")
    void folders() {
        StudioPage page = song();
        page.addTrack();
        page.addTrack();
        page.until("song().tracks().length === 3");
        page.settle();
        Locator heads = page.page().locator("tutti-track-head");
        heads.nth(0).locator(".name").click();
        heads.nth(1).locator(".name").click(new Locator.ClickOptions().setModifiers(java.util.List.of(com.microsoft.playwright.options.KeyboardModifier.CONTROL)));
        page.until("studio().workspace.tracks.size === 2");
        page.keys("Control+g");
        page.until("song().tracks().map(each => each.type).join() === 'folder,instrument,instrument,instrument'");
        page.until("song().tracks()[1].folder === song().tracks()[0].handle && song().tracks()[3].folder === -1");
        page.settle();

        heads.nth(3).locator(".name").click();
        page.keys("Control+ArrowUp");
        page.until("song().tracks()[3].folder === song().tracks()[0].handle");
        page.keys("Control+ArrowDown");
        page.until("song().tracks()[3].folder === -1");
        page.settle();

        BoundingBox grip = heads.nth(3).locator(".grip").boundingBox();
        BoundingBox folder = heads.nth(0).boundingBox();
        page.drag(new Point(grip.x + 5, grip.y + 20), new Point(grip.x + 5, folder.y + folder.height / 2));
        page.until("song().tracks().every((each, at) => at === 0 || each.folder === song().tracks()[0].handle)");
        page.settle();
        page.shoot("folder");

        page.button("Mute Folder").click();
        page.until("song().tracks().every(each => each.silent)");
        page.button("Mute Folder").click();
        page.until("song().tracks().every(each => !each.silent)");
        page.button("Fold Folder").click();
        page.until("studio().arrangement.layout.handles.length === 1");
        page.settle();
        page.shoot("folder-folded");
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Shift+Enter");
        page.until("studio().arrangement.layout.handles.length === 4");
        page.keys("Control+Shift+G");
        page.until("song().tracks().length === 3 && song().tracks().every(each => each.folder === -1)");
        assertThat(page.clips()).extracting(ClipOnPage::row).containsOnly(0);
    }
}
