package studio.tutti.jobs;

/** One kind of work; every node that works has one of each kind among its beans. */
public interface Work {

    /** Its name in the store. */
    String kind();

    /** Whether its jobs go on until they are stopped: they have workers of their own, so that they never hold up the others. */
    default boolean isLive() {
        return false;
    }

    /**
     * Does a job, on a thread of its own. It may be done more than once when workers die, so whatever it leaves behind must be the same.
     *
     * @return the result, at most 8,000 UTF-16 units; written once, by the attempt that holds the job
     * @throws JobFailed if it can't be done at all
     * @throws Exception if something went wrong; it is tried again, three times in all
     */
    String run(Task task) throws Exception;
}
