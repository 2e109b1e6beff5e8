package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Interpolation;

/**
 * Walks through a sample: where it is, whether it loops, and the points around it.
 *
 * <p>The position is a frame and a fraction, so that it stays exact in the longest recording.
 */
final class Reader {

    /** The frame that the position falls on; within the loop once that has begun. */
    int frame;
    /** How far beyond that frame, 0 … 1. */
    double fraction;

    private short[] pcm = new short[0];
    private int end;
    private int loopStart;
    private int loopEnd;
    private boolean looping;
    private boolean round;

    /** Puts it at the zone's start. Modes: 1 loops on, 3 until the key is let go, anything else plays once. */
    void start(Zone zone) {
        pcm = zone.sample().pcm();
        frame = zone.start();
        fraction = 0;
        end = zone.end();
        loopStart = zone.loopStart();
        loopEnd = Math.min(zone.loopEnd(), end);
        int mode = zone.value(Generator.SAMPLE_MODES) & 3;
        looping = (mode & 1) == 1 && loopEnd > loopStart && frame < loopEnd;
        round = false;
    }

    /** Leaves a loop of mode 3 and plays on to the end. */
    void leaveLoop() {
        looping = false;
        round = false;
    }

    /** Whether the sample has been played to its end. */
    boolean over() {
        return !looping && frame >= end;
    }

    /** Goes on to a place counted from the present frame. */
    void advance(double place) {
        int whole = (int) place;
        fraction = place - whole;
        frame += whole;
        if (looping && frame >= loopEnd) {
            frame = loopStart + (frame - loopEnd) % (loopEnd - loopStart);
            round = true;
        }
    }

    /**
     * Lays out what lies around the position, from {@link Interpolation#BEFORE} frames before its frame on: the loop
     * round and round, silence beyond the sample's edges.
     *
     * @param count frames to lay out
     */
    void lay(double[] window, int count) {
        short[] from = pcm;
        int at = frame - Interpolation.BEFORE;
        if (round && at < loopStart) {
            int length = loopEnd - loopStart;
            at = loopEnd - 1 - (loopStart - 1 - at) % length;
        }
        int laid = 0;
        while (laid < count) {
            int edge = looping ? loopEnd : end;
            if (at >= edge) {
                if (!looping) {
                    break;
                }
                at = loopStart;
            }
            if (at < 0) {
                window[laid++] = 0;
                at++;
                continue;
            }
            int some = Math.min(count - laid, edge - at);
            for (int i = 0; i < some; i++) {
                window[laid + i] = from[at + i];
            }
            laid += some;
            at += some;
        }
        while (laid < count) {
            window[laid++] = 0;
        }
    }
}
