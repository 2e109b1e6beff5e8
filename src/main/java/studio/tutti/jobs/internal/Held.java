package studio.tutti.jobs.internal;

import studio.tutti.jobs.Job;
import studio.tutti.jobs.Task;

import java.util.concurrent.CancellationException;

/** A job that a worker of this node holds. */
final class Held implements Task {

    private final Job job;
    private volatile double share;
    private volatile boolean left;
    private volatile boolean full;

    Held(Job job) {
        this.job = job;
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public void progress(double share) {
        if (left) {
            throw new CancellationException();
        }
        this.share = Math.clamp(share, 0, 1);
    }

    double share() {
        return share;
    }

    boolean isLeft() {
        return left;
    }

    /** Makes the worker leave it for want of room on the disk. */
    void leaveFull() {
        full = true;
        left = true;
    }

    boolean isFull() {
        return full;
    }

    /** Makes the worker leave it when it tells next how far it is. It isn't interrupted: that would close the file of an H2 store under it. */
    void leave() {
        left = true;
    }
}
