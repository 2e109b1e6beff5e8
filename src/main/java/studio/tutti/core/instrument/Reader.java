package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Interpolation;

/**
 * Walks through a sample: where it is, whether it loops, and the points around it.
 *
 * <p>The position is a frame and a fraction, so that it stays exact in the longest recording.
 */
final class Reader {

    private static final double[] WEIGHTS = Interpolation.weights();

    short[] pcm = new short[0];
    int frame;
    double fraction;
    /** First frame that may be read as it lies; the loop's first once it has come round. */
    int low;
    /** The frame after the last that may be read as it lies. */
    int high;

    private int end;
    private int loopStart;
    private int loopLength;
    private boolean looping;
    private boolean round;

    /** Puts it at the zone's start. Modes: 1 loops on, 3 until the key is let go, anything else plays once. */
    void start(Zone zone) {
        pcm = zone.sample().pcm();
        frame = zone.start();
        fraction = 0;
        low = frame;
        end = zone.end();
        loopStart = zone.loopStart();
        loopLength = Math.min(zone.loopEnd(), end) - loopStart;
        int mode = zone.value(Generator.SAMPLE_MODES) & 3;
        looping = (mode & 1) == 1 && loopLength > 0 && frame < loopStart + loopLength;
        round = false;
        high = looping ? loopStart + loopLength : end;
    }

    /** Leaves a loop of mode 3 and plays on to the end. */
    void leaveLoop() {
        looping = false;
        round = false;
        low = 0;
        high = end;
    }

    /** From a frame at or beyond {@link #high}: the frame in the loop that it means, or −1 where the sound is over. */
    int turn(int beyond) {
        if (!looping) {
            return -1;
        }
        int at = beyond - loopLength;
        while (at >= high) {
            at -= loopLength;
        }
        round = true;
        low = loopStart;
        return at;
    }

    /** The value at a position where some of the eight points lie beyond an edge or around the loop. */
    double edge(int position, int row) {
        double sum = 0;
        for (int point = 0; point < Interpolation.POINTS; point++) {
            int at = position - Interpolation.BEFORE + point;
            if (looping) {
                while (at >= high) {
                    at -= loopLength;
                }
                while (round && at < loopStart) {
                    at += loopLength;
                }
            }
            if (at >= 0 && at < end) {
                sum += WEIGHTS[row + point] * pcm[at];
            }
        }
        return sum;
    }
}
