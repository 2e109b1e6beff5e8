package studio.tutti.core.protocol;

/** Bytes that are not what they should be: truncated, over a limit, or of another version. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param reason one sentence */
    public Malformed(String reason) {
        super(reason, null, false, false);
    }
}
