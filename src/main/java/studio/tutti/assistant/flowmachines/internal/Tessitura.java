package studio.tutti.assistant.flowmachines.internal;

/**
 * The range of a melody, as one of the songs learned from has it.
 *
 * @param lowest pitch in the key without signature
 * @param highest at least as high
 */
record Tessitura(int lowest, int highest) {

    /** Any. */
    static final Tessitura ALL = new Tessitura(0, 127);

    /** Wide enough for some pitches as well. */
    Tessitura with(int[] pitches) {
        int low = lowest;
        int high = highest;
        for (int pitch : pitches) {
            low = Math.min(low, pitch);
            high = Math.max(high, pitch);
        }
        return new Tessitura(low, high);
    }
}
