package studio.tutti.core.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Onset detection")
class OnsetsTest {

    private static final int RATE = 44_100;

    @Test
    @DisplayName("finds hits of noise and tones within 5 ms, and nothing between")
    void hits() {
        Random random = new Random(4);
        double[] at = {0.25, 0.5, 0.75, 1.0, 1.125, 1.5, 1.75};
        double[] sound = new double[2 * RATE];
        for (int hit = 0; hit < at.length; hit++) {
            int from = (int) (at[hit] * RATE);
            for (int i = 0; from + i < sound.length; i++) {
                double fade = Math.exp(-i / (0.06 * RATE));
                sound[from + i] += fade * (hit % 2 == 0 ? 0.5 * random.nextGaussian() * 0.4 : 0.7 * Math.sin(2 * Math.PI * (90 + 60 * hit) * i / RATE));
            }
        }
        int[] found = Onsets.find(sound, RATE, 0.5);
        assertThat(found[0]).isZero();
        assertThat(found).hasSize(at.length + 1);
        for (int hit = 0; hit < at.length; hit++) {
            assertThat(found[hit + 1] / (double) RATE).isCloseTo(at[hit], within(0.005));
        }
    }

    @Test
    @DisplayName("finds nothing in silence and in a steady tone")
    void steady() {
        assertThat(Onsets.find(new double[RATE], RATE, 0.5)).containsExactly(0);
        double[] tone = new double[RATE];
        for (int i = 0; i < RATE; i++) {
            tone[i] = 0.5 * Math.sin(2 * Math.PI * 220 * i / RATE);
        }
        assertThat(Onsets.find(tone, RATE, 0.5).length).isLessThanOrEqualTo(2);
        assertThat(Onsets.find(new double[0], RATE, 0.5)).containsExactly(0);
    }
}
