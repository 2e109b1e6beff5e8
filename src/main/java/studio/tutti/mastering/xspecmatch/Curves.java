package studio.tutti.mastering.xspecmatch;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.tone.Following;

/** The gains of all frames, stretch by stretch, in 1/256 of an octave of power: 61 bytes a frame. */
final class Curves {

    private static final float STEPS = 256;

    private final List<short[]> frames = new ArrayList<>();
    private boolean begun;

    /**
     * Adds a stretch.
     *
     * @param have bands of the frames; the first two overlaps of them were the last of the stretch before
     * @param want bands of the reference, an empty row where it has ended
     * @param overlap frames whose gains are left to the next stretch
     * @param last whether there is no next
     */
    void add(Following following, List<float[]> have, List<float[]> want, int overlap, boolean last) {
        int heard = 0;
        while (heard < want.size() && want.get(heard).length > 0) {
            heard++;
        }
        float[][] gains = heard == 0 ? new float[0][]
                : following.gains(have.subList(0, heard).toArray(float[][]::new), want.subList(0, heard).toArray(float[][]::new));
        int from = begun ? overlap : 0;
        int to = last ? have.size() : have.size() - overlap;
        for (int t = from; t < to; t++) {
            frames.add(t < gains.length ? packed(gains[t]) : frames.isEmpty() ? new short[Following.BANDS / 4] : frames.getLast());
        }
        begun = true;
    }

    private static short[] packed(float[] gains) {
        short[] packed = new short[gains.length];
        for (int b = 0; b < gains.length; b++) {
            packed[b] = (short) Math.round(gains[b] * STEPS);
        }
        return packed;
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
