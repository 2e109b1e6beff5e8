package studio.tutti.browser;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.ClipGestures;
import studio.tutti.core.editing.Clipboard;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.editing.LaneGestures;
import studio.tutti.core.editing.NoteGestures;
import studio.tutti.core.editing.TrackGestures;
import studio.tutti.core.engine.ScoreCompiler;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.trial.Trial;

/**
 * Entry of the page's build of the core: one open song. What is returned as an array is a copy that the page owns; an
 * exception's message is for the person. Handles are those of {@link Handles}, −1 stands for nothing.
 */
public final class PageMain {

    private static OpenSong song = new OpenSong(new Id(0, 1), new IdSequence(0, 1));

    private PageMain() {}

    /** The version of this build's exports; the page refuses one that it was not written for. */
    @JSExport
    public static int version() {
        return 1;
    }

    /** The checksum, in hexadecimal, of a {@link Trial} with a seed of two halves: equal to the server's if the builds are one. */
    @JSExport
    public static String trialChecksum(int seedHigh, int seedLow, int edits) {
        return Long.toHexString(Trial.checksum((long) seedHigh << 32 | seedLow & 0xFFFFFFFFL, edits));
    }

    // --- connecting -----------------------------------------------------------------------------

    /** Begins a song; the four numbers are random bits. */
    @JSExport
    public static void open(int a, int b, int c, int d) {
        long high = (long) a << 32 | b & 0xFFFFFFFFL;
        long low = (long) c << 32 | d & 0xFFFFFFFFL;
        song = new OpenSong(new Id(high, low), new IdSequence(high ^ 1, low));
    }

    /** {@link OpenSong#keep}. */
    @JSExport
    public static void keep(byte[] edit) {
        song.keep(edit);
    }

    /** {@link OpenSong#hello}. */
    @JSExport
    public static byte[] hello(String name, int colour) {
        return song.hello(name, colour);
    }

    /** {@link OpenSong#receive}. */
    @JSExport
    public static void receive(byte[] frame) {
        song.receive(frame);
    }

    /** {@link OpenSong#outgoing}. */
    @JSExport
    public static byte @Nullable [] outgoing() {
        return song.outgoing();
    }

    /** {@link OpenSong#disconnected}. */
    @JSExport
    public static void disconnected() {
        song.disconnected();
    }

    /** Puts {@link OpenSong#ping} among the outgoing. */
    @JSExport
    public static void ping(int nonce) {
        song.ping(nonce);
    }

    /** Bits: 1 online, 2 broken, 4 may not edit; above them the server's reason to close plus 1, or 0. */
    @JSExport
    public static int state() {
        return (song.isOnline() ? 1 : 0)
                | (song.isBroken() ? 2 : 0)
                | (song.mayEdit() ? 0 : 4)
                | (song.why() == null ? 0 : song.why().ordinal() + 1) << 3;
    }

    /** {@link OpenSong#farewell}. */
    @JSExport
    public static String farewell() {
        return song.farewell();
    }

    /** {@link OpenSong#changes}. */
    @JSExport
    public static int[] changes() {
        return song.changes();
    }

    private static @Nullable Edit storing;

    /** The id of the next edit that must survive a reload, or null; its bytes are {@link #storedBytes()}. */
    @JSExport
    public static @Nullable String toStore() {
        storing = song.toStore();
        return storing == null ? null : storing.id().toString();
    }

    /** The bytes of the edit that {@link #toStore()} named last. */
    @JSExport
    public static byte[] storedBytes() {
        return storing == null ? new byte[0] : EditFormat.toBytes(storing);
    }

    /** The id of the next edit that need not survive any more, or null. */
    @JSExport
    public static @Nullable String toForget() {
        Id edit = song.toForget();
        return edit == null ? null : edit.toString();
    }

    /** The next edit that was refused, "label\nreason", or null. */
    @JSExport
    public static @Nullable String refusal() {
        OpenSong.Refusal refusal = song.refusal();
        return refusal == null ? null : Labels.words(refusal.label()) + "\n" + refusal.reason();
    }

    @JSExport
    public static int revision() {
        return (int) song.song().revision();
    }

    /** The checksum of the ordered edits, 16 hexadecimal digits. */
    @JSExport
    public static String checksum() {
        return new Id(0, song.song().checksum()).toString().substring(16);
    }

    @JSExport
    public static int pending() {
        return song.song().pendingCount();
    }

    @JSExport
    public static @Nullable String undoLabel() {
        String label = song.undoLabel();
        return label == null ? null : Labels.words(label);
    }

    @JSExport
    public static @Nullable String redoLabel() {
        String label = song.redoLabel();
        return label == null ? null : Labels.words(label);
    }

    // --- the room -------------------------------------------------------------------------------

    @JSExport
    public static String people() {
        return song.room().people(song.handles());
    }

    @JSExport
    public static String chat() {
        return song.room().chat();
    }

    /** {@link OpenSong#here}. */
    @JSExport
    public static void here(int place, int tick, int pitch, int playhead, boolean playing, int[] selection) {
        song.here(place, tick, pitch, playhead, playing, selection);
    }

    /** {@link OpenSong#say}. */
    @JSExport
    public static void say(String text, double now) {
        told(() -> song.say(text, now));
    }

    /** {@link OpenSong#introduce}. */
    @JSExport
    public static void introduce(String name, int colour) {
        song.introduce(name, colour);
    }

    // --- reading --------------------------------------------------------------------------------

    private static Lanes lanes() {
        return new Lanes(song.arrangement(), song.handles());
    }

    /** The song's name. (An export can't be called "name": functions in JavaScript have one.) */
    @JSExport
    public static String songName() {
        return song.arrangement().root().text(Property.NAME);
    }

    @JSExport
    public static String tracks() {
        return lanes().tracks();
    }

    @JSExport
    public static int[] clips() {
        return song.drawing().clips(song.song());
    }

    @JSExport
    public static String clipName(int clip) {
        Element element = song.handles().at(clip);
        return element == null ? "" : element.text(Property.NAME);
    }

    @JSExport
    public static int[] notes(int content, int from, int to) {
        Element element = song.handles().at(content);
        return element == null ? new int[0] : song.drawing().notes(song.song(), element, from, to);
    }

    @JSExport
    public static int[] controls(int content, int controller) {
        Element element = song.handles().at(content);
        return element == null ? new int[0] : song.drawing().controls(element, controller);
    }

    @JSExport
    public static String tempos() {
        return lanes().tempos();
    }

    @JSExport
    public static String metres() {
        return lanes().metres();
    }

    @JSExport
    public static String sections() {
        return lanes().sections();
    }

    @JSExport
    public static String chords() {
        return lanes().chords();
    }

    @JSExport
    public static String markers() {
        return lanes().markers();
    }

    /** {@link Lanes#key}. */
    @JSExport
    public static int key() {
        return lanes().key();
    }

    @JSExport
    public static int end() {
        return lanes().end();
    }

    @JSExport
    public static int[] grid(int from, int to) {
        return song.times().grid(from, to);
    }

    @JSExport
    public static String position(int tick) {
        return song.times().position(tick);
    }

    @JSExport
    public static double seconds(double tick) {
        return song.times().seconds(tick);
    }

    @JSExport
    public static double tick(double seconds) {
        return song.times().tick(seconds);
    }

    @JSExport
    public static int snap(int tick, int step) {
        return song.times().snap(tick, step);
    }

    /** The song for the engine, {@link studio.tutti.core.engine.Score#packed()}, its tracks by the page's handles. */
    @JSExport
    public static int[] score(int rate) {
        return song.score(rate);
    }

    /** The faders for the engine, {@link ScoreCompiler#mixer}, tracks by the page's handles. */
    @JSExport
    public static int[] mixer() {
        int[] mixer = ScoreCompiler.mixer(song.arrangement());
        for (int at = 0; at < mixer.length; at += 4) {
            mixer[at] = song.handles().of(song.arrangement().at(mixer[at]));
        }
        return mixer;
    }

    // --- editing --------------------------------------------------------------------------------

    private static Element element(int handle) {
        Element element = song.handles().at(handle);
        if (element == null) {
            throw new EditRefused("This is not part of the song any more.");
        }
        return element;
    }

    private static NoteGestures noteGestures() {
        return new NoteGestures(song.ids());
    }

    private static ClipGestures clipGestures() {
        return new ClipGestures(song.arrangement(), song.ids());
    }

    private static TrackGestures trackGestures() {
        return new TrackGestures(song.arrangement(), song.ids());
    }

    private static LaneGestures laneGestures() {
        return new LaneGestures(song.arrangement(), song.ids());
    }

    private static int[] edit(Supplier<Gesture> gesture) {
        return told(() -> song.edit(gesture.get()));
    }

    /** Does something; a broken rule becomes an exception that JavaScript can read, which one without a trace is not. */
    private static <T> T told(Supplier<T> action) {
        try {
            return action.get();
        } catch (EditRefused refused) {
            throw new IllegalStateException(refused.getMessage());
        }
    }

    @JSExport
    public static int addTrack(String type, String name, int program, int after) {
        return edit(() -> trackGestures().add(Lanes.type(type), name, program, song.handles().at(after)))[0];
    }

    @JSExport
    public static void moveTrack(int track, int before) {
        edit(() -> trackGestures().move(element(track), song.handles().at(before)));
    }

    @JSExport
    public static void removeTracks(int[] tracks) {
        edit(() -> trackGestures().remove(song.handles().all(tracks)));
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
        edit(() -> trackGestures().change(element(track), values));
    }

    @JSExport
    public static void setClips(int[] clips) {
        Map<Property, Object> values = values();
        edit(() -> clipGestures().change(song.handles().all(clips), values));
    }

    /** Changes a section, a chord or a marker. */
    @JSExport
    public static void setLane(int element) {
        Map<Property, Object> values = values();
        edit(() -> laneGestures().change(element(element), values));
    }

    @JSExport
    public static int addClip(int track, int start, int length) {
        return edit(() -> clipGestures().add(element(track), start, length))[0];
    }

    @JSExport
    public static void moveClips(int[] clips, int ticks, int tracks) {
        edit(() -> clipGestures().move(song.handles().all(clips), ticks, tracks));
    }

    @JSExport
    public static int[] copyClips(int[] clips, int ticks, int tracks, boolean alias) {
        return edit(() -> clipGestures().copy(song.handles().all(clips), ticks, tracks, alias));
    }

    @JSExport
    public static void resizeClips(int[] clips, boolean left, int ticks) {
        edit(() -> left
                ? clipGestures().moveBeginnings(song.handles().all(clips), ticks)
                : clipGestures().moveEnds(song.handles().all(clips), ticks));
    }

    @JSExport
    public static void splitClips(int[] clips, int tick) {
        edit(() -> clipGestures().split(song.handles().all(clips), tick));
    }

    @JSExport
    public static void removeClips(int[] clips) {
        edit(() -> clipGestures().remove(song.handles().all(clips)));
    }

    @JSExport
    public static int addNote(int content, int start, int length, int pitch, int velocity) {
        return edit(() -> noteGestures().add(element(content), start, length, pitch, velocity))[0];
    }

    @JSExport
    public static void moveNotes(int[] notes, int ticks, int semitones) {
        edit(() -> noteGestures().move(song.handles().all(notes), ticks, semitones));
    }

    @JSExport
    public static int[] copyNotes(int[] notes, int ticks, int semitones) {
        return edit(() -> noteGestures().copy(song.handles().all(notes), ticks, semitones));
    }

    @JSExport
    public static void resizeNotes(int[] notes, boolean left, int ticks) {
        edit(() -> left
                ? noteGestures().moveBeginnings(song.handles().all(notes), ticks)
                : noteGestures().moveEnds(song.handles().all(notes), ticks));
    }

    @JSExport
    public static void changeVelocity(int[] notes, int by) {
        edit(() -> noteGestures().changeVelocity(song.handles().all(notes), by));
    }

    @JSExport
    public static void setVelocity(int[] notes, int velocity) {
        edit(() -> noteGestures().setVelocity(song.handles().all(notes), velocity));
    }

    @JSExport
    public static void quantiseNotes(int[] notes, int step) {
        edit(() -> noteGestures().quantise(song.handles().all(notes), step));
    }

    @JSExport
    public static void removeNotes(int[] notes) {
        edit(() -> noteGestures().remove(song.handles().all(notes)));
    }

    @JSExport
    public static String copy(int[] elements) {
        return told(() -> new Clipboard(song.arrangement(), song.ids()).copy(song.handles().all(elements)));
    }

    @JSExport
    public static int[] pasteNotes(String text, int content, int tick) {
        return edit(() -> new Clipboard(song.arrangement(), song.ids()).pasteNotes(text, element(content), tick));
    }

    @JSExport
    public static int[] pasteClips(String text, int track, int tick) {
        return edit(() -> new Clipboard(song.arrangement(), song.ids()).pasteClips(text, element(track), tick));
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
        edit(() -> laneGestures().remove(song.handles().all(elements)));
    }

    @JSExport
    public static void rename(String name) {
        edit(() -> laneGestures().rename(name));
    }

    /** {@link OpenSong#undo}. */
    @JSExport
    public static @Nullable String undo() {
        return told(song::undo);
    }

    /** {@link OpenSong#redo}. */
    @JSExport
    public static @Nullable String redo() {
        return told(song::redo);
    }
}
