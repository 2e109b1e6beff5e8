package studio.tutti.core.engine;

import java.util.function.IntUnaryOperator;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.music.Ticks;

/**
 * A song as the engine plays it: what happens when, in frames. One array of integers, so that it travels to the audio
 * worklet as it is.
 *
 * <p>Layout: a head of {@value #HEAD} numbers, then strips, devices, values, sends, tempo steps, beats, the annexes and
 * events, each of the width below.
 * <ul>
 * <li>head: the format's version, rate in Hz, length in frames, the numbers of tracks, steps, beats, events, strips, devices,
 *     values and sends, the name and volume of the master, and the length of each {@link Annex} in integers
 * <li>a strip: its name (an integer of the song's), preset address, volume in hundredths of a dB, pan −1,000 … 1,000,
 *     flags (1 sounds, 2 drums), the strip that its sound goes to or −1 for the master. The tracks that play notes come first
 * <li>a device: its name, the strip that it is an insert of or −1 for the master, {@link EffectType} by its place there,
 *     1 if bypassed, the strip that its side-chain listens to or −1, its first value. Devices of a strip come in their order
 * <li>a value of a device's parameter: the upper and the lower half of a double's bits
 * <li>a send: its name, the strips from and to, volume in hundredths of a dB, flags (1 before the fader, 2 sounds)
 * <li>a step: tick, frame, microseconds a quarter note
 * <li>a beat: frame, 1 for the first of a bar
 * <li>an annex: as the class that is named there lays it out
 * <li>an event: frame, index of its track, kind · 65,536 + key · 256 + velocity, end frame of a note or value of a
 *     controller, name of the note (0 or above), gain in hundredths of a dB
 * </ul>
 * Events are sorted by frame; at one frame, controllers come before notes.
 */
public final class Score {

    /** The version of the layout. */
    public static final int VERSION = 3;

    /** The last frame that a score may reach: six hours at 48 kHz. */
    public static final int LAST_FRAME = 1 << 30;

    /** Events that a score may hold. */
    public static final int EVENTS = 2_000_000;

    /** Strips that a score may hold, tracks among them. */
    public static final int TRACKS = 512;

    /** Where sound goes, or a device lies, that is of the master. */
    public static final int MASTER = -1;

    /** What is no strip. */
    public static final int NONE = -1;

    static final int NOTE = 1;
    static final int CONTROL = 2;
    static final int BEND = 3;
    static final int PRESSURE = 4;
    static final int PROGRAM = 5;

    static final int ANNEXES = 13;
    static final int HEAD = ANNEXES + 3;
    static final int STRIP = 6;
    static final int DEVICE = 6;
    static final int VALUE = 2;
    static final int SEND = 5;
    static final int STEP = 3;
    static final int BEAT = 2;
    static final int EVENT = 6;

    static final int SOUNDS = 1;
    static final int DRUMS = 2;

    static final int BEFORE_FADER = 1;
    static final int SEND_SOUNDS = 2;

    private final int[] data;
    private final int tracks;
    private final int steps;
    private final int beats;
    private final int events;
    private final int strips;
    private final int devices;
    private final int sends;
    private final int devicesAt;
    private final int valuesAt;
    private final int sendsAt;
    private final int stepsAt;
    private final int beatsAt;
    private final int annexesAt;
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
        strips = packed[7];
        devices = packed[8];
        int values = packed[9];
        sends = packed[10];
        long annexes = 0;
        boolean whole = true;
        for (int annex = 0; annex < Annex.COUNT; annex++) {
            annexes += packed[ANNEXES + annex];
            whole &= packed[ANNEXES + annex] >= 0;
        }
        if (tracks < 0 || tracks > strips || strips > TRACKS || steps < 1 || beats < 0 || events < 0 || events > EVENTS
                || devices < 0 || values < 0 || sends < 0 || !whole
                || (long) HEAD + STRIP * (long) strips + DEVICE * (long) devices + VALUE * (long) values + SEND * (long) sends
                + STEP * (long) steps + BEAT * (long) beats + annexes + EVENT * (long) events != packed.length) {
            throw new IllegalArgumentException("The score's length does not fit its head.");
        }
        devicesAt = HEAD + STRIP * strips;
        valuesAt = devicesAt + DEVICE * devices;
        sendsAt = valuesAt + VALUE * values;
        stepsAt = sendsAt + SEND * sends;
        beatsAt = stepsAt + STEP * steps;
        annexesAt = beatsAt + BEAT * beats;
        eventsAt = annexesAt + (int) annexes;
    }

    /** A song without anything, at 120 quarters a minute. */
    public static Score empty(int rate) {
        return new ScoreBuilder(rate).build();
    }

    /** The same song with the events of one track only. */
    public Score only(int track) {
        return Excerpts.only(this, track);
    }

    /** One track alone, its fader and pan in the middle, without inserts and sends, heard whether it is muted or not. */
    public Score alone(int track) {
        return Excerpts.alone(this, track);
    }

    /**
     * A number for each track that tells what its instrument plays and when, but not its name, fader and pan: equal for
     * equal music, as good as never equal for other music.
     */
    public long[] fingerprints() {
        return Excerpts.fingerprints(this);
    }

    /**
     * The recordings that the score asks for, by when each stretch is needed first; five numbers each: the two halves of the
     * {@link studio.tutti.core.media.MediaKey}, the milliseconds of the recording from and to which it is needed, and the frame
     * of the score at which it is.
     */
    public int[] media() {
        return MediaNeeds.of(this);
    }

    /** Recipes of the stretched recordings that it asks for, as {@link studio.tutti.core.media.Stretching#of} reads them. */
    public int[] stretches() {
        return ScoreStretches.of(this);
    }

    void copySteps(ScoreBuilder builder) {
        for (int at = stepsAt; at < beatsAt; at += STEP) {
            builder.step(data[at], data[at + 1], data[at + 2]);
        }
    }

    /** Where an event begins in {@link #packed()}. */
    int place(int event) {
        return eventsAt + EVENT * event;
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

    /** The tracks that play notes: the first of the {@link #strips()}. */
    public int tracks() {
        return tracks;
    }

    /** All strips but the master. */
    public int strips() {
        return strips;
    }

    /** The song's own name for a strip. */
    public int trackName(int strip) {
        return data[HEAD + STRIP * strip];
    }

    /** Gives strips, devices, sends and the master the names by which the engine and the page shall speak of them. */
    public void rename(IntUnaryOperator names) {
        for (int strip = 0; strip < strips; strip++) {
            data[HEAD + STRIP * strip] = names.applyAsInt(data[HEAD + STRIP * strip]);
        }
        for (int device = 0; device < devices; device++) {
            data[devicesAt + DEVICE * device] = names.applyAsInt(data[devicesAt + DEVICE * device]);
        }
        for (int send = 0; send < sends; send++) {
            data[sendsAt + SEND * send] = names.applyAsInt(data[sendsAt + SEND * send]);
        }
        data[11] = names.applyAsInt(data[11]);
        ScoreInstruments.rename(this, names);
    }

    /** The song's own name for the master. */
    public int masterName() {
        return data[11];
    }

    /** The master's volume in hundredths of a dB. */
    int masterVolume() {
        return data[12];
    }

    /** The {@link studio.tutti.core.instrument.Preset#address()} that a track begins with. */
    public int preset(int track) {
        return data[HEAD + STRIP * track + 1];
    }

    /** Hundredths of a dB. */
    int volume(int strip) {
        return data[HEAD + STRIP * strip + 2];
    }

    /** −1,000 left, 1,000 right. */
    int pan(int strip) {
        return data[HEAD + STRIP * strip + 3];
    }

    boolean sounds(int strip) {
        return (data[HEAD + STRIP * strip + 4] & SOUNDS) != 0;
    }

    boolean drums(int track) {
        return (data[HEAD + STRIP * track + 4] & DRUMS) != 0;
    }

    /** The strip that a strip's sound goes to, or {@link #MASTER}. */
    int output(int strip) {
        return data[HEAD + STRIP * strip + 5];
    }

    int devices() {
        return devices;
    }

    int deviceName(int device) {
        return data[devicesAt + DEVICE * device];
    }

    /** The strip that a device is an insert of, or {@link #MASTER}. */
    int deviceStrip(int device) {
        return data[devicesAt + DEVICE * device + 1];
    }

    EffectType effect(int device) {
        return EffectType.values()[data[devicesAt + DEVICE * device + 2]];
    }

    boolean bypassed(int device) {
        return data[devicesAt + DEVICE * device + 3] != 0;
    }

    /** The strip that a device's side-chain listens to, or {@link #NONE}. */
    int source(int device) {
        return data[devicesAt + DEVICE * device + 4];
    }

    /** The value of a device's parameter, in its unit. */
    double value(int device, int parameter) {
        int at = valuesAt + VALUE * (data[devicesAt + DEVICE * device + 5] + parameter);
        return Double.longBitsToDouble((long) data[at] << 32 | data[at + 1] & 0xFFFFFFFFL);
    }

    int sends() {
        return sends;
    }

    int sendName(int send) {
        return data[sendsAt + SEND * send];
    }

    int sendFrom(int send) {
        return data[sendsAt + SEND * send + 1];
    }

    int sendTo(int send) {
        return data[sendsAt + SEND * send + 2];
    }

    /** Hundredths of a dB. */
    int sendVolume(int send) {
        return data[sendsAt + SEND * send + 3];
    }

    boolean beforeFader(int send) {
        return (data[sendsAt + SEND * send + 4] & BEFORE_FADER) != 0;
    }

    boolean sendSounds(int send) {
        return (data[sendsAt + SEND * send + 4] & SEND_SOUNDS) != 0;
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

    /** Where an annex begins in {@link #packed()}. */
    int annexAt(Annex annex) {
        int at = annexesAt;
        for (int before = 0; before < annex.ordinal(); before++) {
            at += data[ANNEXES + before];
        }
        return at;
    }

    /** How many integers an annex has. */
    int annexSize(Annex annex) {
        return data[ANNEXES + annex.ordinal()];
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

    /** How fast the music goes at a frame, in quarter notes a second. */
    double quartersASecond(int frame) {
        int low = 0;
        int high = steps - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (data[stepsAt + STEP * middle + 1] <= frame) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return 1_000_000.0 / data[stepsAt + STEP * low + 2];
    }

    private double framesPerTick(int at) {
        return data[at + 2] * (double) rate() / (1_000_000.0 * Ticks.PER_QUARTER);
    }
}
