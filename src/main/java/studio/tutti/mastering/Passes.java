package studio.tutti.mastering;

import java.io.IOException;
import java.util.function.DoubleConsumer;
import studio.tutti.audiofile.AudioSource;

/**
 * Tells how far a tool is that listens to a recording again and again, by the frames that it has heard of those that it will; this is also where work that
 * nobody wants any more ends, if who is told throws.
 */
public final class Passes {

    /** Tells nobody. */
    public static final Passes UNTOLD = new Passes(1, share -> { });

    private static final double BEFORE_THE_END = 0.99;

    private final double all;
    private final DoubleConsumer told;
    private double heard;
    private double most;

    /**
     * @param frames how many will be listened to altogether, about; above 0
     * @param told 0 … 1, rising; what it throws ends the work
     */
    public Passes(double frames, DoubleConsumer told) {
        all = Math.max(1, frames);
        this.told = told;
    }

    /** The same recording, but whoever listens to it is counted. */
    public Recording watched(Recording recording) {
        return this == UNTOLD ? recording
                : Recording.of(recording.rate(), recording.channels(), () -> new Counted(recording.play(), this));
    }

    /** So many frames were listened to. */
    void heard(int frames) {
        heard += frames;
        most = Math.max(most, Math.min(BEFORE_THE_END, heard / all));
        told.accept(most);
    }

    /** Passes sound through and counts it. */
    private static final class Counted extends Changed {

        private final Passes passes;

        Counted(AudioSource source, Passes passes) {
            super(source);
            this.passes = passes;
        }

        @Override
        public int read(float[][] into, int from, int frames) throws IOException {
            int some = source.read(into, from, frames);
            passes.heard(Math.max(0, some));
            return some;
        }
    }
}
