package studio.tutti.core.editing;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Ticks;

/**
 * What people lock against assistants: bars of the song or of tracks, whole tracks, single notes. People themselves may go on
 * writing there. A lock is released by its holder or by the song's owner.
 */
public final class LockGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;

    public LockGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Locks bars; what of them a lock of the same place holds already is left out where that holds all of them.
     *
     * @param places tracks, or the song itself
     * @param from the first tick
     * @param to the tick after the last
     * @param now milliseconds since 1970
     */
    public Gesture bars(List<Element> places, long from, long to, Author author, long now) {
        long begin = Leeway.within(from, 0, Ticks.LAST - 1);
        long end = Leeway.within(to, 0, Ticks.LAST);
        if (begin >= end) {
            throw new EditRefused("Choose some bars to lock first.");
        }
        Draft draft = new Draft(ids);
        for (Element place : places) {
            if (isPlace(place) && place.children(Kind.LOCK).stream().noneMatch(lock -> holds(lock, begin, end))) {
                lock(draft, place, author, now).with(Property.START, begin).with(Property.LENGTH, end - begin);
            }
        }
        return draft.as(Labels.LOCK_ADD);
    }

    /** Locks tracks as a whole; those that are so already stay as they are. */
    public Gesture tracks(List<Element> tracks, Author author, long now) {
        Draft draft = new Draft(ids);
        for (Element track : Chosen.of(Kind.TRACK, tracks)) {
            if (track.children(Kind.LOCK).stream().noneMatch(lock -> lock.length() == 0)) {
                lock(draft, track, author, now).with(Property.LENGTH, 0);
            }
        }
        return draft.as(Labels.LOCK_ADD);
    }

    /** Locks notes; those that are so already stay as they are. */
    public Gesture notes(List<Element> notes, Author author, long now) {
        Draft draft = new Draft(ids);
        for (Element note : Chosen.of(Kind.NOTE, notes)) {
            if (note.children(Kind.LOCK).isEmpty()) {
                lock(draft, note, author, now).with(Property.LENGTH, 0);
            }
        }
        return draft.as(Labels.LOCK_ADD);
    }

    /**
     * Releases locks.
     *
     * @param person who
     * @param owner whether the song is theirs
     * @throws EditRefused if one of them is somebody else's and the song is not theirs
     */
    public Gesture release(List<Element> locks, Id person, boolean owner) {
        Draft draft = new Draft(ids);
        for (Element lock : Elements.byId(Chosen.of(Kind.LOCK, locks))) {
            if (!owner && !lock.reference(Property.HOLDER).equals(person)) {
                throw new EditRefused(othersLock(lock));
            }
            draft.remove(lock);
        }
        return draft.as(Labels.LOCK_RELEASE);
    }

    /** Why somebody who neither holds a lock nor owns the song can't release it. */
    public static String othersLock(Element lock) {
        String name = lock.text(Property.NAME);
        return "This was locked by " + (name.isEmpty() ? "somebody else" : name)
                + ": only they and the song's owner can release it.";
    }

    private boolean isPlace(Element place) {
        return place == arrangement.root() || place.kind() == Kind.TRACK && place.isAlive();
    }

    private static boolean holds(Element lock, long from, long to) {
        return lock.length() == 0 || lock.start() <= from && lock.end() >= to;
    }

    private static Draft.New lock(Draft draft, Element place, Author author, long now) {
        return draft.make(Kind.LOCK, place.id())
                .with(Property.HOLDER, author.person())
                .with(Property.NAME, author.name())
                .with(Property.COLOUR, author.colour())
                .with(Property.SINCE, now);
    }
}
