package studio.tutti.mastering;

import java.io.IOException;
import studio.tutti.core.dsp.Decibels;

/**
 * The limiter of the mixer on a whole recording, without its latency: nothing above a ceiling, between the frames neither. What comes out is measured
 * again ({@link FinePeak}), and where content close to half the rate still goes over, the limiter is set that much lower.
 */
public final class TruePeakLimiter {

    private static final int PASSES = 3;

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
        return apply(in, gainDb, ceiling, Passes.UNTOLD);
    }

    /** The same, telling how far it is. */
    public static Recording apply(Recording in, double gainDb, double ceiling, Passes passes) throws IOException {
        return apply(Limiting.of(passes.watched(in), passes), gainDb, ceiling, passes);
    }

    static Recording apply(Limiting in, double gainDb, double ceiling, Passes passes) throws IOException {
        double set = ceiling;
        Recording limited = in.at(gainDb, set);
        for (int pass = 0; pass < PASSES; pass++) {
            double over = Decibels.of(FinePeak.of(passes.watched(limited), Decibels.gain(ceiling))) - (ceiling - SPARE);
            if (!(over > 0)) {
                break;
            }
            set = Math.max(-24, set - over - 0.005);
            limited = in.at(gainDb, set);
        }
        return limited;
    }
}
