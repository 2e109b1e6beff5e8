package studio.tutti.assistant.flowmachines.internal;

/**
 * A melody seen from its last note: the next note by its interval, after the intervals before.
 *
 * @param symbols pitches, one a semitone
 */
record Intervals(int symbols) implements Viewpoint {

    @Override
    public long context(int[] history, int length, int depth) {
        long key = 0;
        for (int i = length - depth + 1; i < length; i++) {
            key = key * things() + thing(history[i - 1], history[i]);
        }
        return key;
    }

    @Override
    public int thing(int before, int symbol) {
        return symbol - before + symbols;
    }

    @Override
    public int things() {
        return 2 * symbols;
    }
}
