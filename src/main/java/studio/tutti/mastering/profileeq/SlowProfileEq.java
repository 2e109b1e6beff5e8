package studio.tutti.mastering.profileeq;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.tone.Following;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.BandCurves;
import studio.tutti.mastering.spectrum.BandGains;
import studio.tutti.mastering.spectrum.FramePowers;
import studio.tutti.mastering.spectrum.Frames;
import studio.tutti.mastering.spectrum.RealFft;

/**
 * Profile EQ that goes along: at each moment, what was and will be heard within some seconds is brought to the profile, within its spread. So a song whose
 * parts sound different is corrected part by part, slowly enough that nobody hears it move. One curve for both channels; loudness is kept.
 */
public final class SlowProfileEq {

    private static final double RESOLUTION = 5.5;

    /** What is softer than the loudest by this counts as silence, in which the curve stays as it was: 60 dB. */
    private static final double SILENT = 1e-6;

    private SlowProfileEq() {}

    /**
     * Brings a recording to a profile. It is listened to before this returns; what comes out is made while it is played.
     *
     * @param settings of which amount, tilt and range count, and the resolution from a third of an octave up
     * @param seconds over how much is listened, 1 … 60
     */
    public static Recording match(Recording in, Profile profile, ProfileEq.Settings settings, double seconds) throws IOException {
        int size = RealFft.points(in.rate(), RESOLUTION);
        int half = Math.max(1, (int) Math.rint(seconds * in.rate() / (size / 4.0) / 2));
        List<float[]> frames = heard(in, size);
        for (int pass = 0; pass < 2; pass++) {
            smooth(frames, half);
        }
        Profile tilted = tilted(profile, settings.tilt());
        BandCurves curves = new BandCurves(settings.octaves());
        double loudest = frames.stream().mapToDouble(SlowProfileEq::sum).max().orElse(0);
        int bands = ThirdOctaves.below(Math.min(20_000, 0.46 * in.rate()));
        for (float[] frame : frames) {
            if (sum(frame) < Math.max(1e-14, SILENT * loudest)) {
                curves.repeat();
            } else {
                curves.add(gains(frame, tilted, settings.range(), bands));
            }
        }
        return Recording.of(in.rate(), in.channels(),
                () -> new Frames(in.play(), size, new BandGains(new BandCurves[] {curves}, size, in.rate(), settings.amount(), Long.MAX_VALUE)));
    }

    /** A profile out of a recording: its third octaves, without any spread. */
    public static Profile of(Recording reference) throws IOException {
        int size = RealFft.points(reference.rate(), RESOLUTION);
        double[] powers = new double[ThirdOctaves.BANDS];
        for (float[] frame : heard(reference, size)) {
            for (int band = 0; band < powers.length; band++) {
                powers[band] += frame[band];
            }
        }
        double[] levels = new double[powers.length];
        for (int band = 0; band < levels.length; band++) {
            levels[band] = Math.max(ThirdOctaves.SILENCE, 10 * Math.log10(powers[band] + 1e-30));
        }
        return new Profile("reference", levels, new double[levels.length]);
    }

    private static Profile tilted(Profile profile, double slope) {
        double[] median = profile.median().clone();
        for (int band = 0; band < median.length; band++) {
            median[band] += slope * Math.log(ThirdOctaves.centre(band) / 1000) / Math.log(2);
        }
        return new Profile(profile.name(), median, profile.spread());
    }

    /** Powers of third octaves, frame by frame: 124 bytes each. */
    private static List<float[]> heard(Recording in, int size) throws IOException {
        List<float[]> frames = new ArrayList<>();
        double step = (double) in.rate() / size;
        int[] edges = Following.edges(size / 2, step);
        float[] fine = new float[Following.BANDS];
        try (AudioSource source = in.play()) {
            FramePowers powers = new FramePowers(source, size, false);
            double[][] now;
            while ((now = powers.next()) != null) {
                Following.gather(now[0], step, fine, edges);
                float[] thirds = new float[ThirdOctaves.BANDS];
                for (int b = 0; b < fine.length; b++) {
                    thirds[b / 4] += fine[b];
                }
                frames.add(thirds);
            }
        }
        return frames;
    }

    /** Means over some frames before and behind, in place. */
    private static void smooth(List<float[]> frames, int half) {
        int count = frames.size();
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            double[] sums = new double[count + 1];
            for (int t = 0; t < count; t++) {
                sums[t + 1] = sums[t] + frames.get(t)[band];
            }
            for (int t = 0; t < count; t++) {
                int from = Math.max(0, t - half / 2);
                int to = Math.min(count, t + half / 2 + 1);
                frames.get(t)[band] = (float) Math.max(0, (sums[to] - sums[from]) / (to - from));
            }
        }
    }

    private static double sum(float[] frame) {
        double sum = 0;
        for (float each : frame) {
            sum += each;
        }
        return sum;
    }

    /** The gains of a moment in octaves of power, at which the power of the whole stays. */
    private static float[] gains(float[] frame, Profile profile, double range, int bands) {
        double[] levels = new double[frame.length];
        for (int band = 0; band < levels.length; band++) {
            levels[band] = frame[band] < 1e-20 ? ThirdOctaves.SILENCE : 10 * Math.log10(frame[band]);
        }
        double[] missing = profile.missing(levels);
        double before = 0;
        double after = 0;
        for (int band = 0; band < bands; band++) {
            missing[band] = Math.clamp(missing[band], -range, range);
            before += frame[band];
            after += frame[band] * Math.pow(10, missing[band] / 10);
        }
        double level = 10 * Math.log10(before / Math.max(1e-20, after));
        float[] gains = new float[frame.length];
        for (int band = 0; band < gains.length; band++) {
            gains[band] = (float) ((missing[Math.min(band, bands - 1)] + level) / 3.0103);
        }
        return gains;
    }
}
