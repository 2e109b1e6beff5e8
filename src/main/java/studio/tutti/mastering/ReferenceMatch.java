package studio.tutti.mastering;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.profileeq.ProfileReport;
import studio.tutti.mastering.spectrum.Welch;

/**
 * The match of a reference that takes into account what colour and limiter do to the spectrum.
 *
 * @param sound matched and coloured, before the limiter
 * @param report what was done
 */
record ReferenceMatch(Limiting sound, ProfileReport report) {

    private static final int PASSES = 2;

    /** Bands this far below the loudest aren't mended, in dB. */
    private static final double QUIET = 70;

    /** Most that a pass mends, in dB. */
    private static final double MOST = 3;

    /** What need not be mended, in dB. */
    private static final double NEAR = 0.2;

    /** What one pass mends well enough, in dB. */
    private static final double NEARLY = 0.8;

    static ReferenceMatch of(Recording in, ProfileEq.Heard heard, Colour colour, double target, double ceiling, Passes passes) throws IOException {
        double[][] lift = new double[2][ThirdOctaves.BANDS];
        double[][] wanted = levels(heard.want(), heard.want().left() != heard.want().right());
        double most = Double.MAX_VALUE;
        for (int pass = 0; ; pass++) {
            ProfileEq.Match matched = ProfileEq.match(in, heard, ProfileEq.Settings.USUAL, lift);
            Limiting sound = Limiting.of(colour.on(matched.sound(), passes), passes);
            if (pass == PASSES || most < NEARLY) {
                return new ReferenceMatch(sound, matched.report());
            }
            double loudness = Loudness.of(passes.watched(sound.sound()), false).integrated();
            double gain = Double.isFinite(loudness) ? Math.clamp(target - loudness, -60, LoudnessSearch.MOST_GAIN) : 0;
            Recording limited = passes.watched(sound.roughly(gain, ceiling));
            double[][] is = levels(ProfileEq.hear(limited), limited.channels() == 2);
            most = mend(lift, is, wanted);
            if (most < NEAR) {
                return new ReferenceMatch(sound, matched.report());
            }
        }
    }

    /** Adds what is missing, and says how much that is at most. */
    private static double mend(double[][] lift, double[][] is, double[][] wanted) {
        double most = 0;
        for (int part = 0; part < Math.min(is.length, wanted.length); part++) {
            for (int band = 0; band < ThirdOctaves.BANDS; band++) {
                boolean there = wanted[part][band] > loudest(wanted[0]) - QUIET && is[part][band] > loudest(is[0]) - QUIET;
                double missing = there ? Math.clamp(wanted[part][band] - is[part][band], -MOST, MOST) : 0;
                lift[part][band] += missing;
                most = Math.max(most, Math.abs(missing));
            }
        }
        return most;
    }

    private static double loudest(double[] levels) {
        return Arrays.stream(levels).max().orElse(0);
    }

    /** Levels of the third octaves of middle and sides, or of what is mono. */
    private static double[][] levels(Welch heard, boolean stereo) {
        double step = (double) heard.rate() / heard.size();
        double[][] powers = stereo ? heard.midSide() : new double[][] {heard.mean()};
        double[][] levels = new double[powers.length][];
        for (int part = 0; part < levels.length; part++) {
            levels[part] = ThirdOctaves.levels(powers[part], step);
        }
        return levels;
    }
}
