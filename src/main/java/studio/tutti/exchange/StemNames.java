package studio.tutti.exchange;

import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Property;

import java.util.Locale;

/** What bounced files are called: the same song gives the same names. */
public final class StemNames {

    private StemNames() {}

    /**
     * "03 Bass": the place, then the track's name without what file systems dislike.
     *
     * @param track its place, from 0
     * @param handle the song's name for it
     */
    public static String of(Arrangement arrangement, int track, int handle) {
        return String.format(Locale.ROOT, "%02d %s", track + 1, clean(arrangement.at(handle).text(Property.NAME), "Track"));
    }

    /** A name without what file systems dislike, at most 60 letters long. */
    public static String clean(String name, String otherwise) {
        String kept = name.replaceAll("[^\\p{L}\\p{N} ._()-]", " ").replaceAll(" +", " ").strip();
        String cut = kept.length() > 60 ? kept.substring(0, 60).strip() : kept;
        return cut.isEmpty() || cut.startsWith(".") ? otherwise : cut;
    }
}
