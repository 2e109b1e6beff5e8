package studio.tutti.collaboration;

/** An edit that was handed in, and nobody knows yet whether it is stored. */
public final class NotStoredYet extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param reason one sentence for the person */
    public NotStoredYet(String reason) {
        super(reason);
    }
}
