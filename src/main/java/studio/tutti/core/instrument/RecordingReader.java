package studio.tutti.core.instrument;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.Interpolation;
import studio.tutti.core.media.MediaSound;

/** Reads a recording between its frames, forwards or backwards, with the eight points of {@link Interpolation}. */
public final class RecordingReader {

    private static final double FULL = 1.0 / 32768;
    private static final double[] WEIGHTS = Interpolation.weights();
    private static final int WITHIN = MediaSound.BLOCK - 1;

    private @Nullable MediaSound sound;
    private boolean mono = true;

    /** What {@link #read} found, −1 … 1. */
    public double left;
    public double right;

    public void open(MediaSound recording) {
        sound = recording;
        mono = recording.channels() == 1;
    }

    /** Reads at a place in frames from the start; silence outside of what is there. */
    public void read(double place) {
        MediaSound from = sound;
        if (from == null) {
            return;
        }
        double whole = Functions.floor(place);
        int row = (int) ((place - whole) * Interpolation.PHASES) * Interpolation.POINTS;
        int first = (int) whole - Interpolation.BEFORE;
        int within = first & WITHIN;
        boolean inside = first >= 0 && within + Interpolation.POINTS <= MediaSound.BLOCK && first + Interpolation.POINTS <= from.frames();
        left = inside ? inside(from, 0, first, within, row) : edge(from, 0, first, row);
        right = mono ? left : inside ? inside(from, 1, first, within, row) : edge(from, 1, first, row);
    }

    private static double inside(MediaSound from, int channel, int first, int at, int row) {
        short[] s = from.block(channel, first / MediaSound.BLOCK);
        if (s == null) {
            return 0;
        }
        double[] w = WEIGHTS;
        return FULL * (((w[row] * s[at] + w[row + 1] * s[at + 1])
                + (w[row + 2] * s[at + 2] + w[row + 3] * s[at + 3]))
                + ((w[row + 4] * s[at + 4] + w[row + 5] * s[at + 5])
                + (w[row + 6] * s[at + 6] + w[row + 7] * s[at + 7])));
    }

    private static double edge(MediaSound from, int channel, int first, int row) {
        double sum = 0;
        for (int point = 0; point < Interpolation.POINTS; point++) {
            sum += WEIGHTS[row + point] * from.at(channel, first + point);
        }
        return sum * FULL;
    }
}
