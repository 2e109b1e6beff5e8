package studio.tutti.assistant.flowmachines;

import java.util.Optional;
import studio.tutti.core.music.NoteName;

/**
 * A key.
 *
 * @param fifths sharps of its signature, −7 to 7, negative for flats
 * @param minor whether the signature stands for the minor key
 */
public record Key(int fifths, boolean minor) {

    /** C major. */
    public static final Key C = new Key(0, false);

    public Key {
        if (fifths < -7 || fifths > 7) {
            throw new IllegalArgumentException("A key has at most seven sharps or flats.");
        }
    }

    /** Reads "C", "F#", "Bbm", "a minor"; empty if a text is no key. */
    public static Optional<Key> parse(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String name = Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
        NoteName tonic = NoteName.at(name).orElse(null);
        if (tonic == null) {
            return Optional.empty();
        }
        String rest = name.substring(tonic.toString().length()).strip();
        boolean minor = rest.equals("m") || rest.equalsIgnoreCase("min") || rest.equalsIgnoreCase("minor");
        if (!minor && !rest.isEmpty() && !rest.equalsIgnoreCase("maj") && !rest.equalsIgnoreCase("major")) {
            return Optional.empty();
        }
        int fifths = tonic.fifths() - (minor ? 3 : 0);
        return fifths < -7 || fifths > 7 ? Optional.empty() : Optional.of(new Key(fifths, minor));
    }

    /** The tonic of the major key with this signature, 0 for C to 11. Everything learned is seen from there. */
    public int signature() {
        return Math.floorMod(7 * fifths, 12);
    }

    /** The pitch class of its own tonic, 0 for C to 11. */
    public int tonic() {
        return minor ? (signature() + 9) % 12 : signature();
    }

    /** How people write it: "Bb", "F#m". */
    @Override
    public String toString() {
        return new NoteName(minor ? fifths + 3 : fifths) + (minor ? "m" : "");
    }
}
