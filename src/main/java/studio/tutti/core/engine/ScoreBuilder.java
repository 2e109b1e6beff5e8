package studio.tutti.core.engine;

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
        if (steps.size() == 0) {
            step(0, 0, 500_000);
        }
        int[] order = order();
        int size = Score.HEAD + tracks.size() + steps.size() + beats.size() + events.size();
        int[] packed = new int[size];
        packed[0] = Score.VERSION;
        packed[1] = rate;
        packed[2] = length;
        packed[3] = tracks.size() / Score.TRACK;
        packed[4] = steps.size() / Score.STEP;
        packed[5] = beats.size() / Score.BEAT;
        packed[6] = count;
        int at = tracks.copy(packed, Score.HEAD);
        at = steps.copy(packed, at);
        at = beats.copy(packed, at);
        for (int event : order) {
            for (int i = 0; i < Score.EVENT; i++) {
                packed[at++] = events.get(event * Score.EVENT + i);
            }
        }
        return new Score(packed);
    }

    private void event(int track, int frame, int what, int value, int name, int gain) {
        if (count == Score.EVENTS) {
            throw new IllegalStateException("A song holds at most " + Score.EVENTS + " notes and controllers, repeats counted.");
        }
        if (frame <= Score.LAST_FRAME) {
            events.add(frame).add(track).add(what).add(value).add(name).add(gain);
            count++;
        }
    }

    /** Events by frame, controllers before notes, else as they were added: a merge sort of indices. */
    private int[] order() {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        int[] other = new int[count];
        for (int width = 1; width < count; width *= 2) {
            for (int from = 0; from < count; from += 2 * width) {
                int middle = Math.min(from + width, count);
                int to = Math.min(from + 2 * width, count);
                int left = from;
                int right = middle;
                for (int k = from; k < to; k++) {
                    boolean first = left < middle && (right >= to || !before(order[right], order[left]));
                    other[k] = order[first ? left++ : right++];
                }
            }
            int[] swap = order;
            order = other;
            other = swap;
        }
        return order;
    }

    private boolean before(int a, int b) {
        int frames = Integer.compare(events.get(a * Score.EVENT), events.get(b * Score.EVENT));
        return frames != 0 ? frames < 0 : rank(a) < rank(b);
    }

    private int rank(int event) {
        return events.get(event * Score.EVENT + 2) >> 16 == Score.NOTE ? 1 : 0;
    }
}
