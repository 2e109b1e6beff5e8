package studio.tutti.jobs.internal;

import studio.tutti.jobs.Job;
import studio.tutti.jobs.Task;

import java.util.List;
import java.util.concurrent.CancellationException;

/** A job that a worker of this node holds. */
final class Held implements Task {

    private final Job job;
    private final JobStore store;
    private final News news;
    private volatile double share;
    private volatile boolean stopped;
    /** Whether it may have been told something that isn't here yet; at the beginning the store is asked. */
    private volatile boolean told = true;
    private List<String> heard = List.of();
    private volatile boolean left;
    private volatile boolean full;

    Held(Job job, JobStore store, News news) {
        this.job = job;
        this.store = store;
        this.news = news;
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

    @Override
    public void say(byte[] content) {
        if (!left) {
            news.tellSaid(job, content);
        }
    }

    @Override
    public List<String> heard() {
        if (told) {
            told = false;
            heard = store.messages(job.id());
        }
        return heard;
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    /** It may have been told something. */
    void tell() {
        told = true;
    }

    void stop() {
        stopped = true;
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
