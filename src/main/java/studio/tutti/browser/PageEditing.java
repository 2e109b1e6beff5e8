package studio.tutti.browser;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.ClipGestures;
import studio.tutti.core.editing.Clipboard;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.LaneGestures;
import studio.tutti.core.editing.NoteGestures;
import studio.tutti.core.editing.TrackGestures;

/** The gestures that change the open song. A broken rule is an exception whose message is for the person. */
public final class PageEditing {

    private PageEditing() {}

    private static NoteGestures noteGestures() {
        return new NoteGestures(Page.song().ids());
    }

    private static ClipGestures clipGestures() {
        return new ClipGestures(Page.song().arrangement(), Page.song().ids());
    }

    private static TrackGestures trackGestures() {
        return new TrackGestures(Page.song().arrangement(), Page.song().ids());
    }

    private static LaneGestures laneGestures() {
        return new LaneGestures(Page.song().arrangement(), Page.song().ids());
    }

    /** Does a gesture; the handles of what it made. */
    static int[] edit(Supplier<Gesture> gesture) {
        return Page.told(() -> Page.song().edit(gesture.get()));
    }

    @JSExport
    public static int addTrack(String type, String name, int program, int after) {
        return edit(() -> trackGestures().add(Lanes.type(type), name, program, Page.song().handles().at(after)))[0];
    }

    @JSExport
    public static void moveTrack(int track, int before) {
        edit(() -> trackGestures().move(Page.element(track), Page.song().handles().at(before)));
    }

    /** {@link TrackGestures#duplicate}. Returns the copies. */
    @JSExport
    public static int[] duplicateTracks(int[] tracks) {
        return edit(() -> trackGestures().duplicate(Page.song().handles().all(tracks)));
    }

    @JSExport
    public static void removeTracks(int[] tracks) {
        edit(() -> trackGestures().remove(Page.song().handles().all(tracks)));
    }

    /** Values for the next {@code set…}, by the names that the page uses. */
    private static final Map<Property, Object> VALUES = new EnumMap<>(Property.class);

    /** Gives a number to the next {@code set…}. */
    @JSExport
    public static void number(String property, double value) {
        VALUES.put(Property.valueOf(property), Math.round(value));
    }

    /** Gives a text to the next {@code set…}; a track's type is one. */
    @JSExport
    public static void text(String property, String value) {
        Property named = Property.valueOf(property);
        VALUES.put(named, named == Property.TYPE ? (Object) Lanes.type(value).code() : value);
    }

    private static Map<Property, Object> values() {
        Map<Property, Object> values = new EnumMap<>(VALUES);
        VALUES.clear();
        return values;
    }

    @JSExport
    public static void setTrack(int track) {
        Map<Property, Object> values = values();
        edit(() -> trackGestures().change(Page.element(track), values));
    }

    @JSExport
    public static void setClips(int[] clips) {
        Map<Property, Object> values = values();
        edit(() -> clipGestures().change(Page.song().handles().all(clips), values));
    }

    /** Changes a section, a chord or a marker. */
    @JSExport
    public static void setLane(int element) {
        Map<Property, Object> values = values();
        edit(() -> laneGestures().change(Page.element(element), values));
    }

    @JSExport
    public static int addClip(int track, int start, int length) {
        return edit(() -> clipGestures().add(Page.element(track), start, length))[0];
    }

    @JSExport
    public static void moveClips(int[] clips, int ticks, int tracks) {
        edit(() -> clipGestures().move(Page.song().handles().all(clips), ticks, tracks));
    }

    @JSExport
    public static int[] copyClips(int[] clips, int ticks, int tracks, boolean alias) {
        return edit(() -> clipGestures().copy(Page.song().handles().all(clips), ticks, tracks, alias));
    }

    @JSExport
    public static void resizeClips(int[] clips, boolean left, int ticks) {
        edit(() -> left
                ? clipGestures().moveBeginnings(Page.song().handles().all(clips), ticks)
                : clipGestures().moveEnds(Page.song().handles().all(clips), ticks));
    }

    @JSExport
    public static void splitClips(int[] clips, int tick) {
        edit(() -> clipGestures().split(Page.song().handles().all(clips), tick));
    }

    @JSExport
    public static void removeClips(int[] clips) {
        edit(() -> clipGestures().remove(Page.song().handles().all(clips)));
    }

    @JSExport
    public static int addNote(int content, int start, int length, int pitch, int velocity) {
        return edit(() -> noteGestures().add(Page.element(content), start, length, pitch, velocity))[0];
    }

    @JSExport
    public static void moveNotes(int[] notes, int ticks, int semitones) {
        edit(() -> noteGestures().move(Page.song().handles().all(notes), ticks, semitones));
    }

    @JSExport
    public static int[] copyNotes(int[] notes, int ticks, int semitones) {
        return edit(() -> noteGestures().copy(Page.song().handles().all(notes), ticks, semitones));
    }

    @JSExport
    public static void resizeNotes(int[] notes, boolean left, int ticks) {
        edit(() -> left
                ? noteGestures().moveBeginnings(Page.song().handles().all(notes), ticks)
                : noteGestures().moveEnds(Page.song().handles().all(notes), ticks));
    }

    @JSExport
    public static void changeVelocity(int[] notes, int by) {
        edit(() -> noteGestures().changeVelocity(Page.song().handles().all(notes), by));
    }

    @JSExport
    public static void setVelocity(int[] notes, int velocity) {
        edit(() -> noteGestures().setVelocity(Page.song().handles().all(notes), velocity));
    }

    @JSExport
    public static void removeNotes(int[] notes) {
        edit(() -> noteGestures().remove(Page.song().handles().all(notes)));
    }

    @JSExport
    public static String copy(int[] elements) {
        return Page.told(() -> new Clipboard(Page.song().arrangement(), Page.song().ids()).copy(Page.song().handles().all(elements)));
    }

    @JSExport
    public static int[] pasteNotes(String text, int content, int tick) {
        return edit(() -> new Clipboard(Page.song().arrangement(), Page.song().ids()).pasteNotes(text, Page.element(content), tick));
    }

    @JSExport
    public static int[] pasteClips(String text, int track, int tick) {
        return edit(() -> new Clipboard(Page.song().arrangement(), Page.song().ids()).pasteClips(text, Page.element(track), tick));
    }

    @JSExport
    public static void setTempo(int start, double bpm) {
        edit(() -> laneGestures().tempo(start, bpm));
    }

    @JSExport
    public static void setMetre(int start, int numerator, int denominator) {
        edit(() -> laneGestures().metre(start, numerator, denominator));
    }

    @JSExport
    public static void setKey(int fifths, boolean minor) {
        edit(() -> laneGestures().key(fifths, minor));
    }

    @JSExport
    public static int addSection(int start, int length, String name) {
        return edit(() -> laneGestures().section(start, length, name))[0];
    }

    @JSExport
    public static int addChord(int start, int length, String symbol) {
        return edit(() -> laneGestures().chord(start, length, symbol))[0];
    }

    @JSExport
    public static int addMarker(int start, String text) {
        return edit(() -> laneGestures().marker(start, text))[0];
    }

    @JSExport
    public static void removeLane(int[] elements) {
        edit(() -> laneGestures().remove(Page.song().handles().all(elements)));
    }

    @JSExport
    public static void rename(String name) {
        edit(() -> laneGestures().rename(name));
    }

    /** {@link OpenSong#undo}. */
    @JSExport
    public static @Nullable String undo() {
        return Page.told(Page.song()::undo);
    }

    /** {@link OpenSong#redo}. */
    @JSExport
    public static @Nullable String redo() {
        return Page.told(Page.song()::redo);
    }
}
