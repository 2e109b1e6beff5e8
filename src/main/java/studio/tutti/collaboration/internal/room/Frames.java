package studio.tutti.collaboration.internal.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;

/** A run of ordered edits as frames: encoded once for all pages, except for those whose own edits are among them. */
final class Frames {

    private static final int MOST_BYTES = 512 << 10;

    private final List<Entry> entries;
    private @Nullable List<byte[]> shared;

    Frames(List<Entry> entries) {
        this.entries = entries;
    }

    /** Hands the frames for a page that made none of these edits. */
    void send(Consumer<byte[]> out) {
        List<byte[]> frames = shared;
        if (frames == null) {
            frames = new ArrayList<>();
            ordered(entries, frames::add);
            shared = frames;
        }
        frames.forEach(out);
    }

    /**
     * Hands the frames for a page that may have made some of them and is told of those by their ids only.
     *
     * @param person whose page it is
     * @param awaited the ids of the edits that the page has sent; those that are told are taken out
     */
    void send(Id person, Set<Id> awaited, Consumer<byte[]> out) {
        if (awaited.isEmpty() || !holdsOwn(person, awaited)) {
            send(out);
            return;
        }
        int from = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (isOwn(entry, person, awaited)) {
                ordered(entries.subList(from, i), out);
                awaited.remove(entry.edit().id());
                out.accept(MessageFormat.toBytes(new Message.Accepted(entry.edit().id(), entry.revision(), entry.checksum())));
                from = i + 1;
            }
        }
        ordered(entries.subList(from, entries.size()), out);
    }

    private boolean holdsOwn(Id person, Set<Id> awaited) {
        for (Entry entry : entries) {
            if (isOwn(entry, person, awaited)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwn(Entry entry, Id person, Set<Id> awaited) {
        return entry.edit().author().equals(person) && awaited.contains(entry.edit().id());
    }

    private static void ordered(List<Entry> entries, Consumer<byte[]> out) {
        int from = 0;
        while (from < entries.size()) {
            int to = from;
            long bytes = 0;
            List<byte[]> edits = new ArrayList<>();
            while (to < entries.size() && (to == from || bytes + entries.get(to).content().length <= MOST_BYTES)) {
                bytes += entries.get(to).content().length;
                edits.add(entries.get(to).content());
                to++;
            }
            Entry last = entries.get(to - 1);
            out.accept(MessageFormat.toBytes(new Message.Ordered(entries.get(from).revision(), last.checksum(), edits)));
            from = to;
        }
    }
}
