package studio.tutti.core.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The long filter of two channels")
class PairFilterTest {

    private static final int TAPS = 512;
    private static final int FRAMES = 64 * 40;

    private static double[] noise(int length, int seed) {
        return new Random(seed).doubles(length, -1, 1).toArray();
    }

    /** Two rows: left and right as they come out. */
    private static double[][] through(PairFilter filter, double[] left, double[] right, int fadeAt, int fadeCells) {
        double[][] out = new double[2][left.length];
        for (int at = 0; at < left.length; at += PairFilter.CELL) {
            if (at == fadeAt) {
                filter.fade(fadeCells);
            }
            filter.begin();
            filter.run(left, right, at, at + 40, 0);
            filter.run(left, right, at + 40, at + 64, 40);
            System.arraycopy(filter.left, 0, out[0], at, PairFilter.CELL);
            System.arraycopy(filter.right, 0, out[1], at, PairFilter.CELL);
            filter.end();
        }
        return out;
    }

    private static double sum(double[] taps, double[] sound, int at) {
        double sum = 0;
        for (int j = 0; j < taps.length && j <= at; j++) {
            sum += taps[j] * sound[at - j];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("is the sum that defines it, without a frame of delay, of left and right or of middle and sides")
    void definition(boolean midSide) {
        PairFilter filter = new PairFilter(TAPS, midSide);
        double[] a = noise(TAPS, 1);
        double[] b = noise(TAPS, 2);
        for (int part = 0; part < TAPS / PairFilter.CELL; part++) {
            filter.spare().lay(part, a, b, part * PairFilter.CELL);
        }
        filter.spare().shaped();
        filter.take();
        double[] left = noise(FRAMES, 3);
        double[] right = noise(FRAMES, 4);
        double[][] out = through(filter, left, right, -1, 1);
        double[] first = new double[FRAMES];
        double[] second = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            first[i] = midSide ? 0.5 * (left[i] + right[i]) : left[i];
            second[i] = midSide ? 0.5 * (left[i] - right[i]) : right[i];
        }
        for (int i = 0; i < FRAMES; i += 7) {
            double x = sum(a, first, i);
            double y = sum(b, second, i);
            assertThat(out[0][i]).isCloseTo(midSide ? x + y : x, within(1e-11));
            assertThat(out[1][i]).isCloseTo(midSide ? x - y : y, within(1e-11));
        }
    }

    @Test
    @DisplayName("passes the bits while it does nothing, and fades to the next response from the coming cell on")
    void fades() {
        PairFilter filter = new PairFilter(TAPS, true);
        double[] one = new double[TAPS];
        one[0] = 3;
        for (int part = 0; part < TAPS / PairFilter.CELL; part++) {
            filter.spare().lay(part, one, one, part * PairFilter.CELL);
        }
        filter.spare().shaped();
        double[] level = new double[FRAMES];
        java.util.Arrays.fill(level, 1);
        double[] out = through(filter, level, level, 640, 4)[0];
        for (int i = 0; i < 640; i++) {
            assertThat(out[i]).isEqualTo(1);
        }
        for (int i = 640; i < 640 + 4 * 64; i++) {
            assertThat(out[i] - out[i - 1]).isBetween(0.0, 2 * 1.51 / 256);
        }
        assertThat(out[640 + 4 * 64]).isCloseTo(3, within(1e-12));
        assertThat(filter.isFading()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {PairDesign.MINIMUM, PairDesign.LINEAR, PairDesign.TURN})
    @DisplayName("gets kernels of the gains or phases asked for")
    void designs(int kind) {
        PairDesign design = new PairDesign(TAPS, true);
        PairFilter filter = new PairFilter(TAPS, false);
        for (int k = 0; k < design.bins(); k++) {
            design.curveA[k] = Math.sin(k / 60.0);
            design.curveB[k] = -0.5 * Math.sin(k / 60.0);
        }
        design.begin(kind, filter.spare());
        int steps = 1;
        while (design.step()) {
            steps++;
        }
        assertThat(steps).as("in pieces").isGreaterThan(10);
        filter.take();
        double[] impulse = new double[FRAMES];
        impulse[0] = 1;
        double[][] out = through(filter, impulse, impulse, -1, 1);
        int lead = PairDesign.lead(TAPS, kind);
        for (int k = 40; k < TAPS - 40; k += 20) {
            double turn = Math.PI * k / TAPS;
            for (int c = 0; c < 2; c++) {
                double re = 0;
                double im = 0;
                for (int i = 0; i < TAPS; i++) {
                    re += out[c][i] * Math.cos(turn * (i - lead));
                    im -= out[c][i] * Math.sin(turn * (i - lead));
                }
                double wanted = c == 0 ? design.curveA[k] : design.curveB[k];
                assertThat(Math.log(Math.hypot(re, im))).isCloseTo(kind == PairDesign.TURN ? 0 : wanted, within(0.01));
                if (kind != PairDesign.MINIMUM) {
                    assertThat(Math.atan2(im, re)).isCloseTo(kind == PairDesign.TURN ? wanted : 0, within(0.02));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 4096, 16384})
    @DisplayName("is fed by a transform in steps that has the bits of one at once, and arctangents that are right in all quarters")
    void gradually(int size) {
        double[] re = noise(size, 1);
        double[] im = noise(size, 2);
        double[] x = re.clone();
        double[] y = im.clone();
        GradualFft gradual = new GradualFft(size);
        for (boolean back : new boolean[] {false, true}) {
            gradual.begin(x, y, back);
            while (gradual.step()) {
                assertThat(x).hasSize(size);
            }
            if (back) {
                Fft.of(size).inverse(re, im);
            } else {
                Fft.of(size).forward(re, im);
            }
            assertThat(x).isEqualTo(re);
            assertThat(y).isEqualTo(im);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(Functions.atan2(re[i % size], im[i % size])).isCloseTo(StrictMath.atan2(re[i % size], im[i % size]), within(1e-14));
        }
        assertThat(Functions.atan2(0, -1)).isEqualTo(Math.PI);
        assertThat(Functions.atan2(0, 0)).isZero();
    }
}
