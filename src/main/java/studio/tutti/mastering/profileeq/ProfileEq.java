package studio.tutti.mastering.profileeq;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.tone.GivenGains;
import studio.tutti.core.tone.Matching;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.Filtered;
import studio.tutti.mastering.spectrum.Kernel;
import studio.tutti.mastering.spectrum.RealFft;
import studio.tutti.mastering.spectrum.Welch;

/**
 * Brings a recording's mean spectrum to that of another recording, or to a profile.
 *
 * <p>Spectra are Welch's with windows of three quarters of a second; the curve is {@link Matching}'s, the filter one of the same length. For a reference in stereo the
 * middle (half the sum) and the sides (half the difference) have a curve each, so that the width in each band comes along; the level comes along, too.
 */
public final class ProfileEq {

    /** Resolution of the spectra in Hz, or better. */
    static final double RESOLUTION = 1.4;

    private static final double LOWEST = 20;
    private static final double HIGHEST = 20_000;
    private static final int LIFTS = 8;

    /** Where the sides have less than this part of the middle's power, they take its curve: −50 dB. */
    private static final double NARROW = 1e-5;

    private ProfileEq() {}

    /**
     * How to match.
     *
     * @param amount 0 (nothing) … 1 (fully), in dB
     * @param tilt dB an octave added to the target, 0 at 1 kHz
     * @param range most that is turned up or down, in dB, above 0
     * @param octaves resolution of the curve, 1/12 … 1
     * @param midSide whether middle and sides have a curve each, where both recordings are stereo
     * @param minimumPhase whether the filter is of minimum phase instead of linear
     * @param level whether the loudness follows the reference's, too
     */
    public record Settings(
            double amount, double tilt, double range, double octaves, boolean midSide, boolean minimumPhase, boolean level) {

        /** A full match of a reference. */
        public static final Settings USUAL = new Settings(1, 0, 30, 1 / 6.0, true, false, true);
    }

    /**
     * A match.
     *
     * @param sound what came out
     * @param report what was done
     * @param curves factors at bins 0 … half: one for all channels, or one for the middle and one for the sides
     * @param step Hz from bin to bin
     */
    public record Match(Recording sound, ProfileReport report, double[][] curves, double step) {}

    /**
     * What was heard of a recording and of its reference.
     *
     * @param have spectra of the recording
     * @param want spectra of the reference
     */
    public record Heard(Welch have, Welch want) {

        /** Listens to both. */
        public static Heard of(Recording in, Recording reference) throws IOException {
            return new Heard(hear(in), hear(reference));
        }
    }

    /** Listens to a recording as a match needs it. */
    public static Welch hear(Recording recording) throws IOException {
        return Welch.of(recording, RealFft.points(recording.rate(), RESOLUTION));
    }

    /** Matches one recording to another. Both are listened to before this returns; what comes out is made while it is played. */
    public static Match match(Recording in, Recording reference, Settings settings) throws IOException {
        return match(in, Heard.of(in, reference), settings, new double[2][ThirdOctaves.BANDS]);
    }

    /**
     * Matches a recording to a reference of which both were heard before.
     *
     * @param lift added to the target by third octaves, in dB: for the middle and for the sides, or the first for both channels
     */
    public static Match match(Recording in, Heard heard, Settings settings, double[][] lift) {
        Welch have = heard.have();
        Welch want = heard.want();
        double step = (double) have.rate() / have.size();
        boolean sides = settings.midSide() && have.left() != have.right() && want.left() != want.right();
        double[][] had = sides ? have.midSide() : new double[][] {have.mean()};
        double[][] wanted = sides ? want.midSide() : new double[][] {want.mean()};
        double[][] curves = new double[had.length][];
        double[][] targets = new double[had.length][];
        double highest = Math.min(HIGHEST, 0.46 * Math.min(have.rate(), want.rate()));
        for (int i = 0; i < had.length; i++) {
            targets[i] = at(wanted[i], want, step, had[i].length);
            tilt(targets[i], step, settings.tilt());
            lift(targets[i], step, lift[i]);
            curves[i] = curve(had[i], targets[i], settings, step, highest, settings.level() || sides);
        }
        if (sides) {
            narrow(curves, had, wanted, step, want);
            makeUp(curves, had, targets, settings, step, highest);
            if (!settings.level()) {
                keepLevel(curves, had, step, highest);
            }
        }
        return finish(in, settings, have, had, curves, wanted, want);
    }

    /** @param level whether the curve brings the level along, too */
    private static double[] curve(double[] had, double[] target, Settings settings, double step, double highest, boolean level) {
        double factor = Math.sqrt(audible(target, step, highest) / Math.max(1e-20, audible(had, step, highest)));
        double[] curve = new Matching(settings.octaves(), settings.range(), step, LOWEST, highest).curve(scaled(had, factor * factor), target);
        for (int k = 0; k < curve.length && level; k++) {
            curve[k] *= factor;
        }
        return curve;
    }

    /**
     * Where the sides stay below what is wanted, because they would have to be turned up by more than the range, the middle makes up for the power that lacks;
     * where they stay above, it gives way: so the whole has the spectrum that is wanted, if not the width.
     */
    private static void makeUp(double[][] curves, double[][] had, double[][] targets, Settings settings, double step, double highest) {
        double[] sides = had[1].clone();
        for (int k = 0; k < sides.length; k++) {
            sides[k] *= curves[1][k] * curves[1][k];
        }
        double[] is = ThirdOctaves.levels(sides, step);
        double[] shall = ThirdOctaves.levels(targets[1], step);
        double[] middle = ThirdOctaves.levels(targets[0], step);
        double[] lift = new double[is.length];
        boolean some = false;
        for (int band = 0; band < lift.length; band++) {
            if (Math.abs(is[band] - shall[band]) > 0.3) {
                double lacks = Math.pow(10, shall[band] / 10) - Math.pow(10, is[band] / 10);
                lift[band] = 10 * Math.log10(Math.max(0.1, 1 + lacks / Math.max(1e-20, Math.pow(10, middle[band] / 10))));
                some |= Math.abs(lift[band]) > 0.03;
            }
        }
        if (some) {
            double[] target = lifted(targets[0], middle, lift, step, ThirdOctaves.below(highest));
            curves[0] = curve(had[0], target, settings, step, highest, true);
        }
    }

    /** Brings a recording to a profile: one curve for both channels; its loudness is kept. */
    public static Match match(Recording in, Profile profile, Settings settings) throws IOException {
        return match(in, hear(in), profile, settings);
    }

    /** Brings a recording that was heard before to a profile. */
    public static Match match(Recording in, Welch have, Profile profile, Settings settings) {
        double step = (double) have.rate() / have.size();
        double highest = Math.min(HIGHEST, 0.46 * in.rate());
        double[] had = have.mean();
        double[] levels = ThirdOctaves.levels(had, step);
        double[] missing = profile.missing(levels);
        double[] target = lifted(had, levels, missing, step, ThirdOctaves.below(highest));
        tilt(target, step, settings.tilt());
        double[][] curves = {new Matching(settings.octaves(), settings.range(), step, LOWEST, highest).curve(had, target)};
        double[][] hads = {had};
        keepLevel(curves, hads, step, highest);
        return finish(in, settings, have, hads, curves, new double[][] {target}, have);
    }

    /** A spectrum whose bands are higher by some dB: a smooth curve is laid through them and mended until the bands' levels are right. */
    private static double[] lifted(double[] power, double[] levels, double[] decibels, double step, int bands) {
        double[] hertz = new double[bands];
        for (int band = 0; band < bands; band++) {
            hertz[band] = ThirdOctaves.centre(band);
        }
        double[] lift = Arrays.copyOf(decibels, bands);
        double[] lifted = power.clone();
        for (int pass = 0; pass < LIFTS; pass++) {
            GivenGains curve = new GivenGains(hertz, lift);
            for (int k = 1; k < lifted.length; k++) {
                lifted[k] = power[k] * Math.pow(10, curve.at(k * step) / 10);
            }
            double[] now = ThirdOctaves.levels(lifted, step);
            for (int band = 0; band < bands; band++) {
                if (levels[band] > ThirdOctaves.SILENCE) {
                    lift[band] = Math.clamp(lift[band] + levels[band] + decibels[band] - now[band], decibels[band] - 12, decibels[band] + 12);
                }
            }
        }
        return lifted;
    }

    private static Match finish(Recording in, Settings settings, Welch have, double[][] had, double[][] curves,
            double[][] wanted, Welch want) {
        double step = (double) have.rate() / have.size();
        Kernel[] kernels = new Kernel[curves.length];
        double[] before = new double[have.left().length];
        double[] after = new double[before.length];
        for (int i = 0; i < curves.length; i++) {
            for (int k = 0; k < curves[i].length; k++) {
                curves[i][k] = Decibels.gain(settings.amount() * Decibels.of(curves[i][k]));
            }
            kernels[i] = settings.minimumPhase() ? Kernel.minimum(curves[i]) : Kernel.linear(curves[i]);
            double[] real = kernels[i].gains(have.size());
            for (int k = 0; k < before.length; k++) {
                before[k] += had[i][k];
                after[k] += had[i][k] * real[k] * real[k];
            }
        }
        double[] target = new double[want.left().length];
        for (double[] part : wanted) {
            for (int k = 0; k < target.length; k++) {
                target[k] += part[k];
            }
        }
        Recording sound = Recording.of(in.rate(), in.channels(), () -> new Filtered(in.play(), curves.length == 2, kernels));
        return new Match(sound, ProfileReport.of(ThirdOctaves.levels(before, step), ThirdOctaves.levels(after, step),
                ThirdOctaves.levels(target, (double) want.rate() / want.size()), curves, step), curves, step);
    }

    /** A spectrum at the bins of another one: density stays. */
    private static double[] at(double[] power, Welch of, double step, int bins) {
        double ratio = step * of.size() / of.rate();
        double[] moved = new double[bins];
        for (int k = 0; k < bins; k++) {
            double place = k * ratio;
            int below = (int) place;
            moved[k] = below >= power.length - 1 ? power[power.length - 1] * ratio
                    : ratio * (power[below] + (place - below) * (power[below + 1] - power[below]));
        }
        return moved;
    }

    private static void tilt(double[] power, double step, double slope) {
        if (slope != 0) {
            for (int k = 1; k < power.length; k++) {
                double octaves = Math.log(Math.clamp(k * step, LOWEST, HIGHEST) / 1000) / Math.log(2);
                power[k] *= Math.pow(10, slope * octaves / 10);
            }
        }
    }

    private static void lift(double[] power, double step, double[] decibels) {
        if (Arrays.stream(decibels).anyMatch(each -> each != 0)) {
            double[] hertz = new double[decibels.length];
            for (int band = 0; band < hertz.length; band++) {
                hertz[band] = ThirdOctaves.centre(band);
            }
            GivenGains curve = new GivenGains(hertz, decibels);
            for (int k = 1; k < power.length; k++) {
                power[k] *= Math.pow(10, curve.at(k * step) / 10);
            }
        }
    }

    private static double audible(double[] power, double step, double highest) {
        double sum = 0;
        for (int k = (int) Math.ceil(LOWEST / step); k <= highest / step && k < power.length; k++) {
            sum += power[k];
        }
        return sum;
    }

    private static double[] scaled(double[] power, double factor) {
        double[] scaled = new double[power.length];
        for (int k = 0; k < power.length; k++) {
            scaled[k] = power[k] * factor;
        }
        return scaled;
    }

    /** Sides that are hardly there aren't blown up. */
    private static void narrow(double[][] curves, double[][] had, double[][] wanted, double step, Welch want) {
        double wantedMiddle = audible(wanted[0], (double) want.rate() / want.size(), HIGHEST);
        double wantedSides = audible(wanted[1], (double) want.rate() / want.size(), HIGHEST);
        if (audible(had[1], step, HIGHEST) < NARROW * audible(had[0], step, HIGHEST) || wantedSides < NARROW * wantedMiddle) {
            System.arraycopy(curves[0], 0, curves[1], 0, curves[1].length);
        }
    }

    private static void keepLevel(double[][] curves, double[][] had, double step, double highest) {
        double before = 0;
        double after = 0;
        for (int i = 0; i < curves.length; i++) {
            double[] power = had[i].clone();
            before += audible(power, step, highest);
            for (int k = 0; k < power.length; k++) {
                power[k] *= curves[i][k] * curves[i][k];
            }
            after += audible(power, step, highest);
        }
        double factor = Math.sqrt(before / Math.max(1e-20, after));
        for (double[] curve : curves) {
            for (int k = 0; k < curve.length; k++) {
                curve[k] *= factor;
            }
        }
    }
}
