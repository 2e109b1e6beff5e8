package studio.tutti.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.Author;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.LockGestures;
import studio.tutti.core.lock.Hold;

/** What is locked against assistants in the open song. A broken rule is an exception whose message is for the person. */
public final class PageLocks {

    private PageLocks() {}

    private static LockGestures gestures() {
        return new LockGestures(Page.song().arrangement(), Page.song().ids());
    }

    private static Id me() {
        return Page.song().song().person();
    }

    private static Author author() {
        return Page.song().room().author(me());
    }

    private static int[] edit(Supplier<Gesture> gesture) {
        return Page.told(() -> Page.song().edit(gesture.get()));
    }

    /**
     * All locks as JSON, in the order of their ids: handle; on: "song", "track" or "note"; place, a handle, and for a note its content;
     * start and length in ticks, a length of 0 for all of it; name and colour of the holder, whether that is this person, and since
     * when in milliseconds since 1970.
     */
    @JSExport
    public static String locks() {
        Arrangement arrangement = Page.song().arrangement();
        Handles handles = Page.song().handles();
        Json json = new Json();
        for (Hold hold : Hold.of(arrangement)) {
            Element lock = arrangement.find(hold.lock());
            Element place = lock == null ? null : lock.parent();
            if (lock != null && place != null) {
                json.next()
                        .with("handle", handles.of(lock))
                        .with("on", place.kind().word())
                        .with("place", handles.of(place))
                        .with("content", place.kind() == Kind.NOTE ? handles.of(place.reference(Property.PARENT)) : Handles.NONE)
                        .with("start", lock.start())
                        .with("length", lock.length())
                        .with("name", hold.holder())
                        .with("colour", Math.max(0, lock.number(Property.COLOUR)))
                        .with("own", lock.reference(Property.HOLDER).equals(me()))
                        .with("since", lock.number(Property.SINCE));
            }
        }
        return json.toString();
    }

    /** {@link LockGestures#bars}; −1 among the places is the song. */
    @JSExport
    public static void lockBars(int[] places, double from, double to, double now) {
        edit(() -> {
            List<Element> on = new ArrayList<>();
            for (int place : places) {
                on.add(place == Handles.NONE ? Page.song().arrangement().root() : Page.element(place));
            }
            return gestures().bars(on, (long) from, (long) to, author(), (long) now);
        });
    }

    /** {@link LockGestures#tracks}. */
    @JSExport
    public static void lockTracks(int[] tracks, double now) {
        edit(() -> gestures().tracks(Page.song().handles().all(tracks), author(), (long) now));
    }

    /** {@link LockGestures#notes}. */
    @JSExport
    public static void lockNotes(int[] notes, double now) {
        edit(() -> gestures().notes(Page.song().handles().all(notes), author(), (long) now));
    }

    /** {@link LockGestures#release}. */
    @JSExport
    public static void releaseLocks(int[] locks, boolean owner) {
        edit(() -> gestures().release(Page.song().handles().all(locks), me(), owner));
    }
}
