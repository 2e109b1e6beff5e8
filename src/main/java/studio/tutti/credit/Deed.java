package studio.tutti.credit;

/** What somebody did to notes. */
public enum Deed {
    /** Wrote them, by hand, by playing, by pasting, from a file. */
    MADE,
    /** Let them in, when an assistant or somebody else had made them. */
    ACCEPTED,
    /** Moved them, made them longer, louder … */
    EDITED,
    /** Took them out. */
    REMOVED,
    /** Brought them back. */
    RETURNED
}
