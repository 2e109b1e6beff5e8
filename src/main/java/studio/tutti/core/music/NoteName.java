package studio.tutti.core.music;

import java.util.Optional;

/**
 * A note by name, without its octave: a place on the line of fifths … B♭ F C G D … .
 *
 * @param fifths fifths above C, negative below: C 0, G 1, F −1, F# 6, Bb −2
 */
public record NoteName(int fifths) {

    private static final String LETTERS = "FCGDAEB";
    /** As far as one sharp or flat goes on each of the seven letters. */
    private static final int FARTHEST = 12;

    /** The name that a text begins with, such as "C#" of "C#m7"; sharps and flats may be written #, b, ♯ or ♭. */
    public static Optional<NoteName> at(String text) {
        int letter = text.isEmpty() ? -1 : LETTERS.indexOf(text.charAt(0));
        if (letter < 0) {
            return Optional.empty();
        }
        int fifths = letter - 1;
        for (int i = 1; i < text.length() && i < 3; i++) {
            char sign = text.charAt(i);
            boolean sharp = sign == '#' || sign == '♯';
            if (!sharp && sign != 'b' && sign != '♭' || i == 2 && sharp == fifths < letter) {
                break;
            }
            fifths += sharp ? 7 : -7;
        }
        return Optional.of(new NoteName(fifths));
    }

    /**
     * The usual name of a pitch class in a key.
     *
     * @param pitchClass 0 to 11, C is 0
     * @param key sharps of the key signature, negative for flats
     */
    public static NoteName of(int pitchClass, int key) {
        int centre = key + 2;
        int fifths = Math.floorMod(7 * pitchClass - centre + 5, 12) + centre - 5;
        return new NoteName(fifths);
    }

    /** 0 to 11, C is 0. */
    public int pitchClass() {
        return Math.floorMod(7 * fifths, 12);
    }

    /** The same note some semitones higher, spelled as simply as can be. */
    public NoteName higher(int semitones) {
        int steps = Math.floorMod(7 * semitones, 12);
        int moved = fifths + (steps > 6 ? steps - 12 : steps);
        return new NoteName(moved > 7 ? moved - 12 : moved < -7 ? moved + 12 : moved);
    }

    /** How many characters {@link #at} has read of a text that begins with this name. */
    int read(String text) {
        int signs = Math.abs(Math.floorDiv(fifths + 1, 7));
        return Math.min(text.length(), 1 + signs);
    }

    @Override
    public String toString() {
        int signs = Math.floorDiv(fifths + 1, 7);
        String letter = String.valueOf(LETTERS.charAt(Math.floorMod(fifths + 1, 7)));
        return letter + (signs > 0 ? "#".repeat(Math.min(signs, FARTHEST)) : "b".repeat(Math.min(-signs, FARTHEST)));
    }
}
