package studio.tutti.mastering.spectrum;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.tone.Following;

/** Curves by third octaves, frame by frame, in 1/256 of an octave of power (a gain of 3.01 dB is an octave): 62 bytes a frame. */
public final class BandCurves {

    private static final float STEPS = 256;

    private final List<short[]> frames = new ArrayList<>();
    private final int reach;

    /** @param smoothing octaves over which each frame's curve is smoothed; a third of an octave is as it is */
    public BandCurves(double smoothing) {
        reach = Math.max(0, (int) Math.rint(3 * smoothing) - 1);
    }

    /** Adds a frame's gains. */
    public void add(float[] gains) {
        short[] packed = new short[gains.length];
        for (int b = 0; b < gains.length; b++) {
            float sum = 0;
            float weights = 0;
            for (int near = Math.max(-reach, -b); near <= reach && b + near < gains.length; near++) {
                float weight = reach + 1 - Math.abs(near);
                sum += weight * gains[b + near];
                weights += weight;
            }
            packed[b] = (short) Math.round(sum / weights * STEPS);
        }
        frames.add(packed);
    }

    /** Adds a frame with the gains of the last, none for the first. */
    public void repeat() {
        frames.add(frames.isEmpty() ? new short[Following.BANDS / 4] : frames.getLast());
    }

    /** The gains of a frame, those of the last where there are no more. */
    float[] at(long frame) {
        short[] packed = frames.get((int) Math.min(frames.size() - 1, frame));
        float[] gains = new float[packed.length];
        for (int b = 0; b < gains.length; b++) {
            gains[b] = packed[b] / STEPS;
        }
        return gains;
    }
}
