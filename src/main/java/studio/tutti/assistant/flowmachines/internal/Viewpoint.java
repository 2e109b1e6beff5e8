package studio.tutti.assistant.flowmachines.internal;

/**
 * Another look at the same sequence, in which contexts that differ in what doesn't matter are one: chords and melodies seen from where they
 * were before, wherever that is (Conklin and Witten, "Multiple viewpoint systems for music prediction", 1995).
 */
public interface Viewpoint {

    /** No other look. */
    Viewpoint NONE = new Viewpoint() {
        @Override
        public long context(int[] history, int length, int depth) {
            return -1;
        }

        @Override
        public int thing(int before, int symbol) {
            return 0;
        }

        @Override
        public int things() {
            return 1;
        }
    };

    /**
     * A number for what came before, from 0 to 2^40.
     *
     * @param history symbols
     * @param length how many of them came
     * @param depth how many of the last count
     * @return −1 if nothing can be said
     */
    long context(int[] history, int length, int depth);

    /** A number for a symbol as seen from the one before, below {@link #things()}; different for different symbols. */
    int thing(int before, int symbol);

    /** How many there are. */
    int things();
}
