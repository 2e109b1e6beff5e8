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
 * @param spectra spectra and widths by third octaves
 * @param match what the match of a reference or profile did
 */
public record MasterReport(Loudness before, Loudness after, double target, double ceiling, double gainDb, Spectra spectra,
        @Nullable ProfileReport match) {}
