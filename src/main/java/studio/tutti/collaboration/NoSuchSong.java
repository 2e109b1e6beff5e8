package studio.tutti.collaboration;

/** There is no song behind a link, or it lies in the trash. */
public final class NoSuchSong extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The sentence for the person who tried to open it. */
    public NoSuchSong() {
        super("There is no song behind this link. It may have been put in the trash by the one who made it.");
    }
}
