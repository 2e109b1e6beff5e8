package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.instrument.Sampler;

@DisplayName("The master's safety")
class CeilingTest {

    private static final int CELL = Sampler.CELL;

    private final Ceiling ceiling = new Ceiling(44_100);
    private final Random random = new Random(1);

    @Test
    @DisplayName("passes what stays below −1 dBFS with its bits untouched, one cell later")
    void transparent() {
        double[] sound = noise(CELL * 200, 0.89);
        double[] out = pass(sound);
        for (int i = CELL; i < sound.length; i++) {
            assertThat(out[i]).isEqualTo(sound[i - CELL]);
        }
    }

    @Test
    @DisplayName("never lets a sample above −1 dBFS, however loud and sudden the sound")
    void ceiling() {
        double[] sound = noise(CELL * 500, 0.5);
        for (int i = 0; i < 60; i++) {
            sound[random.nextInt(sound.length)] = random.nextBoolean() ? 40 : -3;
        }
        for (double value : pass(sound)) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo(Ceiling.LEVEL + 1e-12);
        }
    }

    @Test
    @DisplayName("recovers: two seconds after a peak it is transparent again")
    void recovers() {
        double[] sound = noise(CELL * 3000, 0.3);
        sound[CELL * 10] = 5;
        double[] out = pass(sound);
        for (int i = CELL * 1500; i < sound.length; i++) {
            assertThat(out[i]).isEqualTo(sound[i - CELL]);
        }
    }

    @Test
    @DisplayName("turns what is no number into silence")
    void notANumber() {
        double[] sound = noise(CELL * 4, 0.3);
        sound[70] = Double.NaN;
        sound[71] = Double.POSITIVE_INFINITY;
        double[] out = pass(sound);
        assertThat(out[70 + CELL]).isZero();
        assertThat(out[71 + CELL]).isZero();
        assertThat(out[72 + CELL]).isEqualTo(sound[72]);
    }

    private double[] noise(int frames, double level) {
        double[] sound = new double[frames];
        for (int i = 0; i < frames; i++) {
            sound[i] = (2 * random.nextDouble() - 1) * level;
        }
        return sound;
    }

    private double[] pass(double[] sound) {
        double[] out = new double[sound.length];
        double[] left = new double[CELL];
        double[] right = new double[CELL];
        for (int at = 0; at < sound.length; at += CELL) {
            System.arraycopy(sound, at, left, 0, CELL);
            System.arraycopy(sound, at, right, 0, CELL);
            ceiling.pass(left, right);
            System.arraycopy(left, 0, out, at, CELL);
        }
        return out;
    }
}
