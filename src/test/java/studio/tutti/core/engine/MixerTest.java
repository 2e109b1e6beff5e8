package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static studio.tutti.core.engine.Tunes.RATE;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.effect.EffectType;

@DisplayName("The mixer's groups, buses and faders")
class MixerTest {

    /** −120 dBFS. */
    private static final double EXACT = 1e-6;

    private static final double HALF = Math.pow(10, -6.0 / 20);

    /** Two tracks, each with a note of its own, at −6 dB. */
    private static ScoreBuilder tune() {
        ScoreBuilder tune = Tunes.builder(2);
        tune.note(0, 0, 2 * RATE, 57, 100, 1, 0);
        tune.note(1, 0, 2 * RATE, 64, 100, 2, 0);
        return tune;
    }

    private static float[] heard(ScoreBuilder tune) {
        Engine engine = Tunes.engine();
        engine.score(tune.build());
        engine.play();
        return Tunes.render(engine, RATE, 128);
    }

    private static double difference(float[] one, float[] other) {
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs((double) one[i] - other[i]));
        }
        return most;
    }

    private static float[] times(float[] sound, double left, double right) {
        float[] scaled = new float[sound.length];
        for (int i = 0; i < sound.length; i++) {
            scaled[i] = (float) (sound[i] * (i < sound.length / 2 ? left : right));
        }
        return scaled;
    }

    @Test
    @DisplayName("a group is the sum of what lies in it, through its fader and pan, groups in groups too")
    void groups() {
        float[] plain = heard(tune());
        assertThat(Tunes.peak(plain, 0, RATE)).isGreaterThan(0.05f);
        ScoreBuilder grouped = tune();
        int outer = grouped.group(200, 0, 500, true);
        int inner = grouped.group(201, -600, 0, true);
        grouped.output(0, inner);
        grouped.output(1, inner);
        grouped.output(inner, outer);
        assertThat(difference(heard(grouped), times(plain, HALF * Math.sqrt(0.5), HALF))).isLessThan(EXACT);
        ScoreBuilder muted = tune();
        int group = muted.group(200, 0, 0, false);
        muted.output(0, group);
        muted.output(1, group);
        assertThat(Tunes.peak(heard(muted), 0, 2 * RATE)).isZero();
    }

    @Test
    @DisplayName("a send takes the sound before the fader or after, at its own level, and none of it is heard while muted")
    void sends() {
        ScoreBuilder alone = Tunes.builder(1);
        alone.note(0, 0, 2 * RATE, 57, 100, 1, 0);
        float[] plain = heard(alone);
        for (boolean before : new boolean[] {false, true}) {
            for (boolean sounds : new boolean[] {false, true}) {
                ScoreBuilder tune = new ScoreBuilder(RATE);
                tune.track(100, 0, -1200, 1000, true, false);
                tune.note(0, 0, 2 * RATE, 57, 100, 1, 0);
                int bus = tune.group(200, 0, 0, true);
                tune.send(300, 0, bus, -600, before, sounds);
                double fader = Math.pow(10, -12.0 / 20);
                double sent = sounds ? before ? HALF : HALF * fader : 0;
                float[] expected = times(plain, before ? sent : 0, fader + sent);
                assertThat(difference(heard(tune), expected)).as("before %s, sounds %s", before, sounds).isLessThan(EXACT);
            }
        }
    }

    @Test
    @DisplayName("effects of a group and of the master work on the sum, and the master's fader comes after them")
    void inserts() {
        float[] plain = heard(tune());
        ScoreBuilder tune = tune();
        int group = tune.group(200, 0, 0, true);
        tune.output(0, group);
        tune.output(1, group);
        tune.device(400, group, EffectType.UTILITY, false, Score.NONE, Devices.values(EffectType.UTILITY, "gain", -6));
        tune.device(401, Score.MASTER, EffectType.UTILITY, false, Score.NONE, Devices.values(EffectType.UTILITY, "gain", -6));
        tune.master(1, -600);
        assertThat(difference(heard(tune), times(plain, HALF * HALF * HALF, HALF * HALF * HALF))).isLessThan(EXACT);
    }

    @Test
    @DisplayName("faders of groups, sends and the master move at once, and their meters show what they give")
    void faders() {
        ScoreBuilder tune = tune();
        int bus = tune.group(200, 0, 0, true);
        tune.send(300, 0, bus, 0, false, true);
        tune.master(1, 0);
        Engine engine = Tunes.engine();
        engine.score(tune.build());
        engine.play();
        Tunes.render(engine, RATE / 2, 128);
        float[] peaks = new float[8];
        engine.readPeaks(peaks);
        assertThat(peaks[4]).as("the bus").isEqualTo(peaks[0]).isGreaterThan(0.02f);
        engine.fader(300, -600, 0, true);
        Tunes.render(engine, RATE / 10, 128);
        engine.readPeaks(new float[8]);
        Tunes.render(engine, RATE / 2, 128);
        engine.readPeaks(peaks);
        assertThat(peaks[4]).isCloseTo((float) HALF * peaks[0], offset(2e-3f));
        engine.fader(300, 0, 0, false);
        engine.fader(200, 0, -1000, true);
        Tunes.render(engine, RATE / 10, 128);
        engine.readPeaks(new float[8]);
        Tunes.render(engine, RATE / 2, 128);
        engine.readPeaks(peaks);
        assertThat(peaks[4]).isZero();
        float before = peaks[6];
        engine.fader(1, -600, 0, true);
        Tunes.render(engine, RATE / 10, 128);
        engine.readPeaks(new float[8]);
        Tunes.render(engine, RATE / 2, 128);
        engine.readPeaks(peaks);
        assertThat(peaks[6]).isCloseTo((float) HALF * before, offset(2e-3f));
    }

    @Test
    @DisplayName("a score whose sends close a circle is played all the same, without running away")
    void circle() {
        ScoreBuilder tune = tune();
        int one = tune.group(200, 0, 0, true);
        int two = tune.group(201, 0, 0, true);
        tune.send(300, 0, one, -1200, false, true);
        tune.send(301, one, two, -1200, false, true);
        tune.send(302, two, one, -1200, false, true);
        float[] sound = heard(tune);
        for (float sample : sound) {
            assertThat(Float.isFinite(sample)).isTrue();
        }
        assertThat(Tunes.peak(sound, 0, sound.length)).isBetween(0.05f, 0.9f);
    }

    @Test
    @DisplayName("folders are made, filled, emptied and dissolved while a tone goes through them, and nothing clicks")
    void regrouping() {
        ScoreBuilder sine = new ScoreBuilder(RATE);
        sine.track(100, 0, 0, 0, true, false);
        sine.note(0, 0, 20 * RATE, 69, 100, 1, 0);
        Engine engine = Tunes.engine();
        engine.score(sine.build());
        engine.play();
        float[] tone = Tunes.render(engine, RATE, 128);
        double own = Devices.steepest(tone, RATE / 2, RATE);
        for (int turn = 0; turn < 6; turn++) {
            ScoreBuilder next = new ScoreBuilder(RATE);
            next.track(100, 0, 0, 0, true, false);
            next.note(0, 0, 20 * RATE, 69, 100, 1, 0);
            if (turn % 3 != 2) {
                int group = next.group(200, -300, 0, true);
                int bus = next.group(201, 0, 0, true);
                if (turn % 3 == 1) {
                    next.output(0, group);
                }
                next.send(300, 0, bus, -1200, turn % 2 == 0, true);
            }
            engine.score(next.build());
            float[] sound = Tunes.render(engine, RATE / 2, 128);
            assertThat(Devices.steepest(sound, 0, RATE / 2)).as("turn %d", turn).isLessThan(1.26 * own + 0.001);
        }
    }
}
