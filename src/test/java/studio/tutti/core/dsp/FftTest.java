package studio.tutti.core.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The transform and the spectrum")
class FftTest {

    @Test
    @DisplayName("is the sum that defines it, and its own inverse undoes it")
    void definition() {
        Random random = new Random(1);
        for (int size = 2; size <= 256; size *= 2) {
            double[] re = random.doubles(size).toArray();
            double[] im = random.doubles(size).toArray();
            double[] x = re.clone();
            double[] y = im.clone();
            Fft fft = new Fft(size);
            fft.forward(x, y);
            for (int k = 0; k < size; k++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int n = 0; n < size; n++) {
                    double c = StrictMath.cos(2 * Math.PI * k * n / size);
                    double s = StrictMath.sin(2 * Math.PI * k * n / size);
                    sumRe += re[n] * c + im[n] * s;
                    sumIm += im[n] * c - re[n] * s;
                }
                assertThat(x[k]).isCloseTo(sumRe, within(1e-11));
                assertThat(y[k]).isCloseTo(sumIm, within(1e-11));
            }
            fft.inverse(x, y);
            assertThat(x).containsExactly(re, within(1e-14));
            assertThat(y).containsExactly(im, within(1e-14));
        }
        assertThatThrownBy(() -> new Fft(48)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("48");
    }

    @Test
    @DisplayName("shows sines at their frequencies and levels")
    void spectrum() {
        int rate = 48_000;
        SpectrumAnalyser analyser = new SpectrumAnalyser(rate);
        double[] left = new double[6000];
        double[] right = new double[6000];
        for (int i = 0; i < left.length; i++) {
            double low = StrictMath.sin(2 * Math.PI * 100 * rate / 4096.0 * i / rate);
            left[i] = low + 0.01 * StrictMath.sin(2 * Math.PI * 5000 * i / rate);
            right[i] = low;
        }
        analyser.hear(left, right, 0, left.length);
        analyser.analyse();
        assertThat(analyser.bin(100)).isCloseTo(0, within(0.001));
        assertThat(analyser.bin(110)).isLessThan(-80);
        assertThat(analyser.bin(427)).as("one channel at −40 dB counts −43").isCloseTo(-43.0, within(1.5));
        float[] curve = new float[200];
        analyser.curve(20, 20_000, curve);
        int highest = 0;
        for (int i = 0; i < curve.length; i++) {
            highest = curve[i] > curve[highest] ? i : highest;
        }
        assertThat(20 * StrictMath.pow(1000, highest / 199.0)).isCloseTo(1171.9, within(25.0));
    }
}
