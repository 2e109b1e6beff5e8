package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.Window;
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
                performed.play(clip, content, new Window(clip));
            }
        }
        performed.notes.sort(Comparator.comparingLong(Note::start).thenComparingInt(Note::pitch));
        return performed;
    }

    private void play(Element clip, Element content, Window window) throws SongRefused {
        controls += content.children(Kind.CONTROL).size();
        for (Element note : content.children(Kind.NOTE)) {
            boolean muted = clip.flag(Property.MUTED) || note.flag(Property.MUTED);
            for (long turn = 0; window.holds(note.start()) && turn < window.turns(); turn++) {
                long start = window.at(note.start(), turn);
                if (start >= window.end()) {
                    break;
                }
                if (muted) {
                    silent++;
                    break;
                }
                notes.add(new Note(note, start, Math.min(start + note.length(), window.end(turn))));
                if (notes.size() > ScoreLimits.NOTES) {
                    throw new SongRefused("The song plays more than a score should hold: at most " + ScoreLimits.NOTES + " notes a track.");
                }
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
