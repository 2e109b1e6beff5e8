package studio.tutti.assistant.flowmachines.internal;

import org.jspecify.annotations.Nullable;

/**
 * What stands already in a section, in its own slots.
 *
 * @param chords chords
 * @param notes pitches in the key without signature, −1 for rests
 * @param bass the same for the bass
 * @param original what is varied, null for nothing
 * @param shift semitones from the key asked for to the key without signature
 */
record Kept(Pins<Label> chords, Pins<Integer> notes, Pins<Integer> bass, @Nullable Section original, int shift) {

    /** The same, as a variation of a section. */
    Kept varying(Section section) {
        return new Kept(chords, notes, bass, section, shift);
    }
}
