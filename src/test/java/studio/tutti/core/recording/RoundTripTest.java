package studio.tutti.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The way out and back in")
class RoundTripTest {

    private static final int RATE = 48_000;

    private static float[] heard(double seconds, double loud) {
        Random dice = new Random(3);
        float[] sound = new float[RATE * 2];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) (dice.nextGaussian() * 0.002);
        }
        for (int knock = 0; knock < 8; knock++) {
            int from = (int) ((knock * 0.25 + seconds) * RATE);
            for (int i = 0; i < 200 && from + i < sound.length; i++) {
                sound[from + i] += (float) (loud * Math.exp(-i / 40.0) * Math.cos(i * 0.4));
            }
        }
        return sound;
    }

    @Test
    @DisplayName("is measured within half a millisecond, in noise")
    void measured() {
        for (double way : new double[] {0.003, 0.0475, 0.21}) {
            assertThat(RoundTrip.seconds(heard(way, 0.2), RATE, 0.25)).isCloseTo(way, Offset.offset(0.0005));
        }
    }

    @Test
    @DisplayName("is not known where the knocks can't be heard")
    void unheard() {
        assertThat(RoundTrip.seconds(heard(0.05, 0), RATE, 0.25)).isEqualTo(-1);
        assertThat(RoundTrip.seconds(new float[100], RATE, 0.25)).isEqualTo(-1);
    }
}
