package studio.tutti.core.engine;

import java.util.Arrays;
import studio.tutti.core.effect.EffectType;

/** Collects tracks and what else the mixer has, tempo, beats and events, and packs them into a {@link Score}. */
public final class ScoreBuilder {

    private static final int NAMELESS = Integer.MIN_VALUE;

    private final int rate;
    private final Numbers strips = new Numbers();
    private final Numbers devices = new Numbers();
    private final Numbers values = new Numbers();
    private final Numbers sends = new Numbers();
    private final Numbers steps = new Numbers();
    private final Numbers beats = new Numbers();
    private final Numbers[] annexes = {new Numbers(), new Numbers(), new Numbers()};
    private final Numbers events = new Numbers();
    private int tracks;
    private int master = NAMELESS;
    private int masterVolume;
    private int length;
    private int count;

    /** @param rate frames a second */
    public ScoreBuilder(int rate) {
        this.rate = rate;
    }

    /**
     * Adds a track that plays notes and returns its index. Its sound goes to the master.
     *
     * @param name an integer that stays the track's own while the song is open
     * @param preset a preset's address
     * @param volume hundredths of a dB
     * @param pan −1,000 … 1,000
     * @param sounds false if it is muted, or others have solo
     * @param drums whether its notes are hits that don't ring on from before
     */
    public int track(int name, int preset, int volume, int pan, boolean sounds, boolean drums) {
        if (tracks != strips.size() / Score.STRIP) {
            throw new IllegalStateException("Tracks that play notes come before the other strips.");
        }
        tracks++;
        return strip(name, preset, volume, pan, (sounds ? Score.SOUNDS : 0) + (drums ? Score.DRUMS : 0));
    }

    /** Adds a strip that plays no notes, a group or a bus, and returns its index. Its sound goes to the master. */
    public int group(int name, int volume, int pan, boolean sounds) {
        return strip(name, 0, volume, pan, sounds ? Score.SOUNDS : 0);
    }

    private int strip(int name, int preset, int volume, int pan, int flags) {
        int index = strips.size() / Score.STRIP;
        if (index == Score.TRACKS) {
            throw new IllegalStateException("A score holds at most " + Score.TRACKS + " tracks.");
        }
        strips.add(name).add(preset).add(volume).add(pan).add(flags).add(Score.MASTER);
        return index;
    }

    /** Lets a strip's sound go to another instead of the master. */
    public void output(int strip, int to) {
        strips.set(Score.STRIP * strip + 5, to);
    }

    /** Names the master, and sets its volume in hundredths of a dB. */
    public void master(int name, int volume) {
        master = name;
        masterVolume = volume;
    }

    /**
     * Adds an insert after those that its strip has.
     *
     * @param strip the strip, or {@link Score#MASTER}
     * @param source the strip that its side-chain listens to, or −1
     * @param parameters values of all parameters of the effect, in its order
     */
    public void device(int name, int strip, EffectType effect, boolean bypassed, int source, double[] parameters) {
        devices.add(name).add(strip).add(effect.ordinal()).add(bypassed ? 1 : 0).add(source).add(values.size() / Score.VALUE);
        for (double value : parameters) {
            long bits = Double.doubleToRawLongBits(value);
            values.add((int) (bits >> 32)).add((int) bits);
        }
    }

    /**
     * Adds a send from a strip to another.
     *
     * @param volume hundredths of a dB
     * @param beforeFader whether it takes the sound before the strip's fader and pan
     * @param sounds false if the strip is muted, or others have solo
     */
    public void send(int name, int from, int to, int volume, boolean beforeFader, boolean sounds) {
        sends.add(name).add(from).add(to).add(volume)
                .add((beforeFader ? Score.BEFORE_FADER : 0) + (sounds ? Score.SEND_SOUNDS : 0));
    }

    /** Adds a step of the tempo; the first is at tick 0 and frame 0, and they come in order. */
    public void step(int tick, int frame, int microseconds) {
        steps.add(tick).add(frame).add(microseconds);
    }

    /** Adds a beat; they come in order. */
    public void beat(int frame, boolean bar) {
        beats.add(frame).add(bar ? 1 : 0);
    }

    /** What an annex holds so far, to add to. */
    Numbers annex(Annex annex) {
        return annexes[annex.ordinal()];
    }

    /**
     * Adds a note. One that begins after {@link Score#LAST_FRAME}, or has no length, is left out.
     *
     * @param name what tells it from others while scores change, 0 or above
     * @param gain hundredths of a dB
     */
    public void note(int track, int frame, int end, int key, int velocity, int name, int gain) {
        if (frame < Score.LAST_FRAME && end > frame) {
            int last = Math.min(end, Score.LAST_FRAME);
            event(track, frame, Score.NOTE << 16 | key << 8 | velocity, last, name, gain);
            length = Math.max(length, last);
        }
    }

    /** Adds a movement of a MIDI controller. */
    public void control(int track, int frame, int number, int value) {
        event(track, frame, Score.CONTROL << 16 | number << 8, value, 0, 0);
    }

    /** Adds a movement of the pitch wheel, 0 … 16,383. */
    public void bend(int track, int frame, int value) {
        event(track, frame, Score.BEND << 16, value, 0, 0);
    }

    /** Adds a pressure on the channel, 0 … 127. */
    public void pressure(int track, int frame, int value) {
        event(track, frame, Score.PRESSURE << 16, value, 0, 0);
    }

    /** Adds a change to another preset. */
    public void program(int track, int frame, int preset) {
        event(track, frame, Score.PROGRAM << 16, preset, 0, 0);
    }

    /** The score of all that was added. */
    public Score build() {
        return build(sortedEvents(), length);
    }

    /**
     * The score of the tracks, steps and beats that were added, with events from elsewhere.
     *
     * @param sorted as {@link #sortedEvents()} gives them
     * @param length frames until the last note ends
     */
    Score build(int[] sorted, int length) {
        if (steps.size() == 0) {
            step(0, 0, 500_000);
        }
        int added = 0;
        for (Numbers annex : annexes) {
            added += annex.size();
        }
        int[] packed = new int[Score.HEAD + strips.size() + devices.size() + values.size() + sends.size()
                + steps.size() + beats.size() + added + sorted.length];
        packed[0] = Score.VERSION;
        packed[1] = rate;
        packed[2] = length;
        packed[3] = tracks;
        packed[4] = steps.size() / Score.STEP;
        packed[5] = beats.size() / Score.BEAT;
        packed[6] = sorted.length / Score.EVENT;
        packed[7] = strips.size() / Score.STRIP;
        packed[8] = devices.size() / Score.DEVICE;
        packed[9] = values.size() / Score.VALUE;
        packed[10] = sends.size() / Score.SEND;
        packed[11] = master;
        packed[12] = masterVolume;
        for (int annex = 0; annex < annexes.length; annex++) {
            packed[Score.ANNEXES + annex] = annexes[annex].size();
        }
        int at = strips.copy(packed, Score.HEAD);
        at = devices.copy(packed, at);
        at = values.copy(packed, at);
        at = sends.copy(packed, at);
        at = steps.copy(packed, at);
        at = beats.copy(packed, at);
        for (Numbers annex : annexes) {
            at = annex.copy(packed, at);
        }
        System.arraycopy(sorted, 0, packed, at, sorted.length);
        return new Score(packed);
    }

    /** Something that is no note lasts until a frame. */
    void reaches(int frame) {
        length = Math.max(length, Math.min(frame, Score.LAST_FRAME));
    }

    /** Frames until the last note that was added ends. */
    int length() {
        return length;
    }

    /**
     * The events by frame, controllers before notes; controllers of one frame as they were added, notes by track, key and
     * what else they have, so that equal songs give equal scores however they came about.
     */
    int[] sortedEvents() {
        // Frame, rank and place in one number: plain numbers sort fast everywhere, and none is equal to another.
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = (long) events.get(i * Score.EVENT) << 32 | (long) rank(i) << 31 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) keys[i] & 0x7FFFFFFF;
        }
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && keys[to] >>> 31 == keys[from] >>> 31) {
                to++;
            }
            if (to > from + 1 && rank(order[from]) == 1) {
                sortNotes(order, from, to);
            }
            from = to;
        }
        int[] sorted = new int[count * Score.EVENT];
        int at = 0;
        for (int event : order) {
            for (int i = 0; i < Score.EVENT; i++) {
                sorted[at++] = events.get(event * Score.EVENT + i);
            }
        }
        return sorted;
    }

    private void sortNotes(int[] order, int from, int to) {
        Integer[] chord = new Integer[to - from];
        for (int i = 0; i < chord.length; i++) {
            chord[i] = order[from + i];
        }
        Arrays.sort(chord, this::compareNotes);
        for (int i = 0; i < chord.length; i++) {
            order[from + i] = chord[i];
        }
    }

    private int compareNotes(int a, int b) {
        for (int i = 1; i < Score.EVENT; i++) {
            int order = Integer.compare(events.get(a * Score.EVENT + i), events.get(b * Score.EVENT + i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private void event(int track, int frame, int what, int value, int name, int gain) {
        if (count == Score.EVENTS) {
            throw tooMany();
        }
        if (frame <= Score.LAST_FRAME) {
            events.add(frame).add(track).add(what).add(value).add(name).add(gain);
            count++;
        }
    }

    static IllegalStateException tooMany() {
        return new IllegalStateException("A song holds at most " + Score.EVENTS + " notes and controllers, repeats counted.");
    }

    private int rank(int event) {
        return events.get(event * Score.EVENT + 2) >> 16 == Score.NOTE ? 1 : 0;
    }
}
