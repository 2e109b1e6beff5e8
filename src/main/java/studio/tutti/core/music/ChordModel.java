package studio.tutti.core.music;

import java.util.List;

/**
 * What chord detection has learned: linear weights, fitted by {@code tutti evaluate chords --fit} on the training songs of
 * POP909 (Wang et al., ISMIR 2020; MIT licence) and on nothing else.
 *
 * <p>A chord is scored by what sounds in a beat, in the beats before and after and in the bar, seen from its root; and by its
 * place in the key. Changes are scored by where in the bar they come and by the step of the root.
 */
public final class ChordModel {

    /** The qualities that are told apart. */
    public static final List<ChordQuality> QUALITIES = List.of(
            ChordQuality.MAJOR, ChordQuality.MINOR, ChordQuality.DOMINANT_SEVENTH, ChordQuality.MAJOR_SEVENTH,
            ChordQuality.MINOR_SEVENTH, ChordQuality.SUSPENDED_FOURTH, ChordQuality.SUSPENDED_SECOND, ChordQuality.DIMINISHED,
            ChordQuality.HALF_DIMINISHED, ChordQuality.DIMINISHED_SEVENTH, ChordQuality.AUGMENTED,
            ChordQuality.parse("7sus4").orElseThrow());

    /** Numbers that describe a beat as seen from a root. */
    public static final int SIGHTS = 60;

    /** Degrees of the key, major then minor. */
    public static final int DEGREES = 24;

    private final double[] numbers;

    /** @param numbers as {@link #SIZE} says */
    public ChordModel(double[] numbers) {
        if (numbers.length != SIZE) {
            throw new IllegalArgumentException("A chord model has " + SIZE + " numbers.");
        }
        this.numbers = numbers.clone();
    }

    /** For each quality what it sees, its degrees and a number of its own; then silence, key profiles, changes and steps. */
    private static final int ONE = SIGHTS + DEGREES + 1;
    private static final int NOTHING = QUALITIES.size() * ONE;
    private static final int KEYS = NOTHING + 2;
    private static final int CHANGES = KEYS + 24;
    private static final int STEPS = CHANGES + 6;
    /** How many numbers a model has. */
    public static final int SIZE = STEPS + 9 * 12;

    /** The model that is built in. */
    public static ChordModel learned() {
        String[] words = ChordNumbers.TEXT.strip().split("\\s+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Integer.parseInt(words[i]) / 100.0;
        }
        return new ChordModel(numbers);
    }

    /** Where the weights of a quality begin: sights, degrees, its own number. */
    public static int weights(int quality) {
        return quality * ONE;
    }

    /** Where the two numbers for no chord lie: in a beat with sound, in a silent one. */
    public static int nothing() {
        return NOTHING;
    }

    /** Where the profile of a mode lies, 0 major or 1 minor: 12 numbers from the tonic up. */
    public static int key(int mode) {
        return KEYS + 12 * mode;
    }

    /** Where the pair for beats of a strength lies: that the chord stays, that it changes. */
    public static int change(int strength) {
        return CHANGES + 2 * strength;
    }

    /** Where the steps of the root from one family of qualities to another lie: 12 numbers from the unison up. */
    public static int steps(int from, int to) {
        return STEPS + 12 * (3 * from + to);
    }

    /** The family of a quality: 0 with a major third, 1 with a minor third and a fifth, 2 others. */
    public static int family(int quality) {
        ChordQuality tones = QUALITIES.get(quality);
        return tones.has(4) && tones.has(7) ? 0 : tones.has(3) && tones.has(7) ? 1 : 2;
    }

    double number(int place) {
        return numbers[place];
    }

    /**
     * Writes what a beat looks like from every root: for each of 12 roots {@link #SIGHTS} numbers.
     *
     * @param bar the first beat of the bar that it lies in, and the beat after its last
     */
    public static void see(BeatHarmony harmony, int beat, int bar, int barEnd, double[] seen) {
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            double whole = 0;
            for (int each = bar; each < barEnd; each++) {
                whole += harmony.chroma(each, pitchClass);
            }
            double[] five = {
                root(harmony.chroma(beat, pitchClass)), root(harmony.bass(beat, pitchClass)),
                root(harmony.chroma(beat - 1, pitchClass)), root(harmony.chroma(beat + 1, pitchClass)),
                root(whole / (barEnd - bar))
            };
            for (int root = 0; root < 12; root++) {
                int interval = Math.floorMod(pitchClass - root, 12);
                for (int block = 0; block < 5; block++) {
                    seen[root * SIGHTS + 12 * block + interval] = five[block];
                }
            }
        }
    }

    /** Square roots bring what is short but there nearer to what is long. */
    private static double root(double share) {
        return Math.sqrt(share);
    }
}
