package studio.tutti.assistant;

/** A request that can't be fulfilled, such as constraints that clash. */
public final class CantPropose extends Exception {

    private static final long serialVersionUID = 1;

    /** @param reason one sentence for whoever asked: what clashes, and what to do */
    public CantPropose(String reason) {
        super(reason);
    }
}
