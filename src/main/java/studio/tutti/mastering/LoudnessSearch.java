package studio.tutti.mastering;

import java.io.IOException;

/** Finds the gain with which the limited sound has a loudness, by secants. */
final class LoudnessSearch {

    /** Most gain, in dB. */
    static final double MOST_GAIN = 40;

    private static final int PASSES = 6;

    /** How near is near enough, in LU. */
    private static final double NEAR = 0.04;

    /** What a dB more gives where the limiter works, in LU: about, for the first step. */
    private static final double FIRST_SLOPE = 0.75;

    private LoudnessSearch() {}

    /** @return gain before the limiter in dB; 0 for silence */
    static double gain(Limiting sound, double target, double ceiling, Passes passes) throws IOException {
        double loudness = Loudness.of(passes.watched(sound.sound()), false).integrated();
        if (!Double.isFinite(loudness)) {
            return 0;
        }
        double gain = Math.min(MOST_GAIN, target - loudness);
        double slope = FIRST_SLOPE;
        double lastGain = 0;
        double lastLoudness = Double.NaN;
        for (int pass = 0; pass < PASSES; pass++) {
            double now = Loudness.of(passes.watched(sound.at(gain, ceiling)), false).integrated();
            double missing = target - now;
            if (Math.abs(missing) < NEAR || gain >= MOST_GAIN && missing > 0) {
                break;
            }
            if (Double.isFinite(lastLoudness) && Math.abs(gain - lastGain) > 1e-3) {
                slope = Math.clamp((now - lastLoudness) / (gain - lastGain), 0.15, 1);
            }
            lastGain = gain;
            lastLoudness = now;
            gain = Math.min(MOST_GAIN, gain + missing / slope);
        }
        return gain;
    }
}
