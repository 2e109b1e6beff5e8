package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.tutti.core.dsp.Fft;

@DisplayName("The reverb")
class ReverbTest {

    private static final int RATE = 48_000;

    @ParameterizedTest(name = "{0} s, low {1} %, high {2} %, size {3} %, modulation {4} %")
    @CsvSource({"1.8, 100, 100, 100, 40", "0.5, 100, 100, 40, 0", "6, 150, 40, 200, 100", "3, 50, 25, 100, 40", "1, 200, 60, 60, 40"})
    @DisplayName("loses 60 dB in the time set: below, between and above the crossovers, within 6 %")
    void decay(double seconds, double low, double high, double size, double modulation) {
        int frames = (int) (RATE * seconds * Math.max(1, low / 100) * 0.9);
        double[] left = Sounds.impulse(frames);
        double[] right = Sounds.impulse(frames);
        Reverb reverb = Sounds.prepared(new Reverb(), RATE, "decay", seconds, "low decay", low, "high decay", high, "size", size,
                "modulation", modulation, "low crossover", 400, "high crossover", 3000, "early", 0, "mix", 100, "low cut", 20,
                "high cut", 20_000);
        Sounds.through(reverb, left, right);
        assertThat(reverb.decayAt(1)).isCloseTo(seconds * low / 100, within(0.001 * seconds));
        assertThat(reverb.decayAt(24_000)).isCloseTo(seconds * high / 100, within(0.001 * seconds));
        for (double hertz : new double[] {100, 250, 1100, 5000, 15_000}) {
            double heard = decayTime(left, right, hertz / 1.7, hertz * 1.7) / reverb.decayAt(hertz);
            assertThat(heard).as("%.0f Hz", hertz).isCloseTo(1, within(0.08));
        }
    }

    @Test
    @DisplayName("grows dense: 80 ms after it began, echoes lie as close as in noise")
    void density() {
        double[] left = Sounds.impulse(RATE);
        Sounds.through(quiet("decay", 2), left, left.clone());
        double density = echoDensity(left, (int) (0.09 * RATE), (int) (0.11 * RATE));
        assertThat(density).isGreaterThan(0.85);
    }

    @Test
    @DisplayName("has sides with nothing in common, even for a sound in the middle, and a width")
    void decorrelation() {
        double[] left = Sounds.impulse(RATE);
        double[] right = left.clone();
        Sounds.through(quiet("decay", 3), left, right);
        assertThat(Math.abs(correlation(left, right, RATE / 10))).isLessThan(0.1);
        left = Sounds.impulse(RATE);
        right = left.clone();
        Sounds.through(quiet("decay", 3, "width", 0), left, right);
        assertThat(correlation(left, right, RATE / 10)).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest(name = "decay {0} s, size {1} %")
    @CsvSource({"2, 100", "10, 100", "4, 50", "10, 200"})
    @DisplayName("does not ring: its late tail is as flat and as even as noise")
    void noRing(double seconds, double size) {
        int frames = RATE * 3;
        double[] left = Sounds.impulse(frames);
        Sounds.through(quiet("decay", seconds, "size", size, "modulation", 40), left, left.clone());
        Fft fft = new Fft(65_536);
        double[] re = new double[65_536];
        double[] im = new double[65_536];
        for (int i = 0; i < re.length; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / re.length);
            re[i] = left[RATE + i] * window * StrictMath.pow(10, 3.0 * i / RATE / seconds);
        }
        fft.forward(re, im);
        double logs = 0;
        double mean = 0;
        double most = 0;
        int from = 65_536 / RATE * 100 + 200;
        int to = 20_000;
        for (int k = from; k < to; k++) {
            double power = re[k] * re[k] + im[k] * im[k];
            logs += Math.log(power);
            mean += power;
            most = Math.max(most, power);
        }
        mean /= to - from;
        double flatness = Math.exp(logs / (to - from)) / mean;
        // Gaussian noise has a flatness of 0.561, and a highest of 20,000 bins 10 dB above the mean
        assertThat(flatness).isGreaterThan(0.44);
        assertThat(10 * Math.log10(most / mean)).isLessThan(14);
    }

    @Test
    @DisplayName("is about as loud as the sound, for noise, whatever decay and size")
    void loudness() {
        for (double seconds : new double[] {0.3, 2, 8}) {
            for (double size : new double[] {40, 150}) {
                double[] left = Sounds.noise(RATE * 5, 0.3, 1);
                double[] right = Sounds.noise(RATE * 5, 0.3, 2);
                double before = Sounds.rms(left, 0, left.length);
                Sounds.through(quiet("decay", seconds, "size", size), left, right);
                double change = Sounds.decibels(Sounds.rms(left, RATE * 4, left.length) / before);
                assertThat(change).isCloseTo(0, within(2.0));
            }
        }
    }

    @Test
    @DisplayName("begins after the pre-delay, and changes its size without a click")
    void timesAndSizes() {
        Reverb reverb = quiet("pre-delay", 100, "size", 100);
        double[] left = Sounds.impulse(RATE);
        Sounds.through(reverb, left, left.clone());
        assertThat(Sounds.peak(left, 0, 4800 + 500)).isZero();
        assertThat(Sounds.peak(left, 4800, 4800 + 2400)).isPositive();
        reverb = quiet("decay", 3);
        left = Sounds.sine(RATE, 200, 0.5, RATE);
        double[] right = left.clone();
        for (int at = 0; at < RATE; at += 64) {
            if (at == 64 * 400) {
                Sounds.set(reverb, "size", 50, "decay", 1, "pre-delay", 50);
            }
            reverb.process(left, right, at, 64);
        }
        double worst = 0;
        for (int i = 64 * 380; i < RATE; i++) {
            worst = Math.max(worst, Math.abs(left[i] - 3 * left[i - 1] + 3 * left[i - 2] - left[i - 3]));
        }
        assertThat(worst).isLessThan(0.0005);
    }

    /** Wet only, without early sound, cuts or damping. */
    private static Reverb quiet(Object... settings) {
        Reverb reverb = new Reverb();
        Sounds.set(reverb, "early", 0, "mix", 100, "low decay", 100, "high decay", 100, "low cut", 20, "high cut", 20_000,
                "pre-delay", 0);
        Sounds.set(reverb, settings);
        reverb.prepare(RATE);
        return reverb;
    }

    /** Seconds for 60 dB from the slope between −5 and −30 dB of the backward integral (Schroeder) in a band. */
    private static double decayTime(double[] left, double[] right, double low, double high) {
        int size = Integer.highestOneBit(left.length) * 2;
        Fft fft = new Fft(size);
        double[] re = java.util.Arrays.copyOf(left, size);
        double[] im = java.util.Arrays.copyOf(right, size);
        fft.forward(re, im);
        for (int k = 0; k < size; k++) {
            double hertz = (double) Math.min(k, size - k) * RATE / size;
            double octaves = Math.abs(Math.log(hertz / Math.sqrt(low * high))) - Math.log(high / low) / 2;
            double weight = octaves <= 0 ? 1 : octaves > 0.3 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * octaves / 0.3);
            re[k] *= weight;
            im[k] *= weight;
        }
        fft.inverse(re, im);
        double[] energy = new double[left.length + 1];
        for (int i = left.length - 1; i >= 0; i--) {
            energy[i] = energy[i + 1] + re[i] * re[i] + im[i] * im[i];
        }
        int from = 0;
        int to = 0;
        for (int i = 0; i < left.length; i++) {
            double level = 10 * Math.log10(energy[i] / energy[0]);
            from = level > -5 ? i : from;
            to = level > -30 ? i : to;
        }
        return 60.0 / 25 * (to - from) / RATE;
    }

    /** The share of frames outside one standard deviation, over that of Gaussian noise (Abel and Huang, 121st AES Convention). */
    private static double echoDensity(double[] sound, int from, int to) {
        double deviation = Sounds.rms(sound, from, to);
        int outside = 0;
        for (int i = from; i < to; i++) {
            outside += Math.abs(sound[i]) > deviation ? 1 : 0;
        }
        return outside / 0.3173 / (to - from);
    }

    private static double correlation(double[] a, double[] b, int from) {
        double ab = 0;
        for (int i = from; i < a.length; i++) {
            ab += a[i] * b[i];
        }
        return ab / (a.length - from) / Sounds.rms(a, from, a.length) / Sounds.rms(b, from, b.length);
    }
}
