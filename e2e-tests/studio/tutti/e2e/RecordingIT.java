package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.MouseButton;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.ClipOnPage;
import studio.tutti.e2e.StudioPage.NoteOnPage;
import studio.tutti.e2e.StudioPage.Point;

/**
 * A MIDI keyboard that the test holds in its hands: the browser's port is replaced before the page loads, and messages are
 * told with the time at which they were played, as the browser does.
 */
@DisplayName("Playing and recording")
class RecordingIT extends InStudio {

    private static final String PORT = """
            (() => {
              const inputs = new Map();
              const access = { inputs, outputs: new Map(), onstatechange: null };
              navigator.requestMIDIAccess = async () => access;
              window.plug = name => {
                inputs.set(name, { id: name, name, state: 'connected', type: 'input', onmidimessage: null });
                access.onstatechange?.({ port: inputs.get(name) });
              };
              window.midi = (name, time, ...bytes) => {
                const event = new Event('midimessage');
                Object.defineProperty(event, 'timeStamp', { value: time });
                Object.defineProperty(event, 'data', { value: Uint8Array.from(bytes) });
                inputs.get(name).onmidimessage?.(event);
              };
            })();""";

    /** Hears the metronome: the context's times at which it knocks, to the frame, and how that clock goes beside the page's. */
    private static final String EAR = """
            (async () => {
              const { output } = song().transport;
              const context = output.context;
              const code = `registerProcessor('ear', class extends AudioWorkletProcessor {
                constructor() { super(); this.quiet = 1e9; }
                process([[left]]) {
                  if (left) for (let i = 0; i < left.length; i++) {
                    if (Math.abs(left[i]) > 1e-5) {
                      if (this.quiet > 4000) this.port.postMessage(currentTime + i / sampleRate);
                      this.quiet = 0;
                    } else this.quiet++;
                  }
                  return true;
                }
              });`;
              await context.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
              const ear = new AudioWorkletNode(context, 'ear');
              window.onsets = [];
              window.leads = [];
              ear.port.onmessage = ({ data }) => window.onsets.push(data);
              output.connect(ear).connect(context.destination);
              setInterval(() => {
                const { contextTime, performanceTime } = context.getOutputTimestamp();
                if (contextTime > 0) window.leads.push(contextTime * 1000 - performanceTime);
              }, 10);
            })()""";

    private StudioPage withPort(String address) {
        BrowserContext person = person();
        person.addInitScript(PORT);
        StudioPage page = StudioPage.open(person, address, "Ada");
        page.addTrack();
        page.until("song().transport.output !== null && song().transport.loading === 0");
        return page;
    }

    private StudioPage withKeyboard() {
        StudioPage page = withPort(newSong());
        page.keys("Shift+K");
        page.button("Connect a MIDI keyboard").click();
        page.page().getByText("No MIDI keyboard is plugged in").waitFor();
        page.ask("plug('Grand')");
        page.page().locator(".device").getByText("Grand").waitFor();
        return page;
    }

    private static String set(String manner) {
        return "song().playing.recording.set(" + manner + ")";
    }

    @Test
    @DisplayName("write what a MIDI keyboard plays where it was heard, within 3 ms, over a change of tempo, all as one edit")
    void lands() {
        StudioPage page = withKeyboard();
        page.ask("song().setTempo(0, 120)");
        page.ask("song().setTempo(" + BAR + ", 75)");
        page.ask(set("{ countIn: 1, click: true, step: 0, mode: 'takes', punch: false, late: 0 }"));
        page.ask(EAR);
        for (int tries = 0; !playsOn(page) && tries < 3; tries++) {
            // The sound device was not fed in time and stood still, so what was heard when can't be told: once more.
            page.keys("Control+z");
            page.until("song().clips().length === 0");
        }

        // The first knock that sounded is the count-in's first: the song's tick 0 is four quarters, two seconds, later.
        double[] heard = numbers(page, "onsets");
        double[] played = numbers(page, "truth");
        double[] leads = java.util.Arrays.stream(numbers(page, "leads")).sorted().toArray();
        double lead = leads[leads.length / 2];
        double zero = heard[0] + 2.0;
        assertThat(heard[4]).as("the knock on tick 0").isCloseTo(zero, within(0.001));
        List<NoteOnPage> notes = page.notes();
        int before = (int) java.util.Arrays.stream(played).filter(time -> seconds(time, lead, zero) < -0.25).count();
        assertThat(notes).hasSize(played.length - before);
        double worst = 0;
        for (int i = 0; i < notes.size(); i++) {
            double truth = seconds(played[before + i], lead, zero);
            if (truth >= 0) {
                int tick = notes.get(i).start();
                double written = tick < BAR ? tick / 1920.0 : 2 + (tick - BAR) / 1200.0;
                worst = Math.max(worst, Math.abs(written - truth) * 1000);
            }
        }
        System.out.printf("recording: %d notes, the worst lands %.2f ms from where it was played%n", notes.size(), worst);
        assertThat(worst).isLessThan(3);
        assertThat(notes.getLast().start()).as("beyond the change of tempo").isGreaterThan(BAR);
        page.keys("Control+z");
        page.until("song().clips().length === 0");
    }

    @Test
    @DisplayName("write so much earlier what a keyboard tells late, as one has said")
    void late() {
        StudioPage page = withKeyboard();
        page.ask("song().setTempo(0, 120)");
        page.ask(set("{ countIn: 0, click: false, step: 0, mode: 'takes', punch: false }"));
        Locator field = page.page().getByLabel("Comes late by");
        field.fill("100");
        field.press("Enter");
        page.until("song().playing.recording.manner.late === 100");
        field.press("Escape");
        page.button("Record").click();
        page.until("song().transport.playing && song().transport.playhead > " + QUARTER);
        int heard = page.whole("(midi('Grand', performance.now(), 0x90, 60, 100), Math.round(song().transport.playhead))");
        page.ask("midi('Grand', performance.now(), 0x80, 60, 0)");
        page.keys("Space");
        page.until("song().clips().length === 10");
        assertThat(page.notes().getFirst().start()).as("100 ms are 192 ticks").isCloseTo(heard - 192, within(60));
        page.page().reload();
        page.page().waitForFunction("document.querySelector('tutti-studio')?.workspace?.song.playing.recording.manner.late === 100");
    }

    /** Records forty notes; whether the sound device went on evenly meanwhile. */
    private static boolean playsOn(StudioPage page) {
        page.ask("(window.onsets.length = window.leads.length = 0, window.over = false, song().transport.seek(0))");
        page.button("Record").click();
        page.until("song().transport.playing && song().transport.countsIn > 0");
        page.until("window.onsets.length >= 1");

        // Notes are played every 137 ms from the first bar on; each is told some milliseconds after it was played.
        page.ask("""
                (() => {
                  window.truth = [];
                  const start = performance.now() + 2200;
                  const next = number => {
                    const time = start + number * 137.3;
                    setTimeout(() => {
                      midi('Grand', time, 0x90, 40 + number % 40, 90);
                      setTimeout(() => midi('Grand', time + 60, 0x80, 40 + number % 40, 0), 60);
                      window.truth.push(time);
                      if (number < 39) next(number + 1); else setTimeout(() => { window.over = true; }, 200);
                    }, Math.max(0, time + 3 - performance.now()));
                  };
                  next(0);
                })()""");
        page.until("window.over === true");
        page.keys("Space");
        page.until("song().clips().length === 10");
        double[] leads = numbers(page, "leads");
        double[] first = java.util.Arrays.stream(leads, 0, leads.length / 3).sorted().toArray();
        double[] last = java.util.Arrays.stream(leads, leads.length * 2 / 3, leads.length).sorted().toArray();
        return Math.abs(first[first.length / 2] - last[last.length / 2]) < 2;
    }

    private static double seconds(double millis, double lead, double zero) {
        return (millis + lead) / 1000 - zero;
    }

    private static double[] numbers(StudioPage page, String name) {
        return ((List<?>) page.ask("window." + name)).stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
    }

    @Test
    @DisplayName("play with letters while that mode is on, with octaves, velocity and pedal, and leave shortcuts alone")
    void letters() {
        StudioPage page = withPort(newSong());
        page.keys("Shift+K");
        page.until("studio().workspace.keyboards.computer.on");
        page.page().keyboard().down("a");
        page.page().keyboard().down("e");
        page.until("song().playing.hand.keys.has(60) && song().playing.hand.keys.has(63)");
        page.page().keyboard().up("a");
        page.page().keyboard().up("e");
        page.until("song().playing.hand.keys.size === 0");
        page.keys("x", "v", "c", "v");
        assertThat(page.page().locator("tutti-comments tutti-writing:visible").count()).as("no comment is begun while letters play").isZero();
        page.page().keyboard().down("k");
        page.until("song().playing.hand.keys.get(84)?.velocity === 104");
        page.page().keyboard().up("k");
        page.keys("Shift+T");
        page.until("song().tracks().length === 2");
        page.keys("Control+z");
        page.until("song().tracks().length === 1");
        page.keys("Escape");
        page.until("!studio().workspace.keyboards.computer.on");
        page.keys("t");
        page.until("song().tracks().length === 2");
    }

    @Test
    @DisplayName("capture what was played without recording: stopped at the caret, playing where it was heard; fingers slide over keys")
    void captures() {
        StudioPage page = withPort(newSong());
        page.keys("Shift+K");
        StudioPage.Point c = key(page, 60);
        StudioPage.Point e = key(page, 64);
        page.page().mouse().move(c.x(), c.y());
        page.page().mouse().down();
        page.until("song().playing.hand.keys.has(60)");
        page.page().mouse().move(e.x(), e.y());
        page.until("song().playing.hand.keys.has(64) && !song().playing.hand.keys.has(60)");
        page.page().mouse().up();
        page.keys("Escape");
        page.button("Capture what was just played").click();
        page.until("song().clips().length === 10");
        assertThat(page.notes()).extracting(NoteOnPage::pitch).containsExactly(60, 64);
        assertThat(page.notes().getFirst().start()).isZero();
        assertThat(page.clips()).extracting(ClipOnPage::start).containsExactly(0);

        page.ask("song().transport.seek(" + 4 * BAR + ")");
        page.keys("Space");
        page.until("song().transport.playing && song().transport.playhead > %d".formatted(4 * BAR + QUARTER));
        page.press(c);
        page.until("song().transport.playhead > %d".formatted(4 * BAR + 3 * QUARTER));
        page.keys("Shift+P");
        page.until("song().clips().length === 20");
        int start = page.clips().getLast().start() + page.notes().getFirst().start();
        assertThat(start).isBetween(4 * BAR + QUARTER, 4 * BAR + 3 * QUARTER);
    }

    private static StudioPage.Point key(StudioPage page, int pitch) {
        var box = page.page().locator("tutti-piano [data-pitch='" + pitch + "']").boundingBox();
        return new StudioPage.Point(box.x + box.width / 2, box.y + box.height * 0.8);
    }

    @Test
    @DisplayName("record takes over a loop, of which one is chosen; overdub and replace; onto a grid; only within a punched range")
    void takes() {
        StudioPage page = withKeyboard();
        page.ask("song().setTempo(0, 240)");
        page.ask("song().transport.setLoop(0, " + BAR + ", true)");
        page.ask(set("{ countIn: 0, click: false, step: 480, mode: 'takes' }"));
        page.ask("song().transport.seek(" + 8 * BAR + ")"); // behind the loop, where nothing would come round
        page.button("Record").click();
        for (int take = 0; take < 3; take++) {
            page.until("song().transport.playing && song().transport.playhead < " + QUARTER);
            playNear(page, 60 + take, QUARTER);
            page.until("song().playing.hand.strokes.map(stroke => stroke.pitch).join() === '%d'".formatted(60 + take));
            page.until("song().transport.playhead > " + 2 * QUARTER);
        }
        page.keys("Space");
        page.until("song().clips().length === 10");
        List<NoteOnPage> last = page.notes();
        assertThat(last).extracting(NoteOnPage::pitch).as("the last take alone").containsExactly(62);
        assertThat(last.getFirst().start()).as("on the grid").isEqualTo(QUARTER);
        assertThat(page.clips()).extracting(ClipOnPage::length).containsExactly(BAR);
        for (String take : List.of("Variation Take 1", "Variation Take 3")) {
            Point clip = page.onTrack(0, QUARTER);
            page.page().mouse().click(clip.x(), clip.y(), new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
            page.page().locator("tutti-menu [role=menuitemradio]").filter(new Locator.FilterOptions().setHasText(take)).click();
            page.until("song().notes(studio().workspace.content, 0, 0x7fffffff)[3] === " + (take.endsWith("1") ? 60 : 62));
        }

        page.ask(set("{ mode: 'overdub' }"));
        page.ask("song().transport.seek(0)");
        page.button("Record").click();
        playNear(page, 72, 2 * QUARTER);
        page.button("Record").click();
        page.until("song().notes(studio().workspace.content, 0, 0x7fffffff).length === 6 * " + (last.size() + 1));
        assertThat(page.holds("song().transport.playing")).as("playing goes on").isTrue();
        page.keys("Space");
        page.until("!song().transport.playing");

        page.ask(set("{ mode: 'replace', punch: true }"));
        page.ask("song().transport.setLoop(%d, %d, true)".formatted(QUARTER, 2 * BAR));
        page.ask("song().transport.seek(0)");
        page.button("Record").click();
        playNear(page, 80, QUARTER + 480);
        page.until("!song().playing.recording.on");
        page.keys("Space");
        List<Integer> pitches = new ArrayList<>(page.notes().stream().map(NoteOnPage::pitch).toList());
        assertThat(pitches).contains(80).doesNotContain(72);
    }

    /** Plays a key as soon as the song comes by a tick. */
    private static void playNear(StudioPage page, int pitch, int tick) {
        page.page().waitForFunction("""
                ([pitch, tick]) => {
                  const { transport } = document.querySelector('tutti-studio').workspace.song;
                  if (!transport.playing || transport.playhead < tick || transport.playhead > tick + 900) return false;
                  midi('Grand', performance.now(), 0x90, pitch, 100);
                  midi('Grand', performance.now() + 20, 0x80, pitch, 0);
                  return true;
                }""", List.of(pitch, tick));
    }
}
