package studio.tutti.core.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.music.MetreMap;

/**
 * What a person puts in the tray: notes of the song as a take, where they sound. The notes stay where they are.
 *
 * @param from the first tick of its bars
 * @param to the tick where they end
 */
public record OwnIdea(long from, long to, Take take) {

    /** Notes that are read of one track at most. */
    private static final int MOST_SOUNDING = 300_000;

    private static final Comparator<Take.Note> BY_START = Comparator.comparingLong(Take.Note::start).thenComparingInt(Take.Note::pitch);

    /**
     * @param tracks whose notes are meant
     * @param notes the chosen ones, or none for all that sound on the tracks
     * @param from the first tick that is meant, or with {@code to} equal: the bars of what is chosen
     * @param to the tick where it ends
     * @throws EditRefused if nothing sounds there
     */
    public static OwnIdea of(Arrangement arrangement, List<Element> tracks, List<Element> notes, long from, long to) {
        boolean all = from == to;
        Set<Element> chosen = new HashSet<>(notes);
        List<Part> parts = new ArrayList<>();
        long first = Long.MAX_VALUE;
        long last = 0;
        for (Element track : tracks) {
            if (track.kind() != Kind.TRACK || !track.isAlive() || !holdsNotes(track)) {
                continue;
            }
            List<Take.Note> sounding = notes(arrangement, track, chosen, all ? 0 : from, all ? Long.MAX_VALUE : to, Take.MOST_NOTES + 1);
            if (sounding.size() > Take.MOST_NOTES) {
                throw new EditRefused("An idea has at most " + Take.MOST_NOTES + " notes: choose fewer.");
            }
            if (sounding.isEmpty()) {
                continue;
            }
            for (Take.Note note : sounding) {
                first = Math.min(first, note.start());
                last = Math.max(last, note.end());
            }
            parts.add(Part.on(track.id(), sounding));
        }
        if (parts.isEmpty()) {
            throw new EditRefused("Choose notes, or a clip with some, to put them in the tray.");
        }
        MetreMap metre = TimeMaps.metre(arrangement);
        return new OwnIdea(all ? metre.barStart(metre.bar(first)) : from, all ? metre.barStart(metre.bar(last - 1) + 1) : to,
                new Take("", parts, List.of()));
    }

    /** The notes of a track that begin to sound between two ticks, by start and pitch; 300,000 at most. */
    public static List<Take.Note> sounding(Arrangement arrangement, Element track, long from, long to) {
        return notes(arrangement, track, Set.of(), from, to, MOST_SOUNDING);
    }

    private static List<Take.Note> notes(Arrangement arrangement, Element track, Set<Element> chosen, long from, long to, int most) {
        List<Take.Note> found = new ArrayList<>();
        Set<Element> once = new HashSet<>();
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            if (content == null || clip.flag(Property.MUTED) || content.flag(Property.FORM)) {
                continue;
            }
            SoundingNotes sounding = new SoundingNotes(clip, content);
            for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
                if (note.flag(Property.MUTED) || !chosen.isEmpty() && (!chosen.contains(note) || once.contains(note))) {
                    continue;
                }
                sounding.each(note, (start, end, repetition) -> {
                    if (start >= from && start < to && end > start) {
                        once.add(note);
                        found.add(new Take.Note(start, end - start, note.integer(Property.PITCH), note.integer(Property.VELOCITY)));
                        // a chosen note is meant once, where it sounds first
                        return chosen.isEmpty() && found.size() < most;
                    }
                    return start < to;
                });
                if (found.size() >= most) {
                    break;
                }
            }
        }
        found.sort(BY_START);
        return found;
    }

    private static boolean holdsNotes(Element track) {
        TrackType type = TrackType.of(track.number(Property.TYPE));
        return type == TrackType.INSTRUMENT || type == TrackType.DRUMS;
    }
}
