package studio.tutti.core.music;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chord as its symbol says: "Am7/G", "C#m7b5", "F/A", "Bbmaj9".
 *
 * @param root what it is built on
 * @param quality what is built on it
 * @param bass the lowest note, where it is not the root
 */
public record ChordSymbol(NoteName root, ChordQuality quality, @Nullable NoteName bass) {

    /** How people write that there is no chord. */
    public static final String NONE = "N.C.";

    /** Whether a text says that there is no chord: "N.C.", "NC", "N". */
    public static boolean isNone(String text) {
        String plain = text.strip().replace(".", "");
        return plain.equalsIgnoreCase("NC") || plain.equals("N");
    }

    /** Reads a symbol in any of the usual ways of writing; empty if it is none, or says that there is no chord. */
    public static Optional<ChordSymbol> parse(String text) {
        String symbol = text.strip();
        NoteName root = NoteName.at(symbol).orElse(null);
        if (root == null) {
            return Optional.empty();
        }
        String rest = symbol.substring(root.read(symbol));
        NoteName bass = null;
        int slash = rest.lastIndexOf('/');
        if (slash >= 0) {
            String under = rest.substring(slash + 1).strip();
            NoteName named = NoteName.at(under).orElse(null);
            if (named != null && named.read(under) == under.length()) {
                bass = named.pitchClass() == root.pitchClass() ? null : named;
                rest = rest.substring(0, slash);
            }
        }
        NoteName lowest = bass;
        return ChordQuality.parse(rest).map(quality -> new ChordSymbol(root, quality, lowest));
    }

    /** The usual way of writing a symbol, "N.C." for no chord; empty if the text is neither. */
    public static Optional<String> spell(String text) {
        return isNone(text) ? Optional.of(NONE) : parse(text).map(ChordSymbol::toString);
    }

    /** The same chord some semitones higher, spelled as simply as can be. */
    public ChordSymbol higher(int semitones) {
        NoteName higher = root.higher(semitones);
        // The bass moves as the root does on the line of fifths, so that F/A becomes G/B and never G/Cb.
        return new ChordSymbol(higher, quality, bass == null ? null : new NoteName(bass.fifths() + higher.fifths() - root.fifths()));
    }

    /** The pitch classes it is made of: bit 0 is C. The bass counts. */
    public int pitchClasses() {
        int tones = quality.tones() << root.pitchClass();
        int folded = (tones | tones >>> 12) & 0xFFF;
        return bass == null ? folded : folded | 1 << bass.pitchClass();
    }

    @Override
    public String toString() {
        return root + quality.toString() + (bass == null ? "" : "/" + bass);
    }
}
