package studio.tutti.e2e;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.tutti.core.engine.Engine;
import studio.tutti.core.engine.Score;
import studio.tutti.core.engine.ScoreCompiler;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;
import studio.tutti.exchange.DemoSong;
import studio.tutti.library.Instruments;
import studio.tutti.library.Media;
import studio.tutti.library.StarterKits;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What a band hears while it writes is what the bounce contains: the demo song, in the worklet and on the server. */
@DisplayName("The demo song's sound")
class SameSoundIT extends InBrowsers {

    private static final int SECONDS = 20;
    /** −90 dBFS. JavaScript may keep floats unrounded for a while; where it differed, it was by 1e-11 at most. */
    private static final double ALMOST_SILENT = 3.16e-5;

    private static RunningStudio studio;

    @BeforeAll
    static void start() {
        studio = RunningStudio.shared();
    }

    @ParameterizedTest(name = "as {0} at {1} Hz")
    @CsvSource({"wasm, 48000", "wasm, 44100", "js, 48000"})
    @DisplayName("has the same bits in the browser's audio worklet and on the server")
    void sameBits(String build, int rate) throws Exception {
        compare(build, rate, ScoreCompiler.compile(DemoSong.song().arrangement(), rate), "Demo song");
    }

    @ParameterizedTest(name = "as {0} at {1} Hz")
    @CsvSource({"wasm, 44100", "js, 48000"})
    @DisplayName("has so, too, with every effect, a group, a bus, a side-chain and inserts of the master")
    void sameBitsMixed(String build, int rate) throws Exception {
        Score score = ScoreCompiler.compile(MixedSong.of(DemoSong.song().arrangement()), rate);
        compare(build, rate, score, "Mixed demo song");
    }

    @ParameterizedTest(name = "as {0} at {1} Hz")
    @CsvSource({"wasm, 48000", "js, 48000"})
    @DisplayName("has so with dense drums")
    void sameBitsOfDrums(String build, int rate) throws Exception {
        compare(build, rate, ScoreCompiler.compile(HardSongs.denseDrums(), rate), "Dense drums");
    }

    @ParameterizedTest(name = "as {0} at {1} Hz")
    @CsvSource({"wasm, 48000", "js, 48000", "wasm, 37800"})
    @DisplayName("has so with long tails and automation, at an odd rate, too")
    void sameBitsOfTails(String build, int rate) throws Exception {
        compare(build, rate, ScoreCompiler.compile(HardSongs.longTails(), rate), "Long tails with automation");
    }

    @ParameterizedTest(name = "as {0} at {1} Hz")
    @CsvSource({"wasm, 48000", "wasm, 44100", "js, 48000"})
    @DisplayName("has so, too, with synthesisers, a drum kit and a recording across the keys")
    void sameBitsOfInstruments(String build, int rate) throws Exception {
        List<StarterKits.Pad> kit = studio.bean(StarterKits.class).take(new Id(7, 7), "Studio").orElseThrow();
        Score score = ScoreCompiler.compile(InstrumentSong.of(DemoSong.song().arrangement(), kit), rate);
        assertThat(score.media().length).isGreaterThan(5);
        compare(build, rate, score, "Demo song on instruments");
    }

    @ParameterizedTest(name = "as {0} in blocks of {1} frames")
    @CsvSource({"wasm, 64", "wasm, 512"})
    @DisplayName("has so in blocks of other sizes than the worklet's, too, with every effect")
    void sameBitsOfBlocks(String build, int block) throws Exception {
        int rate = 48_000;
        Score score = ScoreCompiler.compile(MixedSong.of(DemoSong.song().arrangement()), rate);
        int frames = rate * SECONDS / block * block;
        Page page = open(studio.url() + "/icon.svg");
        @SuppressWarnings("unchecked")
        Map<String, Object> heard = (Map<String, Object>) page.evaluate(RENDER_BLOCKS, List.of(build, rate, frames, encode(score.packed()), block));
        compare(build, rate, score, frames, heard, "Mixed demo song in blocks of " + block);
    }

    /** The recordings that a score asks for, as the worklet takes them: key, rate, channels, frames, then 16-bit sound. */
    private static List<List<Object>> media(Score score) throws Exception {
        Media media = studio.bean(Media.class);
        List<List<Object>> all = new ArrayList<>();
        int[] needs = score.media();
        for (int at = 0; at < needs.length; at += 5) {
            MediaSound sound = media.load(MediaKey.of(needs[at], needs[at + 1]));
            ByteBuffer bytes = ByteBuffer.allocate(2 * sound.frames() * sound.channels()).order(ByteOrder.LITTLE_ENDIAN);
            for (int frame = 0; frame < sound.frames(); frame++) {
                for (int channel = 0; channel < sound.channels(); channel++) {
                    bytes.putShort((short) sound.at(channel, frame));
                }
            }
            all.add(List.of(needs[at], needs[at + 1], sound.rate(), sound.channels(), sound.frames(), Base64.getEncoder().encodeToString(bytes.array())));
        }
        return all;
    }

    private void compare(String build, int rate, Score score, String name) throws Exception {
        int frames = rate * SECONDS / 128 * 128;
        Page page = open(studio.url() + "/icon.svg");
        @SuppressWarnings("unchecked")
        Map<String, Object> heard = (Map<String, Object>) page.evaluate(RENDER,
                List.of(build, rate, frames, encode(score.packed()), media(score)));
        compare(build, rate, score, frames, heard, name);
    }

    private static void compare(String build, int rate, Score score, int frames, Map<String, Object> heard, String name) throws Exception {
        float[][] expected = onServer(score, frames);
        float[][] browser = decode((String) heard.get("sound"), frames);
        double worst = 0;
        int different = 0;
        float peak = 0;
        for (int channel = 0; channel < 2; channel++) {
            for (int i = 0; i < frames; i++) {
                float mine = expected[channel][i];
                worst = Math.max(worst, Math.abs((double) mine - browser[channel][i]));
                different += Float.floatToRawIntBits(mine) == Float.floatToRawIntBits(browser[channel][i]) ? 0 : 1;
                peak = Math.max(peak, Math.abs(mine));
            }
        }
        System.out.println(name + ", " + SECONDS + " s at " + rate + " Hz as " + build + ": " + different
                + " samples of " + 2 * frames + " differ, at most by " + worst + "; rendered in " + heard.get("spent") + " ms.");
        assertThat(peak).as("it sounds").isBetween(0.05f, 0.9f);
        assertThat(worst).isLessThan(ALMOST_SILENT);
        if (build.equals("wasm")) {
            assertThat(different).isZero();
        }
    }

    private static float[][] onServer(Score score, int frames) throws Exception {
        Instruments instruments = studio.bean(Instruments.class);
        Engine engine = new Engine(score.rate());
        engine.score(score);
        for (int address : engine.missing()) {
            engine.addPreset(instruments.preset(address / 128, address % 128), address);
        }
        int[] needs = score.media();
        for (int at = 0; at < needs.length; at += 5) {
            engine.addMedia(studio.bean(Media.class).load(MediaKey.of(needs[at], needs[at + 1])));
        }
        engine.play();
        float[][] sound = new float[2][frames];
        engine.render(sound[0], sound[1], 0, frames);
        return sound;
    }

    private static String encode(int[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(numbers);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static float[][] decode(String text, int frames) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
        float[][] sound = new float[2][frames];
        for (float[] channel : sound) {
            for (int i = 0; i < frames; i++) {
                channel[i] = bytes.getFloat();
            }
        }
        return sound;
    }

    /** The same module without a worklet, which knows blocks of 128 frames only. */
    private static final String RENDER_BLOCKS = """
            async ([build, rate, frames, packed, block]) => {
              const numbers = new Int32Array(Uint8Array.from(atob(packed), c => c.charCodeAt(0)).buffer);
              const bytes = await (await fetch('/core/engine.wasm')).arrayBuffer();
              const engine = build === 'wasm'
                  ? (await (await import('/core/wasm-runtime.js')).load(bytes, { nodejs: false })).exports : await import('/core/engine.js');
              const { lay } = await import('/core/hand-over.js');
              engine.begin(rate);
              engine.scoreBegins(numbers.length);
              for (let at = 0; at < numbers.length; at += 8192) engine.scorePart(at, lay(engine, numbers.subarray(at, at + 8192)));
              while (!engine.scoreReady());
              engine.scoreEnds();
              for (const address of [...engine.needs()].filter((_, index) => index % 2 === 0)) {
                const answer = await fetch(`/api/presets/${Math.floor(address / 128)}/${address % 128}`);
                const plain = await new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
                const count = new DataView(plain).getInt32(0, true);
                engine.preset(address, new Int32Array(plain.slice(4, 4 + 4 * count)));
                const sound = new Uint8Array(plain.slice(4 + 4 * count));
                for (let at = 0; at === 0 || at < sound.length; at += 32768) engine.sampled(lay(engine, sound.subarray(at, at + 32768)));
              }
              engine.play();
              const channels = [new Float32Array(frames), new Float32Array(frames)];
              const begin = performance.now();
              for (let at = 0; at < frames; at += block) {
                engine.render(block);
                const sound = engine.sound();
                for (const channel of [0, 1]) channels[channel].set(sound.subarray(channel * sound.length / 2, channel * sound.length / 2 + block), at);
              }
              const spent = Math.round(performance.now() - begin);
              const all = new Uint8Array(8 * frames);
              for (const channel of [0, 1]) all.set(new Uint8Array(channels[channel].buffer), 4 * frames * channel);
              let text = '';
              for (let at = 0; at < all.length; at += 32768) text += String.fromCharCode(...all.subarray(at, at + 32768));
              return { sound: btoa(text), spent };
            }""";

    /** The engine as the page makes it, in a context that renders as fast as it can. */
    private static final String RENDER = """
            async ([build, rate, frames, packed, media]) => {
              const numbers = new Int32Array(Uint8Array.from(atob(packed), c => c.charCodeAt(0)).buffer);
              const context = new OfflineAudioContext(2, frames, rate);
              const bytes = await (await fetch('/core/engine.wasm')).arrayBuffer();
              await context.audioWorklet.addModule(`/core/engine-${build}-processor.js`);
              const node = new AudioWorkletNode(context, 'tutti-engine',
                  { numberOfInputs: 0, outputChannelCount: [2], processorOptions: { bytes } });
              node.connect(context.destination);
              const loading = new Set();
              await new Promise((resolve, reject) => {
                const take = async data => {
                  if (data.type === 'failed') reject(new Error(data.message));
                  if (data.type === 'ready') {
                    for (const [high, low, ofRate, channels, length, sound] of media) {
                      node.port.postMessage({ type: 'media', high, low, rate: ofRate, channels, frames: length });
                      const bytes = Uint8Array.from(atob(sound), c => c.charCodeAt(0));
                      const size = 32768 * 2 * channels;
                      for (let block = 0; block * size < bytes.length; block++) {
                        node.port.postMessage({ type: 'mediaBlock', high, low, block, bytes: bytes.slice(block * size, (block + 1) * size) });
                      }
                    }
                    node.port.postMessage({ type: 'score', numbers });
                  }
                  if (data.type === 'missing') {
                    const addresses = data.needs.filter((_, index) => index % 6 === 0);
                    for (const address of addresses) loading.add(address);
                    for (const address of addresses) {
                      const answer = await fetch(`/api/presets/${Math.floor(address / 128)}/${address % 128}`);
                      const plain = await new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
                      const count = new DataView(plain).getInt32(0, true);
                      node.port.postMessage({ type: 'preset', address,
                        head: new Int32Array(plain.slice(4, 4 + 4 * count)), sound: new Uint8Array(plain.slice(4 + 4 * count)) });
                    }
                  }
                  if (data.type === 'loaded' && loading.delete(data.address) && loading.size === 0) {
                    node.port.postMessage({ type: 'play' });
                  }
                  if (data.type === 'report' && data.playing) resolve();
                };
                node.port.onmessage = ({ data }) => take(data).catch(reject);
              });
              const begin = performance.now();
              const buffer = await context.startRendering();
              const spent = Math.round(performance.now() - begin);
              const all = new Uint8Array(8 * frames);
              for (const channel of [0, 1]) {
                all.set(new Uint8Array(buffer.getChannelData(channel).buffer), 4 * frames * channel);
              }
              let text = '';
              for (let at = 0; at < all.length; at += 32768) text += String.fromCharCode(...all.subarray(at, at + 32768));
              return { sound: btoa(text), spent };
            }""";
}
