package studio.tutti.core.music;

/** How far music is moved to fit another key. */
public final class KeyShift {

    private KeyShift() {}

    /** The tonic of a key, as a pitch class 0 … 11 from C: of a signature of sharps, or flats below 0. */
    public static int tonic(int fifths, boolean minor) {
        return Math.floorMod(7 * fifths + (minor ? 9 : 0), 12);
    }

    /**
     * Semitones from one key to another, the shorter way, down where both are as long. Music in minor goes to the relative minor of a
     * song in major, and the other way about: so it keeps to the song's notes.
     *
     * @param tonic of the music, 0 … 11
     * @param minor whether the music is in minor
     * @param fifths the song's signature
     * @return −6 … 5
     */
    public static int semitones(int tonic, boolean minor, int fifths) {
        return Math.floorMod(tonic(fifths, minor) - tonic + 6, 12) - 6;
    }
}
