package studio.tutti.jobs;

/** A job that was not taken. */
public final class JobRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param reason one sentence for whoever asked */
    public JobRefused(String reason) {
        super(reason);
    }
}
