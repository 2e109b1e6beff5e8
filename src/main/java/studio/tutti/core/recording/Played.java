package studio.tutti.core.recording;

import studio.tutti.core.arrangement.Id;

/**
 * One thing that hands did.
 *
 * @param millis when, in milliseconds of the page's clock
 * @param track the track that it was played on
 * @param what the kind
 * @param number the key of a note, the number of a controller; 0 for the others
 * @param value a note's velocity 1 … 127, a controller's or pressure's value 0 … 127, the wheel's 0 … 16,383
 */
public record Played(double millis, Id track, What what, int number, int value) {

    /** What hands do. */
    public enum What {
        DOWN,
        UP,
        CONTROL,
        BEND,
        PRESSURE
    }
}
