package studio.tutti.collaboration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.core.arrangement.Kind;

/** Pages that go on editing whatever happens to their servers, and come back to any that is there. */
final class Crowded implements AutoCloseable {

    /** Far from what a song may have, however long they go on. */
    private static final int MOST_TRACKS = 100;
    private static final int MOST_PENDING = 40;
    private static final long AGAIN_NANOS = 200_000_000;

    private final Band band = new Band();
    private final List<LoadPage> pages = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final String link;
    private final Supplier<List<String>> servers;
    private volatile boolean working = true;

    /** @param servers the addresses of those that are up now */
    Crowded(String link, int size, Supplier<List<String>> servers) {
        this.link = link;
        this.servers = servers;
        for (int i = 0; i < size; i++) {
            LoadPage page = band.page();
            pages.add(page);
            threads.add(Thread.startVirtualThread(() -> work(page)));
        }
    }

    private void work(LoadPage page) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int number = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!page.isConnected()) {
                    List<String> up = servers.get();
                    page.connect(up.get(random.nextInt(up.size())), link).orTimeout(5, TimeUnit.SECONDS).join();
                }
            } catch (RuntimeException notNow) {
                page.close();
                LockSupport.parkNanos(AGAIN_NANOS); // a server that starts needs the processor more
            }
            if (working && page.<Integer>read(replica -> replica.pendingCount()) < MOST_PENDING) {
                Band.setTempo(page, 300_000 + random.nextInt(400_000));
                if (number++ % 100 == 0 && page.<Integer>read(replica -> replica.arrangement().count(Kind.TRACK)) < MOST_TRACKS) {
                    Band.addTrack(page, "Track " + number);
                }
            }
            try {
                Thread.sleep(random.nextInt(10, 40));
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    Band band() {
        return band;
    }

    List<LoadPage> pages() {
        return pages;
    }

    long acknowledged() {
        return band.acknowledged.size();
    }

    /** Waits until so many more edits were acknowledged. */
    void untilAcknowledged(long more) {
        long target = acknowledged() + more;
        Band.until(more + " edits are acknowledged", () -> acknowledged() >= target);
    }

    /** Lets everybody finish what they began. */
    void settle() {
        working = false;
        Band.until("everything is stored and everybody agrees", () -> {
            long head = pages.stream().mapToLong(page -> page.read(replica -> replica.revision())).max().orElse(0);
            return pages.stream().allMatch(page -> page.isConnected()
                    && page.read(replica -> replica.revision() == head && replica.pendingCount() == 0));
        });
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        band.close();
    }
}
