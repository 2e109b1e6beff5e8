package studio.tutti.core.arrangement;

/** An edit that breaks a rule of the model. The arrangement is as it was before; the message is for the author. */
public final class EditRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param reason one sentence that a musician understands */
    public EditRefused(String reason) {
        super(reason, null, false, false);
    }
}
