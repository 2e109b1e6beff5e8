package studio.tutti.core.music;

/**
 * The scales that one can write in, each by the semitones of its steps above the tonic. The five modes of the Chinese
 * pentatonic scale stand under their own names; two of them are also the West's major and minor pentatonic.
 */
public enum ScaleForm {
    MAJOR("Major", 0, 2, 4, 5, 7, 9, 11),
    MINOR("Minor", 0, 2, 3, 5, 7, 8, 10),
    HARMONIC_MINOR("Harmonic minor", 0, 2, 3, 5, 7, 8, 11),
    MELODIC_MINOR("Melodic minor", 0, 2, 3, 5, 7, 9, 11),
    DORIAN("Dorian", 0, 2, 3, 5, 7, 9, 10),
    PHRYGIAN("Phrygian", 0, 1, 3, 5, 7, 8, 10),
    LYDIAN("Lydian", 0, 2, 4, 6, 7, 9, 11),
    MIXOLYDIAN("Mixolydian", 0, 2, 4, 5, 7, 9, 10),
    LOCRIAN("Locrian", 0, 1, 3, 5, 6, 8, 10),
    MAJOR_PENTATONIC("Major pentatonic (gong)", 0, 2, 4, 7, 9),
    MINOR_PENTATONIC("Minor pentatonic (yu)", 0, 3, 5, 7, 10),
    SHANG("Shang", 0, 2, 5, 7, 10),
    JUE("Jue", 0, 3, 5, 8, 10),
    ZHI("Zhi", 0, 2, 5, 7, 9),
    BLUES("Blues", 0, 3, 5, 6, 7, 10),
    MAJOR_BLUES("Major blues", 0, 2, 3, 4, 7, 9),
    HARMONIC_MAJOR("Harmonic major", 0, 2, 4, 5, 7, 8, 11),
    PHRYGIAN_DOMINANT("Phrygian dominant", 0, 1, 4, 5, 7, 8, 10),
    LYDIAN_DOMINANT("Lydian dominant", 0, 2, 4, 6, 7, 9, 10),
    ALTERED("Altered", 0, 1, 3, 4, 6, 8, 10),
    DOUBLE_HARMONIC("Double harmonic", 0, 1, 4, 5, 7, 8, 11),
    HUNGARIAN_MINOR("Hungarian minor", 0, 2, 3, 6, 7, 8, 11),
    HIRAJOSHI("Hirajoshi", 0, 2, 3, 7, 8),
    IN("In", 0, 1, 5, 7, 8),
    WHOLE_TONE("Whole tone", 0, 2, 4, 6, 8, 10),
    HALF_WHOLE("Diminished, half-whole", 0, 1, 3, 4, 6, 7, 9, 10),
    WHOLE_HALF("Diminished, whole-half", 0, 2, 3, 5, 6, 8, 9, 11),
    CHROMATIC("Chromatic", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    private final String word;
    private final int[] steps;

    ScaleForm(String word, int... steps) {
        this.word = word;
        this.steps = steps;
    }

    /** What people call it. */
    public String word() {
        return word;
    }

    /** How many steps an octave has. */
    public int size() {
        return steps.length;
    }

    /**
     * The semitones of a step above the tonic.
     *
     * @param step 0 to {@link #size()} − 1
     */
    public int semitones(int step) {
        return steps[step];
    }
}
