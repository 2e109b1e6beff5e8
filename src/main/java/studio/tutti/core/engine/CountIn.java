package studio.tutti.core.engine;

import studio.tutti.core.instrument.Sampler;

/** The time before playing begins: so many frames, with knocks if there is a count-in. */
final class CountIn {

    private int left;
    private int total;
    private int beats;
    private int perBar;
    private double every;
    private int knocked;

    /** Waits so many frames in silence. */
    void begin(int frames) {
        begin(frames, 0, 1, frames);
    }

    /**
     * @param frames until playing begins
     * @param beats knocks, evenly from the first frame on
     * @param perBar of them in a bar; the first of each bar is accented
     * @param every frames between two knocks
     */
    void begin(int frames, int beats, int perBar, double every) {
        total = Math.max(0, frames);
        left = total;
        this.beats = beats;
        this.perBar = Math.max(1, perBar);
        this.every = every;
        knocked = 0;
    }

    void cancel() {
        left = 0;
    }

    /** Frames until playing begins. */
    int left() {
        return left;
    }

    /** Lets a cell go by and returns the frame of it at which playing begins; a cell's length if not in this one. */
    int pass(Engine engine) {
        int frames = Math.min(left, Sampler.CELL);
        int from = total - left;
        while (knocked < beats && knocked * every < from + frames) {
            engine.count(knocked % perBar == 0, Math.max(0, (int) (knocked * every) - from));
            knocked++;
        }
        left -= frames;
        return frames;
    }
}
