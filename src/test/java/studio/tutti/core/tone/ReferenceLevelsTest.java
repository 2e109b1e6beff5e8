package studio.tutti.core.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The levels of a reference")
class ReferenceLevelsTest {

    private static final int RATE = 48_000;

    private static float[] white(long seed, int frames) {
        Random random = new Random(seed);
        float[] sound = new float[frames];
        for (int i = 0; i < frames; i++) {
            sound[i] = 0.1f * (float) random.nextGaussian();
        }
        return sound;
    }

    @Test
    @DisplayName("rise by a dB a third of an octave in white noise")
    void white() {
        float[] sound = white(3, 60 * RATE);
        ReferenceLevels levels = new ReferenceLevels(sound, sound, RATE);
        for (int band = 10; band < 30; band++) {
            assertThat(levels.whole[band + 1] - levels.whole[band]).isCloseTo(10 * Math.log10(Math.cbrt(2)), within(0.5));
        }
        assertThat(levels.middle).isEqualTo(levels.whole);
        assertThat(levels.sides[20]).isEqualTo(ThirdOctaves.SILENCE);
    }

    @Test
    @DisplayName("are as loud in the sides as in the middle where the channels have nothing in common")
    void sides() {
        ReferenceLevels levels = new ReferenceLevels(white(1, 60 * RATE), white(2, 60 * RATE), RATE);
        for (int band = 14; band < 30; band++) {
            assertThat(levels.sides[band]).isCloseTo(levels.middle[band], within(0.5));
            assertThat(levels.whole[band]).isCloseTo(levels.middle[band] + 3.01, within(0.5));
        }
    }

    @Test
    @DisplayName("are there of a recording shorter than a window and of one with what is no number")
    void unusual() {
        float[] sound = white(1, 1000);
        sound[5] = Float.NaN;
        assertThat(new ReferenceLevels(sound, sound, RATE).whole[20]).isBetween(-100.0, 100.0);
        assertThat(new ReferenceLevels(new float[0], new float[0], RATE).whole).containsOnly(ThirdOctaves.SILENCE);
    }
}
