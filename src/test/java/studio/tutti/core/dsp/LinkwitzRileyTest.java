package studio.tutti.core.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A Linkwitz-Riley crossover")
class LinkwitzRileyTest {

    private static final int SIZE = 1 << 15;

    @ParameterizedTest
    @CsvSource({"160,44100", "2500,48000", "8000,44100", "80,192000"})
    @DisplayName("has the magnitudes of two Butterworth filters of second order in a row, and both bands in phase")
    void closedForm(double hertz, double rate) {
        double[][] bands = impulse(hertz, rate);
        for (double at = 20; at < 0.45 * rate; at *= 1.3) {
            // bilinear: frequencies are bent by the tangent
            double x = Math.pow(Math.tan(Math.PI * at / rate) / Math.tan(Math.PI * hertz / rate), 4);
            double[] low = response(bands[0], at, rate);
            double[] high = response(bands[1], at, rate);
            assertThat(Math.hypot(low[0], low[1])).isCloseTo(1 / (1 + x), within(1e-9));
            assertThat(Math.hypot(high[0], high[1])).isCloseTo(x / (1 + x), within(1e-9));
            assertThat(low[0] * high[1] - low[1] * high[0]).as("phase").isCloseTo(0, within(1e-9));
        }
    }

    @Test
    @DisplayName("sums flat, and turns what passes it by as its bands are turned")
    void flat() {
        double[][] bands = impulse(700, 44_100);
        double[] turned = new double[SIZE];
        turned[0] = 1;
        new LinkwitzRiley(700, 44_100).turn(turned, 0, SIZE);
        for (double at = 20; at < 22_000; at *= 1.2) {
            double[] low = response(bands[0], at, 44_100);
            double[] high = response(bands[1], at, 44_100);
            double[] all = response(turned, at, 44_100);
            assertThat(Math.hypot(low[0] + high[0], low[1] + high[1])).isCloseTo(1, within(1e-9));
            assertThat(all[0]).isCloseTo(low[0] + high[0], within(1e-9));
            assertThat(all[1]).isCloseTo(low[1] + high[1], within(1e-9));
        }
    }

    private static double[][] impulse(double hertz, double rate) {
        double[] in = new double[SIZE];
        in[0] = 1;
        double[] low = new double[SIZE];
        double[] high = new double[SIZE];
        LinkwitzRiley crossover = new LinkwitzRiley(hertz, rate);
        crossover.split(in, low, high, 0, 100);
        crossover.split(in, low, high, 100, SIZE);
        return new double[][] {low, high};
    }

    private static double[] response(double[] impulse, double hertz, double rate) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < impulse.length; i++) {
            re += impulse[i] * Math.cos(2 * Math.PI * hertz * i / rate);
            im -= impulse[i] * Math.sin(2 * Math.PI * hertz * i / rate);
        }
        return new double[] {re, im};
    }
}
