package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.MouseButton;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.Point;

@DisplayName("In the drum grid")
class DrumGridIT extends InStudio {

    private static final int KICK = 36;
    private static final int SNARE = 38;
    private static final int HAT = 42;
    private static final int STEP = QUARTER / 4;

    /** A drum track with a clip of a bar, open in the grid. */
    private StudioPage withPattern() {
        return withPattern(openNewSong());
    }

    private static StudioPage withPattern(StudioPage page) {
        page.page().locator("tutti-arrangement .add button").nth(1).click();
        page.until("song().tracks().length === 1 && song().tracks()[0].type === 'drums'");
        page.settle();
        page.drawClip(0, 100);
        page.until("studio().grid?.layout?.drums.length > 8");
        page.settle();
        return page;
    }

    /** Waits until a drum has hits with these starts and velocities, in turn. */
    private static void hits(StudioPage page, int drum, int... startsAndVelocities) {
        page.until("JSON.stringify(%s) === '%s'".formatted(HITS.formatted(drum), java.util.Arrays.toString(startsAndVelocities).replace(" ", "")));
        page.settle();
    }

    private static final String HITS = """
            (() => {
              const packed = song().notes(studio().workspace.content, 0, 0x7fffffff);
              const all = [];
              for (let at = 0; at < packed.length; at += 6) if (packed[at + 3] === %d) all.push(packed[at + 1], packed[at + 4]);
              return all;
            })()""";

    /** Where a drum is heard, in ticks from the clip's start. */
    private static List<Integer> heard(StudioPage page, int drum) {
        page.settle();
        return ((List<?>) page.ask("""
                (() => {
                  const { notes } = song().patterns.heard(studio().workspace.opened);
                  const all = [];
                  for (let at = 0; at < notes.length; at += 6) if (notes[at + 3] === %d) all.push(notes[at + 1]);
                  return all;
                })()""".formatted(drum))).stream().map(each -> ((Number) each).intValue()).toList();
    }

    private static void choose(StudioPage page, Point at, String entry) {
        page.page().mouse().click(at.x(), at.y(), new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
        menuEntry(page, entry).click();
        page.settle();
    }

    private static Locator menuEntry(StudioPage page, String entry) {
        return page.page().locator("tutti-menu").getByText(entry, new Locator.GetByTextOptions().setExact(true));
    }

    @Test
    @DisplayName("presses put hits and clear them, drags paint, set velocities and move hits off their steps; Escape takes a drag back")
    void pointer() {
        StudioPage page = withPattern();
        page.press(page.onStep(KICK, 0));
        hits(page, KICK, 0, 96);
        page.drag(page.onStep(HAT, 0), page.onStep(HAT, 3 * STEP));
        hits(page, HAT, 0, 96, STEP, 96, 2 * STEP, 96, 3 * STEP, 96);
        page.press(page.onStep(HAT, STEP));
        hits(page, HAT, 0, 96, 2 * STEP, 96, 3 * STEP, 96);
        page.drag(page.onStep(HAT, 3 * STEP), page.onStep(HAT, 2 * STEP));
        hits(page, HAT, 0, 96);

        Point kick = page.onStep(KICK, 0);
        page.drag(kick, kick.plus(0, 50));
        hits(page, KICK, 0, 56);
        double scale = ((Number) page.ask("studio().grid.layout.axis.scale")).doubleValue();
        page.dragHolding("Alt", kick, kick.plus(20 * scale, 0));
        hits(page, KICK, 20, 56);

        page.page().mouse().move(kick.x(), kick.y());
        page.page().mouse().down();
        page.page().mouse().move(kick.x(), kick.y() - 60, new Mouse.MoveOptions().setSteps(4));
        page.keys("Escape");
        page.page().mouse().up();
        hits(page, KICK, 20, 56);

        Point mute = page.onDrum(KICK);
        page.press(new Point(((Number) page.ask("studio().grid.namePoint(%d, true).x".formatted(KICK))).doubleValue(), mute.y()));
        page.until("studio().grid.layout.drum(%d).muted".formatted(KICK));
        page.keys("Control+z", "Control+z", "Control+z", "Control+z", "Control+z");
        hits(page, HAT, 0, 96, STEP, 96, 2 * STEP, 96, 3 * STEP, 96);
        hits(page, KICK, 0, 96);
    }

    @Test
    @DisplayName("keys alone write a pattern: hits, velocities, timing, flams, rolls, divisions, lengths, mute")
    void keysAlone() {
        StudioPage page = withPattern();
        page.page().locator("tutti-drum-grid .stage").focus();
        page.keys("ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
        page.until("studio().workspace.caret.tick === %d".formatted(QUARTER));
        int drum = page.whole("studio().workspace.caret.pitch");
        page.keys("Enter");
        hits(page, drum, QUARTER, 96);
        page.keys("Control+ArrowUp", "Alt+ArrowRight");
        hits(page, drum, QUARTER + 10, 101);
        page.until("studio().grid.shadowRoot.querySelector('.spoken').textContent.includes('10 ticks late')");
        page.keys("0", "d");
        // 30 ms at 120 quarters a minute are 57.6 ticks.
        hits(page, drum, QUARTER - 58, 45, QUARTER, 101);
        page.keys("d", "3");
        hits(page, drum, QUARTER, 101, QUARTER + 80, 101, QUARTER + 160, 101);
        page.keys("1");
        hits(page, drum, QUARTER, 101);
        page.keys("Alt+ArrowUp", "Alt+ArrowUp");
        page.until("studio().grid.layout.stepOf(%d) === %d".formatted(drum, QUARTER / 6));
        page.keys("Shift+ArrowLeft");
        page.until("studio().grid.layout.drum(%d).length === %d".formatted(drum, BAR - QUARTER / 6));
        page.keys("m");
        page.until("studio().grid.layout.drum(%d).muted".formatted(drum));
        page.keys("Shift+A");
        page.until("studio().grid.layout.drums.length > 40");
        page.keys("Shift+D");
        page.until("studio().grid === null && studio().roll !== null");
        page.keys("Shift+D");
        page.until("studio().grid !== null");
    }

    @Test
    @DisplayName("a drum of three steps runs against four and is heard so, sample for sample; its repetitions are edited at their source")
    void polymetre() {
        StudioPage page = withPattern();
        page.press(page.onStep(HAT, 0));
        hits(page, HAT, 0, 96);
        choose(page, page.onDrum(HAT), "3 steps of 1/16");
        page.until("studio().grid.layout.drum(%d).length === %d".formatted(HAT, 3 * STEP));
        assertThat(heard(page, HAT)).containsExactly(0, 720, 1440, 2160, 2880, 3600);
        page.press(page.onStep(KICK, 0));
        hits(page, KICK, 0, 96);
        Point again = page.onStep(HAT, 720 + STEP);
        page.press(again);
        hits(page, HAT, 0, 96, STEP, 96);
        page.press(again);
        hits(page, HAT, 0, 96);
        page.press(page.onStep(KICK, 0));
        hits(page, KICK);
        if (System.getProperty("tutti.pictures") instanceof String folder) {
            page.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, "polymetre.png")));
        }

        page.until("song().transport.output !== null && song().transport.loading === 0"
                + " && performance.getEntriesByType('resource').some(each => each.name.includes('/presets/'))");
        List<Double> onsets = onsets(page);
        // 720 ticks at 120 quarters a minute are 375 ms.
        assertThat(onsets).hasSizeGreaterThanOrEqualTo(5);
        for (int i = 1; i < onsets.size(); i++) {
            assertThat(onsets.get(i) - onsets.getFirst()).as("onset %d", i).isCloseTo(0.375 * i, within(0.003));
        }
    }

    /** Plays and records what the page gives out, and tells the seconds at which something begins to sound after silence. */
    private static List<Double> onsets(StudioPage page) {
        page.ask("""
                (async () => {
                  const { output } = song().transport, { context } = output;
                  const code = `registerProcessor('ear', class extends AudioWorkletProcessor {
                    process(inputs) { const wave = inputs[0][0]; if (wave) this.port.postMessage({ at: currentFrame, wave: wave.slice() }); return true; } });`;
                  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
                  const ear = new AudioWorkletNode(context, 'ear');
                  const blocks = window.blocks = [];
                  ear.port.onmessage = event => blocks.push(event.data);
                  output.connect(ear);
                  window.onsets = () => {
                    const found = [];
                    const peaks = blocks.map(({ at, wave }) => [at, wave.reduce((most, each) => Math.max(most, Math.abs(each)), 0)]);
                    const loudest = Math.max(...peaks.map(each => each[1]));
                    let last = -1e9;
                    for (let i = 4; i < peaks.length; i++) {
                      const before = Math.max(peaks[i - 2][1], peaks[i - 3][1], peaks[i - 4][1]);
                      if (peaks[i][1] > loudest * 0.25 && before < loudest * 0.12 && peaks[i][0] - last > context.sampleRate * 0.15) {
                        const { wave } = blocks[i];
                        found.push((peaks[i][0] + wave.findIndex(each => Math.abs(each) > loudest * 0.1)) / context.sampleRate);
                        last = peaks[i][0];
                      }
                    }
                    return found;
                  };
                  return true;
                })()""");
        page.keys("Home", "Space");
        page.until("song().transport.playhead > %d".formatted(BAR));
        page.keys("Space");
        return ((List<?>) page.ask("onsets()")).stream().map(each -> ((Number) each).doubleValue()).toList();
    }

    @Test
    @DisplayName("a pattern has variations, chosen in the head and in the clip's menu; a clip is heard on a grid until that is applied")
    void variationsAndGrid() {
        StudioPage page = withPattern();
        page.press(page.onStep(SNARE, QUARTER));
        hits(page, SNARE, QUARTER, 96);
        page.keys("Alt+w");
        page.until("song().patterns.variation(studio().workspace.opened) === 'B'");
        page.press(page.onStep(SNARE, 3 * QUARTER));
        hits(page, SNARE, QUARTER, 96, 3 * QUARTER, 96);
        page.keys("w");
        hits(page, SNARE, QUARTER, 96);
        page.button("Variations").click();
        menuEntry(page, "Rename").click();
        page.page().getByLabel("Name of the variation").fill("Verse");
        page.keys("Enter");
        page.until("song().patterns.variation(studio().workspace.opened) === 'Verse'");
        choose(page, page.onTrack(0, QUARTER), "Variation B · not used");
        hits(page, SNARE, QUARTER, 96, 3 * QUARTER, 96);
        page.button("Variations").click();
        menuEntry(page, "Delete “Verse”").click();
        page.until("song().patterns.family(studio().workspace.opened).length === 1");

        page.press(page.onStep(SNARE, 3 * QUARTER));
        hits(page, SNARE, QUARTER, 96);
        page.press(page.onStep(HAT, 0));
        page.keys("ArrowRight", "Enter", "Alt+ArrowRight", "Alt+ArrowRight");
        hits(page, HAT, 0, 96, STEP + 20, 96);
        page.button("Heard on a grid").click();
        page.page().getByLabel("Swing").fill("50");
        page.until("song().patterns.heardOn(studio().workspace.opened).swing === 50");
        page.page().keyboard().press("Escape");
        assertThat(heard(page, HAT)).containsExactly(0, STEP + STEP / 4);
        hits(page, HAT, 0, 96, STEP + 20, 96);
        page.page().locator("tutti-drum-grid .stage").focus();
        page.keys("Alt+Shift+Q");
        hits(page, HAT, 0, 96, STEP + STEP / 4, 96);
        assertThat(heard(page, HAT)).containsExactly(0, STEP + STEP / 4);
        assertThat(page.whole("song().patterns.heardOn(studio().workspace.opened).step")).isZero();
    }

    @Test
    @DisplayName("fingers put hits, paint and set velocities on a tablet, and somebody else sees them")
    void fingers() {
        BrowserContext tablet = chromium().newContext(new Browser.NewContextOptions().setViewportSize(1024, 768).setHasTouch(true));
        try {
            String address = newSong();
            StudioPage ben = withPattern(join(address, "Ben"));
            StudioPage page = StudioPage.open(tablet, address, "Ada");
            page.button("Notes").click();
            page.until("studio().grid?.layout?.height > 100");
            page.settle();
            CDPSession hand = tablet.newCDPSession(page.page());
            Point kick = page.onStep(KICK, 0);
            page.page().touchscreen().tap(kick.x(), kick.y());
            hits(page, KICK, 0, 96);
            slide(hand, page.onStep(HAT, 0), page.onStep(HAT, 2 * STEP));
            hits(page, HAT, 0, 96, STEP, 96, 2 * STEP, 96);
            slide(hand, page.onStep(KICK, 0), page.onStep(KICK, 0).plus(0, 25));
            hits(page, KICK, 0, 76);
            hits(ben, KICK, 0, 76);
            touch(hand, "touchStart", page.onStep(KICK, 0));
            menuEntry(page, "Flam: a soft hit before, or none").waitFor();
            touch(hand, "touchEnd", new Point[0]);
        } finally {
            tablet.close();
        }
    }

    private static void slide(CDPSession hand, Point from, Point to) {
        touch(hand, "touchStart", from);
        for (int step = 1; step <= 6; step++) {
            touch(hand, "touchMove", from.plus((to.x() - from.x()) * step / 6, (to.y() - from.y()) * step / 6));
        }
        touch(hand, "touchEnd");
    }

    private static void touch(CDPSession hand, String type, Point... fingers) {
        JsonArray points = new JsonArray();
        for (Point finger : fingers) {
            JsonObject point = new JsonObject();
            point.addProperty("x", finger.x());
            point.addProperty("y", finger.y());
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        hand.send("Input.dispatchTouchEvent", event);
    }

    @Test
    @DisplayName("hits are chosen by Shift, one or a band of them; menus fill and clear a drum; its name sounds it, harder to the right")
    void choosesFillsAndHears() {
        StudioPage page = withPattern();
        page.drag(page.onStep(HAT, 0), page.onStep(HAT, 3 * STEP));
        page.press(page.onStep(KICK, 0));
        hits(page, KICK, 0, 96);
        page.keys("Escape");
        page.dragHolding("Shift", page.onStep(HAT, STEP).plus(0, page.whole("studio().grid.layout.rowHeight")), page.onStep(HAT, 2 * STEP));
        page.until("studio().workspace.notes.size === 2");
        page.page().keyboard().down("Shift");
        page.press(page.onStep(KICK, 0));
        page.page().keyboard().up("Shift");
        page.until("studio().workspace.notes.size === 3");
        page.keys("Delete");
        hits(page, HAT, 0, 96, 3 * STEP, 96);
        hits(page, KICK);

        choose(page, page.onDrum(HAT), "Clear");
        hits(page, HAT);
        choose(page, page.onDrum(HAT), "Fill every 4 steps");
        hits(page, HAT, 0, 96, QUARTER, 96, 2 * QUARTER, 96, 3 * QUARTER, 96);

        page.until("song().transport.output !== null && song().transport.loading === 0");
        page.ask("(window.ear = new AnalyserNode(song().transport.output.context, { fftSize: 32768 }), song().transport.output.connect(window.ear), true)");
        Point name = page.onDrum(SNARE);
        page.page().mouse().move(name.x(), name.y());
        page.page().mouse().down();
        page.until("studio().workspace.audition.sounding.join() === '%d'".formatted(SNARE));
        page.until("(() => { const heard = new Float32Array(32768); window.ear.getFloatTimeDomainData(heard); return heard.some(each => each > 0.001); })()");
        page.page().mouse().up();
        page.until("studio().workspace.audition.sounding.length === 0");
    }
}
