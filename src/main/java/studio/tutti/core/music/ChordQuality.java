package studio.tutti.core.music;

import java.util.Optional;

/**
 * What a chord is but for its root, as the part of a symbol after it says: "m7b5", "maj9", "sus4".
 *
 * @param text the usual way of writing it
 * @param tones the semitones above the root that it is made of, as bits; bit 0 is the root
 */
public record ChordQuality(String text, int tones) {

    public static final ChordQuality MAJOR = known("");
    public static final ChordQuality MINOR = known("m");
    public static final ChordQuality DIMINISHED = known("dim");
    public static final ChordQuality AUGMENTED = known("aug");
    public static final ChordQuality SUSPENDED_FOURTH = known("sus4");
    public static final ChordQuality SUSPENDED_SECOND = known("sus2");
    public static final ChordQuality DOMINANT_SEVENTH = known("7");
    public static final ChordQuality MAJOR_SEVENTH = known("maj7");
    public static final ChordQuality MINOR_SEVENTH = known("m7");
    public static final ChordQuality HALF_DIMINISHED = known("m7b5");
    public static final ChordQuality DIMINISHED_SEVENTH = known("dim7");

    /**
     * Reads what follows the root in any of the usual ways: "min7", "-7" and "mi7" are "m7", "Δ" is "maj7", "ø" is "m7b5".
     *
     * @return empty if a part of the text means nothing
     */
    public static Optional<ChordQuality> parse(String text) {
        return new ChordReader(text).read();
    }

    private static ChordQuality known(String text) {
        return parse(text).orElseThrow();
    }

    /** Whether some semitones above the root are part of it. */
    public boolean has(int semitones) {
        return (tones >> semitones & 1) != 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
