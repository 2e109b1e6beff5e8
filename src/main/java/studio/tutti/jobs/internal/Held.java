package studio.tutti.jobs.internal;

import studio.tutti.jobs.Job;
import studio.tutti.jobs.Task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final Durations durations;
    private final long begun = System.nanoTime();
    private volatile long expected = -1;
    private String shape = "";
    private double size;
    private volatile long took = -1;

    Held(Job job, JobStore store, News news, Durations durations) {
        this.job = job;
        this.durations = durations;
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
    public void weigh(String shape, double size) {
        this.shape = shape;
        this.size = size;
        expected = durations.expect(job.kind(), shape, size).map(Duration::toMillis).orElse(-1L);
        store.weigh(job, shape, size, expected);
        news.tellChanged(job.song());
    }

    @Override
    public Optional<Duration> remaining() {
        return job.at(share, expected).remaining(Instant.now());
    }

    @Override
    public void made() {
        if (took < 0) {
            took = (System.nanoTime() - begun) / 1_000_000;
        }
    }

    /** Learns how long it took, now that it is done. */
    void learn() {
        made();
        // what a worker before had finished was not done here
        if (size > 0 && job.attempt() == 1) {
            durations.learn(job.kind(), shape, size, took);
            store.took(job, took);
        }
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
