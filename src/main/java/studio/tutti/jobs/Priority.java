package studio.tutti.jobs;

/** Who waits for a job. */
public enum Priority {
    /** Somebody sits before the page. */
    SOMEBODY_WAITS,
    /** Nobody does. */
    BACKGROUND
}
