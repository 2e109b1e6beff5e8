package studio.tutti.e2e;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The audio graph's output in the real page, measured behind the engine. */
@DisplayName("In the page")
class HearingIT extends InStudio {

    /** Loudest sample of the last 43 ms, and the loudest frequency of the last 340 ms, of what the page plays. */
    private static final String EAR = """
            (() => {
              const output = song().transport.output;
              const listen = size => {
                const analyser = new AnalyserNode(output.context, { fftSize: size, smoothingTimeConstant: 0 });
                output.connect(analyser);
                return analyser;
              };
              const short = listen(2048), long = listen(16384);
              const wave = new Float32Array(2048), bins = new Float32Array(8192);
              window.loudness = () => { short.getFloatTimeDomainData(wave); return wave.reduce((most, each) => Math.max(most, Math.abs(each)), 0); };
              window.pitch = () => {
                long.getFloatFrequencyData(bins);
                return bins.indexOf(bins.reduce((most, each) => Math.max(most, each), -Infinity)) * output.context.sampleRate / 16384;
              };
              return true;
            })()""";

    private StudioPage listening() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.drawClip(0, 100);
        page.drawNote(60, 0);
        page.until("song().transport.output !== null && song().transport.loading === 0");
        page.ask(EAR);
        page.ask("song().setTrack(song().tracks()[0].handle, { program: 73 })");
        // Nothing is loading either before the flute is asked for: its sound must have come.
        page.until("performance.getEntriesByType('resource').some(each => each.name.endsWith('/presets/0/73'))"
                + " && song().transport.loading === 0");
        page.ask("song().transport.setLoop(0, %d, true)".formatted(QUARTER));
        return page;
    }

    @Test
    @DisplayName("of an instrument come the keys first that sound in the next seconds, then all of it")
    void keysFirst() {
        StudioPage page = join(demoSong(), "Ada");
        String kit = "performance.getEntriesByType('resource').filter(each => /presets.128.0($|[?])/.test(each.name))";
        page.until(kit + ".length === 2 && song().transport.loading === 0");
        assertThat(page.ask(kit + ".map(each => each.name.replace(/^.*128.0/, '').length)")).isEqualTo(java.util.List.of("?keys=".length() + 32, 0));
        assertThat(page.holds(kit + "[0].decodedBodySize < " + kit + "[1].decodedBodySize / 2")).isTrue();
        page.until("fetch('api/presets/128/0?keys=36').then(answer => answer.status === 400)");
        pardon();   // the browser tells of the answer that was asked for
    }

    @Test
    @DisplayName("instruments that the song no longer has make room for others, and what finds none is told of")
    void littleRoom() {
        StudioPage page = listening();
        page.ask("song().transport.room = 5e6");
        String sounds = "song().transport.sounds";
        for (int program : new int[] {5, 25, 46, 61}) {   // one and two megabytes each
            page.ask("song().setTrack(song().tracks()[0].handle, { program: %d })".formatted(program));
            page.until("performance.getEntriesByType('resource').some(each => each.name.endsWith('/presets/0/%d')) && song().transport.loading === 0".formatted(program));
            assertThat(page.holds(sounds + ".held.has(%d) && %s.bytes <= 4.375e6".formatted(program, sounds))).isTrue();
        }
        assertThat(page.holds(sounds + ".held.has(5) || " + sounds + ".held.has(73)")).as("the first are gone").isFalse();
        page.keys("Space");
        page.until("loudness() > 0.01");
        page.ask("song().setTrack(song().tracks()[0].handle, { program: 73 })");   // gone, and asked for again
        page.until(sounds + ".held.has(73) && song().transport.loading === 0 && Math.abs(pitch() - 261.6) < 4");
        page.keys("Space");
        page.ask("song().transport.room = 1e6");
        page.ask("song().setTrack(song().tracks()[0].handle, { program: 0 })");
        page.page().getByText("The sounds of this song are larger than").waitFor();
        page.until(sounds + ".refused.has(0) && song().transport.loading === 0");
        assertThat(page.holds(sounds + ".bytes < 0.875e6")).isTrue();
    }

    @Test
    @DisplayName("a drawn note sounds at its pitch, is silent when its track is muted, and when the song stops")
    void drawnNoteSounds() {
        StudioPage page = listening();
        page.until("loudness() === 0"); // the drawn note was heard, and rings out
        page.keys("Space");
        page.until("loudness() > 0.01 && Math.abs(pitch() - 261.6) < 4");
        assertThat(((Number) page.ask("pitch()")).doubleValue()).isCloseTo(261.6, within(4.0));
        // The meters empty the peak with each frame: keep the loudest of what is caught between their looks.
        page.ask("""
                (() => {
                  window.peak = 0;
                  const look = () => { window.peak = Math.max(window.peak, ...song().transport.peak(song().tracks()[0].handle)); };
                  setInterval(look, 1);
                })()""");
        page.until("window.peak > 0.01");

        page.ask("song().setTrack(song().tracks()[0].handle, { muted: true })");
        page.until("song().transport.playing && loudness() === 0");
        page.ask("song().setTrack(song().tracks()[0].handle, { muted: false })");
        page.until("loudness() > 0.01");

        page.keys("Space");
        page.until("!song().transport.playing && loudness() < 1e-6");
    }

    @Test
    @DisplayName("a key that is held sounds without the song playing, and ends when it is let go")
    void heldKeySounds() {
        StudioPage page = listening();
        page.ask("song().transport.noteOn(song().tracks()[0].handle, 81, 100)");
        page.until("loudness() > 0.01 && Math.abs(pitch() - 880) < 5");
        page.ask("song().transport.noteOff(song().tracks()[0].handle, 81)");
        page.until("loudness() < 1e-6");
        assertThat(page.holds("song().transport.playing")).isFalse();
    }

    @Test
    @DisplayName("the sound goes on after the long buffer was chosen, which is kept, and every key still sounds")
    void longBuffer() {
        StudioPage page = listening();
        page.keys("Space");
        page.until("loudness() > 0.01");
        Object shortest = page.ask("song().transport.buffered");
        page.page().getByLabel("Sound", new Page.GetByLabelOptions().setExact(true)).click();
        page.page().getByText("Long buffer: for a slow machine").click();
        page.until("song().transport.playing && song().transport.output !== null && song().transport.loading === 0 && song().transport.buffered > " + shortest);
        page.ask(EAR);
        page.until("loudness() > 0.01 && Math.abs(pitch() - 261.6) < 4");
        page.keys("Space");
        page.until("!song().transport.playing && loudness() < 1e-6");
        page.ask("song().transport.noteOn(song().tracks()[0].handle, 81, 100)");
        page.until("loudness() > 0.01 && Math.abs(pitch() - 880) < 5");
        page.page().reload();
        page.page().waitForFunction("document.querySelector('tutti-studio')?.workspace?.song.transport.buffered > " + shortest);
    }

    @Test
    @DisplayName("says what helps when the machine is too slow for the sound")
    void stutters() {
        StudioPage page = listening();
        page.keys("Space");
        page.until("loudness() > 0.01");
        page.ask("""
                (async () => {
                  const { context } = song().transport.output;
                  const hog = "registerProcessor('hog', class extends AudioWorkletProcessor {"
                      + "process() { for (const end = Date.now() + 15; Date.now() < end;); return true; } })";
                  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([hog], { type: 'text/javascript' })));
                  new AudioWorkletNode(context, 'hog').connect(context.destination);
                })()""");
        page.page().getByText("The sound has gaps on this machine.").waitFor();
    }
}
