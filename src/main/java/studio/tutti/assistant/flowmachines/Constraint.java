package studio.tutti.assistant.flowmachines;

/** What can be asked of a lead sheet, as people call it when requests clash. */
public enum Constraint {
    LENGTH("the number of bars"),
    METRE("the metre"),
    FORM("the form"),
    KEPT_CHORDS("the chords that are kept"),
    KEPT_NOTES("the notes that are kept"),
    CHANGES("the rate of chord changes"),
    DENSITY("the density of notes"),
    RANGE("the range"),
    LEAPS("the largest leap"),
    CHORD_TONES("chord tones on strong beats"),
    CADENCE("the cadence"),
    IN_KEY("chords of the key only"),
    COPIES("the limit on copies");

    private final String words;

    Constraint(String words) {
        this.words = words;
    }

    /** In a sentence. */
    public String words() {
        return words;
    }
}
