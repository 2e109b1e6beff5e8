package studio.tutti.e2e;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.engine.Engine;
import studio.tutti.core.engine.Score;
import studio.tutti.core.engine.ScoreCompiler;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;
import studio.tutti.core.media.Stretching;
import studio.tutti.library.Media;
import studio.tutti.library.Medium;
import studio.tutti.library.Wav;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Recorded sound, as it was recorded, at another rate, faded, crossing, and stretched to the tempo. */
@DisplayName("Recorded sound")
class SameRecordedSoundIT extends InStudio {

    private static final int SECONDS = 6;

    private Arrangement song(Medium medium) throws Exception {
        Id track = new Id(1, 1);
        Id content = new Id(1, 2);
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation.Set(Arrangement.ROOT, Property.TEMPO, 600_000L));
        operations.add(new Operation.Add(track, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.TYPE, TrackType.AUDIO.code())));
        operations.add(new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT, Property.FORM, 1L,
                Property.MEDIA, medium.hash(), Property.LASTS, 1_000_000_000L * medium.frames() / medium.rate())));
        long[][] clips = {{0, 4000, 0, 100_000, 0}, {3000, 4000, 300_000_000, 0, 250_000}, {1000, 6000, 500_000_000, 30_000, 0}};
        for (int i = 0; i < clips.length; i++) {
            operations.add(new Operation.Add(new Id(1, 10 + i), Kind.CLIP, Map.of(Property.PARENT, track, Property.CONTENT, content,
                    Property.START, clips[i][0], Property.LENGTH, clips[i][1], Property.POSITION, clips[i][2], Property.FADE_IN, clips[i][3],
                    Property.FADE_OUT, clips[i][4], Property.GAIN, -600L, Property.RECORDED, i == 2 ? 500_000L : 0L)));
        }
        Arrangement song = new Arrangement();
        song.apply(new Edit(new Id(2, 1), new Id(2, 2), 0, "test", Id.NONE, operations));
        return song;
    }

    @ParameterizedTest(name = "as {0} at {1} Hz")
    @CsvSource({"wasm, 44100", "wasm, 48000", "js, 48000"})
    @DisplayName("has the same bits in the browser's worklet and worker and on the server")
    void sameBits(String build, int rate) throws Exception {
        Random dice = new Random(5);
        byte[] file = Wav.of(44_100, 2, 24, 44_100 * 4, frame -> 0.3 * Math.sin(frame * 0.05) * Math.exp(-(frame % 11_025) / 4000.0) + 0.02 * dice.nextGaussian());
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        Media media = bean(Media.class);
        Medium medium = media.keep(new Id(1, 1), "a.wav", hash, new ByteArrayInputStream(file));
        String link = bean(Songs.class).create(new Id(1, 1), "A song", List.of()).link();
        Score score = ScoreCompiler.compile(song(medium), rate);
        int frames = rate * SECONDS / 128 * 128;

        Engine engine = new Engine(rate);
        engine.score(score);
        MediaSound sound = media.load(MediaKey.of(hash));
        engine.addMedia(sound);
        Stretching recipe = Stretching.of(score.stretches()).getFirst();
        engine.addMedia(recipe.make(sound));
        engine.play();
        float[][] expected = new float[2][frames];
        engine.render(expected[0], expected[1], 0, frames);

        Page page = open(url() + "/icon.svg");
        MediaKey key = MediaKey.of(hash);
        String heard = (String) page.evaluate(RENDER, List.of(build, rate, frames, encode(score.packed()),
                "/api/media/" + hash + "/sound?song=" + link, Map.of("high", key.high(), "low", key.low(), "rate", medium.rate(),
                        "channels", medium.channels(), "frames", medium.frames()),
                Map.of("high", recipe.key().high(), "low", recipe.key().low(), "in", Arrays.stream(recipe.in()).boxed().toList(),
                        "out", Arrays.stream(recipe.out()).boxed().toList())));
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(heard)).order(ByteOrder.LITTLE_ENDIAN);
        int different = 0;
        float peak = 0;
        for (float[] channel : expected) {
            for (float mine : channel) {
                different += Float.floatToRawIntBits(mine) == Float.floatToRawIntBits(bytes.getFloat()) ? 0 : 1;
                peak = Math.max(peak, Math.abs(mine));
            }
        }
        System.out.println("Recorded sound at " + rate + " Hz as " + build + ": " + different + " samples of " + 2 * frames + " differ.");
        assertThat(peak).isBetween(0.1f, 0.9f);
        assertThat(different).isZero();
    }

    private static String encode(int[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(numbers);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static final String RENDER = """
            async ([build, rate, frames, packed, address, about, recipe]) => {
              const BLOCK = 32768;
              const numbers = new Int32Array(Uint8Array.from(atob(packed), c => c.charCodeAt(0)).buffer);
              const pcm = new Uint8Array(await (await fetch(`${address}&from=0&frames=${about.frames}`)).arrayBuffer());
              const width = 2 * about.channels * BLOCK;
              const blocks = [];
              for (let at = 0; at < pcm.length; at += width) blocks.push(pcm.slice(at, at + width));
              const wasm = await (await fetch('/core/engine.wasm')).arrayBuffer();
              const worker = new Worker('/core/engine-stretcher.js', { type: 'module' });
              const stretched = { frames: 0, blocks: [] };
              await new Promise((resolve, reject) => {
                worker.onmessage = ({ data }) => {
                  if (data.type === 'ready') {
                    blocks.forEach((bytes, block) => worker.postMessage({ type: 'block', block, bytes }));
                    worker.postMessage({ type: 'map', in: Int32Array.from(recipe.in), out: Int32Array.from(recipe.out) });
                  }
                  if (data.type === 'begun') stretched.frames = data.frames;
                  if (data.type === 'made') stretched.blocks.push(data.bytes);
                  if (data.type === 'over') resolve();
                  if (data.type === 'failed') reject(new Error(data.message));
                };
                worker.postMessage({ type: 'stretch', bytes: build === 'wasm' ? wasm : null, rate: about.rate, channels: about.channels, frames: about.frames });
              });
              const context = new OfflineAudioContext(2, frames, rate);
              await context.audioWorklet.addModule(`/core/engine-${build}-processor.js`);
              const node = new AudioWorkletNode(context, 'tutti-engine', { numberOfInputs: 0, outputChannelCount: [2], processorOptions: { bytes: wasm } });
              node.connect(context.destination);
              const give = (key, sound) => {
                node.port.postMessage({ type: 'media', high: key.high, low: key.low, rate: about.rate, channels: about.channels, frames: sound.frames });
                sound.blocks.forEach((bytes, block) => node.port.postMessage({ type: 'mediaBlock', high: key.high, low: key.low, block, bytes }));
              };
              await new Promise((resolve, reject) => {
                node.port.onmessage = ({ data }) => {
                  if (data.type === 'failed') reject(new Error(data.message));
                  if (data.type === 'ready') node.port.postMessage({ type: 'score', numbers });
                  if (data.type === 'missing') {
                    give(about, { frames: about.frames, blocks });
                    give(recipe, stretched);
                    node.port.postMessage({ type: 'play' });
                  }
                  if (data.type === 'report' && data.playing) resolve();
                };
              });
              const buffer = await context.startRendering();
              const all = new Uint8Array(8 * frames);
              for (const channel of [0, 1]) all.set(new Uint8Array(buffer.getChannelData(channel).buffer), 4 * frames * channel);
              let text = '';
              for (let at = 0; at < all.length; at += 32768) text += String.fromCharCode(...all.subarray(at, at + 32768));
              return btoa(text);
            }""";
}
