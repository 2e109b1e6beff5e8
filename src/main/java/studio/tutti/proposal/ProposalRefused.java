package studio.tutti.proposal;

/** Something about a proposal that can't be; the message is a sentence for whoever wanted it. */
public final class ProposalRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param reason one sentence */
    public ProposalRefused(String reason) {
        super(reason);
    }
}
