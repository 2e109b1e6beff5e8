package studio.tutti.collaboration.internal.order;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.internal.cluster.Nodes;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.core.protocol.ByteReader;
import studio.tutti.core.protocol.ByteWriter;

/** Carries stored edits to the rooms of this node and of all others. What gets lost on the way is fetched from the store. */
@Component
public class Feed {

    private static final String TOPIC = "tutti-ordered";
    private static final int MOST = 100_000;

    private final Nodes nodes;
    private final List<Ear> ears = new CopyOnWriteArrayList<>();

    Feed(Nodes nodes) {
        this.nodes = nodes;
        nodes.hear(TOPIC, (from, message) -> receive(message));
    }

    /** Hears of stored edits; must not linger. */
    public interface Ear {
        /** These are in the store, in this order. */
        void ordered(UUID song, List<Entry> entries);
    }

    /** Adds a listener for good. */
    public void hear(Ear ear) {
        ears.add(ear);
    }

    void tell(UUID song, List<Entry> entries) {
        hand(song, entries);
        if (!nodes.isAlone()) {
            nodes.tell(TOPIC, toBytes(song, entries));
        }
    }

    private void hand(UUID song, List<Entry> entries) {
        for (Ear ear : ears) {
            ear.ordered(song, entries);
        }
    }

    private void receive(byte[] message) {
        ByteReader in = new ByteReader(message);
        UUID song = new UUID(in.word(), in.word());
        int size = in.count(MOST);
        List<Entry> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            entries.add(Entry.of(in.count(), in.count(), in.word(), in.blob(Integer.MAX_VALUE)));
        }
        hand(song, entries);
    }

    private static byte[] toBytes(UUID song, List<Entry> entries) {
        ByteWriter out = new ByteWriter();
        out.word(song.getMostSignificantBits());
        out.word(song.getLeastSignificantBits());
        out.count(entries.size());
        for (Entry entry : entries) {
            out.count(entry.revision());
            out.count(entry.time());
            out.word(entry.checksum());
            out.blob(entry.content());
        }
        return out.toBytes();
    }
}
