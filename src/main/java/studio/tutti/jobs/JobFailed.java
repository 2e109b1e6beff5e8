package studio.tutti.jobs;

/** Work that can't be done, however often it is tried. */
public final class JobFailed extends Exception {

    private static final long serialVersionUID = 1;

    /** @param reason one sentence for whoever asked */
    public JobFailed(String reason) {
        super(reason);
    }
}
