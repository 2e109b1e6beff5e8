package studio.tutti.jobs.internal;

import com.hazelcast.core.HazelcastInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.JobFailed;
import studio.tutti.jobs.Work;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The workers of this node, if it has the role: each a thread that takes the next job, does it and writes its end. */
@Component
class Workers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int MOST_ATTEMPTS = 3;
    /** How often the store is looked at without having been woken, and leases are renewed. */
    private static final long LOOK_MILLIS = 2_000;
    private static final long RENEW_MILLIS = 700;
    private static final long TIDY_MILLIS = 60_000;
    private static final int LONGEST_ERROR = 500;
    private static final int MOST_LEARNED = 500;
    private static final long KEPT_MILLIS = TimeUnit.DAYS.toMillis(7);

    private final JobStore store;
    private final News news;
    private final Map<String, Work> works;
    private final int count;
    private final int liveCount;
    private final List<String> liveKinds;
    private final List<String> otherKinds;
    private final String name;
    private final File disk;
    private final long spare;
    private final Semaphore woken = new Semaphore(0);
    private final Semaphore liveWoken = new Semaphore(0);
    private final Durations durations = new Durations();
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("tutti-leases").daemon().factory());
    private volatile boolean running;
    private volatile boolean stopping;

    Workers(JobStore store, News news, List<Work> works, HazelcastInstance hazelcast, @Value("${tutti.role:web,worker}") String roles,
            @Value("${tutti.jobs.workers:0}") int count, @Value("${tutti.jobs.live:0}") int live, @Value("${tutti.data}") Path data, @Value("${tutti.jobs.spare:268435456}") long spare) {
        disk = data.toFile();
        this.spare = spare;
        this.store = store;
        this.news = news;
        this.works = works.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
        boolean isWorker = List.of(roles.split(",")).contains("worker");
        this.count = !isWorker ? 0 : count > 0 ? count : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        liveKinds = works.stream().filter(Work::isLive).map(Work::kind).toList();
        otherKinds = works.stream().filter(work -> !work.isLive()).map(Work::kind).toList();
        liveCount = this.count == 0 || liveKinds.isEmpty() ? 0 : live > 0 ? live : this.count;
        name = hazelcast.getCluster().getLocalMember().getAddress() + " " + hazelcast.getCluster().getLocalMember().getUuid();
    }

    @Override
    public void start() {
        running = true;
        if (count > 0) {
            store.done(name.substring(0, name.indexOf(' ')), MOST_LEARNED)
                    .forEach(done -> durations.learn(done.kind(), done.shape(), done.size(), done.millis()));
        }
        news.hearWaiting(this::wake);
        news.hearUnwanted(job -> Optional.ofNullable(held.get(job)).ifPresent(Held::leave));
        news.hearTold(job -> Optional.ofNullable(held.get(job)).ifPresent(task -> {
            task.tell();
            Thread.startVirtualThread(() -> askIfStopped(task));
        }));
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().name("tutti-worker-" + (i + 1)).daemon().start(() -> work(otherKinds, woken)));
        }
        for (int i = 0; i < liveCount; i++) {
            threads.add(Thread.ofPlatform().name("tutti-live-" + (i + 1)).daemon().start(() -> work(liveKinds, liveWoken)));
        }
        if (count > 0) {
            clock.scheduleWithFixedDelay(this::renew, RENEW_MILLIS, RENEW_MILLIS, TimeUnit.MILLISECONDS);
            clock.scheduleWithFixedDelay(this::tidy, TIDY_MILLIS, TIDY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void wake() {
        if (woken.availablePermits() < count) {
            woken.release();
        }
        if (liveWoken.availablePermits() < liveCount) {
            liveWoken.release();
        }
    }

    private void askIfStopped(Held task) {
        try {
            if (store.isStopped(task.job().id())) {
                task.stop();
            }
        } catch (RuntimeException failure) {
            LOG.warn("A job could not be asked about: {}", failure.toString());
        }
    }

    private void work(List<String> kinds, Semaphore woken) {
        while (!stopping) {
            try {
                Optional<Job> next = store.take(name, kinds);
                if (next.isPresent()) {
                    run(next.get());
                } else if (woken.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("A worker could not reach the store: {}", failure.toString());
                LockSupport.parkNanos(LOOK_MILLIS * 1_000_000);
            }
        }
    }

    private void run(Job job) {
        Held task = new Held(job, store, news, durations);
        held.put(job.id(), task);
        wake(); // there may be more for those who sleep
        news.tellChanged(job.song());
        try {
            if (job.attempt() > MOST_ATTEMPTS) {
                end(job, Job.State.FAILED, null, "Three workers broke off over it.");
                return;
            }
            Work work = works.get(job.kind());
            if (work.isLive()) {
                askIfStopped(task); // by somebody who told the worker before
            }
            String result = work.run(task);
            task.learn();
            end(job, Job.State.DONE, result, null);
        } catch (JobFailed failed) {
            end(job, Job.State.FAILED, null, failed.getMessage());
        } catch (Throwable failure) { // whatever it is, the worker lives on
            brokenOff(task, failure);
        } finally {
            held.remove(job.id());
            news.tellChanged(job.song());
        }
    }

    private void brokenOff(Held task, Throwable failure) {
        Job job = task.job();
        if (task.isFull()) {
            end(job, Job.State.FAILED, null, "The studio's disk is full: make room there, then ask again.");
            return;
        }
        if (task.isLeft()) {
            if (stopping) {
                store.giveBackUntried(job);
                news.tellWaiting(job.kind());
            } else {
                store.end(job, Job.State.CANCELLED, null, null);
            }
            return;
        }
        LOG.warn("A job of the kind {} broke off", job.kind(), failure);
        if (job.attempt() >= MOST_ATTEMPTS) {
            end(job, Job.State.FAILED, null, "Something went wrong with it three times; ask again, or tell whoever runs this studio.");
        } else {
            store.giveBack(job);
            news.tellWaiting(job.kind());
        }
    }

    private void end(Job job, Job.State state, @Nullable String result, @Nullable String error) {
        String sentence = error != null && error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR - 1) + "…" : error;
        if (!store.end(job, state, result, sentence)) {
            LOG.info("The end of a job was not written: another worker has it");
        }
    }

    private void renew() {
        // edits need the room that is left; a worker writes less than that before it hears of it
        boolean full = !held.isEmpty() && disk.exists() && disk.getUsableSpace() < spare;
        for (Held task : held.values()) {
            try {
                if (full) {
                    task.leaveFull();
                }
                if ((full || !task.isLeft()) && !store.hold(task.job(), task.share())) {
                    task.leave();
                }
                if (liveKinds.contains(task.job().kind())) {
                    task.tell(); // the news of it may have been lost
                    askIfStopped(task);
                }
                news.tellChanged(task.job().song());
            } catch (RuntimeException failure) {
                LOG.warn("A lease could not be renewed: {}", failure.toString());
            }
        }
    }

    private void tidy() {
        try {
            store.endUnwanted();
            store.forget(KEPT_MILLIS);
        } catch (RuntimeException failure) {
            LOG.warn("Old jobs could not be put away: {}", failure.toString());
        }
    }

    /** Jobs that run are given back, for others or for later. */
    @Override
    public void stop() {
        stopping = true;
        clock.shutdownNow();
        held.values().forEach(Held::leave);
        woken.release(count);
        liveWoken.release(liveCount);
        for (Thread thread : threads) {
            try {
                thread.join(2_000);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
