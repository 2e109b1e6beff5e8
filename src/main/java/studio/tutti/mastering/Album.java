package studio.tutti.mastering;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.LoudnessMeter;

/**
 * Several songs at one loudness: each brought to the target, or all of them together, so that what was softer than another stays so.
 */
public final class Album {

    /** No song may be brought closer to full scale than this while the relations are kept, in LUFS. */
    private static final double LOUDEST = -5;

    private Album() {}

    /**
     * Masters songs that belong together.
     *
     * @param songs at least one
     * @param related whether the songs keep their differences of loudness, the whole of them having the target's; else each has it
     * @param passes told how far all of it is
     */
    public static List<Mastering.Result> master(List<Recording> songs, @Nullable Recording reference, Mastering.Settings settings, boolean related,
            Passes passes) throws IOException {
        double target = settings.target() != null ? settings.target()
                : reference == null ? Mastering.USUAL : finite(Loudness.of(passes.watched(reference), false).integrated());
        double[] targets = related ? related(songs, target, passes) : each(songs, target);
        List<Mastering.Result> masters = new ArrayList<>();
        for (int song = 0; song < songs.size(); song++) {
            masters.add(Mastering.apply(songs.get(song), reference,
                    new Mastering.Settings(targets[song], settings.ceiling(), settings.colour(), settings.profile()), passes));
        }
        return masters;
    }

    private static double finite(double loudness) {
        return Double.isFinite(loudness) ? loudness : Mastering.USUAL;
    }

    private static double[] each(List<Recording> songs, double target) {
        double[] targets = new double[songs.size()];
        Arrays.fill(targets, target);
        return targets;
    }

    /** What each song was, moved by what brings the mean of their powers, weighted by their lengths, to the target. */
    private static double[] related(List<Recording> songs, double target, Passes passes) throws IOException {
        double[] loudness = new double[songs.size()];
        double power = 0;
        double seconds = 0;
        for (int song = 0; song < loudness.length; song++) {
            Recording recording = songs.get(song);
            loudness[song] = Loudness.of(passes.watched(recording), false).integrated();
            double length = length(recording);
            if (loudness[song] > LoudnessMeter.NONE) {
                power += length * Math.pow(10, loudness[song] / 10);
                seconds += length;
            }
        }
        double shift = seconds == 0 ? 0 : target - 10 * Math.log10(power / seconds);
        double[] targets = new double[loudness.length];
        for (int song = 0; song < targets.length; song++) {
            targets[song] = loudness[song] > LoudnessMeter.NONE ? Math.clamp(loudness[song] + shift, -60, LOUDEST) : target;
        }
        return targets;
    }

    private static double length(Recording recording) throws IOException {
        try (var source = recording.play()) {
            return Math.max(0, (double) source.frames() / recording.rate());
        }
    }
}
