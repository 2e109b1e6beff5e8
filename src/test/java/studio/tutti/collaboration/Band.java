package studio.tutti.collaboration;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.protocol.Message;

/** People with pages, what they were told, and waiting for it. */
final class Band implements AutoCloseable, LoadPage.Listener {

    /** Long enough for a machine that does much else. */
    private static final long PATIENCE_SECONDS = 180;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<LoadPage> pages = new CopyOnWriteArrayList<>();
    final Map<Id, Long> acknowledged = new ConcurrentHashMap<>();
    final Set<Id> twice = ConcurrentHashMap.newKeySet();
    final Map<LoadPage, ConcurrentLinkedQueue<Message.FromServer>> heard = new ConcurrentHashMap<>();

    /** A page of somebody new. */
    LoadPage page() {
        return page(Secret.fresh());
    }

    LoadPage page(Secret secret) {
        LoadPage page = new LoadPage(http, secret, this);
        heard.put(page, new ConcurrentLinkedQueue<>());
        pages.add(page);
        return page;
    }

    /** A page of somebody new, in a song's room. */
    LoadPage in(Node node, String link) {
        LoadPage page = page();
        page.connect(node.url(), link).orTimeout(30, TimeUnit.SECONDS).join();
        return page;
    }

    @Override
    public void acknowledged(LoadPage page, Id edit, long revision) {
        Long before = acknowledged.put(edit, revision);
        if (before != null && before != revision) {
            twice.add(edit);
        }
    }

    @Override
    public void heard(LoadPage page, Message.FromServer message) {
        heard.get(page).add(message);
    }

    /** Waits until a page has been told something. */
    <T extends Message.FromServer> T hears(LoadPage page, Class<T> type, Predicate<T> which) {
        until("the page hears " + type.getSimpleName(), () -> heard.get(page).stream().anyMatch(each -> type.isInstance(each) && which.test(type.cast(each))));
        return heard.get(page).stream().filter(type::isInstance).map(type::cast).filter(which).findFirst().orElseThrow();
    }

    /** Waits for something to become true. */
    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within " + PATIENCE_SECONDS + " s that " + what + ".");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** Waits until all pages are at one revision with nothing pending. */
    void untilOne() {
        until("all pages agree", () -> {
            long head = pages.stream().mapToLong(page -> page.read(replica -> replica.revision())).max().orElse(0);
            return pages.stream().allMatch(page -> page.read(replica -> replica.revision() == head && replica.pendingCount() == 0));
        });
    }

    /** Adds a track to the song. */
    static Edit addTrack(LoadPage page, String name) {
        return page.edit("track.add", List.of(new Operation.Add(
                page.read(replica -> replica.newId()), Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.NAME, name))));
    }

    /** Gives the song's tempo another value. */
    static Edit setTempo(LoadPage page, long tempo) {
        return page.edit("song.tempo", List.of(new Operation.Set(Arrangement.ROOT, Property.TEMPO, tempo)));
    }

    static List<String> tracks(LoadPage page) {
        return page.read(replica -> replica.arrangement().root().children(Kind.TRACK).stream()
                .map(track -> track.text(Property.NAME)).sorted().toList());
    }

    @Override
    public void close() {
        pages.forEach(LoadPage::close);
        http.shutdownNow();
    }
}
