package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static studio.tutti.core.engine.Tunes.RATE;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.effect.EffectType;

@DisplayName("Inserts")
class InsertsTest {

    /** −120 dBFS. */
    private static final double EXACT = 1e-6;
    /** −60 dBFS. */
    private static final double STEP = 0.001;

    private static final int BEGINS = 20_000;

    /** When echoes of a change are over, too. */
    private static final int LAST = 40_000;

    /** A tone on track 100 and a higher one, from frame {@value #BEGINS} on, on track 101. */
    private static ScoreBuilder two() {
        ScoreBuilder tune = Tunes.builder(2);
        tune.note(0, 0, 30 * RATE, 69, 100, 1, 0);
        tune.note(1, BEGINS, 30 * RATE, 81, 127, 2, 0);
        return tune;
    }

    private static ScoreBuilder tone() {
        ScoreBuilder tune = Tunes.builder(1);
        tune.note(0, 0, 30 * RATE, 69, 100, 1, 0);
        return tune;
    }

    private static Engine playing(ScoreBuilder tune) {
        Engine engine = Tunes.engine();
        engine.score(tune.build());
        engine.play();
        return engine;
    }

    private static void add(ScoreBuilder tune, int name, int strip, EffectType type, Object... settings) {
        tune.device(name, strip, type, false, Score.NONE, Devices.values(type, settings));
    }

    /** How much the second sound, as much later as its engine says, differs from the first. */
    private static double differs(Engine engine, Engine late, int frames) {
        int by = late.latency() - engine.latency();
        float[] plain = Tunes.render(engine, frames, 128);
        float[] shifted = Tunes.render(late, frames + by, 128);
        double most = 0;
        for (int i = 0; i < frames; i++) {
            most = Math.max(most, Math.abs((double) plain[i] - shifted[i + by]));
        }
        assertThat(Tunes.peak(plain, frames / 2, frames)).isGreaterThan(0.002f);
        return most;
    }

    @Test
    @DisplayName("that need time hold back all other ways as long: tracks, groups, buses and sends arrive together to the frame")
    void latency() {
        ScoreBuilder plain = grouped();
        ScoreBuilder late = grouped();
        add(late, 400, 0, EffectType.LIMITER);
        add(late, 401, 2, EffectType.LIMITER);
        add(late, 402, 3, EffectType.LIMITER);
        add(late, 403, Score.MASTER, EffectType.LIMITER);
        Engine engine = playing(plain);
        Engine delayed = playing(late);
        int one = (delayed.latency() - engine.latency()) / 4;
        assertThat(engine.latency()).isEqualTo(64);
        assertThat(delayed.latency()).as("track, group and bus behind one another, then the master")
                .isEqualTo(64 + 4 * one).isGreaterThan(64 + 4 * 30);
        assertThat(differs(engine, delayed, RATE)).isLessThan(EXACT);
    }

    /** Track 0 in a group that sends to a bus, track 1 to the master and, before its fader, to the bus. */
    private static ScoreBuilder grouped() {
        ScoreBuilder tune = two();
        int group = tune.group(200, -300, 0, true);
        int bus = tune.group(201, -600, 0, true);
        tune.output(0, group);
        tune.send(300, group, bus, -600, false, true);
        tune.send(301, 1, bus, -900, true, true);
        return tune;
    }

    @Test
    @DisplayName("that are bypassed keep their latency, so nothing moves; and the metronome stays with the music")
    void bypassedLatency() {
        ScoreBuilder plain = two();
        plain.beat(10_000, true);
        ScoreBuilder late = two();
        late.beat(10_000, true);
        late.device(400, 0, EffectType.LIMITER, true, Score.NONE, Devices.values(EffectType.LIMITER));
        Engine engine = Tunes.engine();
        Engine delayed = Tunes.engine();
        engine.metronome(true);
        delayed.metronome(true);
        engine.score(plain.build());
        delayed.score(late.build());
        engine.play();
        delayed.play();
        assertThat(delayed.latency()).isGreaterThan(engine.latency());
        assertThat(differs(engine, delayed, RATE)).isLessThan(EXACT);
    }

    @Test
    @DisplayName("duck by what their side-chain hears, though that track itself is turned down; without it they don't")
    void ducking() {
        double[] levels = new double[2];
        for (int listens = 0; listens < 2; listens++) {
            ScoreBuilder tune = ducked(0, listens == 1);
            float[] sound = Tunes.render(playing(tune), RATE, 128);
            levels[listens] = Tunes.peak(sound, RATE / 2 + 10_000, RATE) / Tunes.peak(sound, BEGINS - 10_000, BEGINS);
        }
        assertThat(levels[0]).isCloseTo(1, offset(0.01));
        assertThat(levels[1]).isLessThan(0.5);
    }

    /** A compressor on track 0 that listens to the silent track 1, which goes through some limiters. */
    private static ScoreBuilder ducked(int limiters, boolean listens) {
        ScoreBuilder tune = new ScoreBuilder(RATE);
        tune.track(100, 0, 0, 0, true, false);
        tune.track(101, 0, -9600, 0, true, false);
        tune.note(0, 0, 30 * RATE, 69, 60, 1, 0);
        tune.note(1, BEGINS, 30 * RATE, 81, 127, 2, 0);
        tune.device(400, 0, EffectType.COMPRESSOR, false, listens ? 1 : Score.NONE, Devices.values(EffectType.COMPRESSOR,
                "threshold", -40, "ratio", 10, "attack", 0.1, "side-chain", 1));
        for (int i = 0; i < limiters; i++) {
            add(tune, 500 + i, 1, EffectType.LIMITER);
        }
        return tune;
    }

    @Test
    @DisplayName("hear their side-chain when the music does: what delays it delays them, to the frame")
    void alignedSideChain() {
        Engine engine = playing(ducked(0, true));
        Engine late = playing(ducked(3, true));
        assertThat(late.latency()).isGreaterThan(engine.latency() + 90);
        assertThat(differs(engine, late, RATE)).isLessThan(EXACT);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(EffectType.class)
    @DisplayName("come, are bypassed, wake, change places and go while a tone sounds, without a step above −60 dBFS beyond the tone's own")
    void noClicks(EffectType type) {
        Engine engine = playing(tone());
        double own = Devices.steepest(Tunes.render(engine, RATE, 128), RATE / 2, RATE);
        List<float[]> sounds = new ArrayList<>();
        for (int turn = 0; turn < 9; turn++) {
            ScoreBuilder tune = tone();
            double[] values = gentle(type);
            boolean bypassed = turn == 2 || turn == 5;
            if (turn == 4) {
                add(tune, 401, 0, EffectType.LIMITER);
            }
            if (turn > 0 && turn < 7) {
                tune.device(400, 0, type, bypassed, Score.NONE, values);
            }
            if (turn == 3 || turn == 5) {
                add(tune, 401, 0, EffectType.LIMITER);
            }
            if (turn == 7) {
                tune.device(400, Score.MASTER, type, false, Score.NONE, values);
            }
            engine.score(tune.build());
            sounds.add(Tunes.render(engine, RATE, 128));
        }
        for (int turn = 0; turn < sounds.size(); turn++) {
            float[] sound = sounds.get(turn);
            double settled = Devices.steepest(sound, LAST, RATE);
            double before = turn == 0 ? own : Devices.steepest(sounds.get(turn - 1), LAST, RATE);
            assertThat(Devices.steepest(sound, 0, LAST)).as("turn %d", turn)
                    .isLessThan(1.1 * Math.max(settled, before) + STEP);
        }
        float[] last = sounds.getLast();
        assertThat(Devices.steepest(last, LAST, RATE)).as("as before").isCloseTo(own, offset(1e-5));
    }

    /** Values by which an effect doesn't change the tone so much that its own steps would hide clicks. */
    private static double[] gentle(EffectType type) {
        return switch (type) {
            case REVERB, DELAY, CHORUS -> Devices.values(type, "mix", 20);
            case SATURATION -> Devices.values(type, "drive", 3);
            case EQUALISER -> Devices.values(type, "level", -3);
            case COMPRESSOR -> Devices.values(type, "look-ahead", 3);
            default -> Devices.values(type);
        };
    }

    @ParameterizedTest(name = "of {0} frames")
    @ValueSource(ints = {37, 64, 512})
    @DisplayName("sound the same to the last bit whatever the blocks asked for")
    void blocks(int block) {
        float[] expected = Tunes.render(playing(everything(false)), 2 * RATE, 128);
        assertThat(Tunes.peak(expected, RATE, 2 * RATE)).isGreaterThan(0.02f);
        assertThat(Arrays.equals(Tunes.render(playing(everything(false)), 2 * RATE, block), expected)).isTrue();
    }

    /** All effects, groups, buses, side-chains. */
    private static ScoreBuilder everything(boolean shuffled) {
        ScoreBuilder tune = grouped();
        List<EffectType> types = new ArrayList<>(List.of(EffectType.values()));
        if (shuffled) {
            Collections.shuffle(types, new Random(4));
        }
        for (EffectType type : types) {
            for (int strip = Score.MASTER; strip < 4; strip++) {
                boolean listens = type == EffectType.COMPRESSOR && strip == 0;
                tune.device(1000 + 10 * type.ordinal() + strip, strip, type, (type.ordinal() + strip) % 5 == 4, listens ? 1 : Score.NONE,
                        listens ? Devices.values(type, "side-chain", 1) : Devices.values(type));
            }
        }
        return tune;
    }

    @Test
    @DisplayName("allocate nothing while they sound, come and go")
    void allocatesNothing() {
        Engine engine = playing(everything(false));
        float[] left = new float[128];
        float[] right = new float[128];
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            engine.score(everything(attempt % 2 == 0).build());
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int block = 0; block < 1000; block++) {
                engine.render(left, right, 0, 128);
            }
            best = Math.min(best, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(best).as("bytes in 1,000 blocks").isLessThan(1000);
    }

    @Test
    @DisplayName("are made ready before their score comes, no piece of it larger than one line's memory, and sound the same to the last bit")
    void readyBefore() {
        ScoreBuilder changed = tone();
        for (EffectType type : EffectType.values()) {
            add(changed, 400 + type.ordinal(), type.ordinal() % 2 == 0 ? 0 : Score.MASTER, type);
        }
        Score next = changed.build();
        Engine atOnce = playing(tone());
        Engine ready = playing(tone());
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long most = 0;
        int pieces = 0;
        for (boolean last = false; !last; pieces++) {
            assertThat(Tunes.render(ready, 128, 128)).isEqualTo(Tunes.render(atOnce, 128, 128));
            long before = threads.getCurrentThreadAllocatedBytes();
            last = ready.makeReady(next);
            most = Math.max(most, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(pieces).as("one for each effect, for each line of the delay, and two for what the resonance EQ remembers").isBetween(17, 19);
        assertThat(most).as("a piece").isLessThan(2_200_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        ready.score(next);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as("what is left").isLessThan(200_000);
        atOnce.score(next);
        assertThat(Tunes.render(ready, RATE, 128)).isEqualTo(Tunes.render(atOnce, RATE, 128));
        assertThat(ready.makeReady(next)).as("nothing is new").isTrue();
    }

    @Test
    @DisplayName("take a parameter at once, as a score would bring it, and its latency with it")
    void parameters() {
        ScoreBuilder tune = tone();
        add(tune, 400, 0, EffectType.COMPRESSOR, "threshold", 0);
        Engine engine = playing(tune);
        float loud = Tunes.peak(Tunes.render(engine, RATE / 2, 128), RATE / 4, RATE / 2);
        engine.set(400, Devices.place(EffectType.COMPRESSOR, "make-up"), -6);
        engine.set(400, 99, 1);
        engine.set(4711, 0, 1);
        Tunes.render(engine, RATE / 4, 128);
        float quiet = Tunes.peak(Tunes.render(engine, RATE / 4, 128), 0, RATE / 4);
        assertThat(quiet / loud).isCloseTo((float) Math.pow(10, -0.3), offset(0.001f));
        assertThat(engine.latency()).isEqualTo(64);
        engine.set(400, Devices.place(EffectType.COMPRESSOR, "look-ahead"), 4);
        assertThat(engine.latency()).isEqualTo(64 + RATE / 100);
    }

    @Test
    @DisplayName("tell how much they turn down, at the deepest since last asked")
    void reduction() {
        ScoreBuilder tune = ducked(0, true);
        add(tune, 401, 0, EffectType.UTILITY);
        Engine engine = playing(tune);
        Tunes.render(engine, BEGINS - 1000, 128);
        double before = engine.readReduction(400);
        Tunes.render(engine, RATE / 2, 128);
        double ducked = engine.readReduction(400);
        assertThat(before).isZero();
        assertThat(ducked).isBetween(-40.0, -6.0);
        assertThat(engine.readReduction(400)).as("read already").isZero();
        assertThat(engine.readReduction(401)).isZero();
        assertThat(engine.readReduction(4711)).isZero();
    }

    @Test
    @DisplayName("ring out after the last note: the engine is silent only then, and needs no time after")
    void tails() {
        ScoreBuilder tune = Tunes.builder(1);
        tune.note(0, 0, RATE / 4, 69, 100, 1, 0);
        add(tune, 400, 0, EffectType.DELAY, "mix", 50);
        Engine engine = playing(tune);
        Tunes.render(engine, RATE, 128);
        assertThat(engine.voices()).isZero();
        assertThat(engine.isSilent()).isFalse();
        assertThat(Tunes.peak(Tunes.render(engine, RATE, 128), 0, RATE)).isGreaterThan(0.001f);
        float last = Tunes.peak(Tunes.render(engine, 20 * RATE, 128), 19 * RATE, 20 * RATE);
        assertThat(last).isZero();
        assertThat(engine.isSilent()).isTrue();
    }
}
