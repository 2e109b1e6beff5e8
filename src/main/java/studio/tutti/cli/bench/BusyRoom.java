package studio.tutti.cli.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import studio.tutti.account.Secret;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.protocol.Presence;
import studio.tutti.core.trial.Dice;

/** A song that a band has worked on for a while, and others in its room who move and write without rest. */
final class BusyRoom implements AutoCloseable {

    static final int TRACKS = 20;
    static final int CLIPS_A_TRACK = 10;
    static final int OTHERS = 5;
    /** Ticks of a clip: two bars of four quarters. */
    private static final long CLIP = 960 * 8;
    private static final int NOTES_A_CLIP = 16;
    /** Pointer movements a second of each of the others, as many as presence carries. */
    private static final int MOVES = 10;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<LoadPage> others = new ArrayList<>();
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(1, Thread.ofPlatform().name("others").daemon().factory());

    /** Tracks of different instruments, one after the other full of clips. */
    static List<Operation> song() {
        Dice dice = new Dice(TRACKS);
        IdSequence ids = new IdSequence(TRACKS, 0);
        List<Operation> operations = new ArrayList<>();
        for (int row = 0; row < TRACKS; row++) {
            Id track = ids.next();
            operations.add(new Operation.Add(track, Kind.TRACK, Map.of(
                    Property.PARENT, Arrangement.ROOT, Property.NAME, "Track " + (row + 1), Property.ORDER, "V" + (char) ('A' + row),
                    Property.PROGRAM, row * 6L, Property.COLOUR, (long) dice.below(0x1000000))));
            for (int clip = 0; clip < CLIPS_A_TRACK; clip++) {
                Id content = ids.next();
                operations.add(new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)));
                operations.add(new Operation.Add(ids.next(), Kind.CLIP, Map.of(
                        Property.PARENT, track, Property.CONTENT, content, Property.START, CLIP * clip, Property.LENGTH, CLIP)));
                for (int note = 0; note < NOTES_A_CLIP; note++) {
                    operations.add(new Operation.Add(ids.next(), Kind.NOTE, Map.of(
                            Property.PARENT, content, Property.START, note * CLIP / NOTES_A_CLIP, Property.LENGTH, 420L,
                            Property.PITCH, dice.between(40, 84), Property.VELOCITY, dice.between(40, 110))));
                }
            }
        }
        return operations;
    }

    /** Lets the others in; from now on they move, and each changes a note every second. */
    BusyRoom(String house, String link) {
        for (int i = 0; i < OTHERS; i++) {
            LoadPage page = new LoadPage(http, Secret.fresh(), new LoadPage.Listener() { });
            page.connect(house, link).orTimeout(60, TimeUnit.SECONDS).join();
            others.add(page);
            clock.scheduleAtFixedRate(() -> move(page), 37L * i, 1000 / MOVES, TimeUnit.MILLISECONDS);
            clock.scheduleAtFixedRate(() -> write(page), 211L * i, 1000, TimeUnit.MILLISECONDS);
        }
    }

    private static void move(LoadPage page) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Id place = page.read(replica -> pick(replica.arrangement(), Kind.TRACK).id());
        page.move(new Presence(place, random.nextLong(CLIP * CLIPS_A_TRACK), -1, random.nextLong(CLIP), true, Id.NONE, List.of()));
    }

    private static void write(LoadPage page) {
        Id note = page.read(replica -> pick(pick(replica.arrangement(), Kind.CONTENT), Kind.NOTE).id());
        page.edit("notes.change", List.of(
                new Operation.Set(note, Property.PITCH, ThreadLocalRandom.current().nextLong(40, 84))));
    }

    private static Element pick(Arrangement song, Kind kind) {
        return pick(song.root(), kind);
    }

    private static Element pick(Element parent, Kind kind) {
        List<Element> all = parent.children(kind);
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        others.forEach(LoadPage::close);
        http.shutdownNow();
    }
}
