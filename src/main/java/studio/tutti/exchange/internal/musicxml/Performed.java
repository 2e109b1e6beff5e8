package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.exchange.SongRefused;

/** The notes of a track as they are heard, clips and loops written out; muted ones are counted and left out. */
final class Performed {

    /** A note, in ticks of the song. */
    record Note(Element element, long start, long end) {
        int pitch() {
            return element.integer(Property.PITCH);
        }
    }

    private final List<Note> notes = new ArrayList<>();
    private int silent;
    private int controls;

    private Performed() {}

    static Performed of(Arrangement arrangement, Element track) throws SongRefused {
        Performed performed = new Performed();
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            if (content != null && clip.length() > 0) {
                performed.play(clip, content);
            }
        }
        performed.notes.sort(Comparator.comparingLong(Note::start).thenComparingInt(Note::pitch));
        return performed;
    }

    private void play(Element clip, Element content) throws SongRefused {
        controls += content.children(Kind.CONTROL).size();
        SoundingNotes sounding = new SoundingNotes(clip, content);
        for (Element note : content.children(Kind.NOTE)) {
            boolean muted = clip.flag(Property.MUTED) || note.flag(Property.MUTED);
            sounding.each(note, (start, end, repetition) -> {
                if (muted) {
                    silent++;
                } else {
                    notes.add(new Note(note, start, end));
                }
                return !muted && notes.size() <= ScoreLimits.NOTES;
            });
            if (notes.size() > ScoreLimits.NOTES) {
                throw new SongRefused("The song plays more than a score should hold: at most " + ScoreLimits.NOTES + " notes a track.");
            }
        }
    }

    List<Note> notes() {
        return notes;
    }

    int silent() {
        return silent;
    }

    int controls() {
        return controls;
    }
}
