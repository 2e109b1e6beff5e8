package studio.tutti.cli.profiles;

import java.util.List;

/** The kinds of sound that profiles are made of, in the order in which people see them. */
final class Families {

    /**
     * One of them.
     *
     * @param description what it is of, in a sentence
     */
    record Family(String name, String title, String description) {}

    static final List<Family> ALL = List.of(
            new Family("kick", "Kick drum", "Single hits of kick drums, acoustic and electronic."),
            new Family("snare", "Snare drum", "Single hits of snare drums, rims and brushes among them, acoustic and electronic."),
            new Family("toms", "Toms", "Single hits of toms, acoustic and electronic."),
            new Family("cymbals", "Cymbals and hats", "Single hits of hi-hats, rides and crashes."),
            new Family("drums", "Drum kit", "Whole drum tracks."),
            new Family("bass", "Bass", "Electric, acoustic and synthesised basses."),
            new Family("guitar", "Guitar", "Acoustic and electric guitars."),
            new Family("keys", "Keys", "Pianos, electric pianos and organs."),
            new Family("strings", "Strings", "String sections and bowed or plucked single strings."),
            new Family("brass", "Brass", "Trumpets, trombones, tubas, horns and brass sections."),
            new Family("mix-beats", "Mix: beats", "Instrumental hip-hop."),
            new Family("mix-recorded", "Mix: any", "Released mixes of several genres."),
            new Family("mix-rock", "Mix: rock band", "Bands with distorted guitars and drums, before mastering."),
            new Family("mix-orchestral", "Mix: orchestral", "Strings, brass and choirs without electric guitars, before mastering."));

    private Families() {}

    /** The family of a class of drum sounds, or "". */
    static String ofDrum(String kind) {
        return switch (kind) {
            case "kick" -> "kick";
            case "snare", "snare_rim" -> "snare";
            case "tom" -> "toms";
            case "hihat_closed", "hihat_open", "ride", "crash" -> "cymbals";
            default -> "";
        };
    }

    /** The family of a pack's family of instruments, or "". */
    static String ofInstrument(String family) {
        return switch (family) {
            case "piano", "epiano" -> "keys";
            case "bass", "guitar", "strings", "brass" -> family;
            default -> "";
        };
    }

    /** The family of a program of General MIDI, from 0, or "". */
    static String ofProgram(int program) {
        if (program < 8 || program >= 16 && program < 20) {
            return "keys";
        }
        if (program >= 24 && program < 32) {
            return "guitar";
        }
        if (program >= 32 && program < 40) {
            return "bass";
        }
        if (program >= 40 && program < 46 || program >= 48 && program < 52) {
            return "strings";
        }
        return program >= 56 && program < 64 ? "brass" : "";
    }

    /** The lowest MIDI pitch that a family is mostly played at. */
    static int lowest(String family) {
        return switch (family) {
            case "bass" -> 28;
            case "keys" -> 36;
            default -> 40;
        };
    }

    static int highest(String family) {
        return switch (family) {
            case "bass" -> 55;
            case "keys", "strings" -> 88;
            default -> 79;
        };
    }
}
