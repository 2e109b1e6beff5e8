package studio.tutti.core.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.Snapshot;

/**
 * The binary form of a whole arrangement at a revision, tombstones and writers included. Version {@value #VERSION}.
 *
 * <p>Writers are numbered as they appear. A mask tells which registers hold another value than the initial one; an element
 * that nobody has changed since its making needs no more, any other lists the writer of every register.
 */
public final class SnapshotFormat {

    /** The version that is written; all versions up to it are read. */
    public static final int VERSION = 1;

    private SnapshotFormat() {}

    /**
     * An arrangement and the revision it stands at.
     *
     * @param revision how many edits it holds
     * @param arrangement the content
     */
    public record Stored(long revision, Arrangement arrangement) {}

    /** A snapshot as bytes. */
    public static byte[] toBytes(long revision, Arrangement arrangement) {
        Writer writer = new Writer();
        Snapshot.write(arrangement, writer);
        ByteWriter out = new ByteWriter();
        out.octet(VERSION);
        out.count(revision);
        out.word(arrangement.checksum());
        out.count(writer.elements);
        out.blob(writer.out.toBytes());
        return out.toBytes();
    }

    /**
     * The snapshot in some bytes.
     *
     * @throws Malformed if they are not a snapshot of a known version, or its checksum does not hold
     */
    public static Stored fromBytes(byte[] bytes) {
        ByteReader head = new ByteReader(bytes);
        int version = head.octet();
        if (version != VERSION) {
            throw new Malformed("The snapshot has the format " + version + ", this is " + VERSION + ".");
        }
        long revision = head.count();
        long checksum = head.word();
        int elements = head.count(Arrangement.MOST_ELEMENTS);
        ByteReader in = new ByteReader(head.blob(Integer.MAX_VALUE));
        head.end();
        if (revision < 0) {
            throw new Malformed("The snapshot is damaged: its revision is impossible.");
        }
        Snapshot snapshot = new Snapshot();
        List<Id> writers = new ArrayList<>();
        try {
            for (int i = 0; i < elements; i++) {
                read(snapshot, writers, in);
            }
            in.end();
            Arrangement arrangement = snapshot.finish();
            if (arrangement.checksum() != checksum) {
                throw new Malformed("The snapshot is damaged: its checksum does not hold.");
            }
            return new Stored(revision, arrangement);
        } catch (EditRefused | IllegalArgumentException broken) {
            throw new Malformed("The snapshot is damaged: " + broken.getMessage() + ".");
        }
    }

    private static void read(Snapshot snapshot, List<Id> writers, ByteReader in) {
        Id id = in.id();
        Kind kind = Kind.of(in.octet());
        Id maker = readWriter(writers, in);
        int size = in.octet();
        // None listed means: as made. A kind of an older version had fewer properties, never more.
        boolean asMade = size == 0;
        if (size > kind.size()) {
            throw new Malformed("The snapshot is damaged or of a newer version: " + kind.word() + " has too many properties.");
        }
        long mask = in.count();
        if (mask >>> (asMade ? kind.size() : size) != 0) {
            throw new Malformed("The snapshot is damaged or of a newer version: " + kind.word() + " has too many values.");
        }
        Element element = snapshot.element(id, kind, maker);
        for (int slot = 0; slot < kind.size(); slot++) {
            boolean given = (mask >>> slot & 1) != 0;
            Object value = given ? EditFormat.readValue(kind.property(slot), in) : kind.initial(slot);
            if (slot > 0 && slot < size) {
                snapshot.register(element, slot, value, readWriter(writers, in));
            } else if (given) {
                snapshot.register(element, slot, value, maker);
            }
        }
    }

    private static Id readWriter(List<Id> writers, ByteReader in) {
        long number = in.count();
        if (number == writers.size()) {
            writers.add(in.id());
        }
        if (number < 0 || number >= writers.size()) {
            throw new Malformed("The snapshot is damaged: a writer is missing.");
        }
        return writers.get((int) number);
    }

    private static final class Writer implements Snapshot.Sink {
        private final ByteWriter out = new ByteWriter();
        private final Map<Id, Integer> writers = new HashMap<>();
        private int elements;

        @Override
        public void element(Element element, boolean asMade) {
            Kind kind = element.kind();
            elements++;
            out.id(element.id());
            out.octet(kind.code());
            writer(element.writer(Property.ALIVE));
            out.octet(asMade ? 0 : kind.size());
            long mask = 0;
            for (int slot = 0; slot < kind.size(); slot++) {
                if (!element.get(kind.property(slot)).equals(kind.initial(slot))) {
                    mask |= 1L << slot;
                }
            }
            out.count(mask);
            for (int slot = 0; slot < kind.size(); slot++) {
                Property property = kind.property(slot);
                if ((mask >>> slot & 1) != 0) {
                    EditFormat.writeValue(property, element.get(property), out);
                }
                if (!asMade && slot > 0) {
                    writer(element.writer(property));
                }
            }
        }

        private void writer(Id writer) {
            Integer number = writers.get(writer);
            if (number == null) {
                out.count(writers.size());
                writers.put(writer, writers.size());
                out.id(writer);
            } else {
                out.count(number);
            }
        }
    }
}
