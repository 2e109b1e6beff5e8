package studio.tutti.collaboration.internal.room;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does tasks one after another in their order, on a virtual thread while there are any. */
final class Strand {

    private static final Logger LOG = LoggerFactory.getLogger(Strand.class);

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    /** Adds a task; returns at once. */
    void run(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        Thread.startVirtualThread(this::work);
    }

    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException failure) {
                LOG.error("A room failed to do something", failure);
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (tasks) {
            Runnable task = tasks.poll();
            running = task != null;
            return task;
        }
    }
}
