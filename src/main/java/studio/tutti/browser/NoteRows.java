package studio.tutti.browser;

import java.util.Arrays;
import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * The notes of one content as the page draws them: packed rows of {@value #STRIDE} numbers, sorted by start, kept up to
 * date by putting the changed notes in their new places instead of sorting all again.
 *
 * <p>To find what still sounds at a moment without reading everything before it, each {@value #BLOCK} rows know when the
 * last of them ends.
 */
final class NoteRows {

    /** Numbers a note: handle, start, length, pitch, velocity, flags. */
    static final int STRIDE = 6;

    static final int MUTED = 1;
    static final int PENDING = 2;

    private static final int BLOCK = 64;

    /** What a row says of a note beside its own properties. */
    interface Eye {
        /** The page's number for a note. */
        int handle(Element note);

        /** Whether a pending edit has changed it. */
        boolean isPending(Element note);
    }

    private final Element content;
    private final Eye eye;
    private int[] rows = new int[0];
    private int size;
    private int[] ends = new int[0];

    NoteRows(Element content, Eye eye) {
        this.content = content;
        this.eye = eye;
        List<Element> notes = content.children(Kind.NOTE);
        rows = sorted(notes);
        size = notes.size();
        findEnds();
    }

    int size() {
        return size;
    }

    /**
     * Takes in changes.
     *
     * @param changed notes that may look different, be new or be gone; each once
     */
    void update(List<Element> changed) {
        int[] handles = new int[changed.size()];
        List<Element> here = new java.util.ArrayList<>(changed.size());
        for (int i = 0; i < handles.length; i++) {
            handles[i] = eye.handle(changed.get(i));
            if (changed.get(i).exists() && changed.get(i).parent() == content) {
                here.add(changed.get(i));
            }
        }
        Arrays.sort(handles);
        int[] fresh = sorted(here);
        int[] merged = new int[rows.length + fresh.length];
        int to = 0;
        int next = 0;
        for (int from = 0; from < size * STRIDE; from += STRIDE) {
            if (Arrays.binarySearch(handles, rows[from]) >= 0) {
                continue;
            }
            while (next < fresh.length && before(fresh, next, rows, from)) {
                System.arraycopy(fresh, next, merged, to, STRIDE);
                next += STRIDE;
                to += STRIDE;
            }
            System.arraycopy(rows, from, merged, to, STRIDE);
            to += STRIDE;
        }
        System.arraycopy(fresh, next, merged, to, fresh.length - next);
        rows = merged;
        size = (to + fresh.length - next) / STRIDE;
        findEnds();
    }

    private static boolean before(int[] a, int at, int[] b, int bt) {
        return a[at + 1] != b[bt + 1] ? a[at + 1] < b[bt + 1] : a[at] < b[bt];
    }

    private int[] sorted(List<Element> notes) {
        // By handle first, so that notes of one start stand in that order. Sorting plain numbers needs no objects.
        long[] handles = new long[notes.size()];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = (long) eye.handle(notes.get(i)) << 32 | i;
        }
        Arrays.sort(handles);
        long[] keys = new long[handles.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = notes.get((int) handles[i]).start() << 32 | i;
        }
        Arrays.sort(keys);
        int[] packed = new int[keys.length * STRIDE];
        int at = 0;
        for (long key : keys) {
            Element note = notes.get((int) handles[(int) key]);
            packed[at] = eye.handle(note);
            packed[at + 1] = (int) note.start();
            packed[at + 2] = (int) note.length();
            packed[at + 3] = note.integer(Property.PITCH);
            packed[at + 4] = note.integer(Property.VELOCITY);
            packed[at + 5] = (note.flag(Property.MUTED) ? MUTED : 0) | (eye.isPending(note) ? PENDING : 0);
            at += STRIDE;
        }
        return packed;
    }

    private void findEnds() {
        ends = new int[(size + BLOCK - 1) / BLOCK];
        for (int i = 0; i < size; i++) {
            ends[i / BLOCK] = Math.max(ends[i / BLOCK], end(i));
        }
    }

    private int end(int row) {
        return rows[row * STRIDE + 1] + rows[row * STRIDE + 2];
    }

    private int firstFrom(int start) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (rows[middle * STRIDE + 1] < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The rows of the notes that sound within [from, to), in ticks of the content. */
    int[] within(int from, int to) {
        int first = firstFrom(from);
        int last = Math.max(first, firstFrom(to));
        int[] earlier = new int[16];
        int held = 0;
        for (int block = 0; block * BLOCK < first; block++) {
            if (ends[block] <= from) {
                continue;
            }
            for (int row = block * BLOCK; row < Math.min(first, (block + 1) * BLOCK); row++) {
                if (end(row) > from) {
                    if (held == earlier.length) {
                        earlier = Arrays.copyOf(earlier, held * 2);
                    }
                    earlier[held++] = row;
                }
            }
        }
        int[] found = new int[(held + last - first) * STRIDE];
        for (int i = 0; i < held; i++) {
            System.arraycopy(rows, earlier[i] * STRIDE, found, i * STRIDE, STRIDE);
        }
        System.arraycopy(rows, first * STRIDE, found, held * STRIDE, (last - first) * STRIDE);
        return found;
    }
}
