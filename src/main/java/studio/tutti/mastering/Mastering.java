package studio.tutti.mastering;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.profileeq.ProfileReport;
import studio.tutti.mastering.spectrum.RealFft;
import studio.tutti.mastering.spectrum.Welch;

/**
 * The chain that finishes a song: the match of a reference (spectrum, level and width by band), the gain to a loudness, the true-peak limiter; measured again until
 * the loudness is there.
 */
public final class Mastering {

    private static final int PASSES = 5;
    private static final double NEAR = 0.05;
    private static final double MOST_GAIN = 40;

    /** Bands this far below the loudest aren't mended, in dB. */
    private static final double QUIET = 70;

    private Mastering() {}

    /**
     * What is wanted.
     *
     * @param target in LUFS; null takes the reference's loudness, or −14 without one
     * @param ceiling in dBTP, −24 … 0
     * @param colour what is done on the way
     */
    public record Settings(@Nullable Double target, double ceiling, Colour colour) {

        /** Without colour. */
        public Settings(@Nullable Double target, double ceiling) {
            this(target, ceiling, Colour.NONE);
        }
    }

    /**
     * What is done between the match and the limiter, each left out where it does nothing.
     *
     * @param compress ratio of a slow compressor whose threshold lies 3 dB above the loudness, 1 (none) … 10
     * @param width of the stereo picture in percent, 0 … 200; 100 leaves it
     * @param drive of tape saturation in dB, 0 (none) … 36
     */
    public record Colour(double compress, double width, double drive) {

        /** Nothing. */
        public static final Colour NONE = new Colour(1, 100, 0);
    }

    /**
     * What was done.
     *
     * @param sound the result
     * @param report its figures
     */
    public record Result(Recording sound, MasterReport report) {}

    /** Masters. Everything is listened to before this returns. */
    public static Result apply(Recording in, @Nullable Recording reference, Settings settings) throws IOException {
        Loudness before = Loudness.of(in);
        ProfileReport match = null;
        Recording equal = in;
        double target = settings.target() == null ? -14 : settings.target();
        if (reference != null) {
            double loudness = Loudness.of(reference, false).integrated();
            target = settings.target() == null && Double.isFinite(loudness) ? loudness : target;
            ProfileEq.Match matched = matched(in, reference, target, settings.ceiling());
            equal = matched.sound();
            match = matched.report();
        }
        equal = Cached.of(coloured(equal, settings.colour()));
        double gain = gain(equal, target, settings.ceiling());
        Recording sound = TruePeakLimiter.apply(equal, gain, settings.ceiling());
        Loudness after = Loudness.of(sound);
        return new Result(sound, new MasterReport(before, after, target, settings.ceiling(), gain, width(in), width(sound), match));
    }

    private static Recording coloured(Recording sound, Colour colour) throws IOException {
        Recording out = sound;
        if (colour.compress() > 1) {
            double loudness = Loudness.of(out, false).integrated();
            double threshold = Double.isFinite(loudness) ? Math.clamp(loudness + 3, -60, 0) : 0;
            out = through(out, EffectType.COMPRESSOR, Map.of("threshold", threshold, "ratio", colour.compress(), "attack", 30.0,
                    "release", 250.0, "knee", 12.0));
        }
        if (colour.width() != 100 && out.channels() == 2) {
            out = through(out, EffectType.UTILITY, Map.of("width", colour.width()));
        }
        if (colour.drive() > 0) {
            out = through(out, EffectType.SATURATION, Map.of("drive", colour.drive()));
        }
        return out;
    }

    private static Recording through(Recording sound, EffectType type, Map<String, Double> values) {
        return Recording.of(sound.rate(), sound.channels(), () -> {
            Effect effect = type.make();
            values.forEach((name, value) -> effect.set(effect.parameter(name), value));
            effect.settle();
            return new Through(sound.play(), effect, 1);
        });
    }

    /** The match of a reference that takes into account what the limiter does to the spectrum. */
    private static ProfileEq.Match matched(Recording in, Recording reference, double target, double ceiling) throws IOException {
        ProfileEq.Heard heard = ProfileEq.Heard.of(in, reference);
        double[][] lift = new double[2][ThirdOctaves.BANDS];
        double[][] wanted = levels(reference);
        ProfileEq.Match matched = ProfileEq.match(in, heard, ProfileEq.Settings.USUAL, lift);
        for (int pass = 0; pass < 2; pass++) {
            Recording equal = Cached.of(matched.sound());
            double loudness = Loudness.of(equal, false).integrated();
            double gain = Double.isFinite(loudness) ? Math.clamp(target - loudness, -60, MOST_GAIN) : 0;
            double[][] is = levels(TruePeakLimiter.once(equal, gain, ceiling));
            double most = 0;
            for (int part = 0; part < Math.min(is.length, wanted.length); part++) {
                for (int band = 0; band < ThirdOctaves.BANDS; band++) {
                    double missing = Math.clamp(wanted[part][band] - is[part][band], -3, 3);
                    boolean there = wanted[part][band] > loudest(wanted[0]) - QUIET && is[part][band] > loudest(is[0]) - QUIET;
                    lift[part][band] += there ? missing : 0;
                    most = there ? Math.max(most, Math.abs(missing)) : most;
                }
            }
            if (most < 0.2) {
                break;
            }
            matched = ProfileEq.match(in, heard, ProfileEq.Settings.USUAL, lift);
            if (most < 0.8) {
                break;
            }
        }
        return matched;
    }

    private static double loudest(double[] levels) {
        return Arrays.stream(levels).max().orElse(0);
    }

    /** Levels of the third octaves of middle and sides, or of what is mono. */
    private static double[][] levels(Recording sound) throws IOException {
        Welch heard = Welch.of(sound, RealFft.points(sound.rate(), 5.5));
        double step = (double) heard.rate() / heard.size();
        double[][] powers = sound.channels() == 2 ? heard.midSide() : new double[][] {heard.mean()};
        double[][] levels = new double[powers.length][];
        for (int part = 0; part < levels.length; part++) {
            levels[part] = ThirdOctaves.levels(powers[part], step);
        }
        return levels;
    }

    /** The gain with which the limited sound has a loudness, by secants. */
    private static double gain(Recording sound, double target, double ceiling) throws IOException {
        double loudness = Loudness.of(sound, false).integrated();
        if (!Double.isFinite(loudness)) {
            return 0;
        }
        double gain = Math.min(MOST_GAIN, target - loudness);
        double slope = 1;
        double lastGain = 0;
        double lastLoudness = Double.NaN;
        for (int pass = 0; pass < PASSES; pass++) {
            double now = Loudness.of(TruePeakLimiter.once(sound, gain, ceiling), false).integrated();
            double missing = target - now;
            if (Math.abs(missing) < NEAR || gain >= MOST_GAIN) {
                break;
            }
            if (Double.isFinite(lastLoudness) && Math.abs(gain - lastGain) > 1e-3) {
                slope = Math.clamp((now - lastLoudness) / (gain - lastGain), 0.2, 1);
            }
            lastGain = gain;
            lastLoudness = now;
            gain = Math.min(MOST_GAIN, gain + missing / slope);
        }
        return gain;
    }

    /** Power of the sides against the middle's, by third octaves, in dB; nothing for mono. */
    private static double[] width(Recording sound) throws IOException {
        if (sound.channels() < 2) {
            return new double[0];
        }
        Welch heard = Welch.of(sound, RealFft.points(sound.rate(), 11));
        double[][] powers = heard.midSide();
        double step = (double) heard.rate() / heard.size();
        double[] middle = ThirdOctaves.levels(powers[0], step);
        double[] sides = ThirdOctaves.levels(powers[1], step);
        for (int band = 0; band < sides.length; band++) {
            sides[band] -= middle[band];
        }
        return sides;
    }
}
