package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Automation")
class AutomationIT extends InStudio {

    private static final String FIRST = "song().tracks()[0].handle";

    /** Ticks, levels and steps of a lane's points, as text. */
    private static String points(String owner, String target) {
        return ("(packed => JSON.stringify(Array.from({ length: packed.length / 4 }, (_, at) => "
                + "[packed[4 * at + 1], Math.round(packed[4 * at + 2]), packed[4 * at + 3]])))(song().automation.points(%s, '%s'))")
                .formatted(owner, target);
    }

    private static String count(String owner, String target) {
        return "song().automation.points(%s, '%s').length / 4".formatted(owner, target);
    }

    private static void choose(StudioPage page, String name) {
        page.page().locator("tutti-menu").getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private static Locator lane(StudioPage page, int index) {
        return page.page().locator("tutti-automation-lane").nth(index);
    }

    /** A place on a lane: bars from the left, and from 0 at the bottom to 1. */
    private static StudioPage.Point at(StudioPage page, Locator lane, double bars, double place) {
        BoundingBox box = lane.boundingBox();
        double x = ((Number) page.ask("studio().arrangement.clientPoint(%d, -1).x".formatted((int) (bars * BAR)))).doubleValue();
        return new StudioPage.Point(x, box.y + 7 + (1 - place) * (box.height - 14));
    }

    private StudioPage withLane() {
        StudioPage page = withOpenClip();
        page.ask("studio().workspace.goTo('arrangement')");
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("a");
        lane(page, 0).waitFor();
        return page;
    }

    @Test
    @DisplayName("points are put, dragged, drawn, made to hold and deleted by a pointer, and another page has them")
    void pointer() {
        StudioPage page = withLane();
        Locator lane = lane(page, 0);
        page.doublePress(at(page, lane, 2, 0.75));
        page.until(points(FIRST, "volume") + ".startsWith('[[%d,')".formatted(2 * BAR));
        page.doublePress(at(page, lane, 4, 0.25));
        page.until(count(FIRST, "volume") + " === 2");

        page.drag(at(page, lane, 2, 0.75), at(page, lane, 1, 0.75));
        page.until(points(FIRST, "volume") + ".startsWith('[[%d,')".formatted(BAR));
        page.keys("c");
        page.until("song().automation.points(" + FIRST + ", 'volume')[3] === 1");

        page.dragHolding("Alt", at(page, lane, 5, 0.2), at(page, lane, 6, 0.9));
        page.until(count(FIRST, "volume") + " > 4");
        StudioPage other = join(page.page().url(), "Ben");
        other.until(count(FIRST, "volume") + " === " + page.ask(count(FIRST, "volume")));

        page.drag(at(page, lane, 4.9, 0.5), at(page, lane, 6.2, 0.6));
        page.keys("Delete");
        page.until(count(FIRST, "volume") + " <= 3");
        page.ask("song().undo()");
        page.until(count(FIRST, "volume") + " > 4");
    }

    @Test
    @DisplayName("keys open lanes, put points, move them in time and value, type a value and are told what happened")
    void keysAlone() {
        StudioPage page = withLane();
        Locator lane = lane(page, 0);
        lane.focus();
        page.ask("(studio().workspace.caret.tick = %d, studio().workspace.viewChanged('arrangement'))".formatted(BAR));
        page.keys("Enter");
        page.until(points(FIRST, "volume") + " === '[[%d,0,0]]'".formatted(BAR));
        assertThat(lane.locator("span")).hasText("Point 1 of 1, at 2.1.000: 0.0 dB, a line to the next");
        page.keys("ArrowDown", "ArrowDown");
        page.until("song().automation.points(" + FIRST + ", 'volume')[2] < -50");
        page.keys("Alt+ArrowRight");
        page.until("song().automation.points(" + FIRST + ", 'volume')[1] > " + BAR);
        page.keys("F2");
        page.page().keyboard().type("-12");
        page.keys("Enter");
        page.until("song().automation.points(" + FIRST + ", 'volume')[2] === -1200");
        page.keys("m");
        page.until("song().automation.targets(" + FIRST + ")[0].off");
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Shift+A");
        lane(page, 1).waitFor();
        assertThat(lane(page, 1)).hasAttribute("aria-label", java.util.regex.Pattern.compile(".*Pan"));
        page.keys("a");
        assertThat(page.page().locator("tutti-automation-lane")).hasCount(0);
    }

    @Test
    @DisplayName("a lane shows whatever is chosen of a track, its effects included, and its knob carries a mark")
    void everyParameter() {
        StudioPage page = withLane();
        page.ask("song().mixing.add(" + FIRST + ", 'reverb')");
        page.page().locator("tutti-lane-head button").first().click();
        choose(page, "Reverb: Mix");
        assertThat(lane(page, 0)).hasAttribute("aria-label", java.util.regex.Pattern.compile(".*Reverb: Mix"));
        page.doublePress(at(page, lane(page, 0), 2, 1));
        String reverb = "song().mixing.devices(" + FIRST + ")[0].handle";
        page.until(points(reverb, "mix") + " === '[[%d,100,0]]'".formatted(2 * BAR));
        page.ask("studio().workspace.showMixer(true)");
        page.button("Reverb").click();
        page.page().locator("tutti-device tutti-slider[automated]").waitFor();
        assertThat(page.page().locator("tutti-device tutti-slider[automated]")).hasCount(1);
    }

    @Test
    @DisplayName("what a hand moves while it plays is recorded as one step of undo, and the fader keeps its place")
    void recorded() {
        StudioPage page = withLane();
        String name = (String) page.ask("song().tracks()[0].name");
        page.button("Record automation").click();
        page.keys("Space");
        page.until("song().transport.playing && song().transport.playhead > 200");
        Locator fader = page.slider("Volume of " + name);
        BoundingBox box = fader.boundingBox();
        page.page().mouse().move(box.x + box.width * 0.75, box.y + box.height / 2);
        page.page().mouse().down();
        double from = ((Number) page.ask("song().transport.playhead")).doubleValue();
        for (int step = 1; step <= 12; step++) {
            page.page().mouse().move(box.x + box.width * (0.75 - 0.04 * step), box.y + box.height / 2);
            page.until("song().transport.playhead > " + (from + 60 * step));
        }
        page.page().mouse().up();
        page.button("Stop").click();
        page.until(count(FIRST, "volume") + " > 3");
        page.until("song().tracks()[0].volume === 0 && song().undoLabel === 'record automation'");
        page.until(("(packed => packed[1] >= 100 && packed.filter((_, at) => at %% 4 === 2).some(level => level < -500) "
                + "&& packed[packed.length - 2] === 0)(song().automation.points(%s, 'volume'))").formatted(FIRST));
        page.ask("song().undo()");
        page.until(count(FIRST, "volume") + " === 0");
    }

    @Test
    @DisplayName("fingers put points, drag them, and take them away from the menu under a long press")
    void fingers() {
        StudioPage page = StudioPage.open(touching(1024, 768), newSong(), "Ada");
        page.ask("song().addTrack('instrument', 'Track', 0, -1)");
        page.until("song().tracks().length === 1");
        page.ask("studio().workspace.lanes.toggle(" + FIRST + ")");
        Locator lane = lane(page, 0);
        lane.waitFor();
        Hand hand = new Hand(page);
        hand.doubleTap(at(page, lane, 1, 0.75));
        page.until(count(FIRST, "volume") + " === 1");
        page.settle();
        hand.drag(at(page, lane, 1, 0.75), at(page, lane, 2, 0.4));
        page.until("song().automation.points(" + FIRST + ", 'volume')[1] === " + 2 * BAR);
        page.settle();
        hand.choose(at(page, lane, 2, 0.4), "Delete");
        page.until(count(FIRST, "volume") + " === 0");
    }
}
