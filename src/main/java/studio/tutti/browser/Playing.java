package studio.tutti.browser;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.editing.RecordingGestures;
import studio.tutti.core.editing.RecordingGestures.Manner;
import studio.tutti.core.editing.RecordingGestures.Part;
import studio.tutti.core.live.Sender;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.recording.Capture;
import studio.tutti.core.recording.Course;
import studio.tutti.core.recording.DeviceClock;
import studio.tutti.core.recording.Played;
import studio.tutti.core.recording.Tape;
import studio.tutti.core.recording.Transcript;
import studio.tutti.core.transport.Follower;
import studio.tutti.core.transport.Joint;
import studio.tutti.core.transport.ServerClock;

/** What is played by hand on this page and in the room: the tape, the clocks, the shared transport. */
final class Playing {

    private final OpenSong song;
    private final DeviceClock device = new DeviceClock();
    private final ServerClock server = new ServerClock();
    private final Tape tape = new Tape();
    private final Course course = new Course(this::tempo);
    private final Capture capture = new Capture(tape, course);
    private final Sender sender = new Sender();
    private final Follower follower = new Follower();
    private final Hearing hearing;
    private double arrived;
    private Message.Together together = new Message.Together(false, 0, 0, 0, 0, Id.NONE, Id.NONE, List.of());
    private Joint joint = Joint.STANDING;
    private double lacks;

    Playing(OpenSong song, Handles handles) {
        this.song = song;
        hearing = new Hearing(server, handles);
    }

    private Arrangement arrangement() {
        return song.arrangement();
    }

    private TempoMap tempo() {
        return TimeMaps.tempo(arrangement());
    }

    // --- what comes from the server ---

    /** The page's millisecond at which the next frame came. */
    void arrives(double millis) {
        arrived = millis;
    }

    void receive(Message.WhilePlaying told) {
        switch (told) {
            case Message.Sounded sounded -> hearing.receive(sounded, arrived);
            case Message.Time time -> server.tell(time.nonce() / 1000.0, time.micros() / 1000.0, arrived);
            case Message.Together now -> {
                together = now;
                joint = new Joint(now.playing(), now.tick(), now.at() / 1000.0, now.loopFrom(), now.loopTo());
            }
        }
    }

    /** Asks what time it is; the question carries its own moment. */
    void askTime(double millis) {
        song.tell(new Message.AskTime(Math.round(millis * 1000)));
    }

    // --- clocks ---

    DeviceClock device() {
        return device;
    }

    ServerClock server() {
        return server;
    }

    Hearing hearing() {
        return hearing;
    }

    Course course() {
        return course;
    }

    Tape tape() {
        return tape;
    }

    // --- playing by hand ---

    void played(Played played) {
        tape.add(played);
        sender.add(played);
    }

    /**
     * Tells the room what was played and is due.
     *
     * @param shared false to let nobody hear it
     * @return whether there is more to tell soon
     */
    boolean tell(double now, boolean shared) {
        if (!shared) {
            sender.forget();
            return false;
        }
        Sender.Batch batch = sender.due(now);
        if (batch != null) {
            long time = server.isKnown() ? Math.max(0, Math.round(server.server(batch.from()) * 1000)) : 0;
            song.tell(new Message.Sound(batch.number(), time, batch.touches()));
        }
        return sender.isBusy();
    }

    // --- recording ---

    /** What was played from a millisecond to another, as a gesture; empty if nothing was. */
    Gesture record(double from, double to, double late, Manner manner) {
        List<Part> parts = new ArrayList<>();
        List<Played> played = tape.within(from - 2_000, to + late);
        for (Id track : tracks(played)) {
            parts.add(new Part(track, Transcript.of(played, track, course, from, to, late, tempo())));
        }
        capture.take();
        return RecordingGestures.write(arrangement(), song.ids(), parts, manner, Labels.RECORD);
    }

    /** Tracks that still hold notes, in the order of the first key. */
    private List<Id> tracks(List<Played> played) {
        List<Id> tracks = new ArrayList<>();
        for (Played each : played) {
            Element track = arrangement().alive(each.track());
            if (each.what() == Played.What.DOWN && track != null && !tracks.contains(each.track())) {
                tracks.add(each.track());
            }
        }
        return tracks;
    }

    /** 0 if there is nothing to capture, 1 if it was played to the song, 2 if without. */
    int canCapture() {
        return capture.tracks().isEmpty() ? 0 : capture.isToTheSong() ? 1 : 2;
    }

    /** What was played without being recorded, as a gesture; what was not played to the song begins at a tick. */
    Gesture capture(double now, int tick, double late, int step) {
        List<Part> parts = new ArrayList<>();
        for (Id track : capture.tracks()) {
            if (arrangement().alive(track) != null) {
                parts.add(new Part(track, capture.write(track, now, tick, late, tempo())));
            }
        }
        Manner manner = new Manner(RecordingGestures.Mode.TAKES, step, -1, -1);
        Gesture gesture = RecordingGestures.write(arrangement(), song.ids(), parts, manner, Labels.CAPTURE);
        capture.take();
        return gesture;
    }

    // --- the shared transport ---

    void conduct(Message.Move move, int tick, int loopFrom, int loopTo) {
        song.tell(new Message.Conduct(move, Math.max(0, tick), Math.max(0, loopFrom), Math.max(0, loopTo)));
    }

    Message.Together together() {
        return together;
    }

    /** The connection is gone, and with it what others do. */
    void lose() {
        together = new Message.Together(false, together.tick(), 0, 0, 0, Id.NONE, together.sounding(), List.of());
        joint = Joint.STANDING;
    }

    /**
     * Where and when to begin: the tick, and the device's second at which it is to be heard; empty if it stands, or a clock
     * is not known yet.
     *
     * @param soonest the page's millisecond from which on it is possible
     */
    double[] start(double soonest) {
        if (!joint.playing() || !server.isKnown() || !device.isKnown()) {
            return new double[0];
        }
        double at = Math.max(joint.at(), server.server(soonest));
        double page = server.page(at);
        follower.begin(page + 300);
        return new double[] {joint.tick(at, tempo()), device.seconds(page)};
    }

    /** {@link Follower#look}, for a report that a tick is heard at the device's second. */
    double follow(double now, double seconds, double tick) {
        if (!joint.playing()) {
            return 0;
        }
        lacks = joint.lacks(server.server(device.millis(seconds)), tick, tempo());
        return follower.look(now, lacks);
    }

    /** Seconds by which this page is behind if a tick is heard at the device's second; infinite if the transport stands. */
    double lacks(double seconds, double tick) {
        return joint.playing() && server.isKnown() ? joint.lacks(server.server(device.millis(seconds)), tick, tempo()) : Double.POSITIVE_INFINITY;
    }

    /** Seconds by which this page was behind at the latest look, for who wants to measure it. */
    double lacks() {
        return lacks;
    }
}
