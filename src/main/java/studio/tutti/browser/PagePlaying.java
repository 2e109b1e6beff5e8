package studio.tutti.browser;

import java.util.Locale;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.RecordingGestures.Manner;
import studio.tutti.core.editing.RecordingGestures.Mode;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.recording.Played;

/**
 * Playing by hand, recording it, hearing others, and the shared transport. Times are milliseconds of the page's clock
 * ({@code performance.now}) and seconds of the sound device's ({@code AudioContext.currentTime}).
 */
public final class PagePlaying {

    private PagePlaying() {}

    private static Playing playing() {
        return Page.song().playing();
    }

    /** {@link Playing#arrives}. */
    @JSExport
    public static void arrives(double millis) {
        playing().arrives(millis);
    }

    /** {@link Playing#askTime}. */
    @JSExport
    public static void askTime(double millis) {
        playing().askTime(millis);
    }

    /** How often the server has told its time. */
    @JSExport
    public static int timesTold() {
        return playing().server().answers();
    }

    /** Milliseconds to the server and back, at best. */
    @JSExport
    public static double roundTrip() {
        return playing().server().round();
    }

    /** The server's time in milliseconds since 1970 at one of the page's. */
    @JSExport
    public static double serverTime(double millis) {
        return playing().server().server(millis);
    }

    /** {@link studio.tutti.core.recording.DeviceClock#tell}. */
    @JSExport
    public static void deviceTime(double millis, double seconds) {
        playing().device().tell(millis, seconds);
    }

    /** The device's second that is heard at a millisecond. */
    @JSExport
    public static double deviceSeconds(double millis) {
        return playing().device().seconds(millis);
    }

    /** A tick of the song is heard at the device's second, and the song goes by or stands. */
    @JSExport
    public static void songAt(double seconds, double tick, boolean going) {
        if (!playing().device().isKnown()) {
            return;
        }
        double millis = playing().device().millis(seconds);
        if (going) {
            playing().course().heard(millis, tick);
        } else {
            playing().course().stands(millis, tick);
        }
    }

    /** The loop as the engine has it. */
    @JSExport
    public static void songLoop(double from, double to, boolean on) {
        playing().course().loop(from, to, on);
    }

    /** Something was played on a track: 0 key down, 1 key up, 2 controller, 3 pitch wheel, 4 pressure. */
    @JSExport
    public static void played(double millis, int track, int what, int number, int value) {
        playing().played(new Played(millis, Page.song().handles().id(track), Played.What.values()[what], number, value));
    }

    /** {@link Playing#tell}. */
    @JSExport
    public static boolean tellPlaying(double now, boolean shared) {
        return playing().tell(now, shared);
    }

    /** {@link Hearing#take}. */
    @JSExport
    public static double[] heardPlaying(double now) {
        return playing().hearing().take(now);
    }

    /** {@link Hearing#players}. */
    @JSExport
    public static String players() {
        return playing().hearing().players();
    }

    /** Keeps all that is played from a millisecond on, for a recording. */
    @JSExport
    public static void recordFrom(double millis) {
        playing().tape().keepFrom(millis);
    }

    /**
     * Writes what was played as clips, and returns them.
     *
     * @param late milliseconds by which messages come after the hands
     * @param mode "takes", "overdub" or "replace"
     * @param step of the grid in ticks, or 0
     * @param rangeFrom the punch's first tick, or −1
     * @param rangeTo the tick where it ends, or −1
     */
    @JSExport
    public static int[] record(double from, double to, double late, String mode, int step, int rangeFrom, int rangeTo) {
        playing().tape().keepFrom(Double.POSITIVE_INFINITY);
        Manner manner = new Manner(Mode.valueOf(mode.toUpperCase(Locale.ROOT)), step, rangeFrom, rangeTo);
        return Page.told(() -> {
            Gesture gesture = playing().record(from, to, late, manner);
            return Page.song().edit(gesture);
        });
    }

    /** {@link Playing#canCapture}. */
    @JSExport
    public static int canCapture() {
        return playing().canCapture();
    }

    /** {@link Playing#capture}. */
    @JSExport
    public static int[] capture(double now, int tick, double late, int step) {
        return Page.told(() -> Page.song().edit(playing().capture(now, tick, late, step)));
    }

    /** "join", "leave", "play", "stop", "here" or "everywhere": {@link Playing#conduct}. */
    @JSExport
    public static void conduct(String move, int tick, int loopFrom, int loopTo) {
        playing().conduct(Message.Move.valueOf(move.toUpperCase(Locale.ROOT)), tick, loopFrom, loopTo);
    }

    /** What the shared transport does, and the sessions that joined it. */
    @JSExport
    public static String sharedTransport() {
        Message.Together now = playing().together();
        Json json = new Json().next()
                .with("playing", now.playing())
                .with("tick", now.tick())
                .with("at", Long.toString(now.at()))
                .with("loopFrom", now.loopFrom())
                .with("loopTo", now.loopTo())
                .with("by", now.by().toString())
                .with("sounding", now.sounding().equals(Id.NONE) ? "" : now.sounding().toString());
        now.joined().forEach(session -> json.next().with("session", session.toString()));
        return json.toString();
    }

    /** {@link Playing#start}. */
    @JSExport
    public static double[] sharedStart(double soonest) {
        return playing().start(soonest);
    }

    /** {@link Playing#follow}. */
    @JSExport
    public static double follow(double now, double seconds, double tick) {
        return playing().follow(now, seconds, tick);
    }

    /** {@link Playing#lacks(double, double)}. */
    @JSExport
    public static double lacksAt(double seconds, double tick) {
        return playing().lacks(seconds, tick);
    }

    /** {@link Playing#lacks()}. */
    @JSExport
    public static double lacks() {
        return playing().lacks();
    }
}
