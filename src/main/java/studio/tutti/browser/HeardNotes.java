package studio.tutti.browser;

import java.util.Arrays;
import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;

/** What a clip lets sound, packed for drawing as {@link NoteRows} are. */
final class HeardNotes {

    /** A repetition by a loop or a drum's own length: drawn as a ghost of what it repeats. */
    static final int REPEATED = 4;

    /** More than this is not drawn: no eye could tell it apart. */
    private static final int MOST = 100_000;

    private final Element clip;
    private final NoteRows.Eye eye;
    private final SoundingNotes sounding;
    private final List<Element> notes;
    private int[] rows = new int[0];
    private int[] written = new int[0];
    private int count;

    HeardNotes(Element clip, Element content, NoteRows.Eye eye) {
        this.clip = clip;
        this.eye = eye;
        sounding = new SoundingNotes(clip, content);
        notes = Elements.sorted(content.children(Kind.NOTE));
    }

    /**
     * Every time a note sounds: rows as in {@link NoteRows}, by start, in ticks from the start of the clip; then, for each row,
     * where it would start if it were heard as it was written.
     */
    int[] all() {
        for (Element note : notes) {
            int shift = (int) sounding.shift(note);
            sounding.each(note, (start, end, repetition) -> {
                add(note, (int) (start - clip.start()), (int) (end - start), repetition == 0 ? 0 : REPEATED, shift);
                return count < MOST;
            });
        }
        return packed();
    }

    /** All notes of the content, sounding or not, by where they are heard first, in ticks of the content; then as above. */
    int[] placed() {
        for (Element note : notes) {
            long place = sounding.place(note);
            add(note, (int) place, (int) note.length(), 0, (int) (place - note.start()));
        }
        return packed();
    }

    private void add(Element note, int start, int length, int flags, int shift) {
        int at = count * NoteRows.STRIDE;
        if (at == rows.length) {
            rows = Arrays.copyOf(rows, Math.max(16 * NoteRows.STRIDE, 2 * rows.length));
            written = Arrays.copyOf(written, Math.max(16, 2 * written.length));
        }
        rows[at] = eye.handle(note);
        rows[at + 1] = start;
        rows[at + 2] = length;
        rows[at + 3] = note.integer(Property.PITCH);
        rows[at + 4] = note.integer(Property.VELOCITY);
        rows[at + 5] = flags | (note.flag(Property.MUTED) ? NoteRows.MUTED : 0) | (eye.isPending(note) ? NoteRows.PENDING : 0);
        written[count++] = start - shift;
    }

    private int[] packed() {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) rows[i * NoteRows.STRIDE + 1] << 32 | i;
        }
        Arrays.sort(order);
        int[] packed = new int[count * (NoteRows.STRIDE + 1)];
        for (int i = 0; i < count; i++) {
            int from = (int) order[i];
            System.arraycopy(rows, from * NoteRows.STRIDE, packed, i * NoteRows.STRIDE, NoteRows.STRIDE);
            packed[count * NoteRows.STRIDE + i] = written[from];
        }
        return packed;
    }
}
