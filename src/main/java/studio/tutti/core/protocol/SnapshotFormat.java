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
 * <p>Writers are numbered as they appear, and a register takes a bit of a mask when it holds its initial value.
 */
public final class SnapshotFormat {

    /** The version that is written; all versions up to it are read. */
    public static final int VERSION = 1;

    private static final int MOST_ELEMENTS = 4_000_000;

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
        writer.flush();
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
        int elements = head.count(MOST_ELEMENTS);
        ByteReader in = new ByteReader(head.blob(head.left()));
        head.end();
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
            throw new Malformed("The snapshot is damaged: " + broken.getMessage());
        }
    }

    private static void read(Snapshot snapshot, List<Id> writers, ByteReader in) {
        Id id = in.id();
        Kind kind = Kind.of(in.octet());
        Element element = snapshot.element(id, kind);
        long mask = in.count();
        int size = Math.min(in.octet(), kind.size());
        Id writer = readWriter(writers, in);
        boolean uniform = in.octet() == 1;
        for (int slot = 0; slot < size; slot++) {
            Property property = kind.property(slot);
            Object value = (mask >>> slot & 1) == 0 ? property.type().initial() : EditFormat.readValue(property, in);
            snapshot.register(element, property, value, uniform || slot == 0 ? writer : readWriter(writers, in));
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
        private final List<Object> values = new ArrayList<>();
        private final List<Id> by = new ArrayList<>();
        private Id id = Id.NONE;
        private Kind kind = Kind.SONG;
        private int elements;

        @Override
        public void element(Id id, Kind kind) {
            flush();
            this.id = id;
            this.kind = kind;
            elements++;
        }

        @Override
        public void register(Property property, Object value, Id writer) {
            values.add(value);
            by.add(writer);
        }

        void flush() {
            if (values.isEmpty()) {
                return;
            }
            long mask = 0;
            boolean uniform = true;
            for (int slot = 0; slot < values.size(); slot++) {
                if (!values.get(slot).equals(kind.property(slot).type().initial())) {
                    mask |= 1L << slot;
                }
                uniform &= by.get(slot).equals(by.getFirst());
            }
            out.id(id);
            out.octet(kind.code());
            out.count(mask);
            out.octet(values.size());
            writer(by.getFirst());
            out.octet(uniform ? 1 : 0);
            for (int slot = 0; slot < values.size(); slot++) {
                if ((mask >>> slot & 1) != 0) {
                    EditFormat.writeValue(kind.property(slot), values.get(slot), out);
                }
                if (!uniform && slot > 0) {
                    writer(by.get(slot));
                }
            }
            values.clear();
            by.clear();
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
