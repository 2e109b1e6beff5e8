package studio.tutti.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.Sampler;
import studio.tutti.core.instrument.VoicePool;

/**
 * A sound tried out beside the song: a preset played by keys, or a loop of notes at the song's tempo. It goes past the mixer to
 * the master's safety, as late as the music; the score knows nothing of it, so no bounce ever has it.
 */
public final class Audition {

    /** The address under which the preset that is tried out is handed to {@link Engine#addPreset}. */
    public static final int ADDRESS = -2;

    /** Numbers of an event of a loop: its tick, its length in ticks, key and velocity. */
    public static final int STRIDE = 4;

    /** Events that a loop may have. */
    public static final int EVENTS = 4096;

    private static final int NOTES = 128;
    /** Names of notes that keys hold: beyond those of the loop. */
    private static final int KEYS = 1 << 20;

    private final Sampler sampler;
    private final Delay delay = new Delay(2);
    private final Pair sound = new Pair();
    private final int[] names = new int[NOTES];
    private final double[] left = new double[NOTES];
    private int sounding;
    private int[] events = new int[0];
    private int length;
    private double origin;
    private double phase;
    private int named;

    Audition(VoicePool pool) {
        sampler = new Sampler(pool);
    }

    /** What is tried out from now on; what sounded fades within 6 ms. */
    void preset(@Nullable Preset preset) {
        sampler.silence(0);
        sounding = 0;
        sampler.preset(preset);
    }

    /** A key goes down; velocity 0 lets it up. Keys out of range are passed over. */
    public void key(int key, int velocity) {
        if (key < 0 || key > 127) {
            return;
        }
        sampler.noteOff(KEYS + key, 0);
        if (velocity > 0) {
            sampler.noteOn(KEYS + key, key, Math.min(127, velocity), 0, 0);
        }
    }

    /**
     * Plays notes round and round: with the song while that plays, by themselves at the tempo of its place while it stands.
     *
     * @param notes {@link #STRIDE} numbers a note, by tick; none stops the loop and lets its notes go
     * @param ticks length of the loop
     * @param from tick of the song at which a turn begins, wherever the song stands
     */
    public void loop(int[] notes, int ticks, double from) {
        sampler.releaseAll(0);
        sounding = 0;
        int count = ticks > 0 ? Math.min(notes.length / STRIDE, EVENTS) : 0;
        events = Arrays.copyOf(notes, count * STRIDE);
        length = ticks;
        origin = from;
        phase = 0;
    }

    /** Silences it within 6 ms and ends the loop. */
    public void stop() {
        events = new int[0];
        sounding = 0;
        sampler.silence(0);
    }

    /** Comes later by some frames. */
    void late(int frames) {
        delay.aim(frames);
    }

    /**
     * What happens within the coming cell.
     *
     * @param plays whether the song plays
     * @param from the song's tick at the cell's begin
     * @param ticks how many pass within the cell at the tempo of that place
     */
    void cell(boolean plays, double from, double ticks) {
        if (events.length == 0 || ticks <= 0) {
            return;
        }
        for (int i = sounding - 1; i >= 0; i--) {
            left[i] -= ticks;
            if (left[i] <= 0) {
                sampler.noteOff(names[i], frame(left[i] + ticks, ticks));
                sounding--;
                names[i] = names[sounding];
                left[i] = left[sounding];
            }
        }
        double begin = plays ? turned(from - origin) : phase;
        double end = begin + ticks;
        for (int at = 0; at < events.length; at += STRIDE) {
            double tick = events[at];
            if (tick < begin && end >= length) {
                tick += length;
            }
            if (tick >= begin && tick < end) {
                begin(at, frame(tick - begin, ticks));
            }
        }
        phase = turned(end);
    }

    private void begin(int at, int frame) {
        if (sounding == NOTES) {
            return;
        }
        named = named + 1 & KEYS - 1;
        sampler.noteOn(named, Math.clamp(events[at + 2], 0, 127), Math.clamp(events[at + 3], 1, 127), frame, 0);
        names[sounding] = named;
        left[sounding++] = Math.max(1, events[at + 1]);
    }

    private static int frame(double ticks, double perCell) {
        int frame = (int) (ticks / perCell * Sampler.CELL);
        return frame < 0 ? 0 : Math.min(frame, Sampler.CELL - 1);
    }

    /** A tick within the loop. */
    private double turned(double tick) {
        double turns = tick / length;
        long whole = (long) turns;
        return tick - length * (double) (turns < whole ? whole - 1 : whole);
    }

    /** Adds its cell. */
    void render(double[] l, double[] r) {
        boolean heard = sampler.sounding() > 0;
        if (!heard && !delay.isBusy()) {
            delay.rest();
            return;
        }
        sound.heard = true;
        sound.clear();
        sampler.render(sound.left, sound.right);
        delay.pass(sound.left, sound.right, heard);
        for (int i = 0; i < Sampler.CELL; i++) {
            l[i] += sound.left[i];
            r[i] += sound.right[i];
        }
    }
}
