package studio.tutti.cli.palettes;

import java.util.Locale;

/** What a song of a corpus may be used for; the packs' manifests say it, and all files of one song are of one split. */
public enum Split {
    /** Palettes learn from these. */
    TRAIN,
    /** Settings are chosen on these. */
    VALIDATION,
    /** Nothing is learned or chosen on these: figures are measured on them. */
    TEST;

    /** The word in the manifests. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
