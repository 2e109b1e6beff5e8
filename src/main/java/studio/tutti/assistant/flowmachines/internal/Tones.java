package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What sounds in a known rhythm: chords, or pitches. One symbol a step; a letter is a symbol with the length of its step, and runs of
 * letters are what counts as copied.
 */
public final class Tones {

    private final int symbols;
    private final ContextGraph graph;
    private final List<int[]> songs;
    private final List<int[]> lengths;
    private final Map<Integer, Copies> copies = new LinkedHashMap<>();

    /**
     * @param songs symbols
     * @param lengths for each symbol its length in slots
     * @param view another look that helps where little was seen
     */
    public Tones(int symbols, List<int[]> songs, List<int[]> lengths, int order, Viewpoint view) {
        this.symbols = symbols;
        this.songs = songs;
        this.lengths = lengths;
        ContextLearner learner = new ContextLearner(Alphabet.plain(symbols), order, true, view);
        for (int[] song : songs) {
            learner.add(song, true);
        }
        graph = learner.graph();
    }

    public ContextGraph graph() {
        return graph;
    }

    public int symbols() {
        return symbols;
    }

    /** What was learned from. */
    public List<int[]> songs() {
        return songs;
    }

    /** The lengths of what was learned from. */
    public List<int[]> lengths() {
        return lengths;
    }

    /** A letter; letters of equal symbols and lengths are equal. */
    public long letter(int symbol, int length) {
        return (long) length * symbols + symbol;
    }

    /** All letters are below. */
    public long letters() {
        return (1L << 16) * symbols;
    }

    /** What may not be copied, if runs up to a length may. */
    synchronized Copies copies(int most) {
        return copies.computeIfAbsent(most, each -> {
            List<long[]> letters = new ArrayList<>();
            for (int song = 0; song < songs.size(); song++) {
                letters.add(letters(songs.get(song), lengths.get(song)));
            }
            return new Copies(letters, each);
        });
    }

    /** The letters of a sequence. */
    public long[] letters(int[] sequence, int[] length) {
        long[] letters = new long[sequence.length];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = letter(sequence[i], length[i]);
        }
        return letters;
    }
}
