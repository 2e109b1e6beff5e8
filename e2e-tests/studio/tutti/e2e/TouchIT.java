package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.Point;

/** The column "touch" of docs/editing.md: what fingers do on a tablet, place by place. */
@DisplayName("Fingers on a tablet")
class TouchIT extends InStudio {

    private static final int STEP = QUARTER / 4;
    private static final int HAT = 42;

    private StudioPage tablet(String address) {
        return StudioPage.open(touching(1024, 768), address, "Ada");
    }

    /** A song with tracks of a bar each, all lanes shown. */
    private StudioPage song(String address, int tracks) {
        StudioPage page = tablet(address);
        page.ask("""
                (() => {
                  const made = [];
                  for (let row = 0; row < %1$d; row++) {
                    const track = song().addTrack('instrument', 'Track ' + row, 0, -1);
                    const clip = song().addClip(track, 0, %2$d);
                    made.push(clip);
                  }
                  const packed = song().clips();
                  for (let at = 0; at < packed.length; at += 10) song().addNote(packed[at + 2], 0, 960, 60, 90), song().addNote(packed[at + 2], 1920, 960, 64, 90);
                  studio().workspace.showLanes = true;
                  studio().workspace.viewChanged();
                  return true;
                })()""".formatted(tracks, BAR));
        page.until("song().tracks().length === %d && studio().arrangement.layout.lanes.length === 5".formatted(tracks));
        page.settle();
        return page;
    }

    /** Writes in the field that is open over the lanes. */
    private static void write(StudioPage page, String words) {
        Locator field = page.page().locator("tutti-arrangement input.inline");
        field.fill(words);
        field.press("Enter");
        page.settle();
    }

    private static Locator head(StudioPage page, int row) {
        return page.page().locator("tutti-track-head").nth(row);
    }

    private static Locator named(StudioPage page, AriaRole role, String name) {
        return page.page().getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    @DisplayName("tap the ruler, drag a loop in its strip, and tap it off")
    void ruler() {
        StudioPage page = song(newSong(), 1);
        Hand hand = new Hand(page);
        hand.tap(page.onRuler(2 * BAR));
        page.until("song().transport.playhead === " + 2 * BAR);
        hand.drag(page.onLoopStrip(BAR), page.onLoopStrip(2 * BAR + 30));
        page.until("song().transport.loop.on && song().transport.loop.from === %d && song().transport.loop.to === %d".formatted(BAR, 2 * BAR));
        page.settle();
        hand.drag(page.onLoopStrip(BAR + 2 * QUARTER), page.onLoopStrip(2 * BAR + 2 * QUARTER));
        page.until("song().transport.loop.from === %d && song().transport.loop.to === %d".formatted(2 * BAR, 3 * BAR));
        page.settle();
        hand.tap(page.onLoopStrip(2 * BAR + 2 * QUARTER));
        page.until("!song().transport.loop.on");
        hand.choose(page.onRuler(0).plus(30, 0), "Insert a bar before bar 1");
        page.until("song().clips()[3] === " + BAR);
        hand.tap(page.button("Metronome"));
        page.until("song().transport.metronome");
    }

    @Test
    @DisplayName("write on the lanes by double taps, drag sections, chords and tempo, and hold for a change of metre")
    void lanes() {
        StudioPage page = song(newSong(), 1);
        Hand hand = new Hand(page);
        hand.doubleTap(page.onLane("sections", 100));
        write(page, "A");
        hand.doubleTap(page.onLane("sections", 4 * BAR + 100));
        write(page, "B");
        page.until("song().sections().map(each => each.name + each.start).join() === 'A0,B%d'".formatted(4 * BAR));
        hand.doubleTap(page.onLane("chords", 100));
        write(page, "Am");
        page.until("song().chords()[0].symbol === 'Am'");
        page.settle();
        hand.drag(page.onLane("chords", QUARTER), page.onLane("chords", BAR + QUARTER));
        page.until("song().chords()[0].start === " + BAR);
        page.settle();
        hand.drag(page.onLane("sections", BAR), page.onLane("sections", 7 * BAR));
        page.until("song().sections().map(each => each.name + each.start).join() === 'B0,A%d'".formatted(4 * BAR));
        page.until("song().chords()[0].start === " + 5 * BAR);
        page.settle();
        hand.choose(page.onLane("sections", 5 * BAR), "Duplicate with its bars");
        page.until("song().sections().length === 3");

        Point tempo = page.onLane("tempo", 0).plus(44, 0);
        hand.drag(tempo, tempo.plus(0, 40));
        page.until("song().tempos()[0].bpm === 100");
        page.settle();
        hand.choose(page.onLane("tempo", 2 * BAR + QUARTER), "Metre change here");
        page.until("song().metres()[1].start === %d && song().metres()[1].numerator === 3".formatted(2 * BAR));
        page.settle();
        page.shoot("touch-lanes");
        hand.drag(page.onLane("tempo", 2 * BAR).plus(8, 0), page.onLane("tempo", BAR).plus(8, 0));
        page.until("song().metres()[1].start === " + BAR);
    }

    @Test
    @DisplayName("type words by a double tap, choose a syllable, move it, rewrite it, and hold for its menu")
    void lyrics() {
        StudioPage page = song(newSong(), 1);
        Hand hand = new Hand(page);
        hand.doubleTap(page.onLane("lyrics", 60));
        write(page, "Oh");
        page.until("song().lyrics.all().length === 1 && song().lyrics.all()[0].text === 'Oh'");
        page.settle();
        Point oh = page.onLane("lyrics", 0).plus(8, 0);
        hand.tap(oh);
        page.until("studio().workspace.laneItems.has(song().lyrics.all()[0].handle)");
        page.settle();
        hand.drag(oh, page.onLane("lyrics", 1920).plus(8, 0));
        page.until("song().lyrics.all()[0].start === 1920");
        page.settle();
        hand.doubleTap(page.onLane("lyrics", 1920).plus(2, 0));
        write(page, "yes");
        page.until("song().lyrics.all()[0].text === 'yes'");
        hand.choose(page.onLane("lyrics", 1920).plus(8, 0), "Delete");
        page.until("song().lyrics.all().length === 0");
    }

    @Test
    @DisplayName("mix, colour, name, stretch and carry tracks by their heads, into a folder too")
    void heads() {
        StudioPage page = song(newSong(), 3);
        Hand hand = new Hand(page);
        Point volume = hand.on(head(page, 0).locator(".volume"));
        hand.drag(volume, volume.plus(-30, 0));
        page.until("song().tracks()[0].volume < 0");
        hand.tap(page.button("Mute Track 1"));
        hand.tap(page.button("Solo Track 2"));
        page.until("song().tracks()[1].muted && song().tracks()[2].solo");
        hand.tap(page.button("Arm Track 1"));
        page.until("song().playing.hand.armed === song().tracks()[1].handle");

        int colour = page.whole("song().tracks()[0].colour");
        hand.tap(head(page, 0).locator(".grip"));
        hand.choose("Red");
        page.until("song().tracks()[0].colour !== " + colour);
        hand.tap(head(page, 0).locator("button.instrument"));
        page.page().locator("tutti-instruments").getByText("Church organ").first().tap();
        page.until("song().tracks()[0].program === 19");
        hand.choose(hand.on(head(page, 0).locator(".name")), "Rename");
        page.page().getByLabel("Name of the track").fill("Organ");
        page.page().getByLabel("Name of the track").press("Enter");
        page.until("song().tracks()[0].name === 'Organ'");
        page.settle();

        Point foot = hand.on(head(page, 0).locator(".foot"));
        hand.drag(foot, foot.plus(0, 30));
        page.until("song().tracks()[0].height === 94");
        page.settle();
        Point grip = hand.on(head(page, 0).locator(".grip"));
        hand.drag(grip, hand.on(head(page, 1).locator(".grip")).plus(0, 20));
        page.until("song().tracks().map(each => each.name).join() === 'Track 1,Organ,Track 2'");
        page.settle();

        hand.choose(hand.on(head(page, 2).locator(".name")), "Put it in a folder");
        page.until("song().tracks().map(each => each.type).join() === 'instrument,instrument,folder,instrument'");
        page.settle();
        hand.drag(hand.on(head(page, 0).locator(".grip")), hand.on(head(page, 2).locator(".grip")));
        page.until("song().tracks().filter(each => each.folder !== -1).length === 2");
        page.settle();
        page.shoot("touch-heads");
    }

    @Test
    @DisplayName("drag a velocity, and hold a note for its menu")
    void notes() {
        StudioPage page = song(newSong(), 1);
        Hand hand = new Hand(page);
        hand.doubleTap(page.onTrack(0, 3 * QUARTER + 200));
        page.page().locator("tutti-piano-roll:visible").waitFor();
        page.settle();
        hand.tap(page.button("Pointer"));
        page.until("studio().workspace.tools.notes === 'select'");
        hand.drag(page.onStalk(90, 0).plus(2, 0), page.onStalk(40, 0).plus(2, 0));
        page.until("song().notes(studio().workspace.content, 0, 1)[4] < 50");
        page.settle();
        hand.choose(page.onKey(60, 2 * 240), "Delete");
        page.until("song().notes(studio().workspace.content, 0, 99999).length === 6");
    }

    @Test
    @DisplayName("draw velocities and a controller with the pencil through their lane, drag a point, and rub one out")
    void strokes() {
        StudioPage page = song(newSong(), 1);
        Hand hand = new Hand(page);
        hand.doubleTap(page.onTrack(0, 3 * QUARTER + 200));
        page.page().locator("tutti-piano-roll:visible").waitFor();
        page.settle();
        hand.tap(page.button("Pencil").and(page.page().locator(":visible")));
        page.until("studio().workspace.tools.notes === 'draw'");
        hand.drag(page.onStalk(30, 100), page.onStalk(50, 2400));
        page.until("song().notes(studio().workspace.content, 0, 99999)[10] < 60");
        page.until("song().notes(studio().workspace.content, 0, 99999)[10] > 35 && song().notes(studio().workspace.content, 0, 99999)[4] === 90");

        hand.tap(page.page().locator("tutti-piano-roll .lane"));
        hand.choose("Modulation");
        page.until("studio().workspace.roll.get('lane') === 1");
        page.settle();
        hand.drag(page.onStalk(10, QUARTER), page.onStalk(110, 3 * QUARTER));
        page.until("song().controls(studio().workspace.content, 1).length > 3 * 8");
        int points = page.whole("song().controls(studio().workspace.content, 1).length");
        page.until("song().controls(studio().workspace.content, 1)[2] < 20 && song().controls(studio().workspace.content, 1).at(-1) > 100");
        page.settle();
        page.shoot("touch-strokes");

        hand.tap(page.button("Eraser"));
        page.until("studio().workspace.tools.notes === 'erase'");
        hand.tap(page.onStalk(page.whole("song().controls(studio().workspace.content, 1)[2]"), page.whole("song().controls(studio().workspace.content, 1)[1]")));
        page.until("song().controls(studio().workspace.content, 1).length === " + (points - 3));
        hand.tap(page.button("Pointer"));
        Point last = page.onStalk(page.whole("song().controls(studio().workspace.content, 1).at(-1)"), page.whole("song().controls(studio().workspace.content, 1).at(-2)"));
        hand.drag(last, last.plus(0, 25));
        page.until("song().controls(studio().workspace.content, 1).at(-1) < 90");
    }

    @Test
    @DisplayName("fold and unfold a folder by its arrow, and open a thread by its pin")
    void foldsAndPins() {
        StudioPage page = song(newSong(), 2);
        Hand hand = new Hand(page);
        hand.choose(hand.on(head(page, 0).locator(".name")), "Put it in a folder");
        page.until("song().tracks().map(each => each.type).join() === 'folder,instrument,instrument'");
        page.settle();
        hand.tap(head(page, 0).locator(".fold"));
        page.until("studio().workspace.tree.shown.length === 2");
        page.settle();
        hand.tap(head(page, 0).locator(".fold"));
        page.until("studio().workspace.tree.shown.length === 3");

        page.ask("song().comments.add(song().clips()[0], 0, 0, 'Softer here?')");
        page.until("song().comments.all().length === 1");
        page.settle();
        Point clip = page.onTrack(1, 0);
        int foot = page.whole("studio().arrangement.layout.rowHeight(1)") / 2;
        hand.tap(clip.plus(10, foot - 14));
        page.until("studio().page === 'side' && studio().workspace.discussion.opened === song().comments.all()[0].handle");
        assertThat(page.page().locator("tutti-comments section")).containsText("Softer here?");
    }

    @Test
    @DisplayName("are told that a drum without hits has nothing to mute, mute one that has, hold its name for its steps and length, and turn from the grid to the piano roll and back")
    void drums() {
        StudioPage page = tablet(newSong());
        Hand hand = new Hand(page);
        hand.tap(page.page().locator("tutti-arrangement .add button").nth(1));
        page.until("song().tracks().length === 1");
        page.settle();
        hand.doubleTap(page.onTrack(0, QUARTER));
        page.until("song().clips().length === 10");
        hand.tap(page.button("Notes"));
        page.until("studio().grid?.layout?.drums.length > 8");
        page.settle();
        hand.tap(page.onMute(HAT));
        assertThat(page.page().locator("tutti-notices")).containsText("Hi-hat closed has no hits here to be muted.");
        hand.choose(page.onDrum(HAT), "3 steps of 1/16");
        page.until("studio().grid.layout.drum(%d).length === %d".formatted(HAT, 3 * STEP));
        hand.tap(page.onStep(HAT, 0));
        page.until("song().notes(studio().workspace.content, 0, 99999).length === 6");
        for (boolean muted : new boolean[] {true, false}) {
            hand.tap(page.onMute(HAT));
            page.until("studio().grid.layout.drum(%d).muted === %s".formatted(HAT, muted));
            page.settle();
        }
        hand.tap(page.button("Drum grid"));
        page.until("studio().grid === null && studio().roll !== null");
        hand.tap(page.button("Drum grid"));
        page.until("studio().grid !== null");
        page.shoot("touch-drums");
    }

    @Test
    @DisplayName("tap a portrait to go along, swipe to go one's own way, tap the place of a comment to go there, and resolve it")
    void together() {
        String song = newSong();
        StudioPage bo = join(song, "Bo");
        StudioPage page = song(song, 1);
        bo.until("song().people.length === 2 && song().clips().length === 10");
        Hand hand = new Hand(page);
        hand.tap(page.page().locator(".people-bar [data-person]"));
        bo.until("song().together.followers === 1");
        page.settle();
        hand.drag(page.onTrack(0, 2 * BAR).plus(0, 200), page.onTrack(0, 2 * BAR).plus(-200, 200));
        bo.until("song().together.followers === 0");

        page.ask("studio().workspace.axes.arrangement.scrollTo(0), studio().workspace.viewChanged('arrangement')");
        page.settle();
        hand.choose(page.onRuler(BAR + QUARTER), "Comment here");
        Locator panel = page.page().locator("tutti-comments");
        panel.locator("textarea").fill("A break, @Bo?");
        hand.tap(panel.locator(".new button.primary"));
        bo.until("song().comments.all().length === 1");
        hand.tap(panel.locator("button.to"));
        page.until("studio().page === 'tracks'");
        page.settle();
        hand.tap(page.button("Room"));
        hand.tap(named(page, AriaRole.BUTTON, "Resolve"));
        bo.until("song().comments.all()[0].resolved");
        assertThat(panel.locator("section")).hasCount(0);
    }
}
