package studio.tutti.core.engine;

import java.util.Arrays;

/** Collects tracks, tempo, beats and events, and packs them into a {@link Score}. */
public final class ScoreBuilder {

    private final int rate;
    private final Numbers tracks = new Numbers();
    private final Numbers steps = new Numbers();
    private final Numbers beats = new Numbers();
    private final Numbers events = new Numbers();
    private int length;
    private int count;

    /** @param rate frames a second */
    public ScoreBuilder(int rate) {
        this.rate = rate;
    }

    /**
     * Adds a track and returns its index.
     *
     * @param name an integer that stays the track's own while the song is open
     * @param preset a preset's address
     * @param volume hundredths of a dB
     * @param pan −1,000 … 1,000
     * @param sounds false if it is muted, or others have solo
     * @param drums whether its notes are hits that don't ring on from before
     */
    public int track(int name, int preset, int volume, int pan, boolean sounds, boolean drums) {
        int index = tracks.size() / Score.TRACK;
        if (index == Score.TRACKS) {
            throw new IllegalStateException("A score holds at most " + Score.TRACKS + " tracks.");
        }
        tracks.add(name).add(preset).add(volume).add(pan).add((sounds ? Score.SOUNDS : 0) + (drums ? Score.DRUMS : 0));
        return index;
    }

    /** Adds a step of the tempo; the first is at tick 0 and frame 0, and they come in order. */
    public void step(int tick, int frame, int microseconds) {
        steps.add(tick).add(frame).add(microseconds);
    }

    /** Adds a beat; they come in order. */
    public void beat(int frame, boolean bar) {
        beats.add(frame).add(bar ? 1 : 0);
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
        int[] packed = new int[Score.HEAD + tracks.size() + steps.size() + beats.size() + sorted.length];
        packed[0] = Score.VERSION;
        packed[1] = rate;
        packed[2] = length;
        packed[3] = tracks.size() / Score.TRACK;
        packed[4] = steps.size() / Score.STEP;
        packed[5] = beats.size() / Score.BEAT;
        packed[6] = sorted.length / Score.EVENT;
        int at = tracks.copy(packed, Score.HEAD);
        at = steps.copy(packed, at);
        at = beats.copy(packed, at);
        System.arraycopy(sorted, 0, packed, at, sorted.length);
        return new Score(packed);
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
