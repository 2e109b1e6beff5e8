package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Functions;

/**
 * An envelope of attack, decay, sustain and release, one number a frame. Attack bends like a capacitor that is loaded towards 1.3 and
 * reaches 1 exactly at its time; decay and release are exponential: after their time what was left to go has fallen by 60 dB.
 */
public final class Adsr {

    /** What attack, decay and release of an envelope are at a rate; one for all voices. */
    public static final class Times {
        private static final double BEYOND = 0.3;
        private double attack;
        private double decay;
        private double release;
        private double sustain;

        /**
         * @param attackSeconds until the top
         * @param decaySeconds until the sustain level is nearly reached
         * @param sustainLevel 0 … 1
         * @param releaseSeconds until it is 60 dB down
         * @param rate frames a second
         */
        public void set(double attackSeconds, double decaySeconds, double sustainLevel, double releaseSeconds, double rate) {
            attack = pace(BEYOND / (1 + BEYOND), attackSeconds * rate);
            decay = pace(0.001, decaySeconds * rate);
            release = pace(0.001, releaseSeconds * rate);
            sustain = sustainLevel;
        }

        private static double pace(double left, double frames) {
            return 1 - Functions.pow(left, 1 / Math.max(1, frames));
        }
    }

    /** Below this a release is over: −100 dB. */
    private static final double OVER = 1e-5;

    private static final int ATTACK = 0;
    private static final int DECAY = 1;
    private static final int RELEASE = 2;
    private static final int ENDED = 3;

    private final Times times;
    private int stage = ENDED;
    private double level;

    public Adsr(Times times) {
        this.times = times;
    }

    /** Begins from silence. */
    public void start() {
        level = 0;
        stage = ATTACK;
    }

    /** Begins from where it stands. */
    public void again() {
        stage = ATTACK;
    }

    public void release() {
        if (stage != ENDED) {
            stage = RELEASE;
        }
    }

    public boolean over() {
        return stage == ENDED;
    }

    /** Where it stands, 0 … 1. */
    public double level() {
        return level;
    }

    /** Goes some frames on. */
    public void skip(int frames) {
        for (int i = 0; i < frames; i++) {
            next();
        }
    }

    /** Multiplies both channels by the coming values. */
    public void shape(double[] left, double[] right, int from, int to) {
        for (int i = from; i < to; i++) {
            double gain = next();
            left[i] *= gain;
            right[i] *= gain;
        }
    }

    /** Goes one frame on, and says where it stands. */
    public double next() {
        switch (stage) {
            case ATTACK -> {
                level += (1 + Times.BEYOND - level) * times.attack;
                if (level >= 1 - 1e-9) {
                    level = 1;
                    stage = DECAY;
                }
            }
            case DECAY -> {
                level += (times.sustain - level) * times.decay;
                if (times.sustain == 0 && level < OVER) {
                    end();
                }
            }
            case RELEASE -> {
                level -= level * times.release;
                if (level < OVER) {
                    end();
                }
            }
            default -> {
            }
        }
        return level;
    }

    private void end() {
        level = 0;
        stage = ENDED;
    }
}
