package studio.tutti.core.lyrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.clip.SoundingNotes;

/**
 * What syllables of a track can be sung on: the moments at which its notes begin, of a chord the highest note.
 *
 * @param moments in order of time, one a tick
 */
public record Melody(List<Moment> moments) {

    private static final int MOST = 300_000;

    /** How names of tracks that sing begin, in a few languages. */
    private static final List<String> WORDS = List.of(
            "vocal", "voice", "vox", "sing", "lead voc", "melod", "gesang", "stimme", "chant", "voix", "canto", "voz",
            "主唱", "人声", "旋律", "歌", "ボーカル", "メロディ", "보컬");

    /**
     * A moment.
     *
     * @param start in ticks of the song
     * @param end of its note, in ticks of the song
     * @param note the note that begins there
     * @param first whether the note is heard for the first time: only then can a syllable be tied to it
     */
    public record Moment(long start, long end, Element note, boolean first) {}

    /** The melody of a track as its clips play it, each turn of a loop too. */
    public static Melody of(Arrangement arrangement, Element track, Places places) {
        Map<Long, Moment> moments = new HashMap<>();
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            if (content == null || clip.length() == 0) {
                continue;
            }
            SoundingNotes sounding = new SoundingNotes(clip, content);
            for (Element note : content.children(Kind.NOTE)) {
                long first = places.of(note);
                sounding.each(note, (start, end, repetition) -> {
                    moments.merge(start, new Moment(start, end, note, start == first), Melody::higher);
                    return moments.size() < MOST;
                });
            }
        }
        List<Moment> sorted = new ArrayList<>(moments.values());
        sorted.sort(Comparator.comparingLong(Moment::start));
        return new Melody(sorted);
    }

    private static Moment higher(Moment one, Moment other) {
        int pitch = Long.compare(one.note.number(Property.PITCH), other.note.number(Property.PITCH));
        return pitch > 0 || pitch == 0 && one.note.id().compareTo(other.note.id()) < 0 ? one : other;
    }

    /** The place in {@link #moments} of the first moment that is not before a tick; as many as there are if none is. */
    public int from(long tick) {
        int low = 0;
        int high = moments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments.get(middle).start() < tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The place of the moment at a tick, or −1. */
    public int at(long tick) {
        int place = from(tick);
        return place < moments.size() && moments.get(place).start() == tick ? place : -1;
    }

    /** The place of the moment nearest to a tick, or −1 if none is as near as this many ticks. */
    public int nearest(long tick, long within) {
        int after = from(tick);
        long back = after > 0 ? tick - moments.get(after - 1).start() : Long.MAX_VALUE;
        long ahead = after < moments.size() ? moments.get(after).start() - tick : Long.MAX_VALUE;
        return Math.min(back, ahead) > within ? -1 : back < ahead ? after - 1 : after;
    }

    /**
     * The track that most likely sings: the one most syllables are tied to, else one whose name says so, else the first
     * instrument with notes.
     *
     * @return null if no track has notes
     */
    public static @Nullable Element singer(Arrangement arrangement, Places places) {
        Map<Element, Integer> ties = new HashMap<>();
        for (Element lyric : arrangement.root().children(Kind.LYRIC)) {
            Element track = places.track(lyric);
            if (track != null) {
                ties.merge(track, 1, Integer::sum);
            }
        }
        Element most = null;
        Element named = null;
        Element first = null;
        for (Element track : Elements.tracks(arrangement)) {
            if (ties.containsKey(track) && (most == null || ties.get(track) > ties.get(most))) {
                most = track;
            }
            if (TrackType.of(track.number(Property.TYPE)) == TrackType.INSTRUMENT && sounds(arrangement, track)) {
                first = first == null ? track : first;
                named = named == null && isNamed(track.text(Property.NAME)) ? track : named;
            }
        }
        return most != null ? most : named != null ? named : first;
    }

    private static boolean sounds(Arrangement arrangement, Element track) {
        Set<Object> seen = new HashSet<>();
        for (Element clip : track.children(Kind.CLIP)) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            if (content != null && seen.add(content) && !content.children(Kind.NOTE).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a track's name says that it sings. */
    public static boolean isNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains);
    }
}
