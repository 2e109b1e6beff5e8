package studio.tutti.mastering.resonanceeq;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.tone.Emphasis;
import studio.tutti.core.tone.Fleeting;
import studio.tutti.core.tone.FleetingFinder;
import studio.tutti.core.tone.GivenGains;
import studio.tutti.core.tone.Persistence;
import studio.tutti.core.tone.Resonance;
import studio.tutti.core.tone.ResonanceFinder;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.Filtered;
import studio.tutti.mastering.spectrum.FramePowers;
import studio.tutti.mastering.spectrum.Frames;
import studio.tutti.mastering.spectrum.Kernel;
import studio.tutti.mastering.spectrum.RealFft;

/**
 * One amount: below 0 resonances are taken away, at −1 wholly, those that last by a filter, those that come and go frame by frame; above 0 what stands out,
 * partials and resonances, is brought out; at 0 nothing changes. Where no resonance is found, the recording comes back as it is, to the bit.
 */
public final class ResonanceEq {

    private static final double RESOLUTION = 1.4;

    /** Resolution of the frames in which what is fleeting is judged, and in which is emphasised, in Hz. */
    private static final double FRAME = 11;

    private ResonanceEq() {}

    /**
     * How to soothe or emphasise.
     *
     * @param amount −1 … 1
     * @param range most that is turned down or up at a frequency, in dB, above 0
     * @param sharpness 0 … 1: how narrow cuts are; at ½ as what was found, at 0 twice as wide, at 1 half as wide
     * @param speed seconds in which what is fleeting is faded out and in, 0.01 … 1
     * @param weights how much of the amount each frequency gets, 0 … 1; null for all of it everywhere
     */
    public record Settings(double amount, double range, double sharpness, double speed, @Nullable GivenGains weights) {

        /** @throws IllegalArgumentException if something lies outside its range */
        public Settings {
            if (!(amount >= -1 && amount <= 1)) {
                throw new IllegalArgumentException("The amount lies between -1 and 1.");
            }
            if (!(range > 0 && range <= 60 && sharpness >= 0 && sharpness <= 1 && speed >= 0.01 && speed <= 1)) {
                throw new IllegalArgumentException("The range lies above 0 up to 60 dB, the sharpness between 0 and 1, the speed between 0.01 and 1 s.");
            }
        }

        /** The amount alone. */
        public static Settings of(double amount) {
            return new Settings(amount, 30, 0.5, 0.05, null);
        }

        double weight(double hertz) {
            return weights == null ? 1 : Math.clamp(weights.at(hertz), 0, 1);
        }

        /** What a cut's Q is multiplied by. */
        double narrowing() {
            return Math.pow(4, sharpness - 0.5);
        }
    }

    /**
     * What came of it.
     *
     * @param sound the result
     * @param resonances what was found that lasts, empty where something was to be emphasised
     * @param fleeting what was found that comes and goes, in frames of {@code frameSeconds}
     * @param frameSeconds from frame to frame
     */
    public record Result(Recording sound, List<Resonance> resonances, List<Fleeting> fleeting, double frameSeconds) {

        /** Whether nothing was to be done, and nothing is. */
        public boolean untouched() {
            return resonances.isEmpty() && fleeting.isEmpty();
        }
    }

    /**
     * Soothes or emphasises.
     *
     * @param amount −1 … 1
     */
    public static Result apply(Recording in, double amount) throws IOException {
        return apply(in, Settings.of(amount));
    }

    /** Soothes or emphasises. The recording is listened to before this returns; what comes out is made while it is played. */
    public static Result apply(Recording in, Settings settings) throws IOException {
        int size = RealFft.points(in.rate(), FRAME);
        double seconds = size / 4.0 / in.rate();
        if (settings.amount == 0) {
            return new Result(in, List.of(), List.of(), seconds);
        }
        if (settings.amount > 0) {
            return new Result(emphasised(in, settings, size), List.of(), List.of(), seconds);
        }
        List<Resonance> lasting = lasting(in);
        List<Fleeting> fleeting = fleeting(in, size);
        Recording out = lasting.isEmpty() ? in : filtered(in, lasting, settings);
        if (!fleeting.isEmpty()) {
            Recording before = out;
            Passing passing = new Passing(fleeting, settings, size, in.rate());
            out = Recording.of(in.rate(), in.channels(), () -> new Frames(before.play(), size, passing.change()));
        }
        return new Result(out, lasting, fleeting, seconds);
    }

    private static List<Resonance> lasting(Recording in) throws IOException {
        int size = RealFft.points(in.rate(), RESOLUTION);
        return new ResonanceFinder((double) in.rate() / size, size / 2 + 1).find(heard(in, size));
    }

    private static List<Fleeting> fleeting(Recording in, int size) throws IOException {
        FleetingFinder finder = new FleetingFinder((double) in.rate() / size, size / 2, size / 4.0 / in.rate());
        try (AudioSource source = in.play()) {
            FramePowers powers = new FramePowers(source, size, false);
            double[][] now;
            while ((now = powers.next()) != null) {
                finder.hear(now[0]);
            }
        }
        return finder.find();
    }

    private static Recording filtered(Recording in, List<Resonance> found, Settings settings) {
        int size = RealFft.points(in.rate(), RESOLUTION);
        double step = (double) in.rate() / size;
        double[] gains = new double[size / 2 + 1];
        for (int k = 0; k < gains.length; k++) {
            double hertz = Math.max(1, k * step);
            double sum = 0;
            for (Resonance each : found) {
                sum += new Resonance(each.hertz(), each.decibels(), each.quality() * settings.narrowing()).at(hertz);
            }
            gains[k] = Math.pow(10, settings.amount * settings.weight(hertz) * Math.min(settings.range, sum) / 20);
        }
        Kernel kernel = Kernel.minimum(gains);
        return Recording.of(in.rate(), in.channels(), () -> new Filtered(in.play(), false, kernel));
    }

    private static Persistence heard(Recording in, int size) throws IOException {
        Persistence persistence = new Persistence(size / 2 + 1);
        RealFft fft = new RealFft(size);
        double[] window = RealFft.hann(size);
        double[] work = new double[size];
        double[] power = new double[size / 2 + 1];
        try (AudioSource source = in.play()) {
            float[][] block = new float[source.channels()][size];
            int held = 0;
            int some;
            while ((some = source.read(block, held, size - held)) > 0) {
                held += some;
                if (held < size) {
                    continue;
                }
                Arrays.fill(power, 0);
                for (float[] channel : block) {
                    for (int i = 0; i < size; i++) {
                        work[i] = channel[i] * window[i];
                    }
                    fft.forward(work);
                    for (int k = 1; k < size / 2; k++) {
                        power[k] += (work[2 * k] * work[2 * k] + work[2 * k + 1] * work[2 * k + 1]) / ((double) size * size);
                    }
                    System.arraycopy(channel, size / 2, channel, 0, size / 2);
                }
                persistence.hear(power);
                held = size / 2;
            }
        }
        return persistence;
    }

    private static Recording emphasised(Recording in, Settings settings, int size) {
        double most = Math.pow(10, settings.range / 20);
        double[] weights = new double[size / 2];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = settings.weight(Math.max(1, (double) k * in.rate() / size));
        }
        return Recording.of(in.rate(), in.channels(), () -> {
            Emphasis emphasis = new Emphasis(size / 2, settings.amount, size / 4.0 / in.rate());
            double[] power = new double[size / 2];
            return new Frames(in.play(), size, (spectra, frame) -> {
                Arrays.fill(power, 0);
                for (double[] spectrum : spectra) {
                    for (int k = 1; k < size / 2; k++) {
                        power[k] += spectrum[2 * k] * spectrum[2 * k] + spectrum[2 * k + 1] * spectrum[2 * k + 1];
                    }
                }
                double[] gains = emphasis.gains(power);
                for (double[] spectrum : spectra) {
                    for (int k = 1; k < size / 2; k++) {
                        double gain = Math.clamp(weights[k] == 1 ? gains[k] : Math.pow(gains[k], weights[k]), 1 / most, most);
                        spectrum[2 * k] *= gain;
                        spectrum[2 * k + 1] *= gain;
                    }
                }
            });
        });
    }
}
