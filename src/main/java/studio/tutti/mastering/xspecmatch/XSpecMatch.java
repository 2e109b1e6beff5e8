package studio.tutti.mastering.xspecmatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.tone.Following;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.BandCurves;
import studio.tutti.mastering.spectrum.BandGains;
import studio.tutti.mastering.spectrum.FramePowers;
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
     * @param smoothing octaves over which the curve of each moment is smoothed, 1/3 (not at all) … 4
     * @param midSide whether middle and sides have curves of their own, where both recordings are stereo
     * @param freeze seconds after which the curve stays as it is, {@link Double#POSITIVE_INFINITY} for never
     */
    public record Settings(double amount, double speed, double range, double smoothing, boolean midSide, double freeze) {

        public static final Settings USUAL = new Settings(1, 0.25, 30);

        /** No smoothing, one curve for both channels, never frozen. */
        public Settings(double amount, double speed, double range) {
            this(amount, speed, range, 1 / 3.0, false, Double.POSITIVE_INFINITY);
        }
    }

    /** Follows a reference. Both are listened to before this returns; what comes out is made while it is played. */
    public static Recording match(Recording in, Recording reference, Settings settings) throws IOException {
        if (in.rate() != reference.rate()) {
            throw new IllegalArgumentException("Both recordings need the same rate: " + in.rate() + " and " + reference.rate() + " Hz differ.");
        }
        int size = RealFft.points(in.rate(), RESOLUTION);
        boolean sides = settings.midSide() && in.channels() == 2 && reference.channels() == 2;
        BandCurves[] curves = new BandCurves[sides ? 2 : 1];
        double aSecond = in.rate() / (size / 4.0);
        Following following = new Following(settings.range(), settings.speed() * aSecond, aSecond);
        try (AudioSource mine = in.play(); AudioSource other = reference.play()) {
            Hearing first = new Hearing(new FramePowers(mine, size, sides), in.rate(), size);
            Hearing second = new Hearing(new FramePowers(other, size, sides), in.rate(), size);
            Stretch[] stretches = new Stretch[curves.length];
            for (int i = 0; i < curves.length; i++) {
                curves[i] = new BandCurves(settings.smoothing());
                stretches[i] = new Stretch(new Curves(curves[i]));
            }
            int overlap = (int) (OVERLAP * aSecond);
            boolean more = true;
            while (more) {
                while (stretches[0].have.size() < STRETCH * aSecond && more) {
                    float[][] mineNow = first.next();
                    more = mineNow.length > 0;
                    if (more) {
                        float[][] wanted = second.next();
                        for (int i = 0; i < curves.length; i++) {
                            stretches[i].have.add(mineNow[i]);
                            stretches[i].want.add(wanted.length > 0 ? wanted[i] : new float[0]);
                        }
                    }
                }
                for (int i = 0; i < curves.length; i++) {
                    stretches[i].curves.add(following, stretches[i].have, stretches[i].want, overlap, !more);
                    stretches[i].keep(more ? 2 * overlap : 0);
                }
            }
        }
        long frozen = settings.freeze() * aSecond < Integer.MAX_VALUE ? Math.max(0, Math.round(settings.freeze() * aSecond)) : Long.MAX_VALUE;
        return Recording.of(in.rate(), in.channels(),
                () -> new Frames(in.play(), size, new BandGains(curves, size, in.rate(), settings.amount(), frozen)));
    }

    /** What was heard of both in the stretch that is being done. */
    private static final class Stretch {

        private final Curves curves;
        private List<float[]> have = new ArrayList<>();
        private List<float[]> want = new ArrayList<>();

        Stretch(Curves curves) {
            this.curves = curves;
        }

        void keep(int frames) {
            have = new ArrayList<>(have.subList(Math.max(0, have.size() - frames), have.size()));
            want = new ArrayList<>(want.subList(Math.max(0, want.size() - frames), want.size()));
        }
    }
}
