package studio.tutti.mastering.multibandphase;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.tone.OctaveMeans;
import studio.tutti.core.tone.PhaseCurve;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.Filtered;
import studio.tutti.mastering.spectrum.Kernel;
import studio.tutti.mastering.spectrum.Pair;
import studio.tutti.mastering.spectrum.RealFft;
import studio.tutti.mastering.spectrum.Welch;

/**
 * Brings a sound into phase with another of the same source: first the delay of the whole, then the turn of each frequency
 * ({@link PhaseCurve}), then, with the result, once more. Only phases change. Sounds that have nothing in common come back as they are, to the bit.
 */
public final class MultibandPhase {

    private static final double RESOLUTION = 2.7;

    /** Coherence below which two sounds have nothing in common. */
    public static final double INCOHERENT = 0.2;

    /** The longest delay that is looked for, in seconds. */
    private static final double LONGEST = 0.05;

    /** Octaves over which coherence is judged. */
    private static final double NARROW = 1 / 24.0;

    private static final int PASSES = 2;

    private MultibandPhase() {}

    /**
     * What came of it.
     *
     * @param sound the result
     * @param report what was found
     */
    public record Result(Recording sound, PhaseReport report) {}

    /** Aligns the second channel to the first. */
    public static Result channels(Recording in) throws IOException {
        return channels(in, List.of());
    }

    /**
     * Aligns the second channel to the first in some bands.
     *
     * @param bands where phases are repaired; everywhere if there are none
     */
    public static Result channels(Recording in, List<FrequencyBand> bands) throws IOException {
        checkStereo(in);
        Found found = find(channel(in, 0), channel(in, 1), bands);
        if (found.kernel == null) {
            return new Result(in, found.report);
        }
        Kernel kernel = found.kernel;
        Recording aligned = filtered(channel(in, 1), kernel);
        return new Result(Recording.of(in.rate(), 2, () -> new Pair(in.play(), aligned.play())), found.report);
    }

    /** Aligns a recording to another: all its channels by the same turn, found from the sums of the channels. */
    public static Result to(Recording in, Recording reference) throws IOException {
        return to(in, reference, List.of());
    }

    /** The same in some bands; everywhere if there are none. */
    public static Result to(Recording in, Recording reference, List<FrequencyBand> bands) throws IOException {
        checkRates(in, reference);
        Found found = find(mono(reference), mono(in), bands);
        if (found.kernel == null) {
            return new Result(in, found.report);
        }
        return new Result(filtered(in, found.kernel), found.report);
    }

    /** How the second channel lies to the first; nothing is changed. */
    public static PhaseAnalysis analyse(Recording in) throws IOException {
        checkStereo(in);
        return analysis(Heard.of(channel(in, 0), channel(in, 1)));
    }

    /** How a recording lies to another; nothing is changed. */
    public static PhaseAnalysis analyse(Recording in, Recording reference) throws IOException {
        checkRates(in, reference);
        return analysis(Heard.of(mono(reference), mono(in)));
    }

    /** A recording as it is, with how it lies to another. */
    static Result left(Recording in, Recording reference) throws IOException {
        Heard heard = Heard.of(mono(reference), mono(in));
        return new Result(in, PhaseReport.of(heard.asTheyAre, false, heard.coherence, (double) heard.delay / in.rate()));
    }

    private static PhaseAnalysis analysis(Heard heard) {
        return PhaseAnalysis.of(heard.asTheyAre, heard.near, heard.coherence, (double) heard.delay / heard.near.rate());
    }

    private static void checkStereo(Recording in) {
        if (in.channels() != 2) {
            throw new IllegalArgumentException("Two channels are aligned to one another, and this recording has one; name a reference.");
        }
    }

    private static void checkRates(Recording in, Recording reference) {
        if (in.rate() != reference.rate()) {
            throw new IllegalArgumentException("Both recordings need the same rate: " + in.rate() + " and " + reference.rate() + " Hz differ.");
        }
    }

    /**
     * What was heard of two.
     *
     * @param near without the delay of the whole: a first turn by it brings windows together, and coherence is judged behind it
     * @param delay of the second in frames
     */
    private record Heard(Welch asTheyAre, Welch near, int delay, double coherence) {

        static Heard of(Recording first, Recording second) throws IOException {
            int size = RealFft.points(first.rate(), RESOLUTION);
            Welch heard = Welch.ofPair(first, second, size);
            int delay = lateness(heard, (int) (LONGEST * first.rate()));
            Welch near = delay == 0 ? heard : Welch.ofPair(first, filtered(second, shift(delay)), size);
            return new Heard(heard, near, delay, coherenceOf(near));
        }
    }

    /** @param kernel null if nothing is to be done */
    private record Found(@Nullable Kernel kernel, PhaseReport report) {}

    private static Found find(Recording first, Recording second, List<FrequencyBand> bands) throws IOException {
        Heard heard = Heard.of(first, second);
        double delay = (double) heard.delay / first.rate();
        if (heard.coherence < INCOHERENT) {
            return new Found(null, PhaseReport.of(heard.asTheyAre, false, heard.coherence, delay));
        }
        Welch now = heard.near;
        double[][] turn = PhaseCurve.of(now.re(), now.im(), now.left(), now.right());
        Kernel kernel = kernel(turn, heard.delay);
        for (int pass = 1; pass < PASSES; pass++) {
            now = Welch.ofPair(first, filtered(second, kernel), now.size());
            double[][] more = PhaseCurve.of(now.re(), now.im(), now.left(), now.right());
            turn = product(turn, more);
            kernel = kernel(turn, heard.delay);
        }
        if (!bands.isEmpty()) {
            kernel = kernel(within(bands, turn, heard.delay, first.rate()), 0);
        }
        return new Found(kernel, PhaseReport.of(heard.asTheyAre, true, heard.coherence, delay));
    }

    /** A turn and a delay as one turn that is there in some bands only. */
    private static double[][] within(List<FrequencyBand> bands, double[][] turn, int delay, int rate) {
        int bins = turn[0].length;
        double[][] part = new double[2][bins];
        for (int k = 0; k < bins; k++) {
            double angle = Math.atan2(turn[1][k], turn[0][k]) + Math.PI * k * delay / (bins - 1);
            angle = Math.IEEEremainder(angle, 2 * Math.PI) * FrequencyBand.part(bands, 0.5 * k * rate / (bins - 1));
            part[0][k] = Math.cos(angle);
            part[1][k] = Math.sin(angle);
        }
        return part;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[2][a[0].length];
        for (int k = 0; k < a[0].length; k++) {
            product[0][k] = a[0][k] * b[0][k] - a[1][k] * b[1][k];
            product[1][k] = a[0][k] * b[1][k] + a[1][k] * b[0][k];
        }
        return product;
    }

    /** How late the second is, in frames: where the cross-correlation of whitened sounds, weighted by coherence, is highest in size. */
    private static int lateness(Welch heard, int longest) {
        int size = heard.size();
        double[] spectrum = new double[size];
        for (int k = 1; k < size / 2; k++) {
            double power = heard.left()[k] * heard.right()[k];
            double scale = power < 1e-30 ? 0 : 1 / Math.sqrt(power);
            double cohere = scale * scale * (heard.re()[k] * heard.re()[k] + heard.im()[k] * heard.im()[k]);
            // conj(first) · second, so that a later second gives a positive place
            spectrum[2 * k] = cohere * scale * heard.re()[k];
            spectrum[2 * k + 1] = -cohere * scale * heard.im()[k];
        }
        new RealFft(size).inverse(spectrum);
        int best = 0;
        for (int lag = -longest; lag <= longest; lag++) {
            if (Math.abs(spectrum[lag & size - 1]) > Math.abs(spectrum[best & size - 1])) {
                best = lag;
            }
        }
        return best;
    }

    /**
     * Coherence of the whole: that of each twenty-fourth of an octave, by the power of both. Within so narrow a band what is of one source has
     * one phase, where partials that meet by chance have any.
     */
    private static double coherenceOf(Welch heard) {
        double[] re = OctaveMeans.smooth(heard.re(), NARROW);
        double[] im = OctaveMeans.smooth(heard.im(), NARROW);
        double[] one = OctaveMeans.smooth(heard.left(), NARROW);
        double[] other = OctaveMeans.smooth(heard.right(), NARROW);
        double bias = 1.0 / Math.max(1, heard.windows());
        double sum = 0;
        double weights = 0;
        for (int k = 1; k < re.length; k++) {
            double power = one[k] * other[k];
            if (power > 1e-30) {
                double weight = Math.sqrt(power);
                double estimate = (re[k] * re[k] + im[k] * im[k]) / power;
                sum += weight * Math.max(0, (estimate - bias) / (1 - Math.min(0.99, bias)));
                weights += weight;
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static Kernel shift(int frames) {
        double[] taps = new double[2 * Math.abs(frames) + 2];
        int centre = Math.abs(frames);
        taps[centre - frames] = 1; // y[n] = x[n + frames]
        return new Kernel(taps, centre);
    }

    /**
     * A filter of the turn, brought forward by some frames. Its ends are faded, and the gain that this costs is given back in some passes, so that
     * magnitudes stay.
     */
    private static Kernel kernel(double[][] turn, int forward) {
        int bins = turn[0].length;
        int size = 2 * (bins - 1);
        RealFft fft = new RealFft(size);
        double[] spectrum = new double[size];
        double[] gains = new double[bins];
        Arrays.fill(gains, 1);
        double[] taps = new double[size];
        for (int pass = 0; pass < 6; pass++) {
            spectrum[0] = gains[0] * turn[0][0];
            spectrum[1] = gains[bins - 1] * turn[0][bins - 1];
            for (int k = 1; k < bins - 1; k++) {
                spectrum[2 * k] = gains[k] * turn[0][k];
                spectrum[2 * k + 1] = gains[k] * turn[1][k];
            }
            fft.inverse(spectrum);
            int flat = size / 4;
            for (int i = 0; i < size; i++) {
                int place = i - size / 2;
                double value = spectrum[place & size - 1];
                int over = Math.abs(place) - flat;
                taps[i] = over <= 0 ? value : value * (0.5 + 0.5 * Math.cos(Math.PI * over / (size / 2.0 - flat)));
            }
            double[] real = new Kernel(taps, 0).gains(size);
            for (int k = 0; k < bins; k++) {
                gains[k] = Math.clamp(gains[k] / Math.max(0.3, real[k]), 0.5, 2);
            }
        }
        return new Kernel(taps, size / 2 + forward);
    }

    private static Recording filtered(Recording in, Kernel kernel) {
        return Recording.of(in.rate(), in.channels(), () -> new Filtered(in.play(), false, kernel));
    }

    private static Recording channel(Recording in, int channel) {
        return Recording.of(in.rate(), 1, () -> new OneChannel(in.play(), channel));
    }

    static Recording mono(Recording in) {
        return in.channels() == 1 ? in : Recording.of(in.rate(), 1, () -> new OneChannel(in.play(), -1));
    }
}
