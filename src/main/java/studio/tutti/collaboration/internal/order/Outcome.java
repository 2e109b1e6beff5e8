package studio.tutti.collaboration.internal.order;

/** What became of an edit that was handed in. */
public sealed interface Outcome {

    /**
     * It is in the log, now or since earlier.
     *
     * @param revision its place
     * @param checksum of the song after it
     */
    record Stored(long revision, long checksum) implements Outcome {}

    /**
     * It was not taken, and never will be under this id as it is.
     *
     * @param reason one sentence for its author
     * @param after the revision that it was judged at
     */
    record Refused(String reason, long after) implements Outcome {}

    /** Not decided: another node orders this song now, hand it in there. */
    record Elsewhere() implements Outcome {}
}
