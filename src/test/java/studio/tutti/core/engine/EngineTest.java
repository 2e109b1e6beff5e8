package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static studio.tutti.core.engine.Tunes.RATE;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The engine")
class EngineTest {

    private static final int LATE = 64;

    private static final float[] REFERENCE = played(128);

    private final Engine engine = Tunes.engine();

    @ParameterizedTest(name = "{0} frames")
    @ValueSource(ints = {1, 64, 100, 128, 441, 512, 4096})
    @DisplayName("makes the same bits whatever the size of the blocks")
    void blockSize(int block) {
        assertThat(played(block)).isEqualTo(REFERENCE);
    }

    private static float[] played(int block) {
        Engine engine = Tunes.engine();
        engine.score(Tunes.busy(3));
        engine.metronome(true);
        engine.loop(RATE / 2, RATE + 17, true);
        engine.play();
        return Tunes.render(engine, 2 * RATE, block);
    }

    @Test
    @DisplayName("begins and ends notes at their very frame")
    void exactFrames() {
        ScoreBuilder tune = Tunes.builder(1);
        tune.note(0, 1001, 3000, 69, 100, 1, 0);
        tune.note(0, 20_013, 22_000, 69, 100, 2, 0);
        engine.score(tune.build());
        engine.play();
        float[] sound = Tunes.render(engine, RATE, 128);
        assertThat(Tunes.onset(sound, 0)).isBetween(LATE + 1001, LATE + 1003);
        assertThat(Tunes.onset(sound, 15_000)).isBetween(LATE + 20_013, LATE + 20_015);
    }

    @Test
    @DisplayName("keeps a note sounding without a break when the score changes around it, and moves its end")
    void replacing() {
        ScoreBuilder first = Tunes.builder(1);
        first.note(0, 0, 10_000, 69, 100, 7, 0);
        ScoreBuilder second = Tunes.builder(1);
        second.note(0, 0, 30_000, 69, 100, 7, 0);
        second.note(0, 25_000, 26_000, 40, 1, 8, 0);

        engine.score(second.build());
        engine.play();
        float[] expected = Tunes.render(engine, 24_000, 128);

        Engine edited = Tunes.engine();
        edited.score(first.build());
        edited.play();
        float[] before = Tunes.render(edited, 8_000, 128);
        edited.score(second.build());
        float[] after = Tunes.render(edited, 16_000, 128);
        assertThat(java.util.Arrays.copyOf(before, 8_000)).isEqualTo(java.util.Arrays.copyOf(expected, 8_000));
        assertThat(java.util.Arrays.copyOf(after, 16_000)).isEqualTo(java.util.Arrays.copyOfRange(expected, 8_000, 24_000));
    }

    @Test
    @DisplayName("lets a preset go, and lacks it again")
    void removed() {
        ScoreBuilder tune = Tunes.builder(1);
        tune.note(0, 0, 5 * RATE, 69, 100, 7, 0);
        engine.score(tune.build());
        int address = engine.asked()[0];
        assertThat(engine.asked()).hasSize(1);
        assertThat(engine.missing()).isEmpty();
        engine.play();
        Tunes.render(engine, 2_000, 128);
        engine.removePreset(address);
        engine.removePreset(address);
        engine.removePreset(-77);
        assertThat(engine.missing()).containsExactly(address);
        assertThat(engine.voices()).as("what sounds goes on").isEqualTo(1);
    }

    @Test
    @DisplayName("lets a note go when it is deleted while it sounds")
    void deleting() {
        ScoreBuilder tune = Tunes.builder(1);
        tune.note(0, 0, 5 * RATE, 69, 100, 7, 0);
        engine.score(tune.build());
        engine.play();
        Tunes.render(engine, 8_000, 128);
        engine.score(Tunes.builder(1).build());
        Tunes.render(engine, RATE / 2, 128);
        assertThat(engine.voices()).isZero();
        assertThat(engine.playing()).isTrue();
    }

    @Test
    @DisplayName("starting in the middle of a note sounds it, with the controllers as they stand there; a drum waits for its next hit")
    void chasing() {
        ScoreBuilder tune = new ScoreBuilder(RATE);
        tune.track(1, 0, 0, 0, true, false);
        tune.track(2, 0, 0, 0, true, true);
        tune.control(0, 100, 7, 50);
        tune.note(0, 0, 4 * RATE, 69, 100, 1, 0);
        tune.note(1, 0, 4 * RATE, 69, 100, 2, 0);
        engine.score(tune.build());
        engine.seek(2 * RATE);
        engine.play();
        float[] sound = Tunes.render(engine, RATE, 128);
        assertThat(engine.voices()).isEqualTo(1);
        assertThat(Tunes.onset(sound, 0)).isBetween(LATE, LATE + 3);

        Engine loud = Tunes.engine();
        loud.score(tune.build());
        loud.play();
        float before = Tunes.peak(Tunes.render(loud, 90, 90), 0, 90);
        assertThat(before).isLessThan(1);
        assertThat(Tunes.peak(sound, 10_000, 20_000))
                .isCloseTo(levelAt(100) * (float) Math.pow(50 / 100.0, 2), offset(0.002f));
    }

    private static float levelAt(int volume) {
        Engine engine = Tunes.engine();
        ScoreBuilder tune = Tunes.builder(1);
        tune.control(0, 0, 7, volume);
        tune.note(0, 0, 4 * RATE, 69, 100, 1, 0);
        engine.score(tune.build());
        engine.play();
        return Tunes.peak(Tunes.render(engine, 20_000, 128), 10_000, 20_000);
    }

    @Test
    @DisplayName("a loop comes round to the frame, however often")
    void looping() {
        engine.score(Tunes.busy(1));
        engine.loop(1000, 23_777, true);
        engine.play();
        Tunes.render(engine, 64 * 20_000, 64);
        assertThat(engine.position()).isEqualTo(1000 + (64 * 20_000 - 1000) % (23_777 - 1000));
    }

    @Test
    @DisplayName("stays where the music is when the tempo changes under it")
    void tempoChange() {
        ScoreBuilder slow = Tunes.builder(1);
        slow.note(0, 0, 8 * RATE, 69, 90, 1, 0);
        engine.score(slow.build());
        engine.seek(2 * RATE);
        double tick = engine.score().tick(engine.position());
        ScoreBuilder fast = new ScoreBuilder(RATE);
        fast.step(0, 0, 250_000);
        fast.track(100, 0, 0, 0, true, false);
        engine.score(fast.build());
        assertThat(engine.position()).isEqualTo(RATE);
        assertThat(engine.score().tick(engine.position())).isCloseTo(tick, offset(0.01));
    }

    @Test
    @DisplayName("mutes a track without a click and pans by lowering the far side only")
    void faders() {
        ScoreBuilder tune = Tunes.builder(1);
        tune.note(0, 0, 4 * RATE, 69, 100, 1, 0);
        engine.score(tune.build());
        engine.play();
        float[] middle = Tunes.render(engine, 20_000, 128);
        engine.fader(100, 0, 500, true);
        Tunes.render(engine, 1920, 128);
        float[] right = Tunes.render(engine, 20_000, 128);
        float level = Tunes.peak(middle, 10_000, 20_000);
        assertThat(Tunes.peak(right, 20_000, 40_000)).isCloseTo(level, offset(0.001f * level));
        assertThat(Tunes.peak(right, 0, 20_000)).isCloseTo(level * (float) Math.sqrt(0.5), offset(0.001f * level));
        engine.fader(100, 0, 500, false);
        float[] off = Tunes.render(engine, 1024, 128);
        float steepest = 0;
        for (int i = 1; i < 1024; i++) {
            steepest = Math.max(steepest, Math.abs(off[i] - off[i - 1]));
        }
        assertThat(steepest).isLessThan(0.12f * level);
        assertThat(off[1023]).isZero();
    }

    @Test
    @DisplayName("meters what each track and the master gave since it was last asked")
    void meters() {
        ScoreBuilder tune = Tunes.builder(2);
        tune.note(1, 0, RATE, 69, 100, 1, 0);
        engine.score(tune.build());
        engine.play();
        float[] sound = Tunes.render(engine, RATE / 2, 128);
        float[] peaks = new float[6];
        engine.readPeaks(peaks);
        assertThat(peaks[0]).isZero();
        assertThat(peaks[4]).isEqualTo(Tunes.peak(sound, 0, RATE / 2));
        assertThat(peaks[2]).isCloseTo(peaks[4], offset(0.001f));
        engine.readPeaks(peaks);
        assertThat(peaks[2]).isZero();
    }

    @Test
    @DisplayName("allocates nothing while it plays")
    void allocatesNothing() {
        engine.score(Tunes.busy(2));
        engine.loop(0, 4 * RATE, true);
        engine.metronome(true);
        engine.play();
        float[] left = new float[128];
        float[] right = new float[128];
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 4; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int block = 0; block < 3000; block++) {
                engine.render(left, right, 0, 128);
            }
            best = Math.min(best, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(best).as("bytes in 3,000 blocks").isLessThan(1000);
    }
}
