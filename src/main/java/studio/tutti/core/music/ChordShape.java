package studio.tutti.core.music;

import java.util.Arrays;

/** Chords that can be drawn at once: those built of every second step of a scale, and fixed ones by their semitones. */
public enum ChordShape {
    TRIAD("Triad of the scale", true, 0, 2, 4),
    SEVENTH("Seventh of the scale", true, 0, 2, 4, 6),
    NINTH("Ninth of the scale", true, 0, 2, 4, 6, 8),
    FIFTH("Power", false, 0, 7, 12),
    MAJOR("Major", false, 0, 4, 7),
    MINOR("Minor", false, 0, 3, 7),
    DIMINISHED("Diminished", false, 0, 3, 6),
    AUGMENTED("Augmented", false, 0, 4, 8),
    SUS_2("Suspended 2nd", false, 0, 2, 7),
    SUS_4("Suspended 4th", false, 0, 5, 7),
    MAJOR_6("Major 6", false, 0, 4, 7, 9),
    MINOR_6("Minor 6", false, 0, 3, 7, 9),
    DOMINANT_7("Dominant 7", false, 0, 4, 7, 10),
    MAJOR_7("Major 7", false, 0, 4, 7, 11),
    MINOR_7("Minor 7", false, 0, 3, 7, 10),
    MINOR_MAJOR_7("Minor major 7", false, 0, 3, 7, 11),
    HALF_DIMINISHED_7("Half-diminished 7", false, 0, 3, 6, 10),
    DIMINISHED_7("Diminished 7", false, 0, 3, 6, 9),
    ADD_9("Added 9", false, 0, 4, 7, 14),
    DOMINANT_9("Dominant 9", false, 0, 4, 7, 10, 14);

    private static final int HIGHEST = 127;

    private final String word;
    private final boolean inScale;
    private final int[] tones;

    ChordShape(String word, boolean inScale, int... tones) {
        this.word = word;
        this.inScale = inScale;
        this.tones = tones;
    }

    /** What people call it. */
    public String word() {
        return word;
    }

    /**
     * The chord on a pitch, from the lowest; what lies above the MIDI keys is left out. A chord of the scale stands on the
     * scale's pitch nearest to the one given.
     *
     * @param root MIDI key, 0 to 127
     * @param scale what chords of the scale are built of
     */
    public int[] on(int root, Scale scale) {
        int base = inScale ? scale.nearest(root) : root;
        int[] pitches = new int[tones.length];
        int count = 0;
        for (int tone : tones) {
            int pitch = inScale ? scale.moved(base, tone) : base + tone;
            if (pitch <= HIGHEST) {
                pitches[count++] = pitch;
            }
        }
        return Arrays.copyOf(pitches, count);
    }
}
