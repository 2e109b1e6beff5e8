package studio.tutti.core.instrument;

import org.jspecify.annotations.Nullable;

/**
 * All voices that can sound at once, shared by the samplers of one engine.
 *
 * <p>At most {@link #limit()} voices count; some more are there for those that fade while another takes their place.
 */
public final class VoicePool {

    /** Voices that sound at once in a studio. */
    public static final int VOICES = 256;

    /** Samplers that may share a pool. */
    public static final int SAMPLERS = 1024;

    private static final int FADING = 64;

    private final Voice[] free;
    private final int limit;
    private final double rate;
    private final Sampler[] samplers;
    private int members;
    private int left;
    private int counting;
    private int serial;

    /**
     * @param limit voices that count, 1 or more
     * @param rate frames a second
     */
    public VoicePool(int limit, double rate) {
        this.limit = limit;
        this.rate = rate;
        free = new Voice[limit + FADING];
        Scratch scratch = new Scratch();
        for (int i = 0; i < free.length; i++) {
            free[i] = new Voice(rate, scratch);
        }
        left = free.length;
        samplers = new Sampler[SAMPLERS];
    }

    public int limit() {
        return limit;
    }

    /** Frames a second. */
    public double rate() {
        return rate;
    }

    /** Voices that sound now, fading ones among them. */
    public int sounding() {
        return free.length - left;
    }

    void join(Sampler sampler) {
        if (members == samplers.length) {
            throw new IllegalStateException("A pool of voices serves at most " + SAMPLERS + " samplers.");
        }
        samplers[members++] = sampler;
    }

    /**
     * Makes the voice fade that is missed least, of the sampler itself where that has used up its own share, else of
     * all. Equal ones fall in the order in which they began.
     */
    void makeRoom(Sampler asking, boolean own, int frame) {
        Sampler chosen = asking;
        if (!own) {
            double least = 1e9;
            for (int i = 0; i < members; i++) {
                double value = samplers[i].least();
                if (value < least) {
                    least = value;
                    chosen = samplers[i];
                }
            }
        }
        chosen.steal(frame);
    }

    /** Whether one more voice would be one too many. */
    boolean full() {
        return counting >= limit;
    }

    /** A voice to start, or nothing where even the fading ones are all busy. */
    @Nullable Voice take() {
        if (left == 0) {
            return null;
        }
        counting++;
        return free[--left];
    }

    /** A voice was asked to fade and counts no more. */
    void excuse() {
        counting--;
    }

    /** A voice has ended. */
    void give(Voice voice, boolean counted) {
        free[left++] = voice;
        if (counted) {
            counting--;
        }
    }

    /** The number of the next note. */
    int next() {
        return ++serial;
    }
}
