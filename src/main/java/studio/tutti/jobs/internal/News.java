package studio.tutti.jobs.internal;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.ByteReader;
import studio.tutti.core.protocol.ByteWriter;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.Jobs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** What nodes tell each other about jobs. It may be lost; whoever hears looks into the store, and looks now and then without hearing. */
@Component
class News implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private final ITopic<String> waiting;
    private final ITopic<UUID> unwanted;
    private final ITopic<String> changed;
    private final ITopic<UUID> told;
    private final ITopic<byte[]> said;
    private final Map<String, List<Runnable>> watchers = new ConcurrentHashMap<>();
    /** Songs whose watchers will be told: of what is new meanwhile they hear once. */
    private final Set<String> stale = ConcurrentHashMap.newKeySet();
    /** Watchers look into the store, which Hazelcast's own threads must not wait for. */
    private final ExecutorService teller = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("tutti-job-news").daemon().factory());

    News(HazelcastInstance hazelcast) {
        waiting = hazelcast.getTopic("tutti-jobs-waiting");
        unwanted = hazelcast.getTopic("tutti-jobs-unwanted");
        changed = hazelcast.getTopic("tutti-jobs-changed");
        told = hazelcast.getTopic("tutti-jobs-told");
        said = hazelcast.getTopic("tutti-jobs-said");
        changed.addMessageListener((Message<String> news) -> changed(news.getMessageObject()));
    }

    private void changed(String song) {
        if (!watchers.containsKey(song) || !stale.add(song)) {
            return;
        }
        try {
            teller.execute(() -> {
                stale.remove(song);
                watchers.getOrDefault(song, List.of()).forEach(News::run);
            });
        } catch (RejectedExecutionException stopped) {
            // nobody looks any more
        }
    }

    @Override
    public void destroy() {
        teller.shutdownNow();
    }

    void tellWaiting(String kind) {
        waiting.publish(kind);
    }

    void hearWaiting(Runnable ear) {
        waiting.addMessageListener(news -> ear.run());
    }

    void tellUnwanted(UUID job) {
        unwanted.publish(job);
    }

    void hearUnwanted(Consumer<UUID> ear) {
        unwanted.addMessageListener(news -> ear.accept(news.getMessageObject()));
    }

    /** A job was told something, or to stop. */
    void tellTold(UUID job) {
        told.publish(job);
    }

    void hearTold(Consumer<UUID> ear) {
        told.addMessageListener(news -> ear.accept(news.getMessageObject()));
    }

    /** A running job says something. */
    void tellSaid(Job job, byte[] content) {
        ByteWriter out = new ByteWriter();
        out.text(job.kind());
        out.word(job.id().getMostSignificantBits());
        out.word(job.id().getLeastSignificantBits());
        out.id(job.song());
        out.blob(content);
        said.publish(out.toBytes());
    }

    void hearSaid(String kind, Consumer<Jobs.Said> ear) {
        said.addMessageListener(news -> {
            ByteReader in = new ByteReader(news.getMessageObject());
            if (in.text(Short.MAX_VALUE).equals(kind)) {
                ear.accept(new Jobs.Said(new UUID(in.word(), in.word()), in.id(), in.blob(Integer.MAX_VALUE)));
            }
        });
    }

    void tellChanged(Id song) {
        changed.publish(song.toString());
    }

    Runnable watch(Id song, Runnable watcher) {
        String key = song.toString();
        watchers.compute(key, (each, there) -> {
            List<Runnable> list = there == null ? new CopyOnWriteArrayList<>() : there;
            list.add(watcher);
            return list;
        });
        return () -> watchers.computeIfPresent(key, (each, list) -> {
            list.remove(watcher);
            return list.isEmpty() ? null : list;
        });
    }

    private static void run(Runnable watcher) {
        try {
            watcher.run();
        } catch (RuntimeException failure) {
            LOG.warn("A watcher of jobs failed", failure);
        }
    }
}
