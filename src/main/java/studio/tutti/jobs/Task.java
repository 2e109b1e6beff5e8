package studio.tutti.jobs;

import java.util.concurrent.CancellationException;

/** A job in the hands of a worker. */
public interface Task {

    /** The job as it was when the worker took it. */
    Job job();

    /**
     * Tells how far it is. Call it at least every tenth of a second: this is where a job that was called off ends.
     *
     * @param share 0 to 1
     * @throws CancellationException if nobody wants the job any more, or another worker has it; leave everything and go
     */
    void progress(double share);
}
