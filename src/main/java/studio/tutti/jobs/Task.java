package studio.tutti.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
     * Tells how much work it is, as soon as that is known: how long it will take is learned from those of its kind and shape that this node did.
     *
     * @param shape what takes alike, at most 40 UTF-16 units
     * @param size in units of the kind, such as seconds of sound; above 0
     */
    void weigh(String shape, double size);

    /** Tells that all that somebody waits for is there: what comes after isn't counted when it is learned how long such work takes. */
    void made();

    /** How long it will still run, as far as that can be told; see {@link Job#remaining}. */
    Optional<Duration> remaining();

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
