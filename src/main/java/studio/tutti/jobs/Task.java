package studio.tutti.jobs;

import java.util.List;
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

    /**
     * Says something that is worth nothing later, such as a part of the result, to whoever listens on any node.
     *
     * @param content at most a few hundred kilobytes
     */
    void say(byte[] content);

    /**
     * What the job was told, in its order; the whole of it each time, so that a worker which takes the job over goes on where the last one was.
     */
    List<String> heard();

    /** Whether somebody wants it to come to its end with what it has. */
    boolean isStopped();
}
