package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.tutti.mastering.xspecmatch.XSpecMatch;

@DisplayName("XSpecMatch")
class XSpecMatchTest {

    private static final int POINTS = 8192;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"BAND,1", "STRINGS,2", "AIR,1", "AIR,2", "PIANO,1"})
    @DisplayName("follows an equalisation that moves: 1 dB in the mean, 1.8 dB for 95 % of third octaves of a second, 0.4 dB in all")
    void moving(Signals.Kind kind, int seed) throws IOException {
        float[][] sound = Signals.music(kind, seed, 30);
        float[][] reference = moved(sound);
        float[][] out = Measures.whole(XSpecMatch.match(Recording.of(Signals.RATE, sound), Recording.of(Signals.RATE, reference),
                XSpecMatch.Settings.USUAL));
        check(sound, reference, out, 1, 1.8, 0.4, 0.8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1", "2", "3"})
    @DisplayName("follows other noise that swells and fades in its bands")
    void other(int seed) throws IOException {
        float[][] sound = Signals.music(Signals.Kind.AIR, seed, 30);
        float[][] reference = Signals.gain(Signals.music(Signals.Kind.AIR, seed + 10, 30), 0.8);
        float[][] out = Measures.whole(XSpecMatch.match(Recording.of(Signals.RATE, sound), Recording.of(Signals.RATE, reference),
                XSpecMatch.Settings.USUAL));
        check(sound, reference, out, 1, 3, 0.4, 0.5); // other notes: what isn't there can't be brought out
    }

    @Test
    @DisplayName("of no amount gives the sound back; of a reference that ends, keeps the last gains")
    void nothing() throws IOException {
        float[][] sound = Signals.music(Signals.Kind.BAND, 3, 6);
        float[][] shorter = Signals.music(Signals.Kind.BAND, 4, 2);
        Recording recording = Recording.of(Signals.RATE, sound);
        Recording reference = Recording.of(Signals.RATE, shorter);
        assertThat(Measures.nullDepth(Measures.whole(XSpecMatch.match(recording, reference, new XSpecMatch.Settings(0, 0.25, 30))),
                sound)).isLessThan(-60);
        float[][] out = Measures.whole(XSpecMatch.match(recording, reference, XSpecMatch.Settings.USUAL));
        assertThat(out).hasDimensions(2, sound[0].length);
    }

    @Test
    @DisplayName("frozen, keeps the curve of a moment; smoothed, draws it wider; by middle and sides, brings the width along")
    void frozenSmoothedWide() throws IOException {
        float[][] sound = Signals.music(Signals.Kind.AIR, 7, 12);
        Recording recording = Recording.of(Signals.RATE, sound);
        float[][] narrow = new float[2][sound[0].length];
        for (int i = 0; i < narrow[0].length; i++) {
            float middle = 0.5f * (sound[0][i] + sound[1][i]);
            narrow[0][i] = middle + 0.1f * (sound[0][i] - sound[1][i]);
            narrow[1][i] = middle - 0.1f * (sound[0][i] - sound[1][i]);
        }
        float[][] linked = Measures.whole(XSpecMatch.match(recording, Recording.of(Signals.RATE, narrow), XSpecMatch.Settings.USUAL));
        float[][] wide = Measures.whole(XSpecMatch.match(recording, Recording.of(Signals.RATE, narrow),
                new XSpecMatch.Settings(1, 0.25, 30, 1 / 3.0, true, Double.POSITIVE_INFINITY)));
        double[] wanted = Measures.thirds(narrow, -1, Signals.RATE, POINTS);
        assertThat(Measures.error(Measures.thirds(linked, -1, Signals.RATE, POINTS), wanted, 5, 28)[0]).isGreaterThan(5);
        assertThat(Measures.error(Measures.thirds(wide, -1, Signals.RATE, POINTS), wanted, 5, 28)[0]).isLessThan(0.5);

        float[][] moved = moved(sound);
        Recording reference = Recording.of(Signals.RATE, moved);
        float[][] frozen = Measures.whole(XSpecMatch.match(recording, reference, new XSpecMatch.Settings(1, 0.25, 30, 1 / 3.0, false, 2)));
        double[] gainAtFour = gain(sound, frozen, 4);
        double[] gainAtSeven = gain(sound, frozen, 7);
        // within a band the sound itself moves, so the level that a curve gives it does a little
        assertThat(Measures.error(gainAtFour, gainAtSeven, 8, 27)[0]).isLessThan(0.4);
        float[][] going = Measures.whole(XSpecMatch.match(recording, reference, XSpecMatch.Settings.USUAL));
        assertThat(Measures.error(gain(sound, going, 4), gain(sound, going, 7), 8, 27)[0]).isGreaterThan(1);

        float[][] bell = Signals.peak(sound, 1000, 12, 3, Signals.RATE);
        float[][] sharp = Measures.whole(XSpecMatch.match(recording, Recording.of(Signals.RATE, bell), XSpecMatch.Settings.USUAL));
        float[][] smooth = Measures.whole(XSpecMatch.match(recording, Recording.of(Signals.RATE, bell),
                new XSpecMatch.Settings(1, 0.25, 30, 2, false, Double.POSITIVE_INFINITY)));
        assertThat(gain(sound, smooth, 5)[16]).isLessThan(0.6 * gain(sound, sharp, 5)[16]);
        assertThat(gain(sound, smooth, 5)[19]).isGreaterThan(gain(sound, sharp, 5)[19] + 0.5);
    }

    /** What became louder in the two seconds from some second, by third octaves in dB. */
    private static double[] gain(float[][] before, float[][] after, int second) {
        double[] had = Measures.thirds(before, second * Signals.RATE, (second + 2) * Signals.RATE, Signals.RATE, POINTS);
        double[] has = Measures.thirds(after, second * Signals.RATE, (second + 2) * Signals.RATE, Signals.RATE, POINTS);
        for (int band = 0; band < has.length; band++) {
            has[band] -= had[band];
        }
        return has;
    }

    /** The same music through two equalisers between which one goes to and fro every five seconds. */
    static float[][] moved(float[][] sound) {
        float[][] one = Signals.peak(Signals.peak(sound, 300, 9, 0.8, Signals.RATE), 5000, -9, 0.8, Signals.RATE);
        float[][] other = Signals.peak(Signals.peak(sound, 1200, -10, 0.8, Signals.RATE), 8000, 9, 0.8, Signals.RATE);
        float[][] moved = new float[2][sound[0].length];
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < moved[c].length; i++) {
                double part = 0.5 + 0.5 * Math.sin(2 * Math.PI * i / Signals.RATE / 5);
                moved[c][i] = (float) (part * one[c][i] + (1 - part) * other[c][i]);
            }
        }
        return moved;
    }

    private static void check(float[][] sound, float[][] reference, float[][] out, double mean, double most, double whole, double coherence) {
        assertThat(out[0]).hasSameSizeAs(sound[0]);
        List<Double> before = errors(sound, reference);
        List<Double> errors = errors(out, reference);
        double average = errors.stream().mapToDouble(each -> each).average().orElseThrow();
        assertThat(average).isLessThan(before.stream().mapToDouble(each -> each).average().orElseThrow());
        assertThat(average).as("mean").isLessThan(mean);
        assertThat(errors.get(errors.size() * 95 / 100)).as("95 %").isLessThan(most);
        assertThat(Measures.error(Measures.thirds(out, 0, out[0].length, Signals.RATE, POINTS),
                Measures.thirds(reference, 0, out[0].length, Signals.RATE, POINTS), 3, 29)[0]).as("the whole").isLessThan(whole);
        assertThat(coherence(sound[0], out[0])).as("coherence").isGreaterThan(coherence);
    }

    /** Errors of third octaves in windows of a second, down to 60 dB under the loudest, sorted. */
    private static List<Double> errors(float[][] sound, float[][] reference) {
        List<Double> errors = new ArrayList<>();
        for (int at = 0; at + Signals.RATE <= sound[0].length; at += Signals.RATE) {
            double[] is = Measures.thirds(sound, at, at + Signals.RATE, Signals.RATE, POINTS);
            double[] shall = Measures.thirds(reference, at, at + Signals.RATE, Signals.RATE, POINTS);
            double loudest = Arrays.stream(shall).max().orElseThrow();
            for (int band = 3; band < 29; band++) {
                if (shall[band] > loudest - 60) {
                    errors.add(Math.abs(is[band] - shall[band]));
                }
            }
        }
        Collections.sort(errors);
        return errors;
    }

    private static double coherence(float[] one, float[] other) {
        int points = 4096;
        double[][] sums = new double[4][points / 2];
        double[] re = new double[points];
        double[] im = new double[points];
        for (int at = 0; at + points <= one.length; at += points / 2) {
            for (int i = 0; i < points; i++) {
                double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / points);
                re[i] = one[at + i] * window;
                im[i] = other[at + i] * window;
            }
            Measures.transform(re, im);
            for (int k = 1; k < points / 2; k++) {
                double xr = re[k] + re[points - k];
                double xi = im[k] - im[points - k];
                double yr = im[k] + im[points - k];
                double yi = re[points - k] - re[k];
                sums[0][k] += xr * yr + xi * yi;
                sums[1][k] += xi * yr - xr * yi;
                sums[2][k] += xr * xr + xi * xi;
                sums[3][k] += yr * yr + yi * yi;
            }
        }
        double sum = 0;
        for (int k = 3; k < 1500; k++) {
            sum += (sums[0][k] * sums[0][k] + sums[1][k] * sums[1][k]) / (sums[2][k] * sums[3][k] + 1e-30) / 1497;
        }
        return sum;
    }
}
