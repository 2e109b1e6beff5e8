package studio.tutti.assistant.flowmachines.internal;

import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.Key;
import studio.tutti.core.music.ChordQuality;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.NoteName;

/**
 * A chord as seen from the signature of its key.
 *
 * @param root semitones above the tonic of the signature's major key, 0 to 11; −1 for no chord
 * @param quality as {@link ChordQuality#text()}
 * @param bass semitones above the root, 0 if the root is lowest
 */
public record Label(int root, String quality, int bass) {

    /** That there is no chord. */
    public static final Label NONE = new Label(-1, "", 0);

    /** How many families of qualities are told apart. */
    public static final int FAMILIES = 8;

    private static final String[] PLAIN = {"", "m", "7", "maj7", "m7", "dim", "sus4", ""};

    public static Label of(@Nullable ChordSymbol symbol, Key key) {
        if (symbol == null) {
            return NONE;
        }
        int root = Math.floorMod(symbol.root().pitchClass() - key.signature(), 12);
        int bass = symbol.bass() == null ? 0 : Math.floorMod(symbol.bass().pitchClass() - symbol.root().pitchClass(), 12);
        return new Label(root, symbol.quality().text(), bass);
    }

    /** The chord in a key, spelled as the key has it; null for no chord. */
    public @Nullable ChordSymbol in(Key key) {
        if (root < 0) {
            return null;
        }
        int pitchClass = (root + key.signature()) % 12;
        // Major keys borrow from the flat side; minor keys have their raised seventh.
        NoteName name = NoteName.of(pitchClass, key.fifths() - (key.minor() ? 0 : 2));
        NoteName under = null;
        if (bass != 0) {
            // On the line of fifths as near to the root as chord tones lie: thirds, fifths and sevenths keep their letters.
            int steps = switch (bass) {
                case 1 -> -5;
                case 2 -> 2;
                case 3 -> -3;
                case 4 -> 4;
                case 5 -> -1;
                case 6 -> -6;
                case 7 -> 1;
                case 8 -> -4;
                case 9 -> 3;
                case 10 -> -2;
                default -> 5;
            };
            under = new NoteName(name.fifths() + steps);
        }
        return new ChordSymbol(name, built(), under);
    }

    /** What is built on the root. */
    public ChordQuality built() {
        return ChordQuality.parse(quality).orElse(ChordQuality.MAJOR);
    }

    /** The pitch classes as seen from the signature, as bits. */
    public int tones() {
        if (root < 0) {
            return 0xFFF;
        }
        int tones = built().tones() << root;
        return (tones | tones >>> 12) & 0xFFF | 1 << (root + bass) % 12;
    }

    /** 0 major, 1 minor, 2 dominant, 3 major seventh, 4 minor seventh, 5 diminished of any kind, 6 suspended and others, 7 no chord. */
    public int family() {
        if (root < 0) {
            return 7;
        }
        ChordQuality tones = built();
        if (tones.has(4)) {
            return tones.has(10) ? 2 : tones.has(11) ? 3 : 0;
        }
        if (tones.has(3)) {
            return tones.has(6) && !tones.has(7) ? 5 : tones.has(10) ? 4 : 1;
        }
        return 6;
    }

    /** The nearest chord of the most usual kinds, for those that hardly ever come: first without its bass, then plain. */
    public Label simpler() {
        if (bass != 0) {
            return new Label(root, quality, 0);
        }
        int family = family();
        if (family == 5) {
            ChordQuality tones = built();
            return new Label(root, tones.has(10) ? "m7b5" : tones.has(9) ? "dim7" : "dim", 0);
        }
        return new Label(root, PLAIN[family], 0);
    }
}
