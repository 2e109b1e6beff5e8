package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.List;

/** Finds what is copied: every window of the songs that were learned from, of one length more than may be copied. */
public final class Copies {

    private static final long PRIME = 1_000_003;

    private final int window;
    private final List<long[]> songs;
    private final LongMap places = new LongMap();
    private final LongMap songsOf = new LongMap();

    /**
     * @param songs their letters
     * @param most the longest run that may be copied, at least 1
     */
    public Copies(List<long[]> songs, int most) {
        this.songs = songs;
        window = most + 1;
        for (int song = 0; song < songs.size(); song++) {
            long[] letters = songs.get(song);
            for (int from = 0; from + window <= letters.length; from++) {
                long key = key(letters, from);
                if (places.get(key) < 0) {
                    places.put(key, from);
                    songsOf.put(key, song);
                }
            }
        }
    }

    private long key(long[] letters, int from) {
        long key = 17;
        for (int i = from; i < from + window; i++) {
            key = (key ^ letters[i] + 1) * 0x9E3779B97F4A7C15L;
            key ^= key >>> 29;
            key *= PRIME;
        }
        return key & Long.MAX_VALUE;
    }

    /** Whether the window that begins at a place is copied. */
    private boolean copied(long[] letters, int from) {
        long key = key(letters, from);
        int place = places.get(key);
        if (place < 0) {
            return false;
        }
        long[] song = songs.get(songsOf.get(key));
        for (int i = 0; i < window; i++) {
            if (song[place + i] != letters[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** The windows that are copied. */
    public List<long[]> in(long[] letters) {
        return in(letters, new boolean[letters.length]);
    }

    /** The windows that are copied, without those that are wholly kept. */
    public List<long[]> in(long[] letters, boolean[] kept) {
        int standing = 0;
        List<long[]> found = new ArrayList<>();
        for (int at = 0; at < letters.length; at++) {
            standing = kept[at] ? standing + 1 : 0;
            int from = at + 1 - window;
            if (from >= 0 && standing < window && copied(letters, from)) {
                found.add(java.util.Arrays.copyOfRange(letters, from, from + window));
            }
        }
        return found;
    }
}
