package studio.tutti.core.lyrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * A syllable in its place.
 *
 * @param lyric the element
 * @param start where it is sung, in ticks of the song, {@link Places#start}
 * @param length its note's, in ticks; 0 without a note
 * @param text what it says
 * @param note the note it is sung on, if that is part of the song
 * @param track the track that sings it, if it is tied
 */
public record Syllable(
        Element lyric, long start, long length, SyllableText text, @Nullable Element note, @Nullable Element track) {

    private static final Comparator<Syllable> IN_ORDER =
            Comparator.comparingLong(Syllable::start).thenComparing(each -> each.lyric.id());

    /** Where it ends at the latest, in ticks. */
    public long end() {
        return start + length;
    }

    /** All syllables of a song as they are sung. */
    public static List<Syllable> all(Arrangement arrangement, Places places) {
        List<Syllable> all = new ArrayList<>();
        for (Element lyric : arrangement.root().children(Kind.LYRIC)) {
            Element note = arrangement.alive(lyric.reference(Property.NOTE));
            Element clip = note == null ? null : places.clip(note);
            long length = note == null || clip == null ? 0 : note.length();
            all.add(new Syllable(lyric, places.start(lyric), length, SyllableText.of(lyric.text(Property.TEXT)),
                    clip == null ? null : note, clip == null ? null : clip.parent()));
        }
        all.sort(IN_ORDER);
        return all;
    }
}
