package studio.tutti.core.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is left of the cases of EBU Tech 3341 and 3342. 3341-7 and -8, which are 3342-5 and -6, are recorded programmes of a narrow and a wide
 * loudness range that are nowhere described; in their place stand made ones of −23 LUFS with 5 and 15 LU, and many others, against a
 * calculation by the letter of the recommendations that shares no code with the meter.
 */
@DisplayName("The loudness meter on programmes, and the last true peaks")
class ProgrammesTest {

    private static final int RATE = 48_000;

    @ParameterizedTest(name = "{0} LU, seed {1}")
    @CsvSource({"5, 1", "15, 2", "9, 3", "25, 4"})
    @DisplayName("read as the recommendations say: 3341-7, -8 and 3342-5, -6 by likeness")
    void reads(double range, int seed) {
        double[][] programme = programme(range, seed);
        double[] letter = byTheLetter(programme);
        double gain = Math.pow(10, (-23 - letter[0]) / 20);
        for (double[] channel : programme) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] *= gain;
            }
        }
        LoudnessMeter meter = new LoudnessMeter(RATE);
        for (int at = 0; at < programme[0].length; at += 1000) {
            meter.hear(programme[0], programme[1], at, 1000);
        }
        assertThat(meter.integrated()).isCloseTo(-23, within(0.1));
        assertThat(meter.range()).isCloseTo(letter[1], within(0.2));
        assertThat(letter[1]).isBetween(0.4 * range, 1.6 * range);
    }

    @ParameterizedTest(name = "3341-2{0}")
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName("read 3341-20 to -23: a cycle that reaches full scale, taken at one of four places between the frames")
    void peaks(int offset) {
        double[] fine = louderCycle();
        double[] sound = new double[fine.length / 4 - 1];
        double highest = 0;
        for (int i = 0; i < sound.length; i++) {
            sound[i] = fine[4 * i + offset];
            highest = Math.max(highest, Math.abs(sound[i]));
        }
        PeakMeter meter = new PeakMeter();
        meter.hear(sound, new double[sound.length], 0, sound.length);
        assertThat(20 * Math.log10(meter.mostTruePeak())).isBetween(-0.4, 0.2);
        assertThat(meter.mostTruePeak()).isGreaterThanOrEqualTo(highest);
    }

    @Test
    @DisplayName("see a peak between the frames that no frame reaches")
    void between() {
        double[] fine = louderCycle();
        double least = 1;
        for (int offset = 0; offset < 4; offset++) {
            double highest = 0;
            for (int i = offset; i < fine.length; i += 4) {
                highest = Math.max(highest, Math.abs(fine[i]));
            }
            least = Math.min(least, highest);
        }
        assertThat(20 * Math.log10(least)).isLessThan(-0.3);
    }

    /** At four times the rate: a sine of a sixth of the rate at half of full scale, one cycle of it at twice that, lowpassed, its peak 1. */
    private static double[] louderCycle() {
        int length = 4 * RATE / 10;
        double[] fine = new double[length];
        int cycle = 24;
        int from = length / 2 / cycle * cycle;
        for (int i = 0; i < length; i++) {
            double edge = Math.min(1, Math.min(i, length - 1 - i) / 3840.0);
            double amplitude = i >= from && i < from + cycle ? 1 : 0.5;
            fine[i] = amplitude * edge * edge * (3 - 2 * edge) * Math.sin(2 * Math.PI * i / cycle);
        }
        double[] low = new double[length];
        double highest = 0;
        for (int i = 0; i < length; i++) {
            double sum = 0;
            for (int tap = -160; tap <= 160; tap++) {
                if (i + tap >= 0 && i + tap < length) {
                    double x = tap * 0.23;
                    double sinc = tap == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
                    sum += 0.23 * sinc * (0.5 + 0.5 * Math.cos(Math.PI * tap / 161)) * fine[i + tap];
                }
            }
            low[i] = sum;
            highest = Math.max(highest, Math.abs(sum));
        }
        for (int i = 0; i < length; i++) {
            low[i] /= highest;
        }
        return low;
    }

    /** A minute and a half of noise whose level wanders from phrase to phrase, with pauses. */
    private static double[][] programme(double range, int seed) {
        Random random = new Random(seed);
        double[][] sound = new double[2][90 * RATE];
        double level = -25;
        double last = 0;
        int left = 0;
        for (int i = 0; i < sound[0].length; i++) {
            if (left-- == 0) {
                left = (int) (RATE * (1 + 4 * random.nextDouble()));
                level = random.nextDouble() < 0.1 ? -75 : -20 - range * 1.1 * random.nextDouble();
            }
            double both = random.nextGaussian();
            last += 0.3 * (both - last);
            double gain = Math.pow(10, level / 20);
            sound[0][i] = gain * (last + 0.3 * random.nextGaussian());
            sound[1][i] = gain * (last + 0.3 * random.nextGaussian());
        }
        return sound;
    }

    /** Integrated loudness and range, block by block from the samples. */
    private static double[] byTheLetter(double[][] sound) {
        double[] squares = new double[sound[0].length + 1];
        double[] energy = new double[sound[0].length];
        for (double[] channel : sound) {
            double[] shelved = biquad(channel, 1.53512485958697, -2.69169619840638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
            double[] cut = biquad(shelved, 1, -2, 1, -1.99004745483398, 0.99007225036621);
            for (int i = 0; i < cut.length; i++) {
                energy[i] += cut[i] * cut[i];
            }
        }
        for (int i = 0; i < energy.length; i++) {
            squares[i + 1] = squares[i] + energy[i];
        }
        double[] blocks = means(squares, 400);
        double gate = mean(blocks, power(-70));
        double integrated = loudness(mean(blocks, Math.max(power(-70), gate * 0.1)));
        double[] shortTerms = means(squares, 3000);
        double low = Math.max(power(-70), mean(shortTerms, power(-70)) * 0.01);
        double[] kept = Arrays.stream(shortTerms).filter(each -> each >= low).sorted().toArray();
        double range = loudness(kept[(int) Math.round((kept.length - 1) * 0.95)]) - loudness(kept[(int) Math.round((kept.length - 1) * 0.10)]);
        return new double[] {integrated, range};
    }

    private static double[] means(double[] squares, int milliseconds) {
        int length = RATE / 1000 * milliseconds;
        int hop = RATE / 10;
        double[] means = new double[(squares.length - 1 - length) / hop + 1];
        for (int i = 0; i < means.length; i++) {
            means[i] = (squares[i * hop + length] - squares[i * hop]) / length;
        }
        return means;
    }

    private static double mean(double[] blocks, double gate) {
        return Arrays.stream(blocks).filter(each -> each >= gate).average().orElse(0);
    }

    private static double power(double loudness) {
        return Math.pow(10, (loudness + 0.691) / 10);
    }

    private static double loudness(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    private static double[] biquad(double[] x, double b0, double b1, double b2, double a1, double a2) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = b0 * x[i] + (i > 0 ? b1 * x[i - 1] - a1 * y[i - 1] : 0) + (i > 1 ? b2 * x[i - 2] - a2 * y[i - 2] : 0);
        }
        return y;
    }
}
