package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

@DisplayName("Recorded sound on a track")
class RegionsTest {

    private static final int RATE = 48_000;
    private static final int QUARTER = 960;
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final MediaKey KEY = MediaKey.of(HASH);
    private static final Id TRACK = new Id(1, 1);
    private static final Id CONTENT = new Id(1, 2);

    private final List<Operation> operations = new ArrayList<>(List.of(
            new Operation.Add(TRACK, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.TYPE, TrackType.AUDIO.code())),
            new Operation.Add(CONTENT, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT, Property.FORM, 1L, Property.MEDIA, HASH))));
    private int made = 10;

    /** A clip; at 120 a minute a quarter is half a second. */
    private Id clip(long start, long length, Map<Property, Object> more) {
        Map<Property, Object> values = new java.util.EnumMap<>(Property.class);
        values.put(Property.PARENT, TRACK);
        values.put(Property.CONTENT, CONTENT);
        values.put(Property.START, start);
        values.put(Property.LENGTH, length);
        values.putAll(more);
        Id id = new Id(1, made++);
        operations.add(new Operation.Add(id, Kind.CLIP, values));
        return id;
    }

    private Score score() throws Exception {
        Arrangement song = new Arrangement();
        song.apply(new Edit(new Id(2, 1), new Id(2, 2), 0, "test", Id.NONE, operations));
        return ScoreCompiler.compile(song, RATE);
    }

    private static MediaSound sound(int rate, double seconds, IntToDoubleFunction wave) {
        int frames = (int) (seconds * rate);
        MediaSound sound = new MediaSound(KEY, rate, 1, frames);
        for (int block = 0; block < sound.blocks(); block++) {
            sound.put(block, bytes(sound, block, wave));
        }
        return sound;
    }

    private static byte[] bytes(MediaSound sound, int block, IntToDoubleFunction wave) {
        int from = block * MediaSound.BLOCK;
        byte[] bytes = new byte[2 * Math.min(MediaSound.BLOCK, sound.frames() - from)];
        for (int i = 0; i < bytes.length / 2; i++) {
            int value = (int) Math.rint(wave.applyAsDouble(from + i) * 32767);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        return bytes;
    }

    private static IntToDoubleFunction tone(double hertz, double rate) {
        return frame -> 0.5 * Math.sin(2 * Math.PI * hertz * frame / rate);
    }

    private static float[] play(Engine engine, int frames) {
        float[] left = new float[frames];
        float[] right = new float[frames];
        engine.render(left, right, 0, frames);
        assertThat(right).isEqualTo(left);
        return left;
    }

    private Engine playing(MediaSound sound) throws Exception {
        Engine engine = Engine.bare(RATE);
        engine.score(score());
        if (sound != null) {
            engine.addMedia(sound);
        }
        engine.play();
        return engine;
    }

    /** The largest second difference: what a click stands out by. */
    private static double roughness(float[] sound, int from, int to) {
        double most = 0;
        for (int i = Math.max(2, from); i < to; i++) {
            most = Math.max(most, Math.abs(sound[i] - 2.0 * sound[i - 1] + sound[i - 2]));
        }
        return most;
    }

    @Test
    @DisplayName("is heard sample by sample where the rates are equal, from its position on, with its gain")
    void sampleBySample() throws Exception {
        clip(QUARTER, 2 * QUARTER, Map.of(Property.POSITION, 250_000_000L, Property.GAIN, -600L));
        MediaSound sound = sound(RATE, 3, tone(440, RATE));
        float[] heard = play(playing(sound), 2 * RATE);
        double gain = Math.pow(10, -6 / 20.0);
        for (int frame = 24_000 + 200; frame < 72_000 - 200; frame++) {
            assertThat((double) heard[frame]).isCloseTo(gain * sound.at(0, frame - 24_000 + 12_000) / 32768.0, org.assertj.core.data.Offset.offset(1e-6));
        }
        assertThat(roughness(heard, 0, 23_000)).isZero();
        assertThat(heard[72_200]).isZero();
    }

    @Test
    @DisplayName("keeps its pitch within a thousandth of a cent and its level where the rates differ")
    void resampled() throws Exception {
        clip(0, 8 * QUARTER, Map.of());
        float[] heard = play(playing(sound(44_100, 4, tone(1000, 44_100))), 3 * RATE);
        double worst = 0;
        for (int i = 4_800; i < 2 * RATE; i++) {
            worst = Math.max(worst, Math.abs(heard[i] - 0.5 * Math.sin(2 * Math.PI * 1000 * i / (double) RATE)));
        }
        assertThat(20 * Math.log10(worst / 0.5)).isLessThan(-75);
    }

    @Test
    @DisplayName("passes without a trace over a cut where two clips adjoin in the recording, too")
    void cutsAreSeamless() throws Exception {
        clip(0, QUARTER + 7, Map.of());
        double cut = (QUARTER + 7) / 1920.0;
        clip(QUARTER + 7, 2 * QUARTER, Map.of(Property.POSITION, Math.round(cut * 1e9)));
        for (int rate : new int[] {RATE, 44_100}) {
            float[] heard = play(playing(sound(rate, 3, tone(5000, rate))), 60_000);
            double calm = roughness(heard, 10_000, 20_000);
            assertThat(roughness(heard, 20_000, 30_000)).isLessThan(calm + 0.001);
        }
    }

    @Test
    @DisplayName("stops, jumps, loops, is muted and deleted without a step above −60 dBFS beyond its own slope")
    void noClicks() throws Exception {
        clip(0, 8 * QUARTER, Map.of());
        Engine engine = playing(sound(RATE, 4, tone(20, RATE)));
        // where one sound fades into another, both slopes add up
        double own = 2 * steepest(play(engine, 9_000)) + 0.001;
        engine.seek(40_011);
        assertThat(steepest(play(engine, 5_000))).isLessThan(own);
        engine.loop(41_000, 46_017, true);
        assertThat(steepest(play(engine, 20_000))).isLessThan(own);
        engine.nudge(200);
        assertThat(steepest(play(engine, 20_000))).isLessThan(own);
        engine.stop();
        float[] end = play(engine, 5_000);
        assertThat(steepest(end)).isLessThan(own);
        assertThat(end[4_000]).isZero();
        engine.play();
        assertThat(steepest(play(engine, 5_011))).isLessThan(own);
        int track = engine.score().trackName(0);
        engine.fader(track, 0, 0, false);
        float[] muted = play(engine, 5_000);
        assertThat(steepest(muted)).isLessThan(own);
        assertThat(muted[4_000]).isZero();
        engine.fader(track, 0, 0, true);
        assertThat(steepest(play(engine, 5_000))).isLessThan(own);
        operations.removeLast();
        engine.score(score());
        float[] deleted = play(engine, 5_000);
        assertThat(steepest(deleted)).isLessThan(own);
        assertThat(deleted[4_000]).isZero();
    }

    private double last;

    /** The largest step, that from the stretch before included. */
    private double steepest(float[] sound) {
        double most = 0;
        for (float each : sound) {
            most = Math.max(most, Math.abs(each - last));
            last = each;
        }
        return most;
    }

    @Test
    @DisplayName("goes on untouched while other things change, and passes smoothly into what it becomes itself")
    void changesWhilePlaying() throws Exception {
        clip(0, 8 * QUARTER, Map.of());
        Score before = score();
        Engine engine = playing(sound(RATE, 4, tone(200, RATE)));
        double calm = roughness(play(engine, 9_000), 1000, 9_000);
        engine.score(score());
        float[] same = play(engine, 3_000);
        assertThat(roughness(same, 0, 3_000)).isLessThan(calm + 1e-6);
        operations.set(operations.size() - 1, new Operation.Add(new Id(1, 10), Kind.CLIP, Map.of(Property.PARENT, TRACK, Property.CONTENT, CONTENT,
                Property.START, 0L, Property.LENGTH, 8L * QUARTER, Property.POSITION, 3_100_000L)));
        engine.score(score());
        assertThat(roughness(play(engine, 3_000), 0, 3_000)).isLessThan(calm + 0.001);
        engine.score(before);
        assertThat(roughness(play(engine, 3_000), 0, 3_000)).isLessThan(calm + 0.001);
    }

    @Test
    @DisplayName("is silent until it has arrived, and swells then")
    void arriving() throws Exception {
        clip(0, 8 * QUARTER, Map.of());
        Engine engine = playing(null);
        assertThat(play(engine, 4_800)[4_000]).isZero();
        MediaSound sound = new MediaSound(KEY, RATE, 1, 4 * RATE);
        engine.addMedia(sound);
        assertThat(play(engine, 4_800)[4_000]).isZero();
        IntToDoubleFunction wave = tone(200, RATE);
        sound.put(0, bytes(sound, 0, wave));
        float[] heard = play(engine, 40_000);
        assertThat(roughness(heard, 0, 40_000)).isLessThan(0.0005 + 0.001);
        assertThat(heard[5_000]).isNotZero();
        assertThat(heard[MediaSound.BLOCK - 9_600 + 100]).as("the next block is missing").isZero();
        assertThat(new ScoreRegions(engine.score()).size()).isEqualTo(1);
    }

    @Test
    @DisplayName("fades smoothly, and crosses with equal power where clips overlap")
    void fades() throws Exception {
        clip(0, 2 * QUARTER, Map.of(Property.FADE_IN, 100_000L, Property.FADE_OUT, 200_000L));
        float[] heard = play(playing(sound(RATE, 4, frame -> 0.5)), 2 * RATE);
        assertThat(heard[2_400]).isCloseTo(0.25f, org.assertj.core.data.Offset.offset(0.001f));
        assertThat(heard[10_000]).isCloseTo(0.5f, org.assertj.core.data.Offset.offset(0.001f));
        assertThat(heard[48_000 - 4_800]).isCloseTo(0.25f, org.assertj.core.data.Offset.offset(0.001f));
        operations.removeLast();
        clip(0, 2 * QUARTER, Map.of());
        clip(QUARTER, 2 * QUARTER, Map.of());
        heard = play(playing(sound(RATE, 4, frame -> 0.5)), 2 * RATE);
        assertThat(heard[36_000]).isCloseTo((float) (0.5 * Math.sqrt(2)), org.assertj.core.data.Offset.offset(0.001f));
    }

    @Test
    @DisplayName("has the same bits at blocks of 37, 64 and 512")
    void sameBits() throws Exception {
        clip(0, QUARTER, Map.of(Property.FADE_IN, 50_000L));
        clip(QUARTER / 2, 4 * QUARTER, Map.of(Property.LOOP, 700L));
        float[] one = play(playing(sound(44_100, 4, tone(700, 44_100))), 64 * 37 * 8);
        for (int block : new int[] {37, 512}) {
            Engine engine = playing(sound(44_100, 4, tone(700, 44_100)));
            float[] left = new float[one.length];
            float[] right = new float[one.length];
            for (int at = 0; at < one.length; at += block) {
                engine.render(left, right, at, Math.min(block, one.length - at));
            }
            assertThat(left).isEqualTo(one);
        }
    }

    @Test
    @DisplayName("belongs to the track alone, its fingerprint, its stem, and the length of the song")
    void partsOfTheScore() throws Exception {
        clip(0, 2 * QUARTER, Map.of());
        Score score = score();
        assertThat(score.length()).isEqualTo(48_000);
        assertThat(new ScoreRegions(score.alone(0)).of(0)).isEqualTo(new ScoreRegions(score).of(0));
        assertThat(score.alone(0).length()).isEqualTo(48_000);
        assertThat(new ScoreRegions(score.only(0)).of(0)).hasSize(10);
        long print = score.fingerprints()[0];
        clip(2 * QUARTER, QUARTER, Map.of());
        assertThat(score().fingerprints()[0]).isNotEqualTo(print);
        assertThat(score.media()).containsExactly(KEY.high(), KEY.low(), 0, 1020, 0);
    }

    @Test
    @DisplayName("follows the tempo, also where it changes within a clip: its beats come on the song's, to the frame")
    void followsTheTempo() throws Exception {
        // a click on each quarter of a recording at 120 a minute
        MediaSound sound = sound(RATE, 4, frame -> frame % 24_000 < 100 ? 0.8 * Math.cos(frame % 24_000 * 0.7) * Math.exp(-(frame % 24_000) / 20.0) : 0);
        operations.set(1, new Operation.Add(CONTENT, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT, Property.FORM, 1L,
                Property.MEDIA, HASH, Property.LASTS, 4_000_000_000L)));
        operations.add(new Operation.Set(Arrangement.ROOT, Property.TEMPO, 600_000L));
        clip(QUARTER, 4 * QUARTER, Map.of(Property.RECORDED, 500_000L, Property.POSITION, 1_000_000_000L));
        for (boolean changes : new boolean[] {false, true}) {
            if (changes) {
                operations.add(new Operation.Add(new Id(9, 9), Kind.TEMPO, Map.of(Property.PARENT, Arrangement.ROOT,
                        Property.START, 3L * QUARTER, Property.TEMPO, 400_000L)));
            }
            Score score = score();
            Engine engine = Engine.bare(RATE);
            engine.score(score);
            for (studio.tutti.core.media.Stretching recipe : studio.tutti.core.media.Stretching.of(score.stretches())) {
                assertThat(recipe.source()).isEqualTo(KEY);
                engine.addMedia(recipe.make(sound));
            }
            assertThat(score.media()).hasSize(5);
            engine.play();
            float[] heard = play(engine, 4 * RATE);
            // the first lies on the clip's edge
            for (int beat = 2; beat < 5; beat++) {
                int belongs = score.frameAt(beat * QUARTER);
                int found = belongs;
                for (int i = belongs - 4_000; i < belongs + 4_000; i++) {
                    found = Math.abs(heard[i]) > Math.abs(heard[found]) ? i : found;
                }
                assertThat(found).as("beat " + beat + (changes ? " with a change" : "")).isBetween(belongs - 3, belongs + 3);
                assertThat(Math.abs(heard[found])).isGreaterThan(0.5f);
            }
        }
    }
}
