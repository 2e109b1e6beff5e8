package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The delay")
class StereoDelayTest {

    @ParameterizedTest(name = "{1} ms and {2} ms at {0} Hz")
    @CsvSource({"48000, 375, 500", "44100, 1, 333.333", "96000, 0.9, 120.5", "8000, 4000, 17"})
    @DisplayName("echoes at exact frames, each by exactly the feedback weaker")
    void exact(int rate, double left, double right) {
        StereoDelay delay = Sounds.prepared(new StereoDelay(), rate, "left", left, "right", right, "feedback", 50,
                "low cut", 20, "high cut", 20_000, "mix", 100);
        int toLeft = (int) Math.round(Math.max(1, left) * rate / 1000);
        int toRight = (int) Math.round(right * rate / 1000);
        int frames = 3 * Math.max(toLeft, toRight) + 64;
        double[] l = Sounds.impulse(frames);
        double[] r = Sounds.impulse(frames);
        Sounds.through(delay, l, r);
        for (int i = 0; i < frames; i++) {
            assertThat(l[i]).isCloseTo(echo(i, toLeft), within(1e-24));
            assertThat(r[i]).isCloseTo(echo(i, toRight), within(1e-24));
        }
    }

    private static double echo(int frame, int time) {
        return frame > 0 && frame % time == 0 ? Math.max(0, StrictMath.pow(0.5, frame / time - 1)) : 0;
    }

    @Test
    @DisplayName("plays ping-pong: the middle first on the left, then on the right, and so on")
    void pingPong() {
        StereoDelay delay = Sounds.prepared(new StereoDelay(), 48_000, "left", 10, "right", 20, "feedback", 50, "cross-feed", 100,
                "ping-pong", 1, "low cut", 20, "high cut", 20_000, "mix", 100);
        double[] l = Sounds.impulse(4800);
        double[] r = new double[4800];
        Sounds.through(delay, l, r);
        assertThat(l[480]).isEqualTo(0.5);
        assertThat(r[480 + 960]).isEqualTo(0.25);
        assertThat(l[480 + 960 + 480]).isEqualTo(0.125);
        assertThat(Sounds.peak(r, 0, 1440)).isZero();
    }

    @Test
    @DisplayName("damps what goes round, the first echo not")
    void damping() {
        int rate = 48_000;
        StereoDelay delay = Sounds.prepared(new StereoDelay(), rate, "left", 100, "right", 100, "feedback", 80,
                "low cut", 20, "high cut", 1000, "mix", 100);
        double[] l = new double[rate / 2];
        System.arraycopy(Sounds.sine(4800, 1000, 1, rate), 0, l, 0, 4800);
        Sounds.through(delay, l, l.clone());
        assertThat(Sounds.amplitude(l, 4800, 9600, 1000, rate)).isCloseTo(1, within(1e-3));
        double second = Sounds.amplitude(l, 9600, 14_400, 1000, rate);
        assertThat(Sounds.decibels(second)).as("80 % and −3 dB at the cut").isCloseTo(-1.94 - 3.01, within(0.35));
    }

    @Test
    @DisplayName("changes its time without a click and without bending the pitch")
    void changes() {
        int rate = 48_000;
        StereoDelay delay = Sounds.prepared(new StereoDelay(), rate, "left", 100, "right", 100, "feedback", 0, "mix", 100);
        double[] l = Sounds.sine(rate, 200, 0.5, rate);
        double[] r = l.clone();
        for (int at = 0; at < rate; at += 64) {
            if (at == 64 * 300) {
                Sounds.set(delay, "left", 137, "right", 61);
            }
            delay.process(l, r, at, 64);
        }
        double worst = 0;
        for (int i = 6000; i < rate; i++) {
            worst = Math.max(worst, Math.abs(l[i] - 3 * l[i - 1] + 3 * l[i - 2] - l[i - 3]));
        }
        assertThat(worst).isLessThan(0.0005);
        assertThat(Sounds.peak(l, 6000, rate)).isLessThan(0.5 + 1e-9);
    }

    @Test
    @DisplayName("has fallen by 90 dB when it says so")
    void tail() {
        int rate = 8000;
        StereoDelay delay = Sounds.prepared(new StereoDelay(), rate, "left", 100, "right", 70, "feedback", 60, "low cut", 20,
                "high cut", 20_000, "mix", 100);
        double[] l = Sounds.impulse((int) (rate * (delay.tail() + 1)));
        double[] r = l.clone();
        Sounds.through(delay, l, r);
        int end = (int) (delay.tail() * rate) + 1;
        assertThat(Sounds.decibels(Sounds.peak(l, end, l.length))).isLessThan(-90);
        assertThat(Sounds.decibels(Sounds.peak(l, end / 2, end))).isGreaterThan(-90);
    }
}
