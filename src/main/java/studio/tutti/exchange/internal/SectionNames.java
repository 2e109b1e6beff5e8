package studio.tutti.exchange.internal;

import java.util.Locale;
import java.util.Set;

/** Which markers of a file name a section of the song. */
public final class SectionNames {

    private static final Set<String> WORDS = Set.of(
            "intro", "introduction", "verse", "chorus", "refrain", "bridge", "solo", "interlude", "break", "breakdown", "build",
            "drop", "theme", "hook", "prechorus", "pre", "post", "postchorus", "outro", "ending", "coda", "part", "section",
            "strophe", "vers", "exposition", "development", "recapitulation", "head", "vamp", "tag", "turnaround");

    private SectionNames() {}

    /** Whether a name begins with a word for a section, such as "Verse 2", or is a letter, such as "B" or "A'". */
    public static boolean isOne(String name) {
        String first = name.toLowerCase(Locale.ROOT).split("[^\\p{L}']", 2)[0];
        return WORDS.contains(first) || name.matches("[A-H]['0-9]?");
    }
}
