package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.NoteOnPage;
import studio.tutti.e2e.StudioPage.Point;

/** What can be done without keyboard and mouse. */
@DisplayName("With fingers alone")
class FingersIT extends InStudio {

    private static final int KICK = 36;
    private static final int SNARE = 38;

    private StudioPage onTablet(String address) {
        return StudioPage.open(touching(1024, 768), address, "Ada");
    }

    private StudioPage onPhone(String address) {
        return StudioPage.open(touching(412, 915), address, "Ada");
    }

    /** Adds a track by its button: 0 is an instrument, 1 are drums. */
    private static void addTrack(StudioPage page, Hand hand, int button, int row) {
        hand.tap(page.button("Tracks"));
        hand.tap(page.page().locator("tutti-arrangement .add button").nth(button));
        page.until("song().tracks().length === " + (row + 1));
        page.settle();
    }

    /** Makes a track with a clip by taps, and goes to its notes. */
    private static void addClip(StudioPage page, Hand hand, int button, int row) {
        addTrack(page, hand, button, row);
        int clips = page.clips().size();
        hand.doubleTap(page.onTrack(row, QUARTER));
        page.until("song().clips().length === " + 10 * (clips + 1));
        hand.tap(page.button("Notes"));
        page.page().locator("tutti-piano-roll:visible, tutti-drum-grid:visible").first().waitFor();
        page.settle();
    }

    private static void melody(StudioPage page, Hand hand) {
        addClip(page, hand, 0, 0);
        int[] tune = {60, 62, 64, 62};
        for (int i = 0; i < tune.length; i++) {
            hand.tap(page.onKey(tune[i], i * QUARTER + 60));
            page.until("song().notes(studio().workspace.content, 0, 99999).length === " + 6 * (i + 1));
        }
        assertThat(page.notes()).extracting(NoteOnPage::pitch).containsExactly(60, 62, 64, 62);
    }

    private static void pattern(StudioPage page, Hand hand, int row) {
        addClip(page, hand, 1, row);
        for (int beat = 0; beat < 4; beat++) {
            hand.tap(page.onStep(beat % 2 == 0 ? KICK : SNARE, beat * QUARTER));
        }
        page.until("song().notes(studio().workspace.content, 0, 99999).length === 6 * 4");
        assertThat(page.notes()).extracting(NoteOnPage::pitch).containsExactly(KICK, SNARE, KICK, SNARE);
        assertThat(page.notes()).extracting(NoteOnPage::start).containsExactly(0, QUARTER, 2 * QUARTER, 3 * QUARTER);
    }

    private static void plays(StudioPage page, Hand hand) {
        hand.tap(page.button("Play"));
        page.until("song().transport.playing && song().transport.playhead > 480");
        hand.tap(page.button("Stop"));
        page.until("!song().transport.playing");
        hand.tap(page.button("Stop"));
        page.until("song().transport.playhead === 0");
    }

    /** Holds a clip for its menu, comments on it, and answers in the thread. */
    private static void comments(StudioPage page, Hand hand, int row) {
        hand.tap(page.button("Tracks"));
        page.settle();
        hand.choose(page.onTrack(row, QUARTER), "Comment on this clip");
        Locator panel = page.page().locator("tutti-comments");
        panel.locator("textarea").fill("Louder?");
        hand.tap(panel.locator(".new button.primary"));
        page.until("song().comments.all().length === 1 && song().comments.all()[0].on === 'clip'");
        hand.tap(panel.getByText("Answer", new Locator.GetByTextOptions().setExact(true)));
        panel.locator("textarea").fill("Much louder.");
        hand.tap(panel.locator("section button.primary"));
        page.until("studio().workspace.discussion.threads[0].answers.length === 1");
        assertThat(panel.locator("section")).containsText("Much louder.");
    }

    /** Presses the red circle, plays on the screen's keys or pads, and lets the circle go; answers the pitches of the clip. */
    private static void records(StudioPage page, Hand hand, int row, int... keys) {
        int clips = page.clips().size();
        hand.tap(page.page().locator("tutti-track-head").nth(row).locator(".arm"));
        page.until("song().playing.hand.armed === song().tracks()[%d].handle".formatted(row));
        hand.tap(page.button("How to record"));
        hand.choose("No count-in");
        hand.tap(page.button("Record"));
        page.until("song().transport.playing && song().playing.recording.on && song().transport.playhead > 100");
        for (int key : keys) {
            Point at = hand.on(page.page().locator("tutti-piano [data-pitch='" + key + "']"));
            hand.down(at);
            page.until("song().playing.hand.keys.has(" + key + ")");
            hand.up();
            page.until("!song().playing.hand.keys.has(" + key + ")");
        }
        hand.tap(page.button("Record"));
        page.until("!song().playing.recording.on && song().clips().length === " + 10 * (clips + 1));
        hand.tap(page.button("Stop"));
        page.until("!song().transport.playing");
        hand.tap(page.button("Stop"));
        page.until("song().transport.playhead === 0");
        assertThat(page.clips()).filteredOn(clip -> clip.row() == row).hasSize(1);
        hand.tap(page.onTrack(row, page.clips().stream().filter(clip -> clip.row() == row).findFirst().orElseThrow().start() + 100));
        page.until("studio().workspace.openedClip?.track === song().tracks()[%d].handle".formatted(row));
        Integer[] played = java.util.Arrays.stream(keys).boxed().toArray(Integer[]::new);
        assertThat(page.notes()).extracting(NoteOnPage::pitch).containsExactly(played);
    }

    private static void recordsBoth(StudioPage page, Hand hand) {
        addTrack(page, hand, 0, 0);
        addTrack(page, hand, 1, 1);
        page.until("song().transport.output !== null && song().transport.loading === 0");
        hand.tap(page.button("Keys"));
        page.page().locator("tutti-piano .key").first().waitFor();
        page.settle();
        page.shoot("fingers-keys-" + page.whole("innerWidth"));
        records(page, hand, 0, 60, 64, 67, 72);
        records(page, hand, 1, KICK, SNARE, KICK, SNARE);
        page.shoot("fingers-pads-" + page.whole("innerWidth"));
    }

    /** Nothing on the page lies beyond its sides. */
    private static void fits(StudioPage page) {
        assertThat(page.whole("document.documentElement.scrollWidth - innerWidth")).isZero();
        for (String place : new String[] {"tutti-arrangement", "tutti-editor", "tutti-piano-roll", "tutti-drum-grid", "tutti-keys", "tutti-instrument-panel", ".pages"}) {
            for (Locator each : page.page().locator(place + ":visible").all()) {
                var box = each.boundingBox();
                assertThat(box.x).as(place).isGreaterThanOrEqualTo(0);
                assertThat(box.x + box.width).as(place).isLessThanOrEqualTo(page.whole("innerWidth"));
                assertThat(box.height).as(place).isGreaterThan(40);
            }
        }
    }

    @Test
    @DisplayName("one writes a melody and a drum pattern on a tablet, plays them, comments and talks")
    void tablet() {
        StudioPage page = onTablet(newSong());
        Hand hand = new Hand(page);
        melody(page, hand);
        fits(page);
        page.shoot("tablet-melody");
        pattern(page, hand, 1);
        fits(page);
        page.shoot("tablet-drums");
        comments(page, hand, 0);
        page.shoot("tablet-comments");
        plays(page, hand);
        hand.tap(page.page().getByText("Chat", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)));
        Locator field = page.page().locator("vaadin-message-input textarea");
        hand.tap(field);
        field.fill("Slower?");
        hand.tap(page.button("Send"));
        assertThat(page.page().locator("vaadin-message")).containsText("Slower?");
        page.shoot("tablet-room");
    }

    @Test
    @DisplayName("one records a melody on the keys and a drum pattern on the pads of a tablet")
    void records() {
        StudioPage page = onTablet(newSong());
        recordsBoth(page, new Hand(page));
        fits(page);
    }

    @Test
    @DisplayName("one looks at a song on a phone and plays it; in one's own writes, plays and comments, and nothing is out of reach")
    void phone() {
        StudioPage page = onPhone(demoSong());
        Hand hand = new Hand(page);
        page.settle();
        page.shoot("phone-tracks");
        double left = page.whole("studio().workspace.axes.arrangement.left");
        hand.drag(page.onTrack(4, 2 * QUARTER), page.onTrack(4, 2 * QUARTER).plus(-80, 0));
        page.until("studio().workspace.axes.arrangement.left > " + left);
        plays(page, hand);
        fits(page);

        StudioPage own = onPhone(newSong());
        Hand other = new Hand(own);
        melody(own, other);
        fits(own);
        own.shoot("phone-melody");
        pattern(own, other, 1);
        fits(own);
        own.shoot("phone-drums");
        comments(own, other, 0);
        fits(own);
        own.shoot("phone-comments");
        plays(own, other);
    }

    /** Opens the instrument of the one track, hits a pad of a kit, and turns knobs of the kit and of a synthesiser. */
    private static void instruments(StudioPage page, Hand hand) {
        addClip(page, hand, 0, 0);
        String width = "-" + page.whole("innerWidth");
        hand.tap(page.button("Instrument of the track"));
        Locator panel = page.page().locator("tutti-instrument-panel");
        panel.waitFor();
        String track = "song().tracks()[0].handle";
        String pads = "song().instruments.pads(" + track + ")";
        hand.tap(panel.locator("header").getByText("Drum pads", new Locator.GetByTextOptions().setExact(true)));
        page.until("song().instruments.of(" + track + ")?.type === 'drumkit'");
        hand.tap(page.button("Kits"));
        hand.tap(page.page().locator("tutti-menu [role^=menuitem]").getByText("Studio", new Locator.GetByTextOptions().setExact(true)));
        page.until(pads + ".length === 16 && song().transport.output !== null && song().transport.loading === 0");
        page.until(pads + ".every(pad => song().transport.media.state(pad.media)?.sent.size > 0)");
        fits(page);
        page.shoot("fingers-kit" + width);
        Locator snare = page.page().locator("tutti-pads [data-key='38']");
        snare.scrollIntoViewIfNeeded();
        hand.down(hand.on(snare));
        page.until("song().transport.peak(" + track + ")[0] > 0.02");
        hand.up();
        assertThat(page.page().locator("tutti-menu [role=menu]")).hasCount(0);
        turn(page, hand, page.page().locator("tutti-pads tutti-knob[data-parameter='tune']"), pads + ".find(pad => pad.key === 38).values[0]");
        hand.tap(panel.locator("header").getByText("Synthesiser", new Locator.GetByTextOptions().setExact(true)));
        page.until("song().instruments.of(" + track + ")?.type === 'synth'");
        fits(page);
        page.shoot("fingers-synth" + width);
        turn(page, hand, page.page().locator("tutti-knob[data-parameter='filter.resonance']"), "song().instruments.of(" + track + ").values[20]");
        hand.tap(page.page().locator("tutti-transport [aria-label^=Undo]"));
        page.until("song().instruments.of(" + track + ").values[20] === 0");
    }

    private static void turn(StudioPage page, Hand hand, Locator knob, String value) {
        knob.scrollIntoViewIfNeeded();
        page.settle();
        double before = ((Number) page.ask(value)).doubleValue();
        Point at = hand.on(knob);
        hand.drag(at, at.plus(0, -50));
        page.until(value + " > " + before);
    }

    @Test
    @DisplayName("one hits the pads of a kit and turns the knobs of a synthesiser on a tablet and on a phone")
    void instruments() {
        StudioPage tablet = onTablet(newSong());
        instruments(tablet, new Hand(tablet));
        StudioPage phone = StudioPage.open(touching(390, 844), newSong(), "Ada");
        instruments(phone, new Hand(phone));
    }

    @Test
    @DisplayName("one records a melody on the keys and a drum pattern on the pads of a phone")
    void recordsOnPhone() {
        StudioPage page = onPhone(newSong());
        recordsBoth(page, new Hand(page));
        fits(page);
    }
}
