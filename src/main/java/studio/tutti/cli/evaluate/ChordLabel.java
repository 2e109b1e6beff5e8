package studio.tutti.cli.evaluate;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.NoteName;

/**
 * A chord as it is compared: its root and what is built on it. Labels are read in Harte's syntax (Harte et al., "Symbolic
 * representation of musical chords", ISMIR 2005), as far as POP909 uses it.
 *
 * @param root pitch class, −1 for no chord
 * @param tones semitones above the root as bits, 0 for no chord
 */
record ChordLabel(int root, int tones) {

    static final ChordLabel NONE = new ChordLabel(-1, 0);
    static final int MAJOR = bits(0, 4, 7);
    static final int MINOR = bits(0, 3, 7);
    static final int DOMINANT_SEVENTH = bits(0, 4, 7, 10);
    static final int MAJOR_SEVENTH = bits(0, 4, 7, 11);
    static final int MINOR_SEVENTH = bits(0, 3, 7, 10);

    private static final Map<String, Integer> SHORT = Map.ofEntries(
            Map.entry("maj", MAJOR), Map.entry("min", MINOR), Map.entry("7", DOMINANT_SEVENTH), Map.entry("maj7", MAJOR_SEVENTH),
            Map.entry("min7", MINOR_SEVENTH), Map.entry("sus2", bits(0, 2, 7)), Map.entry("sus4", bits(0, 5, 7)),
            Map.entry("sus4(b7)", bits(0, 5, 7, 10)), Map.entry("maj6", bits(0, 4, 7, 9)), Map.entry("min6", bits(0, 3, 7, 9)),
            Map.entry("dim", bits(0, 3, 6)), Map.entry("aug", bits(0, 4, 8)), Map.entry("hdim7", bits(0, 3, 6, 10)),
            Map.entry("dim7", bits(0, 3, 6, 9)), Map.entry("minmaj7", bits(0, 3, 7, 11)));

    static int bits(int... semitones) {
        int bits = 0;
        for (int semitone : semitones) {
            bits |= 1 << semitone;
        }
        return bits;
    }

    /** Reads a label such as "C#:min7/b7". The bass is passed over: in POP909 it is always a tone of the chord. */
    static ChordLabel read(String label) {
        if (label.equals("N")) {
            return NONE;
        }
        int colon = label.indexOf(':');
        int root = NoteName.at(label).orElseThrow(() -> new IllegalArgumentException("“" + label + "” is no chord.")).pitchClass();
        String quality = colon < 0 ? "maj" : label.substring(colon + 1).replaceFirst("/.*", "");
        Integer tones = SHORT.get(quality);
        if (tones == null) {
            throw new IllegalArgumentException("“" + label + "” is no chord that this evaluation knows.");
        }
        return new ChordLabel(root, tones);
    }

    static ChordLabel of(@Nullable ChordSymbol symbol) {
        return symbol == null ? NONE : new ChordLabel(symbol.root().pitchClass(), symbol.quality().tones());
    }
}
