package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that must not come: the automaton of Aho and Corasick (1975), which forgets nothing that may still become one of them. A letter
 * is what is emitted at a place together with what is known of the place, so the same words serve all places.
 */
public final class Words {

    private final LongMap edges = new LongMap();
    private final List<long[]> added = new ArrayList<>();
    private int states = 1;
    private int[] fail = new int[16];
    private boolean[] whole = new boolean[16];
    private final long letters;

    /** @param letters letters are below this */
    public Words(long letters) {
        this.letters = letters;
    }

    /** Forbids a word. */
    public void add(long[] word) {
        int state = 0;
        for (long letter : word) {
            int next = edges.get(state * letters + letter);
            if (next < 0) {
                next = states++;
                if (next == fail.length) {
                    fail = java.util.Arrays.copyOf(fail, 2 * next);
                    whole = java.util.Arrays.copyOf(whole, 2 * next);
                }
                edges.put(state * letters + letter, next);
            }
            state = next;
        }
        if (!whole[state]) {
            whole[state] = true;
            added.add(word.clone());
        }
    }

    /** Must be called after words were added, and before they are sought. */
    public void link() {
        // Shorter beginnings first, by walking all words side by side.
        int[] at = new int[added.size()];
        int[] before = new int[added.size()];
        boolean more = true;
        for (int depth = 0; more; depth++) {
            more = false;
            for (int i = 0; i < at.length; i++) {
                long[] word = added.get(i);
                if (depth < word.length) {
                    more = true;
                    before[i] = at[i];
                    at[i] = edges.get(at[i] * letters + word[depth]);
                    int back = before[i] == 0 ? 0 : next(fail[before[i]], word[depth]);
                    fail[at[i]] = back < 0 ? 0 : back;
                    whole[at[i]] |= back < 0;
                }
            }
        }
    }

    public boolean isEmpty() {
        return added.isEmpty();
    }

    public int size() {
        return added.size();
    }

    /** The state after a letter; −1 if a word is complete. */
    int next(int state, long letter) {
        int at = state;
        while (true) {
            int next = edges.get(at * letters + letter);
            if (next >= 0) {
                return whole[next] ? -1 : next;
            }
            if (at == 0) {
                return 0;
            }
            at = fail[at];
        }
    }
}
