package studio.tutti.mastering.xspecmatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.tone.Following;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.Frames;
import studio.tutti.mastering.spectrum.RealFft;

/**
 * Brings a recording's spectrum to another's as it changes in time: both are heard frame by frame in third octaves, and {@link Following}
 * says how the gains go. Where the reference has ended, the gains stay as they were last.
 *
 * <p>Long recordings are done in stretches of {@value #STRETCH} s that overlap, so memory doesn't grow with the length.
 */
public final class XSpecMatch {

    private static final double RESOLUTION = 5.5;
    private static final double STRETCH = 240;
    private static final double OVERLAP = 10;

    private XSpecMatch() {}

    /**
     * How to follow.
     *
     * @param amount 0 (nothing) … 1 (fully), in dB
     * @param speed seconds over which spectra are smoothed, 0.05 … 10
     * @param range most that is turned up or down, in dB, above 0
     */
    public record Settings(double amount, double speed, double range) {

        public static final Settings USUAL = new Settings(1, 0.25, 30);
    }

    /** Follows a reference. Both are listened to before this returns; what comes out is made while it is played. */
    public static Recording match(Recording in, Recording reference, Settings settings) throws IOException {
        if (in.rate() != reference.rate()) {
            throw new IllegalArgumentException("Both recordings need the same rate: " + in.rate() + " and " + reference.rate() + " Hz differ.");
        }
        int size = RealFft.points(in.rate(), RESOLUTION);
        Curves curves = new Curves();
        double aSecond = in.rate() / (size / 4.0);
        Following following = new Following(settings.range(), settings.speed() * aSecond, aSecond);
        try (AudioSource mine = in.play(); AudioSource other = reference.play()) {
            Hearing first = new Hearing(mine, size);
            Hearing second = new Hearing(other, size);
            List<float[]> have = new ArrayList<>();
            List<float[]> want = new ArrayList<>();
            int overlap = (int) (OVERLAP * aSecond);
            boolean more = true;
            while (more) {
                while (have.size() < STRETCH * aSecond && more) {
                    float[] one = first.next();
                    more = one != null;
                    if (more) {
                        have.add(one);
                        float[] wanted = second.next();
                        want.add(wanted != null ? wanted : new float[0]);
                    }
                }
                curves.add(following, have, want, overlap, !more);
                if (more) {
                    have = new ArrayList<>(have.subList(have.size() - 2 * overlap, have.size()));
                    want = new ArrayList<>(want.subList(want.size() - 2 * overlap, want.size()));
                }
            }
        }
        return Recording.of(in.rate(), in.channels(), () -> new Frames(in.play(), size, new Gains(curves, size, in.rate(), settings.amount())));
    }

    /** Applies the gains of a frame. */
    private static final class Gains implements Frames.Change {

        private final Curves curves;
        private final double[] bands;
        private final double[] factors;
        private final double amount;

        Gains(Curves curves, int size, int rate, double amount) {
            this.curves = curves;
            this.amount = amount;
            bands = new double[size / 2];
            factors = new double[size / 2];
            for (int k = 0; k < bands.length; k++) {
                bands[k] = Following.band((double) k * rate / size) - 0.5;
            }
        }

        @Override
        public void apply(double[][] spectra, long frame) {
            float[] gains = curves.at(frame);
            for (int k = 1; k < factors.length; k++) {
                factors[k] = Functions.exp2(0.5 * amount * Following.at(gains, bands[k]));
            }
            for (double[] spectrum : spectra) {
                spectrum[0] *= factors[1];
                spectrum[1] *= factors[factors.length - 1];
                for (int k = 1; k < factors.length; k++) {
                    spectrum[2 * k] *= factors[k];
                    spectrum[2 * k + 1] *= factors[k];
                }
            }
        }
    }
}
