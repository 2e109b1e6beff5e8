package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.Point;

/** The table of menus in docs/editing.md: each opened by a right press and by keys, and one entry of it run. */
@DisplayName("Menus, by a right press and by the menu key,")
class MenusIT extends InStudio {

    private static final int STEP = QUARTER / 4;
    private static final int HAT = 42;
    private static final int CONTROLLER = 11;

    /** A menu as it is read: what it is called, and its entries. */
    private record Menu(String title, List<String> entries) {

        /** The menu that is open. */
        static Menu of(StudioPage page) {
            Locator menu = page.page().locator("tutti-menu [role=menu]");
            menu.waitFor();
            return new Menu(menu.getAttribute("aria-label"), menu.locator(".name").allTextContents());
        }
    }

    private static Menu pressed(StudioPage page, Point at) {
        page.page().mouse().click(at.x(), at.y(), new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
        return Menu.of(page);
    }

    private static Menu pressed(StudioPage page, Locator on) {
        on.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        return Menu.of(page);
    }

    private static Menu byKey(StudioPage page, String key) {
        page.keys(key);
        return Menu.of(page);
    }

    /** Leaves the menu that is open. */
    private static void leave(StudioPage page) {
        page.keys("Escape");
        page.page().locator("tutti-menu [role=menu]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Runs an entry of the menu that is open by going to it with arrows. */
    private static void run(StudioPage page, String entry) {
        Locator wanted = page.page().locator("tutti-menu button").filter(new Locator.FilterOptions().setHas(
                page.page().locator(".name").getByText(entry, new Locator.GetByTextOptions().setExact(true))));
        for (int step = 0; step < 60 && !(Boolean) wanted.evaluate("button => button.matches(':focus')"); step++) {
            page.keys("ArrowDown");
        }
        page.keys("Enter");
        page.settle();
    }

    /** Opens a menu both ways, sees that they are the same, and leaves it open. */
    private static Menu same(StudioPage page, Point at, String key, String title, String... entries) {
        Menu byPress = pressed(page, at);
        leave(page);
        Menu byKey = byKey(page, key);
        assertThat(byKey).isEqualTo(byPress);
        assertThat(byKey.title()).isEqualTo(title);
        assertThat(byKey.entries()).contains(entries);
        return byKey;
    }

    /** A song with something of every kind on its lanes, and a clip with two notes. */
    private StudioPage song() {
        StudioPage page = openNewSong();
        page.ask("""
                (() => {
                  const s = song(), w = studio().workspace;
                  const track = s.addTrack('instrument', 'Voice', 0, -1);
                  const clip = s.addClip(track, 0, %1$d);
                  const content = s.clips()[2];
                  s.addNote(content, 0, 960, 60, 90);
                  s.addNote(content, 1920, 960, 64, 90);
                  s.addSection(0, 2 * %1$d, 'A');
                  s.addChord(%1$d, 1920, 'C');
                  s.addMarker(2 * %1$d, 'Here');
                  s.setTempo(3 * %1$d, 90);
                  s.setMetre(4 * %1$d, 3, 4);
                  s.lyrics.type('Oh', track, 0);
                  w.showLanes = true;
                  w.viewChanged();
                  return clip;
                })()""".formatted(BAR));
        page.until("studio().arrangement.layout.lanes.length === 5 && song().lyrics.all().length === 1");
        page.page().locator("tutti-arrangement .stage").focus();
        page.settle();
        return page;
    }

    @Test
    @DisplayName("offer the same for clips, and for what lies beside them, the ruler and the lanes included")
    void arrangement() {
        StudioPage page = song();
        page.keys("Period");
        page.until("studio().workspace.clips.size === 1");
        same(page, page.onTrack(0, 100), "Shift+F10", "Clip", "Open in the editor", "Rename", "New variation", "Duplicate", "Duplicate as an alias", "Colour…",
                "Split here", "Mute or unmute", "Comment on this clip", "Delete");
        run(page, "Mute or unmute");
        page.until("(song().clips()[8] & 1) === 1");

        page.keys("Escape");
        page.until("studio().workspace.clips.size === 0");
        page.press(page.onTrack(0, 2 * BAR));
        page.until("studio().workspace.caret.tick === " + 2 * BAR);
        page.settle();
        same(page, page.onTrack(0, 2 * BAR), "ContextMenu", "Arrangement", "New clip here", "Paste here", "On the ruler here…", "On the lanes here…", "Choose all");
        run(page, "On the lanes here…");
        assertThat(Menu.of(page).entries()).contains("Add to “Markers”", "Add to “Sections”", "Add to “Chords”", "Words from here", "Tempo change here", "Metre change here");
        leave(page);
        byKey(page, "ContextMenu");
        run(page, "On the ruler here…");
        Menu byKey = Menu.of(page);
        leave(page);
        assertThat(pressed(page, page.onRuler(2 * BAR).plus(1, 0))).isEqualTo(byKey);
        assertThat(byKey.title()).isEqualTo("Ruler");
        assertThat(byKey.entries()).contains("Play from here", "Comment here", "Marker here", "Insert a bar before bar 3", "Delete bar 3");
        run(page, "Insert a bar before bar 3");
        page.until("song().markers()[0].start === " + 3 * BAR);
        assertThat(page.ask("song().undoLabel")).isEqualTo("insert bars");
    }

    @Test
    @DisplayName("offer the same for what lies on the lanes, and beside it")
    void lanes() {
        StudioPage page = song();
        record Thing(String lane, int tick, String title, String holds) {}
        for (Thing thing : List.of(new Thing("sections", 0, "Sections", "Duplicate with its bars"), new Thing("chords", BAR, "Chords", "Hear the chords in the notes"),
                new Thing("markers", 2 * BAR, "Markers", "Delete"), new Thing("tempo", 3 * BAR, "Tempo, metre", "Tempo change here"),
                new Thing("tempo", 4 * BAR, "Tempo, metre", "Metre change here"))) {
            page.keys("Alt+.");
            page.until("studio().workspace.caret.tick === %d && studio().workspace.laneItems.size === 1".formatted(thing.tick()));
            same(page, page.onLane(thing.lane(), thing.tick()).plus(3, 0), thing.tick() % (2 * BAR) == 0 ? "Shift+F10" : "ContextMenu", thing.title(), "Edit", thing.holds());
            leave(page);
        }
        page.keys("Alt+,", "Shift+F10");
        run(page, "Delete");
        page.until("song().tempos().length === 1");

        page.keys("Control+.");
        page.until("studio().workspace.laneItems.has(song().lyrics.all()[0].handle)");
        same(page, page.onLane("lyrics", 0).plus(3, 0), "Shift+F10", "Lyrics", "Edit", "Insert before", "Delete", "A line begins here", "A paragraph begins here");
        run(page, "A line begins here");
        page.until("song().lyrics.all()[0].before === 1");

        assertThat(pressed(page, page.onLane("markers", 6 * BAR).plus(3, 0)).entries()).containsExactly("Add to “Markers”");
        run(page, "Add to “Markers”");
        page.page().keyboard().type("There");
        page.keys("Enter");
        page.until("song().markers().length === 2 && song().markers()[1].text === 'There'");
    }

    @Test
    @DisplayName("offer the same on the head of a track, and in the song as a list")
    void tracks() {
        StudioPage page = song();
        Menu head = pressed(page, page.button("Voice"));
        assertThat(head.title()).isEqualTo("Voice");
        assertThat(head.entries()).contains("Rename", "Make it a drum track", "Put it in a folder", "Delete the track");
        leave(page);
        page.button("Voice").focus();
        assertThat(byKey(page, "Shift+F10")).isEqualTo(head);
        leave(page);
        page.button("Mute Voice").focus();
        assertThat(byKey(page, "ContextMenu")).isEqualTo(head);
        run(page, "Rename");
        page.page().getByLabel("Name of the track").fill("Lead");
        page.keys("Enter");
        page.until("song().tracks()[0].name === 'Lead'");
        int tracks = page.whole("song().tracks().length");
        page.button("Lead").first().focus();
        byKey(page, "Shift+F10");
        run(page, "Duplicate the track");
        page.until("song().tracks().length === %d && song().tracks()[1].name === 'Lead'".formatted(tracks + 1));
        page.until("studio().workspace.song.clips().filter((_, at) => at % 10 === 1).filter(track => track === song().tracks()[1].handle).length > 0");
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Control+z");
        page.until("song().tracks().length === " + tracks);
        page.keys("Alt+Shift+D");
        page.until("song().tracks().length === " + (tracks + 1));
        page.keys("Control+z");
        page.until("song().tracks().length === " + tracks);

        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Shift+O");
        Locator row = page.page().locator("tutti-outline [role=treeitem]:focus");
        row.waitFor();
        assertThat(pressed(page, row).entries()).contains("New clip", "Rename", "Delete the track");
        leave(page);
        page.keys("ArrowRight", "ArrowRight");
        Menu clip = byKey(page, "Shift+F10");
        assertThat(clip.entries()).contains("Rename what is chosen", "Duplicate", "Duplicate as an alias", "Delete");
        leave(page);
        assertThat(pressed(page, page.page().locator("tutti-outline [role=treeitem]:focus"))).isEqualTo(clip);
        leave(page);
        page.keys("ArrowRight", "ArrowRight");
        assertThat(byKey(page, "ContextMenu").entries()).contains("Move a semitone up", "Louder", "Duplicate", "Delete");
        run(page, "Move a semitone up");
        page.until("song().notes(song().clips()[2], 0, 99)[3] === 61");
    }

    @Test
    @DisplayName("offer the same for notes, beside them, and for the points of a controller")
    void notes() {
        StudioPage page = song();
        page.keys("Period", "Enter");
        page.until("studio().roll?.shadowRoot.activeElement === studio().roll.element");
        page.keys("Escape", "ArrowUp");
        page.settle();
        same(page, page.onKey((Integer) page.ask("studio().workspace.caret.pitch"), page.whole("studio().workspace.caret.tick")), "Shift+F10", "Notes",
                "Paste here", "Choose all", "Quantise all");
        run(page, "Choose all");
        page.until("studio().workspace.notes.size === 2");
        page.keys("Period");
        page.until("studio().workspace.notes.size === 1");
        int first = page.whole("studio().workspace.seen.note(studio().workspace.content, studio().workspace.notes.all()[0]).start");
        same(page, page.onKey(first == 0 ? 60 : 64, first + 200), "ContextMenu", "Notes",
                "Cut", "Copy", "Duplicate", "Quantise to the grid", "Shape the notes …", "Move an octave up", "Velocity 64", "Delete");
        run(page, "Velocity 64");
        page.until("song().notes(studio().workspace.content, 0, 99999)[4] === 64 || song().notes(studio().workspace.content, 0, 99999)[10] === 64");

        page.ask("(song().noteShapes.putControl(studio().workspace.content, %1$d, 480, 90), studio().workspace.roll.set({ lane: %1$d }), studio().workspace.viewChanged('notes'))".formatted(CONTROLLER));
        page.settle();
        page.keys("Escape");
        page.press(page.onStalk(90, 480));
        page.until("studio().workspace.controls.size === 1");
        Menu point = pressed(page, page.onStalk(90, 480));
        leave(page);
        assertThat(byKey(page, "Shift+F10")).isEqualTo(point);
        assertThat(point.entries()).containsExactly("Delete");
        run(page, "Delete");
        page.until("song().controls(studio().workspace.content, %d).length === 0".formatted(CONTROLLER));
        Menu lane = pressed(page, page.onStalk(60, 1500));
        assertThat(lane.entries()).contains("Choose all points");
        run(page, lane.entries().getFirst());
        page.until("song().controls(studio().workspace.content, %d).length === 3".formatted(CONTROLLER));
    }

    @Test
    @DisplayName("offer the same for hits and steps of the drum grid, and for the name of a drum")
    void drums() {
        StudioPage page = openNewSong();
        page.page().locator("tutti-arrangement .add button").nth(1).click();
        page.until("song().tracks().length === 1");
        page.settle();
        page.drawClip(0, QUARTER);
        page.until("studio().grid?.layout?.drums.length > 8");
        page.settle();
        page.press(page.onStep(HAT, 0));
        page.until("song().notes(studio().workspace.content, 0, 99999).length === 6");
        page.settle();
        Point hit = page.onStep(HAT, 0);
        Menu byPress = pressed(page, hit);
        leave(page);
        assertThat(byKey(page, "Shift+F10")).isEqualTo(byPress);
        assertThat(byPress.title()).isEqualTo("Hits");
        run(page, "Velocity 32");
        page.until("song().notes(studio().workspace.content, 0, 99999)[4] === 32");

        page.keys("Escape", "ArrowRight", "ArrowRight");
        page.until("studio().workspace.caret.tick === %d && studio().workspace.notes.size === 0".formatted(2 * STEP));
        page.settle();
        Menu step = same(page, page.onStep(HAT, 2 * STEP), "ContextMenu", "Hi-hat closed", "Fill every 2 steps", "Clear", "As long as the clip", "Drum grid or piano roll");
        leave(page);
        Menu name = pressed(page, page.onDrum(HAT));
        assertThat(step.entries()).containsAll(name.entries());
        run(page, "Fill every 2 steps");
        page.until("song().notes(studio().workspace.content, 0, 99999).length === 6 * 8");
    }

    @Test
    @DisplayName("offer the same on somebody's portrait")
    void portraits() {
        String address = newSong();
        StudioPage bo = join(address, "Bo");
        StudioPage ada = join(address, "Ada");
        bo.until("song().people.length === 2");
        Locator portrait = ada.page().locator(".people-bar [data-person]").first();
        Menu byPress = pressed(ada, portrait);
        assertThat(byPress).isEqualTo(new Menu("Bo", Arrays.asList("Go along with Bo", "Everyone to me")));
        leave(ada);
        portrait.focus();
        assertThat(byKey(ada, "Shift+F10")).isEqualTo(byPress);
        run(ada, "Go along with Bo");
        bo.until("song().together.followers === 1");
    }
}
