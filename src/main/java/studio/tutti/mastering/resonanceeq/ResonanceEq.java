package studio.tutti.mastering.resonanceeq;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.tone.Emphasis;
import studio.tutti.core.tone.Persistence;
import studio.tutti.core.tone.Resonance;
import studio.tutti.core.tone.ResonanceFinder;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.Filtered;
import studio.tutti.mastering.spectrum.Frames;
import studio.tutti.mastering.spectrum.Kernel;
import studio.tutti.mastering.spectrum.RealFft;

/**
 * One amount: below 0 the resonances that last are taken away, at −1 wholly; above 0 what stands out, partials and resonances, is brought
 * out; at 0 nothing changes. Where no resonance is found, the recording comes back as it is, to the bit.
 */
public final class ResonanceEq {

    private static final double RESOLUTION = 1.4;

    /** Resolution of the frames in which is emphasised, in Hz. */
    private static final double EMPHASIS = 11;

    private ResonanceEq() {}

    /**
     * What came of it.
     *
     * @param sound the result
     * @param resonances what was found, empty where something was to be emphasised
     */
    public record Result(Recording sound, List<Resonance> resonances) {}

    /**
     * Soothes or emphasises.
     *
     * @param amount −1 … 1
     */
    public static Result apply(Recording in, double amount) throws IOException {
        if (!(amount >= -1 && amount <= 1)) {
            throw new IllegalArgumentException("The amount lies between -1 and 1.");
        }
        if (amount == 0) {
            return new Result(in, List.of());
        }
        return amount < 0 ? soothe(in, -amount) : emphasise(in, amount);
    }

    private static Result soothe(Recording in, double amount) throws IOException {
        int size = RealFft.points(in.rate(), RESOLUTION);
        double step = (double) in.rate() / size;
        List<Resonance> found = new ResonanceFinder(step, size / 2 + 1).find(heard(in, size));
        if (found.isEmpty()) {
            return new Result(in, found);
        }
        double[] gains = new double[size / 2 + 1];
        for (int k = 0; k < gains.length; k++) {
            double sum = 0;
            for (Resonance each : found) {
                sum += each.at(Math.max(1, k * step));
            }
            gains[k] = Math.pow(10, -amount * sum / 20);
        }
        Kernel kernel = Kernel.minimum(gains);
        return new Result(Recording.of(in.rate(), in.channels(), () -> new Filtered(in.play(), false, kernel)), found);
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

    private static Result emphasise(Recording in, double amount) {
        int size = RealFft.points(in.rate(), EMPHASIS);
        return new Result(Recording.of(in.rate(), in.channels(), () -> {
            Emphasis emphasis = new Emphasis(size / 2, amount, size / 4.0 / in.rate());
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
                        spectrum[2 * k] *= gains[k];
                        spectrum[2 * k + 1] *= gains[k];
                    }
                }
            });
        }), List.of());
    }
}
