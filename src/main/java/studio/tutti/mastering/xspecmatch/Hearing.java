package studio.tutti.mastering.xspecmatch;

import java.io.IOException;
import studio.tutti.core.tone.Following;
import studio.tutti.mastering.spectrum.FramePowers;

/** The powers of a sound's bands, frame by frame. */
final class Hearing {

    private final FramePowers frames;
    private final int[] edges;
    private final double step;

    Hearing(FramePowers frames, int rate, int size) {
        this.frames = frames;
        step = (double) rate / size;
        edges = Following.edges(size / 2, step);
    }

    /** The bands of the next frame, a row as in {@link FramePowers}; no rows at the end. */
    float[][] next() throws IOException {
        double[][] powers = frames.next();
        if (powers == null) {
            return new float[0][];
        }
        float[][] rows = new float[powers.length][Following.BANDS];
        for (int i = 0; i < rows.length; i++) {
            Following.gather(powers[i], step, rows[i], edges);
        }
        return rows;
    }
}
