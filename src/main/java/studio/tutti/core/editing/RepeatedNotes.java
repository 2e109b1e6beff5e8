package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.Take;

/** The notes that begin in a stretch of a clip that plays its content once, and which of them a take has again. */
final class RepeatedNotes {

    private final long origin;
    private final long clipEnd;
    private final long first;
    private final long last;
    private final long to;
    private final List<Element> notes = new ArrayList<>();

    /**
     * @param from the first tick of the song
     * @param to the tick where the stretch ends
     */
    RepeatedNotes(Element clip, Element content, long from, long to) {
        this.to = to;
        origin = clip.start() - clip.number(Property.OFFSET);
        clipEnd = clip.end();
        first = Math.max(from, clip.start());
        last = Math.min(to, clip.end());
        for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
            if (start(note) >= first && start(note) < last) {
                notes.add(note);
            }
        }
    }

    /** All of them, those that are muted, too, by start. */
    List<Element> notes() {
        return notes;
    }

    /** The first tick of the stretch that the clip plays. */
    long first() {
        return first;
    }

    /** The tick where the clip or the stretch ends. */
    long last() {
        return last;
    }

    /** The tick where the stretch ends. */
    long to() {
        return to;
    }

    /** The tick of the song at which a note begins. */
    long start(Element note) {
        return note.start() + origin;
    }

    /** The tick of the song at which a note ends to sound. */
    long end(Element note) {
        return Math.min(note.end() + origin, clipEnd);
    }

    /** Whether some note sounds, and a take begins every one that does again, of the same pitch at the same tick. */
    boolean allIn(List<Take.Note> take) {
        Set<Long> begun = new HashSet<>();
        for (Take.Note each : take) {
            begun.add(beginning(each.start(), each.pitch()));
        }
        boolean sounds = false;
        for (Element note : notes) {
            if (!note.flag(Property.MUTED)) {
                sounds = true;
                if (!begun.contains(beginning(start(note), note.integer(Property.PITCH)))) {
                    return false;
                }
            }
        }
        return sounds;
    }

    private static long beginning(long tick, int pitch) {
        return tick << 7 | pitch;
    }

    /**
     * Takes out of a take's notes the one that sounds within the stretch just as a note does.
     *
     * @return false if there is none
     */
    boolean takeOut(Element note, List<Take.Note> take) {
        for (int at = 0; at < take.size(); at++) {
            Take.Note each = take.get(at);
            if (each.start() == start(note) && each.pitch() == note.integer(Property.PITCH)
                    && each.velocity() == note.integer(Property.VELOCITY) && each.end() == Math.min(end(note), to)) {
                take.remove(at);
                return true;
            }
        }
        return false;
    }
}
