package studio.tutti.cli.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.Loudness;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.TruePeakLimiter;
import studio.tutti.mastering.multibandphase.MultibandPhase;
import studio.tutti.mastering.profileeq.GraphicEq;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.resonanceeq.ResonanceEq;
import studio.tutti.mastering.spectrum.Frames;
import studio.tutti.mastering.spectrum.Welch;
import studio.tutti.mastering.xspecmatch.XSpecMatch;

/**
 * What the tools make of sounds to which something known was done: bells, resonances, delays and allpasses, an equaliser that moves. Figures of all sounds
 * that were given, by the names of their gates.
 */
final class PlantedFigures {

    private static final int POINTS = 16_384;
    private static final int WINDOW = 8192;

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    /** Measures with a mix. */
    void hear(Recording in, int number) throws IOException {
        float[][] sound = Planting.whole(in);
        Random random = new Random(number);
        bells(sound, in.rate(), random);
        resonances(sound, in.rate(), random);
        phases(Planting.mono(sound), in.rate(), random);
        moving(sound, in.rate());
        limited(sound, in.rate());
        add("stft_identity_db", Planting.nullDepth(Planting.whole(Recording.of(in.rate(), sound.length,
                () -> new Frames(Recording.of(in.rate(), sound).play(), 4096, (spectra, frame) -> { }))), sound));
    }

    /** Measures without any. */
    void pink() throws IOException {
        for (int seed = 1; seed <= 4; seed++) {
            float[][] noise = Planting.pink(44_100, 20, seed);
            Recording recording = Recording.of(44_100, noise);
            double[] before = thirds(noise, 44_100);
            add("resonance_pink_db", most(before, thirds(Planting.whole(ResonanceEq.apply(recording, -1).sound()), 44_100)));
            graphic(new Random(seed));
            emphasis(noise, 120 + 47 * seed);
        }
    }

    private void bells(float[][] sound, int rate, Random random) throws IOException {
        float[][] reference = sound;
        for (int i = 0; i < 5; i++) {
            reference = Planting.peak(reference, rate, 60 * Math.pow(2, random.nextDouble() * 7.5), random.nextDouble() * 24 - 12, 0.7 + random.nextDouble());
        }
        float[][] out = Planting.whole(ProfileEq.match(Recording.of(rate, sound), Recording.of(rate, reference), ProfileEq.Settings.USUAL).sound());
        double[] wanted = thirds(reference, rate);
        add("profile_bells_mean_db", mean(thirds(out, rate), wanted));
        add("profile_bells_max_db", most(thirds(out, rate), wanted));
    }

    private void graphic(Random random) throws IOException {
        double[] hertz = new double[31];
        double[] gains = new double[31];
        for (int i = 0; i < 31; i++) {
            hertz[i] = ThirdOctaves.centre(i);
            gains[i] = random.nextDouble() * 20 - 10;
        }
        float[][] impulse = new float[1][1 << 17];
        impulse[0][1 << 16] = 1;
        float[][] out = Planting.whole(GraphicEq.apply(Recording.of(44_100, impulse), hertz, gains, false));
        double sum = 0;
        double most = 0;
        for (int i = 0; i < 30; i++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < out[0].length; n++) {
                double angle = 2 * Math.PI * hertz[i] * (n - (1 << 16)) / 44_100;
                re += out[0][n] * Math.cos(angle);
                im += out[0][n] * Math.sin(angle);
            }
            double error = Math.abs(20 * Math.log10(Math.hypot(re, im)) - gains[i]);
            sum += error / 30;
            most = Math.max(most, error);
        }
        add("graphic_mean_db", sum);
        add("graphic_max_db", most);
    }

    private void resonances(float[][] sound, int rate, Random random) throws IOException {
        double[] hertz = new double[3];
        double[] quality = new double[3];
        float[][] planted = sound;
        for (int i = 0; i < 3; i++) {
            hertz[i] = 250 * Math.pow(2, (i + random.nextDouble() * 0.8) * 5.0 / 3);
            quality[i] = 14 + 8 * random.nextDouble();
            planted = Planting.peak(planted, rate, hertz[i], 13 + 2 * random.nextDouble(), quality[i]);
        }
        // a mix may have resonances of its own: what the tool does with it as it is, is what it is compared with
        ResonanceEq.Result own = ResonanceEq.apply(Recording.of(rate, sound), -1);
        double[] was = power(Planting.whole(own.sound()), rate);
        double[] had = power(planted, rate);
        double[] has = power(Planting.whole(ResonanceEq.apply(Recording.of(rate, planted), -1).sound()), rate);
        double step = (double) rate / POINTS;
        for (int i = 0; i < 3; i++) {
            double all = 0;
            double left = 0;
            for (int k = (int) (hertz[i] * (1 - 0.5 / quality[i]) / step); k <= hertz[i] * (1 + 0.5 / quality[i]) / step; k++) {
                all += Math.abs(10 * Math.log10(had[k] / was[k]));
                left += Math.abs(10 * Math.log10(has[k] / was[k]));
            }
            add("resonance_share", 1 - left / all);
        }
        double sum = 0;
        int count = 0;
        for (int k = (int) (60 / step); k < 16_000 / step; k++) {
            double place = k * step;
            if (Arrays.stream(hertz).noneMatch(one -> Math.abs(Math.log(place / one)) < 0.23)) {
                sum += Math.abs(10 * Math.log10(has[k] / was[k]));
                count++;
            }
        }
        add("resonance_collateral_db", sum / count);
        add("resonance_found_in_mix", own.resonances().size() + own.fleeting().size());
    }

    private void emphasis(float[][] noise, double tone) throws IOException {
        float[][] sound = new float[2][noise[0].length];
        for (int i = 0; i < sound[0].length; i++) {
            double value = 0;
            for (int n = 1; n <= 15; n++) {
                value += 0.01 / Math.sqrt(n) * Math.sin(2 * Math.PI * n * tone * i / 44_100 + n * n);
            }
            sound[0][i] = (float) (noise[0][i] + value);
            sound[1][i] = (float) (noise[1][i] + value);
        }
        double[] had = power(sound, 44_100);
        double[] has = power(Planting.whole(ResonanceEq.apply(Recording.of(44_100, sound), 1).sound()), 44_100);
        double gain = 0;
        for (int n = 1; n <= 15; n++) {
            int on = (int) Math.round(tone * n / 44_100 * POINTS);
            int between = (int) Math.round(tone * (n + 0.5) / 44_100 * POINTS);
            gain += 10 * Math.log10(sum(has, on, 2) / sum(has, between, 6) / (sum(had, on, 2) / sum(had, between, 6))) / 15;
        }
        add("emphasis_db", gain);
    }

    private static double sum(double[] power, int about, int either) {
        double sum = 0;
        for (int k = about - either; k <= about + either; k++) {
            sum += power[k];
        }
        return sum;
    }

    private void phases(float[] first, int rate, Random random) throws IOException {
        float[][] second = {Planting.late(first, 10 + random.nextInt(60))};
        for (int i = 0; i < 3; i++) {
            second = Planting.allpass(second, rate, 100 * Math.pow(2, random.nextDouble() * 6), 0.5 + 1.5 * random.nextDouble());
        }
        float[][] out = Planting.whole(MultibandPhase.channels(Recording.of(rate, first, second[0])).sound());
        Welch heard = Welch.of(Recording.of(rate, out), POINTS);
        List<Double> degrees = new ArrayList<>();
        double is = 0;
        double best = 0;
        for (int k = (int) (60.0 * POINTS / rate); k < 15_000.0 * POINTS / rate; k++) {
            degrees.add(Math.toDegrees(Math.abs(Math.atan2(heard.im()[k], heard.re()[k]))));
            double power = heard.left()[k] + heard.right()[k];
            is += power + 2 * heard.re()[k];
            best += power + 2 * Math.hypot(heard.re()[k], heard.im()[k]);
        }
        Collections.sort(degrees);
        add("phase_mean_degrees", degrees.stream().mapToDouble(each -> each).average().orElse(0));
        add("phase_p90_degrees", degrees.get(degrees.size() * 9 / 10));
        add("phase_sum_recovered", is / best);
    }

    private void moving(float[][] sound, int rate) throws IOException {
        float[][] one = Planting.peak(Planting.peak(sound, rate, 300, 9, 0.8), rate, 5000, -9, 0.8);
        float[][] other = Planting.peak(Planting.peak(sound, rate, 1200, -10, 0.8), rate, 8000, 9, 0.8);
        float[][] moved = new float[sound.length][sound[0].length];
        for (int c = 0; c < sound.length; c++) {
            for (int i = 0; i < moved[c].length; i++) {
                double part = 0.5 + 0.5 * Math.sin(2 * Math.PI * i / rate / 5);
                moved[c][i] = (float) (part * one[c][i] + (1 - part) * other[c][i]);
            }
        }
        float[][] out = Planting.whole(XSpecMatch.match(Recording.of(rate, sound), Recording.of(rate, moved), XSpecMatch.Settings.USUAL));
        List<Double> errors = new ArrayList<>();
        for (int at = 0; at + rate <= sound[0].length; at += rate) {
            double[] is = thirds(cut(out, at, at + rate), rate);
            double[] shall = thirds(cut(moved, at, at + rate), rate);
            double loudest = Arrays.stream(shall).max().orElse(0);
            for (int band = 0; band < is.length; band++) {
                if (shall[band] > loudest - 60) {
                    errors.add(Math.abs(is[band] - shall[band]));
                }
            }
        }
        Collections.sort(errors);
        add("xspecmatch_moving_mean_db", errors.stream().mapToDouble(each -> each).average().orElse(0));
        add("xspecmatch_moving_p95_db", errors.get(errors.size() * 95 / 100));
        add("xspecmatch_moving_long_db", mean(thirds(out, rate), thirds(moved, rate)));
        Welch both = Welch.of(Recording.of(rate, sound[0], out[0]), 4096);
        double sum = 0;
        int last = (int) (16_000.0 * 4096 / rate);
        for (int k = 3; k < last; k++) {
            sum += (both.re()[k] * both.re()[k] + both.im()[k] * both.im()[k]) / (both.left()[k] * both.right()[k] + 1e-30) / (last - 3);
        }
        add("xspecmatch_moving_coherence", sum);
    }

    private void limited(float[][] sound, int rate) throws IOException {
        Recording in = Recording.of(rate, sound);
        double gain = -11 - Loudness.of(in).integrated();
        Loudness after = Loudness.of(TruePeakLimiter.apply(in, gain, -1));
        add("limiter_true_peak_dbtp", after.truePeak());
        add("limiter_loss_lu", Math.max(0, -11 - after.integrated()));
    }

    private static float[][] cut(float[][] sound, int from, int to) {
        float[][] part = new float[sound.length][];
        for (int c = 0; c < part.length; c++) {
            part[c] = Arrays.copyOfRange(sound[c], from, to);
        }
        return part;
    }

    private static double[] power(float[][] sound, int rate) throws IOException {
        return Welch.of(Recording.of(rate, sound), POINTS).mean();
    }

    private static double[] thirds(float[][] sound, int rate) throws IOException {
        Welch heard = Welch.of(Recording.of(rate, sound), WINDOW);
        return Arrays.copyOfRange(ThirdOctaves.levels(heard.mean(), (double) rate / WINDOW), BandLevels.FIRST, BandLevels.END);
    }

    private static double mean(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]) / a.length;
        }
        return sum;
    }

    private static double most(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    private void add(String name, double value) {
        figures.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
    }

    /** The figures with their bounds: means, but where a bound is for each, the worst. */
    List<Gate> gates() {
        return List.of(mean("profile_bells_mean_db", 0, 0.25), worst("profile_bells_max_db", 0, 1),
                mean("graphic_mean_db", 0, 0.2), worst("graphic_max_db", 0, 0.5),
                mean("resonance_share", 0.85, 1), worst("resonance_collateral_db", 0, 0.3), mean("resonance_found_in_mix", 0, 1000),
                worst("resonance_pink_db", 0, 0.2), mean("emphasis_db", 6, 100),
                worst("phase_mean_degrees", 0, 2), worst("phase_p90_degrees", 0, 6), least("phase_sum_recovered", 0.99, 1),
                mean("xspecmatch_moving_mean_db", 0, 1), mean("xspecmatch_moving_p95_db", 0, 1.8), mean("xspecmatch_moving_long_db", 0, 0.4),
                mean("xspecmatch_moving_coherence", 0.8, 1), worst("limiter_true_peak_dbtp", -200, -0.95), worst("limiter_loss_lu", 0, 1.5),
                worst("stft_identity_db", -400, -120));
    }

    private Gate mean(String name, double low, double high) {
        return gate(name, all(name).stream().mapToDouble(each -> each).average().orElse(Double.NaN), low, high);
    }

    private Gate worst(String name, double low, double high) {
        return gate(name, all(name).stream().mapToDouble(each -> each).max().orElse(Double.NaN), low, high);
    }

    private Gate least(String name, double low, double high) {
        return gate(name, all(name).stream().mapToDouble(each -> each).min().orElse(Double.NaN), low, high);
    }

    private Gate gate(String name, double value, double low, double high) {
        return new Gate("tools_" + name, Math.rint(1000 * value) / 1000, low, high, null, all(name).size());
    }

    private List<Double> all(String name) {
        return figures.getOrDefault(name, List.of());
    }
}
