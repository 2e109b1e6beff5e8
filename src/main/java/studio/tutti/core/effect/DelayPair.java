package studio.tutti.core.effect;

import studio.tutti.core.dsp.DelayLine;

/**
 * Delays both channels by whole frames, for echoes and to keep what is early in step with what is late. A new delay is faded to, so that
 * nothing clicks and no pitch bends; while it fades, the next one waits.
 */
public final class DelayPair {

    private final DelayLine leftLine = new DelayLine();
    private final DelayLine rightLine = new DelayLine();
    private int cells = 1;
    private int goalLeft;
    private int goalRight;
    private int nowLeft;
    private int nowRight;
    private int oldLeft;
    private int oldRight;
    private int fading;
    private double weight = 1;
    private double step;

    /** What comes out after {@link #next} or {@link #read}. */
    public double left;
    public double right;

    /** Makes room for some frames, and fades over some cells. */
    public void hold(int frames, int fadeCells) {
        leftLine.hold(frames);
        rightLine.hold(frames);
        cells = fadeCells;
    }

    /** Makes room for the left side as the first piece, for the right as the second, and says whether the piece is one of these. */
    boolean hold(int frames, int fadeCells, int piece) {
        cells = fadeCells;
        if (piece < 2) {
            (piece == 0 ? leftLine : rightLine).hold(frames);
        }
        return piece < 2;
    }

    /** The delays of both sides from now on. */
    public void aim(int leftFrames, int rightFrames) {
        goalLeft = leftFrames;
        goalRight = rightFrames;
    }

    /** Delays as it shall at once, without a fade. */
    public void settle() {
        nowLeft = goalLeft;
        nowRight = goalRight;
        fading = 0;
        weight = 1;
        step = 0;
    }

    /** Begins a cell. */
    public void begin() {
        if (fading == 0 && (goalLeft != nowLeft || goalRight != nowRight)) {
            oldLeft = nowLeft;
            oldRight = nowRight;
            nowLeft = goalLeft;
            nowRight = goalRight;
            fading = cells;
            weight = 0;
            step = 1.0 / (cells * Effect.CELL);
        }
    }

    /** Ends a cell. */
    public void end() {
        if (fading > 0) {
            fading--;
            if (fading == 0) {
                weight = 1;
                step = 0;
            }
        }
    }

    /** Forgets every frame, and settles. */
    public void clear() {
        leftLine.clear();
        rightLine.clear();
        settle();
    }

    /** Takes a frame and gives the delayed one; a delay of 0 gives the frame itself. */
    public void next(double l, double r) {
        write(l, r);
        read(0);
    }

    /** Takes a frame. */
    public void write(double l, double r) {
        leftLine.write(l);
        rightLine.write(r);
    }

    /** Gives the delayed frame, from lines written some frames less often: 1 if this frame is still to be written. */
    public void read(int missing) {
        left = leftLine.read(nowLeft - missing);
        right = rightLine.read(nowRight - missing);
        if (fading > 0) {
            weight += step;
            double smooth = weight * weight * (3 - 2 * weight);
            left = left * smooth + leftLine.read(oldLeft - missing) * (1 - smooth);
            right = right * smooth + rightLine.read(oldRight - missing) * (1 - smooth);
        }
    }
}
