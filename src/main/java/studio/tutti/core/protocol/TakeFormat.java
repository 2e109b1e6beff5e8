package studio.tutti.core.protocol;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.Ticks;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Take;

/** The binary form of a {@link Take}, in messages and in the store. Version {@value #VERSION}. Equal takes have equal bytes. */
public final class TakeFormat {

    /** The version that is written; all versions up to it are read. */
    public static final int VERSION = 1;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SYMBOL = 60;

    private TakeFormat() {}

    /** A take as bytes. */
    public static byte[] toBytes(Take take) {
        ByteWriter out = new ByteWriter();
        out.octet(VERSION);
        out.text(take.label());
        out.count(take.parts().size());
        for (Part part : take.parts()) {
            part(part, out);
        }
        out.count(take.chords().size());
        long before = 0;
        for (Take.Chord chord : take.chords()) {
            out.whole(chord.start() - before);
            out.count(chord.length());
            out.text(chord.symbol());
            before = chord.start();
        }
        out.blob(EditFormat.operationsToBytes(take.others()));
        return out.toBytes();
    }

    private static void part(Part part, ByteWriter out) {
        out.id(part.track());
        Part.Fresh fresh = part.fresh();
        if (fresh != null) {
            out.text(fresh.name());
            out.octet(fresh.type().ordinal());
            out.octet(fresh.program());
        }
        out.count(part.notes().size());
        long before = 0;
        for (Take.Note note : part.notes()) {
            out.whole(note.start() - before);
            out.count(note.length());
            out.octet(note.pitch());
            out.octet(note.velocity());
            before = note.start();
        }
    }

    /**
     * The take in some bytes.
     *
     * @throws Malformed if they are not a take of a known version
     */
    public static Take fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new Malformed("The take has the format " + version + ", this is " + VERSION + ": reload the page.");
        }
        String label = in.text(Take.LONGEST_LABEL);
        int size = in.count(Take.MOST_PARTS);
        List<Part> parts = new ArrayList<>(size);
        int left = Take.MOST_NOTES;
        for (int i = 0; i < size; i++) {
            Part part = part(in, left);
            left -= part.notes().size();
            parts.add(part);
        }
        size = in.count(Take.MOST_CHORDS);
        List<Take.Chord> chords = new ArrayList<>(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            before = tick(before + in.whole());
            chords.add(new Take.Chord(before, length(before, in), in.text(LONGEST_SYMBOL)));
        }
        List<Operation> others = EditFormat.operationsFromBytes(in.blob(Message.LONGEST));
        in.end();
        if (others.size() > Take.MOST_OTHERS) {
            throw new Malformed("A take does more than it may.");
        }
        for (Operation operation : others) {
            if (!(operation instanceof Operation.Add) && !(operation instanceof Operation.Set)) {
                throw new Malformed("A take removes nothing by name.");
            }
        }
        return new Take(label, parts, chords, others);
    }

    private static Part part(ByteReader in, int most) {
        Id track = in.id();
        Part.Fresh fresh = null;
        if (track.isNone()) {
            String name = in.text(LONGEST_NAME);
            int type = in.octet();
            int program = in.octet();
            if (type >= TrackType.values().length || program > 127) {
                throw new Malformed("There is no such track.");
            }
            fresh = new Part.Fresh(name, TrackType.values()[type], program);
        }
        int size = in.count(most);
        List<Take.Note> notes = new ArrayList<>(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            before = tick(before + in.whole());
            long length = length(before, in);
            int pitch = in.octet();
            int velocity = in.octet();
            if (pitch > 127 || velocity > 127 || velocity == 0) {
                throw new Malformed("There is no such note.");
            }
            notes.add(new Take.Note(before, length, pitch, velocity));
        }
        return new Part(track, fresh, notes);
    }

    private static long tick(long tick) {
        if (tick < 0 || tick >= Ticks.LAST) {
            throw new Malformed("Something lies beyond the song.");
        }
        return tick;
    }

    private static long length(long start, ByteReader in) {
        long length = in.upTo(Ticks.LAST - start);
        if (length == 0) {
            throw new Malformed("Something lasts no time at all.");
        }
        return length;
    }
}
