package studio.tutti.mastering.xspecmatch;

import java.util.List;
import studio.tutti.core.tone.Following;
import studio.tutti.mastering.spectrum.BandCurves;

/** Makes the curves of all frames, stretch by stretch. */
final class Curves {

    private final BandCurves frames;
    private boolean begun;

    Curves(BandCurves frames) {
        this.frames = frames;
    }

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
            if (t < gains.length) {
                frames.add(gains[t]);
            } else {
                frames.repeat();
            }
        }
        begun = true;
    }
}
