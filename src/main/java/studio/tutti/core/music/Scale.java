package studio.tutti.core.music;

/**
 * A scale on a tonic.
 *
 * @param tonic 0 for C to 11 for B
 */
public record Scale(int tonic, ScaleForm form) {

    private static final int OCTAVE = 12;
    private static final int HIGHEST = 127;

    public Scale {
        if (tonic < 0 || tonic >= OCTAVE) {
            throw new IllegalArgumentException("A tonic is one of twelve keys, from 0.");
        }
    }

    /**
     * The scale of a key signature.
     *
     * @param fifths sharps, or flats if negative
     * @param minor whether it stands for the minor key
     */
    public static Scale of(int fifths, boolean minor) {
        int major = Math.floorMod(fifths * 7, OCTAVE);
        return minor ? new Scale((major + 9) % OCTAVE, ScaleForm.MINOR) : new Scale(major, ScaleForm.MAJOR);
    }

    /** A bit for each of the twelve keys, from C, that belongs to it. */
    public int keys() {
        int keys = 0;
        for (int step = 0; step < form.size(); step++) {
            keys |= 1 << (tonic + form.semitones(step)) % OCTAVE;
        }
        return keys;
    }

    /**
     * Whether a pitch belongs to it.
     *
     * @param pitch MIDI key
     */
    public boolean holds(int pitch) {
        return (keys() >> Math.floorMod(pitch, OCTAVE) & 1) != 0;
    }

    /**
     * The pitch of the scale nearest to one, the lower of two; within the MIDI keys.
     *
     * @param pitch MIDI key, 0 to 127
     */
    public int nearest(int pitch) {
        for (int far = 0; far < OCTAVE; far++) {
            if (pitch - far >= 0 && holds(pitch - far)) {
                return pitch - far;
            }
            if (pitch + far <= HIGHEST && holds(pitch + far)) {
                return pitch + far;
            }
        }
        return pitch;
    }

    /** The step that a pitch is, or lies above: 0 is the tonic of MIDI's lowest octave; may be negative. */
    public int step(int pitch) {
        int above = pitch - tonic;
        int step = form.size() - 1;
        while (form.semitones(step) > Math.floorMod(above, OCTAVE)) {
            step--;
        }
        return Math.floorDiv(above, OCTAVE) * form.size() + step;
    }

    /** The pitch of a step as {@link #step} counts them; it may lie beyond the MIDI keys. */
    public int pitch(int step) {
        return tonic + Math.floorDiv(step, form.size()) * OCTAVE + form.semitones(Math.floorMod(step, form.size()));
    }

    /** A pitch some steps higher. One between two steps stays as far above the lower of them as it is. */
    public int moved(int pitch, int steps) {
        int step = step(pitch);
        return pitch(step + steps) + pitch - pitch(step);
    }
}
