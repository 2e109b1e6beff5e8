package studio.tutti.collaboration;

/** Somebody asked for what only another person may do; the message is a sentence for them. */
public final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param reason one sentence */
    public NotAllowed(String reason) {
        super(reason);
    }
}
