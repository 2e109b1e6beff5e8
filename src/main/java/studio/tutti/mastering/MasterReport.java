package studio.tutti.mastering;

import org.jspecify.annotations.Nullable;
import studio.tutti.mastering.profileeq.ProfileReport;

/**
 * The figures of a mastered song.
 *
 * @param before loudness and true peak before
 * @param after the same after
 * @param target loudness that was wanted, in LUFS
 * @param ceiling in dBTP
 * @param gainDb gain before the limiter, in dB
 * @param widthBefore power of the sides against the middle's by third octaves, in dB; empty for mono
 * @param widthAfter the same after
 * @param match what the match of the reference did
 */
public record MasterReport(Loudness before, Loudness after, double target, double ceiling, double gainDb, double[] widthBefore,
        double[] widthAfter, @Nullable ProfileReport match) {}
