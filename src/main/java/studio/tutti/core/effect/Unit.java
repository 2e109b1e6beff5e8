package studio.tutti.core.effect;

/** What a parameter is counted in. */
public enum Unit {
    DECIBELS, HERTZ, MILLISECONDS, SECONDS, PERCENT, SEMITONES, CENTS, DEGREES,
    /** The first number of a ratio to one. */
    RATIO,
    /** A plain number, such as a filter's quality. */
    NUMBER,
    /** Off (0) or on (1). */
    SWITCH,
    /** One of the parameter's choices, by its place from 0. */
    CHOICE
}
