package studio.tutti.core.music;

/**
 * A key as a signature writes it.
 *
 * @param fifths sharps, negative for flats, −7 to 7
 * @param minor whether it is the minor key of that signature
 */
public record Key(int fifths, boolean minor) {

    /** The line of fifths from F flat to B double sharp; C stands at {@link #C}. */
    private static final String[] LINE = {
        "Fb", "Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B",
        "F#", "C#", "G#", "D#", "A#", "E#", "B#", "F##", "C##", "G##", "D##", "A##", "E##", "B##"
    };

    private static final int C = 8;

    public Key {
        if (fifths < -7 || fifths > 7) {
            throw new IllegalArgumentException("A key has at most seven sharps or flats.");
        }
    }

    /** The pitch class of the first degree, 0 for C to 11 for B. */
    public int tonic() {
        return Math.floorMod((fifths + (minor ? 3 : 0)) * 7, 12);
    }

    /** The name in letters, such as "Bb major" or "F# minor". */
    public String name() {
        return LINE[C + fifths + (minor ? 3 : 0)] + (minor ? " minor" : " major");
    }

    /**
     * How a pitch class is written in this key: the scale's own notes as the signature has them, the others as raised or
     * lowered degrees that are usual (a sharp fourth, flat seventh and so on).
     *
     * @param pitchClass 0 for C to 11 for B
     * @return a letter with "#" or "b" as needed
     */
    public String spell(int pitchClass) {
        // In C major from D flat to F sharp, in A minor from E flat to G sharp.
        int lowest = fifths - (minor ? 3 : 5);
        for (int step = lowest; step < lowest + 12; step++) {
            if (Math.floorMod(step * 7, 12) == pitchClass) {
                int place = C + step;
                return place < 0 ? LINE[place + 12] : LINE[place];
            }
        }
        throw new IllegalArgumentException("A pitch class lies between 0 and 11.");
    }
}
