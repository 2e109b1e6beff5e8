package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.tutti.mastering.multibandphase.FrequencyBand;
import studio.tutti.mastering.multibandphase.MultibandPhase;
import studio.tutti.mastering.multibandphase.PhaseAnalysis;
import studio.tutti.mastering.multibandphase.PhaseGroup;

@DisplayName("Multiband Phase")
class MultibandPhaseTest {

    private static final int POINTS = 8192;

    @ParameterizedTest(name = "{0} {1}, noise {2}")
    @CsvSource({"BAND,1,0.002", "BAND,2,0.01", "STRINGS,1,0.002", "AIR,1,0.01", "AIR,2,0.002", "PIANO,1,0.002"})
    @DisplayName("brings a second microphone with a delay, allpasses and a turned band into phase, magnitudes kept, without more pre-echo")
    void microphones(Signals.Kind kind, int seed, double noise) throws IOException {
        float[][] first = mono(Signals.music(kind, seed, 30));
        float[][] second = Signals.sum(faulty(first, new Random(31 * seed + kind.ordinal())),
                Signals.gain(mono(Signals.pinkNoise(seed, 30, 1)), noise));
        MultibandPhase.Result result = MultibandPhase.channels(Recording.of(Signals.RATE, first[0], second[0]));
        float[][] out = Measures.whole(result.sound());
        assertThat(out[0]).isEqualTo(first[0]);
        double[] before = phases(first[0], second[0]);
        double[] after = phases(first[0], out[1]);
        assertThat(mean(before)).isGreaterThan(40);
        assertThat(mean(after)).as("mean phase").isLessThan(2);
        assertThat(after[after.length * 9 / 10]).as("90 %").isLessThan(6);
        double[] had = Measures.thirds(second, 0, out[1].length, Signals.RATE, POINTS);
        double[] has = Measures.thirds(new float[][] {out[1]}, 0, out[1].length, Signals.RATE, POINTS);
        assertThat(Measures.error(had, has, 3, 29)[1]).as("magnitudes").isLessThan(0.1);
        assertThat(recovered(first[0], second[0], out[1])).isGreaterThan(0.99);
        assertThat(preEcho(first[0], out[1])).isLessThan(Math.max(preEcho(first[0], second[0]), preEcho(first[0], first[0])) + 0.5);
    }

    @Test
    @DisplayName("aligns a track to another one")
    void tracks() throws IOException {
        float[][] first = mono(Signals.music(Signals.Kind.BAND, 8, 20));
        float[][] second = faulty(first, new Random(8));
        Recording track = Recording.of(Signals.RATE, second[0], second[0]);
        float[][] out = Measures.whole(MultibandPhase.to(track, Recording.of(Signals.RATE, first)).sound());
        assertThat(out).hasDimensions(2, first[0].length);
        assertThat(mean(phases(first[0], out[1]))).isLessThan(2);
    }

    @Test
    @DisplayName("leaves tracks that have nothing in common as they are, to the bit")
    void incoherent() throws IOException {
        for (int seed = 1; seed <= Signals.seeds(4); seed++) {
            for (Signals.Kind kind : new Signals.Kind[] {Signals.Kind.BAND, Signals.Kind.AIR}) {
                float[][] sound = {mono(Signals.music(kind, seed, 20))[0], mono(Signals.music(kind, seed + 40, 20))[0]};
                assertThat(Measures.whole(MultibandPhase.channels(Recording.of(Signals.RATE, sound)).sound())).isDeepEqualTo(sound);
            }
            float[][] noise = Signals.pinkNoise(seed, 20, 0.5);
            assertThat(Measures.whole(MultibandPhase.channels(Recording.of(Signals.RATE, noise)).sound())).isDeepEqualTo(noise);
        }
    }

    @Test
    @DisplayName("asks for a reference where there is one channel")
    void oneChannel() {
        assertThatThrownBy(() -> MultibandPhase.channels(Recording.of(Signals.RATE, new float[1000])))
                .hasMessageContaining("name a reference");
    }

    @Test
    @DisplayName("aligns a group to its first track, and leaves a track of something else as it is")
    void group() throws IOException {
        float[][] first = mono(Signals.music(Signals.Kind.BAND, 5, 20));
        float[][] second = faulty(first, new Random(5));
        float[][] third = faulty(first, new Random(6));
        float[][] other = mono(Signals.music(Signals.Kind.AIR, 45, 20));
        List<Recording> tracks = new ArrayList<>();
        for (float[][] each : new float[][][] {first, second, third, other}) {
            tracks.add(Recording.of(Signals.RATE, each));
        }
        List<MultibandPhase.Result> results = PhaseGroup.align(tracks, List.of());
        assertThat(Measures.whole(results.get(0).sound())[0]).isEqualTo(first[0]);
        assertThat(Measures.whole(results.get(3).sound())[0]).isEqualTo(other[0]);
        float[][] a = Measures.whole(results.get(1).sound());
        float[][] b = Measures.whole(results.get(2).sound());
        assertThat(mean(phases(first[0], a[0]))).isLessThan(2);
        assertThat(mean(phases(first[0], b[0]))).isLessThan(2);
        assertThat(mean(phases(a[0], b[0]))).isLessThan(3);
    }

    @Test
    @DisplayName("repairs chosen bands only, and leaves phases elsewhere as they were")
    void chosen() throws IOException {
        float[][] first = mono(Signals.music(Signals.Kind.AIR, 9, 20));
        float[][] second = Signals.allpass(Signals.allpass(first, 300, 0.7, Signals.RATE), 4000, 0.7, Signals.RATE);
        Recording both = Recording.of(Signals.RATE, first[0], second[0]);
        float[][] out = Measures.whole(MultibandPhase.channels(both, List.of(new FrequencyBand(150, 700))).sound());
        double[][] before = cross(first[0], second[0]);
        double[][] after = cross(first[0], out[1]);
        assertThat(angle(after, 300)).isLessThan(3);
        assertThat(angle(before, 300)).isGreaterThan(90);
        assertThat(Math.abs(angle(after, 4000) - angle(before, 4000))).isLessThan(3);
    }

    @Test
    @DisplayName("tells phase, coherence and what the sum would gain, as it then does")
    void analysis() throws IOException {
        float[][] first = mono(Signals.music(Signals.Kind.BAND, 12, 20));
        float[][] second = Signals.gain(Signals.allpass(first, 1000, 0.7, Signals.RATE), 0.9);
        Recording both = Recording.of(Signals.RATE, first[0], second[0]);
        PhaseAnalysis analysis = MultibandPhase.analyse(both);
        float[][] out = Measures.whole(MultibandPhase.channels(both).sound());
        double[] had = Measures.thirds(Signals.sum(first, second), 0, first[0].length, Signals.RATE, POINTS);
        double[] has = Measures.thirds(Signals.sum(first, new float[][] {out[1]}), 0, first[0].length, Signals.RATE, POINTS);
        assertThat(analysis.repairable()).isTrue();
        assertThat(analysis.coherence()).isGreaterThan(0.9);
        for (int band = 10; band < 22; band++) {
            int at = (int) Math.round(12 * Math.log(1000 * Math.pow(2, (band - 16) / 3.0) / 20) / Math.log(2));
            double predicted = (analysis.sumGainDb()[at - 1] + analysis.sumGainDb()[at] + analysis.sumGainDb()[at + 1]) / 3;
            assertThat(predicted).as("%.0f Hz", analysis.hertz()[at]).isCloseTo(has[band] - had[band], within(Math.max(1.5, 0.3 * (has[band] - had[band]))));
        }
    }

    /** The phase between two at a frequency in degrees, its magnitude, over a twelfth of an octave. */
    private static double angle(double[][] cross, double hertz) {
        double re = 0;
        double im = 0;
        for (int k = (int) (hertz * 0.97 / Signals.RATE * POINTS); k <= hertz * 1.03 / Signals.RATE * POINTS; k++) {
            re += cross[0][k];
            im += cross[1][k];
        }
        return Math.toDegrees(Math.abs(Math.atan2(im, re)));
    }

    /** Later by up to 2 ms, one of three bands turned over, the bands at different times, three allpasses. */
    static float[][] faulty(float[][] sound, Random random) {
        float[][] late = late(sound, 10 + random.nextInt(60));
        double edge = 200 + random.nextInt(300);
        double upper = 1500 + random.nextInt(2500);
        float[][] low = split(late, edge, false);
        float[][] high = split(late, upper, true);
        float[][] middle = split(split(late, edge, true), upper, false);
        int turned = random.nextInt(3);
        low = late(turned == 0 ? Signals.gain(low, -1) : low, random.nextInt(40));
        middle = turned == 1 ? Signals.gain(middle, -1) : middle;
        high = late(turned == 2 ? Signals.gain(high, -1) : high, random.nextInt(6));
        float[][] sum = Signals.sum(Signals.sum(low, middle), high);
        for (int i = 0; i < 3; i++) {
            sum = Signals.allpass(sum, 100 * Math.pow(2, random.nextDouble() * 6), 0.5 + 1.5 * random.nextDouble(), Signals.RATE);
        }
        return sum;
    }

    static float[][] mono(float[][] sound) {
        float[] mono = new float[sound[0].length];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = 0.5f * (sound[0][i] + sound[1][i]);
        }
        return new float[][] {mono};
    }

    private static float[][] late(float[][] sound, int frames) {
        float[] out = new float[sound[0].length];
        System.arraycopy(sound[0], 0, out, frames, out.length - frames);
        return new float[][] {out};
    }

    /** One side of a crossover of Linkwitz and Riley. */
    private static float[][] split(float[][] sound, double hertz, boolean high) {
        double w = 2 * Math.PI * hertz / Signals.RATE;
        double alpha = Math.sin(w) / Math.sqrt(2);
        double c = Math.cos(w);
        double a0 = 1 + alpha;
        double b = (high ? 1 + c : 1 - c) / 2 / a0;
        float[][] once = Signals.biquad(sound, b, high ? -2 * b : 2 * b, b, -2 * c / a0, (1 - alpha) / a0);
        return Signals.biquad(once, b, high ? -2 * b : 2 * b, b, -2 * c / a0, (1 - alpha) / a0);
    }

    /** Magnitudes of the phase between two in degrees, of a twelfth of an octave each from 60 Hz to 15 kHz, sorted. */
    static double[] phases(float[] one, float[] other) {
        double[][] cross = cross(one, other);
        double[] phases = new double[96];
        for (int i = 0; i < phases.length; i++) {
            int from = (int) Math.round(60 * Math.pow(2, (i - 0.5) / 12) / Signals.RATE * POINTS);
            int to = Math.max(from + 1, (int) Math.round(60 * Math.pow(2, (i + 0.5) / 12) / Signals.RATE * POINTS));
            double re = 0;
            double im = 0;
            for (int k = from; k < to; k++) {
                re += cross[0][k];
                im += cross[1][k];
            }
            phases[i] = Math.toDegrees(Math.abs(Math.atan2(im, re)));
        }
        Arrays.sort(phases);
        return phases;
    }

    private static double[][] cross(float[] one, float[] other) {
        double[][] cross = new double[2][POINTS / 2];
        double[] re = new double[POINTS];
        double[] im = new double[POINTS];
        for (int at = 0; at + POINTS <= one.length; at += POINTS / 2) {
            for (int i = 0; i < POINTS; i++) {
                double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / POINTS);
                re[i] = one[at + i] * window;
                im[i] = other[at + i] * window;
            }
            Measures.transform(re, im);
            for (int k = 1; k < POINTS / 2; k++) {
                double xr = re[k] + re[POINTS - k];
                double xi = im[k] - im[POINTS - k];
                double yr = im[k] + im[POINTS - k];
                double yi = re[POINTS - k] - re[k];
                cross[0][k] += xr * yr + xi * yi;
                cross[1][k] += xi * yr - xr * yi;
            }
        }
        return cross;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** The power of the sum of both against that of a sum in which every frequency is in phase. */
    static double recovered(float[] first, float[] second, float[] aligned) {
        double[] one = Measures.power(first, 0, first.length, POINTS);
        double[] other = Measures.power(second, 0, second.length, POINTS);
        float[] sum = new float[first.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = first[i] + aligned[i];
        }
        double[] both = Measures.power(sum, 0, sum.length, POINTS);
        double[][] cross = cross(first, second);
        double[] self = cross(first, first)[0];
        double is = 0;
        double best = 0;
        for (int k = 10; k < 2800; k++) {
            is += both[k];
            best += one[k] + other[k] + 2 * Math.hypot(cross[0][k], cross[1][k]) / self[k] * one[k];
        }
        return is / best;
    }

    /** Energy in the 18 ms before the attacks of a reference against that of the 20 ms behind, in dB. */
    static double preEcho(float[] reference, float[] sound) {
        int hop = Signals.RATE / 100;
        double[] energy = new double[reference.length / hop];
        double loudest = 0;
        for (int i = 0; i < energy.length; i++) {
            for (int j = 0; j < hop; j++) {
                energy[i] += reference[i * hop + j] * (double) reference[i * hop + j];
            }
            loudest = Math.max(loudest, energy[i]);
        }
        double before = 1e-12;
        double behind = 1e-12;
        for (int i = 3; i < energy.length - 3; i++) {
            if (energy[i] > 8 * energy[i - 1] && energy[i] > 1e-3 * loudest) {
                for (int j = (i - 2) * hop; j < i * hop - hop / 5; j++) {
                    before += sound[j] * (double) sound[j];
                }
                for (int j = i * hop; j < (i + 2) * hop; j++) {
                    behind += sound[j] * (double) sound[j];
                }
            }
        }
        return 10 * Math.log10(before / behind);
    }
}
