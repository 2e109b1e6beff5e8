package studio.tutti.mastering;

import studio.tutti.core.dsp.TruePeak;

/**
 * How high a sound in memory goes at and behind each frame, the louder channel counting: looked at once, since the peaks of a sound that is g times as
 * loud are g times as high.
 */
final class Peaks {

    private static final int TOLD_EVERY = 1 << 14;

    private final float[] highest;
    private final double least;

    private Peaks(float[] highest, double least) {
        this.highest = highest;
        this.least = least;
    }

    /**
     * Looks between the frames.
     *
     * @param least magnitudes below this are only those of the frames
     * @param passes told how far it is
     */
    static Peaks of(float[][] sound, double least, Passes passes) {
        int frames = sound[0].length;
        float[] highest = new float[frames + TruePeak.DELAY];
        for (float[] channel : sound) {
            TruePeak look = new TruePeak();
            for (int i = 0; i < highest.length; i++) {
                float now = (float) look.next(i < frames ? finite(channel[i]) : 0, least);
                highest[i] = Math.max(highest[i], now);
                if ((i & TOLD_EVERY - 1) == TOLD_EVERY - 1) {
                    passes.heard(TOLD_EVERY / sound.length);
                }
            }
        }
        return new Peaks(highest, least);
    }

    private static float finite(float value) {
        return value - value == 0 ? value : 0;
    }

    /** Whether peaks above a level are all seen. */
    boolean reach(double level) {
        return least <= level;
    }

    /** The highest magnitude that a limiter hears with its frame of a number, from 0: {@link TruePeak#DELAY} frames late. */
    double at(long call) {
        return call < highest.length ? highest[(int) call] : 0;
    }
}
