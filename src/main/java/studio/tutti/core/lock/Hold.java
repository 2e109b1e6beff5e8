package studio.tutti.core.lock;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * What a lock holds, as it was when somebody looked.
 *
 * @param lock which lock
 * @param holder what its holder is called
 * @param place the track or note that it is about, or {@link Arrangement#ROOT}
 * @param note whether the place is a note
 * @param from the first locked tick
 * @param to the tick after the last; {@link Long#MAX_VALUE} if everything is locked
 */
public record Hold(Id lock, String holder, Id place, boolean note, long from, long to) {

    /** What the locks of a song hold now, in the order of their ids. */
    public static List<Hold> of(Arrangement arrangement) {
        List<Hold> holds = new ArrayList<>();
        if (arrangement.count(Kind.LOCK) == 0) {
            return holds;
        }
        Element song = arrangement.root();
        song.children(Kind.LOCK).forEach(lock -> holds.add(of(lock)));
        for (Element track : song.children(Kind.TRACK)) {
            track.children(Kind.LOCK).forEach(lock -> holds.add(of(lock)));
        }
        for (Element content : song.children(Kind.CONTENT)) {
            for (Element note : content.children(Kind.NOTE)) {
                note.children(Kind.LOCK).forEach(lock -> holds.add(of(lock)));
            }
        }
        holds.sort((one, other) -> one.lock.compareTo(other.lock));
        return holds;
    }

    /** What a lock holds now. */
    public static Hold of(Element lock) {
        Element place = lock.parent();
        boolean whole = lock.length() == 0;
        return new Hold(lock.id(), lock.text(Property.NAME), lock.reference(Property.PARENT), place != null && place.kind() == Kind.NOTE,
                whole ? 0 : lock.start(), whole ? Long.MAX_VALUE : lock.end());
    }

    /** Whether everything of its place is locked, not only some bars. */
    public boolean isWhole() {
        return to == Long.MAX_VALUE;
    }

    /** Whether it is about the whole song. */
    public boolean isOfSong() {
        return place.equals(Arrangement.ROOT);
    }

    /** Whether it holds something of a track: the song's locks do of all, a folder's of what lies in it. */
    public boolean reaches(Arrangement arrangement, Element track) {
        if (note) {
            return false;
        }
        if (isOfSong()) {
            return true;
        }
        @Nullable Element each = track;
        while (each != null) {
            if (each.id().equals(place)) {
                return true;
            }
            each = Elements.folder(arrangement, each);
        }
        return false;
    }

    /** Whether something from one tick to another is heard in it; what lasts nothing counts where it begins. */
    public boolean meets(long start, long end) {
        return start < to && (end > from || start >= from);
    }
}
