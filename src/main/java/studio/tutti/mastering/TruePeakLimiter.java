package studio.tutti.mastering;

import java.io.IOException;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.effect.Limiter;

/**
 * The limiter of the mixer on a whole recording, without its latency: nothing above a ceiling, between the frames neither. What comes out is measured
 * again ({@link FinePeak}), and where content close to half the rate still goes over, the limiter is set that much lower.
 */
public final class TruePeakLimiter {

    private static final int PASSES = 3;

    /** Time constant in ms: hot mixes lose less loudness than with the insert's usual one. */
    private static final double RELEASE = 60;

    /** So far under the ceiling, in dB: resamplers differ by as much close to half the rate. */
    private static final double SPARE = 0.05;

    private TruePeakLimiter() {}

    /**
     * Limits. The recording is listened to before this returns.
     *
     * @param gainDb louder before the limiter, in dB
     * @param ceiling in dBTP, −24 … 0
     */
    public static Recording apply(Recording in, double gainDb, double ceiling) throws IOException {
        double set = ceiling;
        Recording limited = Cached.of(once(in, gainDb, set));
        for (int pass = 0; pass < PASSES; pass++) {
            double over = Decibels.of(FinePeak.of(limited, Decibels.gain(ceiling))) - (ceiling - SPARE);
            if (!(over > 0)) {
                break;
            }
            set = Math.max(-24, set - over - 0.005);
            limited = Cached.of(once(in, gainDb, set));
        }
        return limited;
    }

    /** Limits without measuring again. */
    static Recording once(Recording in, double gainDb, double ceiling) {
        return Recording.of(in.rate(), in.channels(), () -> {
            Limiter limiter = new Limiter();
            limiter.set(Limiter.CEILING, ceiling);
            limiter.set(Limiter.RELEASE, RELEASE);
            limiter.settle();
            return new Through(in.play(), limiter, Decibels.gain(gainDb));
        });
    }
}
