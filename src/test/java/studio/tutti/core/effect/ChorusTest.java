package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The chorus")
class ChorusTest {

    private static final int RATE = 48_000;

    @Test
    @DisplayName("swings its delay in a sine about the time set, by the depth, the right side ahead by the spread")
    void swing() {
        Chorus chorus = Sounds.prepared(new Chorus(), RATE, "voices", 0, "rate", 2, "depth", 3, "delay", 12, "spread", 100, "mix", 100);
        double[] left = Sounds.sine(RATE, 25, 1, RATE);
        double[] right = left.clone();
        Sounds.through(chorus, left, right);
        double worst = 0;
        for (int at = RATE / 2; at < RATE; at++) {
            double turn = 2 * Math.PI * 2 * (at - 32) / RATE;
            double expected = 0.012 + 0.003 * StrictMath.sin(turn + 2 * Math.PI * 2 * 32 / RATE);
            double wanted = StrictMath.sin(2 * Math.PI * 25 * ((double) at / RATE - expected));
            worst = Math.max(worst, Math.abs(left[at] - wanted));
            double ahead = 0.012 + 0.003 * StrictMath.sin(turn + Math.PI / 2 + 2 * Math.PI * 2 * 32 / RATE);
            worst = Math.max(worst, Math.abs(right[at] - StrictMath.sin(2 * Math.PI * 25 * ((double) at / RATE - ahead))));
        }
        // 0.005 of a sine of 25 Hz are 32 µs of delay, 1 % of the depth
        assertThat(worst).isLessThan(0.005);
    }

    @Test
    @DisplayName("is the sound and an echo of it, when nothing swings")
    void still() {
        Chorus chorus = Sounds.prepared(new Chorus(), RATE, "voices", 0, "depth", 0, "delay", 10, "mix", 50);
        double[] left = Sounds.sine(RATE / 4, 100, 1, RATE);
        Sounds.through(chorus, left, left.clone());
        double[] expected = Sounds.sine(RATE / 4, 100, 1, RATE);
        for (int i = 4800; i < left.length; i++) {
            assertThat(left[i]).isCloseTo(0.5 * expected[i] + 0.5 * expected[i - 480], within(1e-4));
        }
    }

    @Test
    @DisplayName("keeps the loudness of noise, however many voices there are")
    void loudness() {
        for (int voices = 0; voices < 4; voices++) {
            Chorus chorus = Sounds.prepared(new Chorus(), RATE, "voices", voices, "rate", 1, "depth", 4, "delay", 20, "mix", 100);
            double[] left = Sounds.noise(RATE, 0.5, 3);
            double[] lowpassed = new double[RATE];
            for (int i = 1; i < RATE; i++) {
                lowpassed[i] = lowpassed[i - 1] + 0.3 * (left[i] - lowpassed[i - 1]);
            }
            double before = Sounds.rms(lowpassed, RATE / 2, RATE);
            Sounds.through(chorus, lowpassed, lowpassed.clone());
            assertThat(Sounds.decibels(Sounds.rms(lowpassed, RATE / 2, RATE) / before)).isCloseTo(0, within(1.0));
        }
    }

    @Test
    @DisplayName("flanges: notches lie at odd multiples of half of the delay's frequency")
    void flanger() {
        double[] passed = new double[2];
        double[] tones = {500, 1000};
        for (int i = 0; i < 2; i++) {
            Chorus chorus = Sounds.prepared(new Chorus(), RATE, "voices", 0, "depth", 0, "delay", 1, "feedback", 0, "mix", 50);
            double[] left = Sounds.sine(RATE / 4, tones[i], 1, RATE);
            Sounds.through(chorus, left, left.clone());
            passed[i] = Sounds.amplitude(left, RATE / 8, RATE / 4, tones[i], RATE);
        }
        assertThat(passed[0]).isLessThan(0.01);
        assertThat(passed[1]).isCloseTo(1, within(0.01));
    }
}
