package studio.tutti.mastering;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import studio.tutti.mastering.profileeq.Profile;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.profileeq.ProfileReport;
import studio.tutti.mastering.spectrum.Welch;

/**
 * The chain that finishes a song: the match of a reference (spectrum, level and width by band) or of a profile, colour, the gain to a loudness, the true-peak limiter; measured
 * again until the loudness is there.
 */
public final class Mastering {

    /** The loudness that is aimed at where nobody says one, in LUFS. */
    public static final double USUAL = -14;

    /** How often the chain listens to a recording of each length, about, a reference counted as the recording. */
    private static final double PASSES = 11;

    private Mastering() {}

    /**
     * What is wanted.
     *
     * @param target in LUFS; null takes the reference's loudness, or {@link #USUAL} without one
     * @param ceiling in dBTP, −24 … 0
     * @param colour what is done on the way
     * @param profile what the spectrum is brought to if there is no reference; null for nothing
     */
    public record Settings(@Nullable Double target, double ceiling, Colour colour, @Nullable Profile profile) {

        /** Without a profile. */
        public Settings(@Nullable Double target, double ceiling, Colour colour) {
            this(target, ceiling, colour, null);
        }

        /** Without colour. */
        public Settings(@Nullable Double target, double ceiling) {
            this(target, ceiling, Colour.NONE);
        }
    }

    /**
     * What was done.
     *
     * @param sound the result
     * @param report its figures
     */
    public record Result(Recording sound, MasterReport report) {}

    /** How many frames are listened to for one master, about; for {@link Passes}. */
    public static double work(Recording in) throws IOException {
        try (var source = in.play()) {
            return PASSES * Math.max(1, source.frames());
        }
    }

    /** Masters. Everything is listened to before this returns. */
    public static Result apply(Recording in, @Nullable Recording reference, Settings settings) throws IOException {
        return apply(in, reference, settings, Passes.UNTOLD);
    }

    /** The same, telling how far it is. */
    public static Result apply(Recording recording, @Nullable Recording compared, Settings settings, Passes passes) throws IOException {
        Recording in = passes.watched(recording);
        Recording reference = compared == null ? null : passes.watched(compared);
        Loudness before = Loudness.of(in);
        Welch had = ProfileEq.hear(in);
        Welch wanted = reference == null ? null : ProfileEq.hear(reference);
        double target = settings.target() != null ? settings.target() : USUAL;
        ProfileReport match = null;
        Limiting equal;
        if (reference != null && wanted != null) {
            double loudness = settings.target() != null ? settings.target() : Loudness.of(reference, false).integrated();
            target = Double.isFinite(loudness) ? loudness : target;
            ReferenceMatch matched = ReferenceMatch.of(in, new ProfileEq.Heard(had, wanted), settings.colour(), target, settings.ceiling(), passes);
            equal = matched.sound();
            match = matched.report();
        } else if (settings.profile() != null) {
            ProfileEq.Match matched = ProfileEq.match(in, had, settings.profile(), ProfileEq.Settings.USUAL);
            equal = Limiting.of(settings.colour().on(matched.sound(), passes), passes);
            match = matched.report();
        } else {
            equal = Limiting.of(settings.colour().on(in, passes), passes);
        }
        double gain = LoudnessSearch.gain(equal, target, settings.ceiling(), passes);
        Recording sound = TruePeakLimiter.apply(equal, gain, settings.ceiling(), passes);
        Loudness after = Loudness.of(passes.watched(sound));
        Spectra spectra = Spectra.of(had, ProfileEq.hear(passes.watched(sound)), wanted);
        return new Result(sound, new MasterReport(before, after, target, settings.ceiling(), gain, spectra, match));
    }
}
