package studio.tutti.core.lyrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;

/**
 * Where in a song syllables are sung. A syllable tied to a note is where the note is first heard: in the earliest clip that
 * plays it. So it goes with the note. When the note is removed it stays where the note was; when nothing plays the note
 * any more, or when it is tied to none, it is at its own start.
 */
public final class Places {

    private final Arrangement arrangement;
    private final Map<Id, List<Element>> clips = new HashMap<>();
    private final Map<Element, SoundingNotes> sounding = new HashMap<>();

    /** Reads the clips of a song as it is now. */
    public Places(Arrangement arrangement) {
        this.arrangement = arrangement;
        List<Element> all = new ArrayList<>();
        for (Element track : Elements.tracks(arrangement)) {
            all.addAll(track.children(Kind.CLIP));
        }
        for (Element clip : Elements.sorted(all)) {
            clips.computeIfAbsent(clip.reference(Property.CONTENT), none -> new ArrayList<>()).add(clip);
        }
    }

    /** The note that a syllable is tied to, removed or not; null if it is tied to none. */
    public @Nullable Element note(Element lyric) {
        return arrangement.find(lyric.reference(Property.NOTE));
    }

    /** The earliest clip that lets a note sound, or null if none does. */
    public @Nullable Element clip(Element note) {
        for (Element clip : clipsOf(note)) {
            if (heard(clip, note) >= 0) {
                return clip;
            }
        }
        return null;
    }

    /** Where a note is first heard, in ticks of the song, or −1 if no clip plays it. */
    public long of(Element note) {
        for (Element clip : clipsOf(note)) {
            long heard = heard(clip, note);
            if (heard >= 0) {
                return heard;
            }
        }
        return -1;
    }

    private List<Element> clipsOf(Element note) {
        Element content = note.parent();
        return content == null ? List.of() : clips.getOrDefault(content.id(), List.of());
    }

    private long heard(Element clip, Element note) {
        Element content = note.parent();
        if (content == null || clip.length() == 0) {
            return -1;
        }
        First first = new First();
        sounding.computeIfAbsent(clip, each -> new SoundingNotes(each, content)).each(note, first);
        return first.start;
    }

    private static final class First implements SoundingNotes.Ear {
        private long start = -1;

        @Override
        public boolean hear(long at, long end, int repetition) {
            start = at;
            return false;
        }
    }

    /** Where a syllable is sung, in ticks of the song. */
    public long start(Element lyric) {
        Element note = note(lyric);
        long heard = note == null ? -1 : of(note);
        return heard < 0 ? lyric.start() : heard;
    }

    /** The track whose note a syllable is tied to, or null. */
    public @Nullable Element track(Element lyric) {
        Element note = note(lyric);
        Element clip = note == null ? null : clip(note);
        return clip == null ? null : clip.parent();
    }
}
