package studio.tutti.mastering.profileeq;

import java.util.Arrays;
import studio.tutti.core.tone.ThirdOctaves;

/**
 * What a kind of sound is like: the level of each third octave from 20 Hz to 20 kHz, and how far sounds of the kind stray from it. Only the shape
 * counts, not the level.
 *
 * @param name how it is called
 * @param median levels in dB, {@link ThirdOctaves#BANDS} of them
 * @param spread how far from the median a level may lie before it is corrected, in dB, 0 or more
 */
public record Profile(String name, double[] median, double[] spread) {

    /** As loud in every third octave: pink. */
    public static final Profile PINK = new Profile("pink", new double[ThirdOctaves.BANDS], new double[ThirdOctaves.BANDS]);

    /** One of those that come along. @throws IllegalArgumentException if there is none of that name */
    public static Profile named(String name) {
        if (name.equals(PINK.name)) {
            return PINK;
        }
        return ShippedProfiles.find(name).map(ShippedProfile::profile).orElseThrow(() -> new IllegalArgumentException(
                "There is no profile \"" + name + "\"" + (ShippedProfiles.MISSING.containsKey(name) ? ": " + ShippedProfiles.MISSING.get(name) : "")
                        + "; there are " + String.join(", ", ShippedProfiles.names()) + "."));
    }

    /**
     * What is missing from levels to the profile's spread, in dB, band by band. The profile is put at the level at which half of what is missing is
     * above and half below. Bands 60 dB under the loudest are left alone, and those in which the kind of sound has next to nothing, 50 dB under its loudest.
     */
    double[] missing(double[] levels) {
        double loudest = Arrays.stream(levels).max().orElse(0);
        double highest = Arrays.stream(median).max().orElse(0);
        double[] offsets = new double[levels.length];
        int count = 0;
        for (int band = 0; band < levels.length; band++) {
            if (levels[band] > loudest - 60 && median[band] > highest - 50) {
                offsets[count++] = levels[band] - median[band];
            }
        }
        Arrays.sort(offsets, 0, count);
        double level = count == 0 ? 0 : 0.5 * (offsets[(count - 1) / 2] + offsets[count / 2]);
        double[] missing = new double[levels.length];
        for (int band = 0; band < levels.length; band++) {
            double target = median[band] + level;
            missing[band] = levels[band] <= loudest - 60 || median[band] <= highest - 50 ? 0
                    : Math.clamp(levels[band], target - spread[band], target + spread[band]) - levels[band];
        }
        return missing;
    }
}
