package studio.tutti.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import studio.tutti.account.Secret;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.protocol.Presence;
import tools.jackson.databind.json.JsonMapper;

/**
 * Editors at work: each draws, moves and changes notes at its rate, at moments of its own. From the gesture until the
 * edit is applied on another's page is one propagation.
 */
final class Load implements AutoCloseable, LoadPage.Listener {

    private static final int NOTES = 200;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<LoadPage> pages = new ArrayList<>();
    private final Map<Id, Long> sent = new ConcurrentHashMap<>();
    private final Latencies propagation = new Latencies();
    private final Latencies acknowledgement = new Latencies();
    private final LongAdder made = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(1, Thread.ofPlatform().name("editors").daemon().factory());

    /** Fills the rooms of a scenario with editors. */
    Load(Scenario scenario, List<String> servers) throws IOException, InterruptedException {
        for (int room = 0; room < scenario.rooms(); room++) {
            String link = song(servers.getFirst());
            for (int editor = 0; editor < scenario.editors(); editor++) {
                LoadPage page = new LoadPage(http, Secret.fresh(), this);
                page.connect(servers.get(editor % servers.size()), link).orTimeout(60, TimeUnit.SECONDS).join();
                if (editor == 0) {
                    begin(page);
                }
                pages.add(page);
            }
        }
    }

    private String song(String server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/songs?name=Load"))
                .header("Cookie", "tutti-person=" + Secret.fresh().text())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("No song could be made: " + response.statusCode() + " " + response.body());
        }
        return JsonMapper.shared().readTree(response.body()).get("link").stringValue();
    }

    /** A track with a clip and some notes to play with. */
    private static void begin(LoadPage page) {
        Id track = page.read(replica -> replica.newId());
        Id content = page.read(replica -> replica.newId());
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation.Add(track, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.NAME, "Piano")));
        operations.add(new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)));
        operations.add(new Operation.Add(page.read(replica -> replica.newId()), Kind.CLIP,
                Map.of(Property.PARENT, track, Property.CONTENT, content, Property.LENGTH, 960L * 64)));
        for (int i = 0; i < NOTES; i++) {
            operations.add(note(page, content));
        }
        page.edit("clip.add", operations);
    }

    private static Operation note(LoadPage page, Id content) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new Operation.Add(page.read(replica -> replica.newId()), Kind.NOTE, Map.of(
                Property.PARENT, content,
                Property.START, 240L * random.nextInt(256),
                Property.LENGTH, 240L,
                Property.PITCH, 36L + random.nextInt(48),
                Property.VELOCITY, 1L + random.nextInt(127)));
    }

    /** Lets everybody work for a while and measures. */
    void work(double rate, double moves, long warmUpMillis, long millis) throws InterruptedException {
        List<ScheduledFuture<?>> work = new ArrayList<>();
        for (LoadPage page : pages) {
            work.add(every(rate, () -> gesture(page)));
            if (moves > 0) {
                work.add(every(moves, () -> page.move(new Presence(
                        Arrangement.ROOT, ThreadLocalRandom.current().nextInt(61_440), 60, 0, false, Id.NONE, List.of()))));
            }
        }
        Thread.sleep(warmUpMillis);
        propagation.clear();
        acknowledgement.clear();
        made.reset();
        stored.reset();
        Thread.sleep(millis);
        work.forEach(each -> each.cancel(false));
    }

    private ScheduledFuture<?> every(double rate, Runnable gesture) {
        long period = (long) (1e9 / rate);
        return clock.scheduleAtFixedRate(gesture, ThreadLocalRandom.current().nextLong(period), period, TimeUnit.NANOSECONDS);
    }

    private static void gesture(LoadPage page) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        List<Element> contents = page.read(replica -> List.copyOf(replica.arrangement().root().children(Kind.CONTENT)));
        if (contents.isEmpty() || !page.isConnected()) {
            return;
        }
        Element content = contents.getFirst();
        int kind = random.nextInt(10);
        List<Operation> operations = page.read(replica -> {
            List<Element> notes = content.children(Kind.NOTE);
            if (notes.size() < NOTES / 2 || kind < 2 && notes.size() < NOTES * 2) {
                return List.of();
            }
            Id note = notes.get(random.nextInt(notes.size())).id();
            return kind < 3
                    ? List.<Operation>of(new Operation.Remove(note))
                    : kind < 7
                            ? List.<Operation>of(
                                    new Operation.Set(note, Property.START, 240L * random.nextInt(256)),
                                    new Operation.Set(note, Property.PITCH, 36L + random.nextInt(48)))
                            : List.<Operation>of(new Operation.Set(note, Property.VELOCITY, 1L + random.nextInt(127)));
        });
        page.edit("notes.change", operations.isEmpty() ? List.of(note(page, content.id())) : operations);
    }

    @Override
    public void made(LoadPage page, Edit edit) {
        made.increment();
        sent.put(edit.id(), System.nanoTime());
    }

    @Override
    public void applied(LoadPage page, List<Edit> edits) {
        long now = System.nanoTime();
        for (Edit edit : edits) {
            Long then = sent.get(edit.id());
            if (then != null && !edit.author().equals(page.person())) {
                propagation.add(now - then);
            }
        }
    }

    @Override
    public void acknowledged(LoadPage page, Id edit, long revision) {
        stored.increment();
        Long then = sent.get(edit);
        if (then != null) {
            acknowledgement.add(System.nanoTime() - then);
        }
    }

    Latencies propagation() {
        return propagation;
    }

    Latencies acknowledgement() {
        return acknowledgement;
    }

    /** Edits made since the warm-up. */
    long made() {
        return made.sum();
    }

    /** Edits acknowledged since the warm-up. */
    long stored() {
        return stored.sum();
    }

    /** What any page found wrong; empty if nothing. */
    List<String> faults() {
        return pages.stream().map(LoadPage::fault).filter(Objects::nonNull).toList();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        pages.forEach(LoadPage::close);
        http.shutdownNow();
    }
}
