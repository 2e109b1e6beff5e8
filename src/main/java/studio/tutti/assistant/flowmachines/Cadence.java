package studio.tutti.assistant.flowmachines;

/** How the last section ends. */
public enum Cadence {
    /** As the style does. */
    FREE,
    /** On the tonic chord. */
    TONIC,
    /** On the tonic chord after the dominant. */
    AUTHENTIC,
    /** On the tonic chord after the subdominant. */
    PLAGAL,
    /** On the dominant. */
    HALF
}
