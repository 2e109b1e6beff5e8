package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The panel of a track’s instrument")
class InstrumentPanelIT extends InStudio {

    private static final String TRACK = "song().tracks()[0].handle";
    private static final String TYPE = "(song().instruments.of(" + TRACK + ")?.type ?? '')";

    /** An ear that tells loudness and pitch of what is heard. */
    private static final String EAR = """
            (() => {
              const output = song().transport.output;
              const ear = new AnalyserNode(output.context, { fftSize: 8192 });
              output.connect(ear);
              const wave = new Float32Array(8192);
              window.loudness = () => { ear.getFloatTimeDomainData(wave); return wave.reduce((most, each) => Math.max(most, Math.abs(each)), 0); };
              window.pitch = () => {
                ear.getFloatTimeDomainData(wave);
                let crossings = 0, first = 0, last = 0;
                for (let i = 1; i < wave.length; i++) {
                  if (wave[i - 1] < 0 && wave[i] >= 0) {
                    const at = i - wave[i] / (wave[i] - wave[i - 1]);
                    if (crossings++ === 0) first = at;
                    last = at;
                  }
                }
                return crossings < 3 ? 0 : (crossings - 1) * output.context.sampleRate / (last - first);
              };
            })()""";

    private StudioPage withPanel() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.press(page.onTrack(0, 4 * BAR));
        page.keys("Alt+x");
        page.page().locator("tutti-instrument-panel").waitFor();
        page.until("song().transport.output !== null && song().transport.loading === 0");
        page.ask(EAR);
        return page;
    }

    private static Locator kind(StudioPage page, String name) {
        return page.page().locator("tutti-instrument-panel header").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator knob(StudioPage page, String parameter) {
        return page.page().locator("tutti-knob[data-parameter='" + parameter + "']");
    }

    private static void type(StudioPage page, Locator knob, String value) {
        knob.focus();
        page.keys("Enter");
        page.page().keyboard().type(value);
        page.keys("Enter");
    }

    /** Where something is, once it has been scrolled there. */
    private static BoundingBox place(Locator locator) {
        locator.scrollIntoViewIfNeeded();
        return locator.boundingBox();
    }

    private static String value(int place) {
        return "song().instruments.of(" + TRACK + ").values[" + place + "]";
    }

    /** A WAV file of 16-bit mono sound at 44.1 kHz. */
    private static byte[] wav(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(44_100).putInt(88_200).putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
        for (short each : samples) {
            bytes.putShort(each);
        }
        return bytes.array();
    }

    /** Two seconds with a burst of a tone each quarter of a second. */
    private static byte[] loop() {
        short[] samples = new short[88_200];
        for (int i = 0; i < samples.length; i++) {
            int hit = i / 11_025;
            double time = (i % 11_025) / 44_100.0;
            samples[i] = (short) (24_000 * Math.exp(-time / 0.05) * Math.sin(2 * Math.PI * (200 + 150 * (hit % 3)) * time));
        }
        return wav(samples);
    }

    /** Two seconds of 440 Hz. */
    private static byte[] tone() {
        short[] samples = new short[88_200];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (12_000 * Math.sin(2 * Math.PI * 440 * i / 44_100.0));
        }
        return wav(samples);
    }

    private static void file(StudioPage page, String within, String name, byte[] bytes) {
        page.page().locator(within + " input[type=file]").setInputFiles(new FilePayload(name, "audio/wav", bytes));
    }

    @Test
    @DisplayName("a track becomes a synthesiser; presets are heard and loaded, knobs turned, its envelope dragged, and all of it undone")
    void synth() {
        StudioPage page = withPanel();
        kind(page, "Synthesiser").click();
        page.until(TYPE + " === 'synth'");
        page.page().locator("tutti-track-head .instrument").getByText("Synthesiser").waitFor();

        page.button("Hear Wall of saws").click();
        page.until("loudness() > 0.02");
        page.until(value(15) + " === 1");
        page.until("loudness() < 0.001");

        page.page().locator("tutti-instrument-panel .load").getByText("Whistler").click();
        page.until(value(55) + " === 0.12");

        type(page, knob(page, "filter.cutoff"), "2k");
        page.until("Math.abs(" + value(19) + " - 2000) < 0.01");
        knob(page, "filter.cutoff").focus();
        page.keys("Delete");
        page.until("Math.abs(" + value(19) + " - 20000) < 0.01");

        BoundingBox at = place(knob(page, "filter.resonance"));
        page.drag(new StudioPage.Point(at.x + 20, at.y + 20), new StudioPage.Point(at.x + 20, at.y - 40));
        page.until(value(20) + " > 40");

        Locator dot = page.page().locator("tutti-adsr").first().locator("button").nth(1);
        at = place(dot);
        double sustain = ((Number) page.ask(value(27))).doubleValue();
        page.drag(new StudioPage.Point(at.x + 8, at.y + 8), new StudioPage.Point(at.x + 30, at.y + 38));
        page.until(value(27) + " < " + (sustain - 20));

        for (int steps = 0; steps < 6; steps++) {
            page.ask("song().undo()");
        }
        page.until(TYPE + " === ''");
    }

    @Test
    @DisplayName("the synthesiser plays the pitch of its key, and a knob is heard while it is still dragged")
    void heard() {
        StudioPage page = withPanel();
        kind(page, "Synthesiser").click();
        page.until(TYPE + " === 'synth'");
        page.ask("song().mixing.set(song().instruments.of(" + TRACK + ").handle, 'osc1.shape', 3)");
        page.ask("song().transport.noteOn(" + TRACK + ", 69, 100)");
        page.until("loudness() > 0.05 && Math.abs(pitch() - 440) < 0.5");
        BoundingBox at = place(knob(page, "amp.level"));
        Mouse mouse = page.page().mouse();
        mouse.move(at.x + 20, at.y + 20);
        mouse.down();
        mouse.move(at.x + 20, at.y + 320, new Mouse.MoveOptions().setSteps(12));
        page.until("loudness() > 0 && loudness() < 0.02");
        page.until(value(59) + " === -6");
        mouse.up();
        page.until(value(59) + " === -36");
        page.ask("song().transport.noteOff(" + TRACK + ", 69)");
        page.until("loudness() < 0.0001");
    }

    @Test
    @DisplayName("a kit's pads are hit by pointer and keys, take files, are set, muted, exchanged and cleared, and undone")
    void pads() {
        StudioPage page = withPanel();
        kind(page, "Drum pads").click();
        page.until(TYPE + " === 'drumkit'");
        page.button("Kits").click();
        page.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Studio").setExact(true)).click();
        String pads = "song().instruments.pads(" + TRACK + ")";
        page.until(pads + ".length === 16");
        page.until(pads + ".every(pad => song().transport.media.state(pad.media)?.sent.size > 0)");
        Locator snare = page.button("Pad D2: Snare");
        snare.click();
        page.until("loudness() > 0.02");
        page.until("loudness() < 0.0005");
        page.keys("z");
        page.until("loudness() > 0.02");
        page.until("loudness() < 0.0005");

        type(page, page.page().locator("tutti-pads tutti-knob[data-parameter='tune']"), "-12");
        page.until(pads + ".find(pad => pad.key === 36).values[0] < -11.99");

        snare.click();
        file(page, "tutti-pads", "beep.wav", tone());
        page.until(pads + ".find(pad => pad.key === 38).name === 'beep'");
        page.until(pads + ".every(pad => song().transport.media.state(pad.media)?.sent.size > 0)");
        page.page().locator("tutti-pads [data-key='38']").click();
        page.until("loudness() > 0.02 && Math.abs(pitch() - 440) < 1");
        page.until("loudness() < 0.0005");

        page.page().locator("tutti-pads [data-key='38']").dragTo(page.page().locator("tutti-pads [data-key='36']"));
        page.until(pads + ".find(pad => pad.key === 36).name === 'beep' && " + pads + ".find(pad => pad.key === 38).name === 'Kick'");

        page.page().locator("tutti-pads [data-key='36']").click(new Locator.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        page.page().getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Mute the pad")).click();
        page.until(pads + ".find(pad => pad.key === 36).muted");
        page.page().locator("tutti-pads [data-key='36']").focus();
        page.keys("Delete");
        page.until(pads + ".length === 15");
        for (int steps = 0; steps < 5; steps++) {
            page.ask("song().undo()");
        }
        page.until(pads + ".length === 16 && " + pads + ".find(pad => pad.key === 36).name === 'Kick' && " + pads + ".find(pad => pad.key === 36).values[0] === 0");
    }

    @Test
    @DisplayName("a file dropped onto a pad becomes its sound")
    void dropped() {
        StudioPage page = withPanel();
        kind(page, "Drum pads").click();
        page.until(TYPE + " === 'drumkit'");
        page.page().locator("tutti-pads [data-key='40']").evaluate("""
                (pad, text) => {
                  const data = new DataTransfer();
                  data.items.add(new File([Uint8Array.from(atob(text), c => c.charCodeAt(0))], 'thump.wav', { type: 'audio/wav' }));
                  pad.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
                }""", java.util.Base64.getEncoder().encodeToString(tone()));
        page.until("song().instruments.pads(" + TRACK + ").some(pad => pad.key === 40 && pad.name === 'thump')");
        page.ask("song().undo()");
        page.until("song().instruments.pads(" + TRACK + ").length === 0");
    }

    @Test
    @DisplayName("a recording is played across the keys, and its root is chosen")
    void sampler() {
        StudioPage page = withPanel();
        kind(page, "Sampler").click();
        page.until(TYPE + " === 'sampler'");
        file(page, "tutti-recording", "tone.wav", tone());
        page.until("song().instruments.pads(" + TRACK + ").length === 1");
        page.until("song().transport.media.state(song().instruments.pads(" + TRACK + ")[0].media)?.sent.size > 0");
        page.button("Root key: C4").click();
        page.page().getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("A4").setExact(true)).click();
        page.until("song().instruments.pads(" + TRACK + ")[0].key === 69");
        page.ask("song().transport.noteOn(" + TRACK + ", 57, 100)");
        page.until("loudness() > 0.02 && Math.abs(pitch() - 220) < 1");
        page.ask("song().transport.noteOff(" + TRACK + ", 57)");
        page.until("loudness() < 0.0005");
    }

    @Test
    @DisplayName("a loop is cut where its sounds begin, and written as notes that follow the tempo")
    void slicer() {
        StudioPage page = withPanel();
        kind(page, "Slicer").click();
        page.until(TYPE + " === 'slicer'");
        file(page, "tutti-recording", "loop.wav", loop());
        page.until("song().instruments.pads(" + TRACK + ").length === 8");
        page.button("Write as notes").click();
        page.until("song().clips(0, 0x7fffffff).length === 10");
        page.until("""
                (() => {
                  const packed = song().notes(studio().workspace.content, 0, 0x7fffffff);
                  const starts = [];
                  for (let at = 0; at < packed.length; at += 6) starts.push(packed[at + 1]);
                  starts.sort((a, b) => a - b);
                  return starts.length === 8 && starts.every((start, slice) => Math.abs(start - slice * 480) < 24);
                })()""");
        page.ask("song().undo(), song().undo()");
        page.until("song().instruments.pads(" + TRACK + ").length === 0");
    }

    @Test
    @DisplayName("a file that holds no sound is refused with a sentence, and the pads stay as they are")
    void noSound() {
        StudioPage page = withPanel();
        kind(page, "Drum pads").click();
        page.until(TYPE + " === 'drumkit'");
        file(page, "tutti-pads", "letter.wav", "Dear Ada, this is no sound at all.".getBytes(StandardCharsets.UTF_8));
        assertThat(page.page().locator("tutti-notices")).containsText("sound");
        page.until("song().instruments.pads(" + TRACK + ").length === 0");
        pardon(); // the browser tells of the refusal, too
    }
}
