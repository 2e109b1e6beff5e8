package studio.tutti.core.engine;

import studio.tutti.core.music.Ticks;

/**
 * A song as the engine plays it: what happens when, in frames. One array of integers, so that it travels to the audio
 * worklet as it is.
 *
 * <p>Layout: a head of {@value #HEAD} numbers, then tracks, tempo steps, beats and events, each of the width below.
 * <ul>
 * <li>head: the format's version, rate in Hz, length in frames, and the numbers of tracks, steps, beats and events
 * <li>a track: its name (an integer of the song's), preset address, volume in hundredths of a dB, pan −1,000 … 1,000,
 *     flags (1 sounds, 2 drums)
 * <li>a step: tick, frame, microseconds a quarter note
 * <li>a beat: frame, 1 for the first of a bar
 * <li>an event: frame, index of its track, kind · 65,536 + key · 256 + velocity, end frame of a note or value of a
 *     controller, name of the note (0 or above), gain in hundredths of a dB
 * </ul>
 * Events are sorted by frame; at one frame, controllers come before notes.
 */
public final class Score {

    /** The version of the layout. */
    public static final int VERSION = 1;

    /** The last frame that a score may reach: six hours at 48 kHz. */
    public static final int LAST_FRAME = 1 << 30;

    /** Events that a score may hold. */
    public static final int EVENTS = 2_000_000;

    /** Tracks that a score may hold. */
    public static final int TRACKS = 512;

    static final int NOTE = 1;
    static final int CONTROL = 2;
    static final int BEND = 3;
    static final int PRESSURE = 4;
    static final int PROGRAM = 5;

    static final int HEAD = 7;
    static final int TRACK = 5;
    static final int STEP = 3;
    static final int BEAT = 2;
    static final int EVENT = 6;

    static final int SOUNDS = 1;
    static final int DRUMS = 2;

    private final int[] data;
    private final int tracks;
    private final int steps;
    private final int beats;
    private final int events;
    private final int stepsAt;
    private final int beatsAt;
    private final int eventsAt;

    /**
     * Takes packed numbers; they are kept, not copied.
     *
     * @throws IllegalArgumentException if they are not a score of this version
     */
    public Score(int[] packed) {
        if (packed.length < HEAD || packed[0] != VERSION) {
            throw new IllegalArgumentException("This is not a score of version " + VERSION + ".");
        }
        data = packed;
        tracks = packed[3];
        steps = packed[4];
        beats = packed[5];
        events = packed[6];
        if (tracks < 0 || tracks > TRACKS || steps < 1 || beats < 0 || events < 0 || events > EVENTS
                || (long) HEAD + TRACK * (long) tracks + STEP * (long) steps + BEAT * (long) beats
                + EVENT * (long) events != packed.length) {
            throw new IllegalArgumentException("The score's length does not fit its head.");
        }
        stepsAt = HEAD + TRACK * tracks;
        beatsAt = stepsAt + STEP * steps;
        eventsAt = beatsAt + BEAT * beats;
    }

    /** A song without anything, at 120 quarters a minute. */
    public static Score empty(int rate) {
        return new Score(new int[] {VERSION, rate, 0, 0, 1, 0, 0, 0, 0, 500_000});
    }

    /** The same song with the events of one track only. */
    public Score only(int track) {
        Numbers kept = new Numbers();
        for (int event = 0; event < events; event++) {
            if (track(event) == track) {
                for (int i = 0; i < EVENT; i++) {
                    kept.add(data[eventsAt + EVENT * event + i]);
                }
            }
        }
        int[] packed = new int[eventsAt + kept.size()];
        System.arraycopy(data, 0, packed, 0, eventsAt);
        packed[6] = kept.size() / EVENT;
        kept.copy(packed, eventsAt);
        return new Score(packed);
    }

    /** One track alone, its fader and pan in the middle, heard whether it is muted or not. */
    public Score alone(int track) {
        Score only = only(track);
        int[] packed = new int[only.data.length - TRACK * (tracks - 1)];
        System.arraycopy(only.data, 0, packed, 0, HEAD);
        System.arraycopy(only.data, HEAD + TRACK * track, packed, HEAD, TRACK);
        System.arraycopy(only.data, stepsAt, packed, HEAD + TRACK, only.data.length - stepsAt);
        packed[3] = 1;
        packed[HEAD + 2] = 0;
        packed[HEAD + 3] = 0;
        packed[HEAD + 4] |= SOUNDS;
        Score alone = new Score(packed);
        int length = 0;
        for (int event = 0; event < alone.events; event++) {
            packed[alone.eventsAt + EVENT * event + 1] = 0;
            if (alone.kind(event) == NOTE) {
                length = Math.max(length, alone.end(event));
            }
        }
        packed[2] = length;
        return alone;
    }

    /**
     * A number for each track that tells what its instrument plays and when, but not its name, fader and pan: equal for
     * equal music, as good as never equal for other music (FNV-1a over 64 bits).
     */
    public long[] fingerprints() {
        long[] prints = new long[tracks];
        for (int track = 0; track < tracks; track++) {
            long print = mixed(0xCBF29CE484222325L, rate());
            print = mixed(print, preset(track));
            prints[track] = mixed(print, drums(track) ? 1 : 0);
        }
        for (int at = eventsAt; at < data.length; at += EVENT) {
            int track = data[at + 1];
            long print = mixed(prints[track], data[at]);
            print = mixed(print, data[at + 2]);
            print = mixed(print, data[at + 3]);
            prints[track] = mixed(print, data[at + 5]);
        }
        return prints;
    }

    private static long mixed(long print, int number) {
        long mixed = (print ^ number) * 0x100000001B3L;
        return mixed ^ mixed >>> 29;
    }

    /** The numbers, as the constructor takes them; not to be changed. */
    public int[] packed() {
        return data;
    }

    /** Frames a second. */
    public int rate() {
        return data[1];
    }

    /** Frames until the last note ends. */
    public int length() {
        return data[2];
    }

    public int tracks() {
        return tracks;
    }

    /** The song's own name for a track. */
    public int trackName(int track) {
        return data[HEAD + TRACK * track];
    }

    /** Gives a track the name by which the engine and the page shall speak of it. */
    public void renameTrack(int track, int name) {
        data[HEAD + TRACK * track] = name;
    }

    /** The {@link studio.tutti.core.instrument.Preset#address()} that a track begins with. */
    public int preset(int track) {
        return data[HEAD + TRACK * track + 1];
    }

    /** Hundredths of a dB. */
    int volume(int track) {
        return data[HEAD + TRACK * track + 2];
    }

    /** −1,000 left, 1,000 right. */
    int pan(int track) {
        return data[HEAD + TRACK * track + 3];
    }

    boolean sounds(int track) {
        return (data[HEAD + TRACK * track + 4] & SOUNDS) != 0;
    }

    boolean drums(int track) {
        return (data[HEAD + TRACK * track + 4] & DRUMS) != 0;
    }

    int beats() {
        return beats;
    }

    int beatFrame(int beat) {
        return data[beatsAt + BEAT * beat];
    }

    boolean beginsBar(int beat) {
        return data[beatsAt + BEAT * beat + 1] != 0;
    }

    public int events() {
        return events;
    }

    int frame(int event) {
        return data[eventsAt + EVENT * event];
    }

    int track(int event) {
        return data[eventsAt + EVENT * event + 1];
    }

    int kind(int event) {
        return data[eventsAt + EVENT * event + 2] >> 16;
    }

    /** The key of a note, the number of a controller. */
    int key(int event) {
        return data[eventsAt + EVENT * event + 2] >> 8 & 0xFF;
    }

    int velocity(int event) {
        return data[eventsAt + EVENT * event + 2] & 0xFF;
    }

    /** The frame at which a note ends. */
    int end(int event) {
        return data[eventsAt + EVENT * event + 3];
    }

    int value(int event) {
        return data[eventsAt + EVENT * event + 3];
    }

    int note(int event) {
        return data[eventsAt + EVENT * event + 4];
    }

    /** Hundredths of a dB. */
    int gain(int event) {
        return data[eventsAt + EVENT * event + 5];
    }

    /** The first event at or after a frame. */
    int firstAt(int frame) {
        int low = 0;
        int high = events;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frame(middle) < frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first beat at or after a frame. */
    int firstBeatAt(int frame) {
        int low = 0;
        int high = beats;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (beatFrame(middle) < frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The tick, with its fraction, at a frame. */
    public double tick(double frame) {
        int at = stepsAt;
        for (int step = 1; step < steps && data[stepsAt + STEP * step + 1] <= frame; step++) {
            at = stepsAt + STEP * step;
        }
        return data[at] + (frame - data[at + 1]) / framesPerTick(at);
    }

    /** The frame nearest to a tick. */
    public int frameAt(double tick) {
        int at = stepsAt;
        for (int step = 1; step < steps && data[stepsAt + STEP * step] <= tick; step++) {
            at = stepsAt + STEP * step;
        }
        double frame = data[at + 1] + (tick - data[at]) * framesPerTick(at);
        return frame >= LAST_FRAME ? LAST_FRAME : frame <= 0 ? 0 : (int) (frame + 0.5);
    }

    private double framesPerTick(int at) {
        return data[at + 2] * (double) rate() / (1_000_000.0 * Ticks.PER_QUARTER);
    }
}
