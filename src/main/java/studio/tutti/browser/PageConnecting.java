package studio.tutti.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.replica.UndoStack;

/** The open song's conversation with the server: frames in, frames out, and who is in the room. */
public final class PageConnecting {

    private PageConnecting() {}

    /** Begins a song; the four numbers are random bits. */
    @JSExport
    public static void open(int a, int b, int c, int d) {
        long high = (long) a << 32 | b & 0xFFFFFFFFL;
        long low = (long) c << 32 | d & 0xFFFFFFFFL;
        Page.begin(new OpenSong(new Id(high, low), new IdSequence(high ^ 1, low)));
    }

    /** {@link OpenSong#keep}. */
    @JSExport
    public static void keep(byte[] edit) {
        Page.song().keep(edit);
    }

    /** {@link OpenSong#hello}. */
    @JSExport
    public static byte[] hello(String name, int colour) {
        return Page.song().hello(name, colour);
    }

    /** {@link OpenSong#receive}. */
    @JSExport
    public static void receive(byte[] frame) {
        Page.song().receive(frame);
    }

    /** {@link OpenSong#outgoing}. */
    @JSExport
    public static byte @Nullable [] outgoing() {
        return Page.song().outgoing();
    }

    /** {@link OpenSong#disconnected}. */
    @JSExport
    public static void disconnected() {
        Page.song().disconnected();
    }

    /** Puts {@link Voice#ping} among the outgoing. */
    @JSExport
    public static void ping(int nonce) {
        Page.song().voice().ping(nonce);
    }

    /** Bits: 1 online, 2 broken, 4 may not edit; above them the server's reason to close plus 1, or 0. */
    @JSExport
    public static int state() {
        return (Page.song().isOnline() ? 1 : 0)
                | (Page.song().isBroken() ? 2 : 0)
                | (Page.song().mayEdit() ? 0 : 4)
                | (Page.song().goodbye() instanceof Message.Goodbye said ? said.why().ordinal() + 1 : 0) << 3;
    }

    /** What the server said before it closes, or "". */
    @JSExport
    public static String farewell() {
        return Page.song().goodbye() instanceof Message.Goodbye said ? said.reason() : "";
    }

    /** {@link Changes#take}. */
    @JSExport
    public static int[] changes() {
        return Page.song().sight().takeChanges();
    }

    private static @Nullable Edit storing;

    /** The id of the next edit that must survive a reload, or null; its bytes are {@link #storedBytes()}. */
    @JSExport
    public static @Nullable String toStore() {
        storing = Page.song().storing().toStore();
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
        Id edit = Page.song().storing().toForget();
        return edit == null ? null : edit.toString();
    }

    /** The next edit that was refused, "label\nreason", or null. */
    @JSExport
    public static @Nullable String refusal() {
        Refusal refusal = Page.song().refusal();
        return refusal == null ? null : Labels.words(refusal.label()) + "\n" + refusal.reason();
    }

    @JSExport
    public static int revision() {
        return (int) Page.song().song().revision();
    }

    /** The checksum of the ordered edits, 16 hexadecimal digits. */
    @JSExport
    public static String checksum() {
        return new Id(0, Page.song().song().checksum()).toString().substring(16);
    }

    @JSExport
    public static int pending() {
        return Page.song().song().pendingCount();
    }

    @JSExport
    public static @Nullable String undoLabel() {
        return label(Page.song().song().steps().nextUndo());
    }

    @JSExport
    public static @Nullable String redoLabel() {
        return label(Page.song().song().steps().nextRedo());
    }

    private static @Nullable String label(UndoStack.@Nullable Step step) {
        return step == null ? null : Labels.words(step.label());
    }

    @JSExport
    public static String people() {
        return Page.song().room().people(Page.song().handles());
    }

    @JSExport
    public static String chat() {
        return Page.song().room().chat();
    }

    /** {@link Voice#here}. */
    @JSExport
    public static void here(int place, int tick, int pitch, int playhead, boolean playing, int open, int[] selection) {
        Page.song().voice().here(place, tick, pitch, playhead, playing, open, selection);
    }

    /** {@link Voice#say}. */
    @JSExport
    public static void say(String text, double now) {
        Page.told(() -> Page.song().voice().say(text, now));
    }

    /** {@link Voice#introduce}. */
    @JSExport
    public static void introduce(String name, int colour) {
        Page.song().voice().introduce(name, colour);
    }
}
