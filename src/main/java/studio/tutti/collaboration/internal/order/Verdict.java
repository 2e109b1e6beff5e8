package studio.tutti.collaboration.internal.order;

import studio.tutti.collaboration.internal.store.Append;

/** What the owner says of an edit; it holds once everything judged before it is stored. */
sealed interface Verdict {

    /**
     * It is taken, under the next revision, if the store takes it.
     *
     * @param line what is to be stored
     * @param name what the song is called after it
     */
    record Taken(Append.Line line, String name) implements Verdict {}

    /** Nothing is to be stored: it was known, or it is refused. */
    record Settled(Outcome outcome) implements Verdict {}
}
