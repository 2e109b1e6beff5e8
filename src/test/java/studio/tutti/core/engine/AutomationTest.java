package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.core.engine.Tunes.RATE;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.mixer.Target;

@DisplayName("Automation in the engine")
class AutomationTest {

    private static final int CELL = 64;
    /** −140 dBFS: the sound is stored in floats. */
    private static final double EXACT = 1e-7;
    private static final int MASTER = 1;

    /** A track with a constant sound. */
    private static ScoreBuilder constant() {
        ScoreBuilder tune = new ScoreBuilder(RATE);
        tune.step(0, 0, 500_000);
        tune.track(100, 1, 0, 0, true, false);
        tune.note(0, 0, 20 * RATE, 60, 100, 1, 0);
        tune.master(MASTER, 0);
        return tune;
    }

    /** Adds a lane of points: frame, level, 1 for a step or 0 for a line … */
    private static void lane(ScoreBuilder tune, int name, int place, double... points) {
        Numbers annex = tune.annex(Annex.AUTOMATION);
        ScoreAutomation.lane(annex, name, place, points.length / 3);
        for (int i = 0; i < points.length; i += 3) {
            ScoreAutomation.point(annex, (int) points[i], points[i + 1], points[i + 2] != 0);
        }
    }

    private static float[] heard(ScoreBuilder tune, int from, int frames, int block) {
        Engine engine = Tunes.engine();
        engine.score(tune.build());
        engine.seek(from);
        engine.play();
        return Tunes.render(engine, frames, block);
    }

    private static double gain(double hundredths) {
        return hundredths <= -9600 ? 0 : Math.pow(10, hundredths / 2000);
    }

    /** The gain at a frame where values are taken at the ends of cells and gains run straight between them. */
    private static double straight(int frame, java.util.function.IntToDoubleFunction volume) {
        int cell = frame / CELL * CELL;
        double from = gain(volume.applyAsDouble(cell));
        double to = gain(volume.applyAsDouble(cell + CELL));
        return from + (to - from) * (frame - cell) / CELL;
    }

    @Test
    @DisplayName("moves a fader along the closed form of its line, to the float, whatever the size of the blocks")
    void fader() {
        float[] plain = heard(constant(), 0, 3 * RATE, 128);
        ScoreBuilder tune = constant();
        lane(tune, 100, Target.VOLUME, RATE, -3000, 0, 2 * RATE, 0, 0);
        float[] moved = heard(tune, 0, 3 * RATE, 128);
        int late = new Engine(RATE).latency();
        double most = 0;
        for (int i = late; i < 3 * RATE; i++) {
            int frame = i - late;
            double expected = plain[i] * straight(frame, at ->
                    at <= RATE ? -3000 : at >= 2 * RATE ? 0 : -3000 + 3000.0 * (at - RATE) / RATE);
            most = Math.max(most, Math.abs(expected - moved[i]));
        }
        assertThat(Tunes.peak(plain, 0, RATE)).isGreaterThan(0.05f);
        assertThat(most).isLessThan(EXACT);
        for (int block : new int[] {64, 512, 37}) {
            assertThat(heard(tune, 0, 3 * RATE, block)).isEqualTo(moved);
        }
    }

    @Test
    @DisplayName("moves pan, the master's volume and a send's level the same way")
    void others() {
        float[] plain = heard(constant(), 0, 2 * RATE, 128);
        int late = new Engine(RATE).latency();
        ScoreBuilder panned = constant();
        lane(panned, 100, Target.PAN, 0, 0, 0, 2 * RATE, 1000, 0);
        float[] turned = heard(panned, 0, 2 * RATE, 128);
        ScoreBuilder mastered = constant();
        lane(mastered, MASTER, Target.VOLUME, 0, 0, 0, 2 * RATE, -2000, 0);
        float[] lower = heard(mastered, 0, 2 * RATE, 128);
        ScoreBuilder sent = new ScoreBuilder(RATE);
        sent.track(100, 1, -9600, 0, true, false);
        sent.note(0, 0, 20 * RATE, 60, 100, 1, 0);
        int bus = sent.group(200, 0, 0, true);
        sent.send(300, 0, bus, 0, true, true);
        lane(sent, 300, Target.VOLUME, 0, 0, 0, 2 * RATE, -2000, 0);
        float[] through = heard(sent, 0, 2 * RATE, 128);
        for (int i = late + 640; i < 2 * RATE; i += 331) {
            double at = (double) (i - late) / (2 * RATE);
            assertThat((double) turned[i]).isCloseTo(plain[i] * Math.cos(at * Math.PI / 2), within(1e-5));
            assertThat((double) lower[i]).isCloseTo(plain[i] * gain(-2000 * at), within(1e-5));
            assertThat(through[i]).isCloseTo(lower[i], within(1e-6f));
        }
    }

    @Test
    @DisplayName("moves an effect's parameter, through the effect's own smoothing")
    void parameter() {
        float[] plain = heard(constant(), 0, 3 * RATE, 128);
        ScoreBuilder tune = constant();
        tune.device(400, 0, EffectType.UTILITY, false, Score.NONE, Devices.values(EffectType.UTILITY));
        lane(tune, 400, Devices.place(EffectType.UTILITY, "gain"), 0, -6, 1, RATE, -12, 1, 2 * RATE, 0, 1);
        float[] moved = heard(tune, 0, 3 * RATE, 128);
        int late = new Engine(RATE).latency();
        for (int[] stretch : new int[][] {{late + 100, RATE, -6}, {RATE + RATE / 5, 2 * RATE, -12}, {2 * RATE + RATE / 5, 3 * RATE, 0}}) {
            for (int i = stretch[0]; i < stretch[1]; i += 77) {
                assertThat((double) moved[i]).isCloseTo(plain[i] * Math.pow(10, stretch[2] / 20.0), within(2e-5));
            }
        }
    }

    @Test
    @DisplayName("stands where its lane does wherever playing begins or jumps to")
    void chases() {
        ScoreBuilder tune = constant();
        lane(tune, 100, Target.VOLUME, 0, 0, 1, RATE, -2000, 1, 2 * RATE, -600, 0, 4 * RATE, -600, 0);
        float[] plain = heard(constant(), 0, RATE, 128);
        for (int[] place : new int[][] {{0, 0}, {RATE + 77, -2000}, {3 * RATE + 5, -600}}) {
            float[] moved = heard(tune, place[0], RATE / 2, 128);
            float[] still = heard(constant(), place[0], RATE / 2, 128);
            for (int i = 0; i < RATE / 2; i += 13) {
                assertThat((double) moved[i]).isCloseTo(still[i] * gain(place[1]), within(EXACT));
            }
        }
        Engine engine = Tunes.engine();
        engine.score(tune.build());
        engine.play();
        Tunes.render(engine, RATE / 2, 128);
        engine.seek(RATE + 3000);
        float[] after = Tunes.render(engine, RATE / 2, 128);
        assertThat((double) after[RATE / 4]).isCloseTo(plain[RATE / 4] * gain(-2000), within(1e-4));
        engine.loop(2 * RATE, 3 * RATE, true);
        engine.seek(3 * RATE - 1000);
        after = Tunes.render(engine, RATE / 2, 128);
        assertThat((double) after[RATE / 4]).isCloseTo(plain[RATE / 4] * gain(-600), within(1e-4));
    }

    @Test
    @DisplayName("jumps, seeks and loops without a step above −60 dBFS")
    void noClicks() {
        ScoreBuilder tune = constant();
        lane(tune, 100, Target.VOLUME, RATE, 0, 1, 2 * RATE, -9600, 1, 2 * RATE + RATE / 2, 0, 1);
        Engine engine = Tunes.engine();
        engine.score(tune.build());
        engine.play();
        float[] sound = Tunes.render(engine, 3 * RATE, 128);
        float[] plain = heard(constant(), 0, 3 * RATE, 128);
        assertThat(Devices.steepest(sound, RATE, 3 * RATE) - Devices.steepest(plain, RATE, 3 * RATE)).isLessThan(0.001);
        assertThat(Tunes.peak(sound, 2 * RATE + RATE / 10, 2 * RATE + RATE / 5)).isZero();
    }

    @Test
    @DisplayName("leaves to a hand what it holds, and takes it back when it lets go")
    void holds() {
        ScoreBuilder tune = constant();
        lane(tune, 100, Target.VOLUME, 0, -1200, 1);
        Engine engine = Tunes.engine();
        engine.score(tune.build());
        engine.play();
        float[] plain = heard(constant(), 0, 4 * RATE, 128);
        double level = plain[RATE];
        assertThat((double) Tunes.render(engine, RATE, 128)[RATE - 1]).isCloseTo(level * gain(-1200), within(1e-4));
        engine.fader(100, 0, 0, true);
        assertThat((double) Tunes.render(engine, RATE, 128)[RATE - 1]).isCloseTo(level * gain(-1200), within(1e-4));
        engine.hold(100, Target.VOLUME, true);
        engine.fader(100, -600, 0, true);
        assertThat((double) Tunes.render(engine, RATE, 128)[RATE - 1]).isCloseTo(level * gain(-600), within(1e-4));
        engine.hold(100, Target.VOLUME, false);
        assertThat((double) Tunes.render(engine, RATE, 128)[RATE - 1]).isCloseTo(level * gain(-1200), within(1e-4));
        engine.score(constant().build());
        assertThat((double) Tunes.render(engine, RATE, 128)[RATE - 1]).isCloseTo(level, within(1e-4));
    }

    @Test
    @DisplayName("moves a fader when the sound of its frame reaches it, behind an effect with look-ahead, too")
    void late() {
        ScoreBuilder tune = constant();
        tune.device(400, 0, EffectType.LIMITER, false, Score.NONE, Devices.values(EffectType.LIMITER));
        lane(tune, 100, Target.VOLUME, RATE, -3000, 0, 2 * RATE, 0, 0);
        Engine engine = Tunes.engine();
        engine.score(tune.build());
        engine.play();
        float[] moved = Tunes.render(engine, 3 * RATE, 128);
        float[] plain = heard(constant(), 0, 3 * RATE, 128);
        int late = engine.latency();
        int without = new Engine(RATE).latency();
        assertThat(late).isGreaterThan(without);
        for (int i = RATE / 2; i < 2 * RATE + RATE / 2; i += 101) {
            int behind = late - without;
            double expected = straight(i + behind, cell -> {
                int at = cell - behind;
                return at <= RATE ? -3000 : at >= 2 * RATE ? 0 : -3000 + 3000.0 * (at - RATE) / RATE;
            });
            assertThat((double) moved[i + late]).isCloseTo(plain[i + without] * expected, within(1e-6));
        }
    }

    @Test
    @DisplayName("allocates nothing in a block")
    void allocatesNothing() {
        ScoreBuilder tune = constant();
        tune.device(400, 0, EffectType.REVERB, false, Score.NONE, Devices.values(EffectType.REVERB));
        lane(tune, 100, Target.VOLUME, 0, -3000, 0, 9 * RATE, 0, 0);
        lane(tune, 400, 0, 0, 0, 0, 9 * RATE, 100, 0);
        Engine engine = Tunes.engine();
        engine.score(tune.build());
        engine.loop(0, RATE, true);
        engine.play();
        float[] left = new float[128];
        float[] right = new float[128];
        for (int i = 0; i < 20_000; i++) {
            engine.render(left, right, 0, 128);
        }
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
        for (int i = 0; i < 2_000; i++) {
            engine.render(left, right, 0, 128);
        }
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before).isLessThan(2_000);
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    private static org.assertj.core.data.Offset<Float> within(float value) {
        return org.assertj.core.data.Offset.offset(value);
    }
}
