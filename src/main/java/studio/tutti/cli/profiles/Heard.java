package studio.tutti.cli.profiles;

import java.io.IOException;
import studio.tutti.core.dsp.KWeighting;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.RealFft;
import studio.tutti.mastering.spectrum.Welch;

/**
 * One sound that a profile is made of.
 *
 * @param family of sounds, as {@link Families} names them
 * @param kit what belongs together, so that it doesn't count too much: a drum kit, an instrument, a song
 * @param levels of third octaves in dB, at 0 dB under the K-weighting
 */
record Heard(String family, String kit, String licence, String credit, boolean rendered, double[] levels) {

    /** Nothing counts as softer than this, in dB. */
    static final double FLOOR = -90;

    private static final double RESOLUTION = 2.8;

    /** The powers of a recording's third octaves. */
    static double[] powers(Recording sound) throws IOException {
        int size = RealFft.points(sound.rate(), RESOLUTION);
        double[] levels = ThirdOctaves.levels(Welch.of(sound, size).mean(), (double) sound.rate() / size);
        double[] powers = new double[levels.length];
        for (int band = 0; band < levels.length; band++) {
            powers[band] = Math.pow(10, levels[band] / 10);
        }
        return powers;
    }

    /** Powers at a K-weighted sum of 1; all 0 for silence. */
    static double[] normal(double[] powers) {
        double sum = 0;
        for (int band = 0; band < powers.length; band++) {
            sum += powers[band] * KWeighting.power(ThirdOctaves.centre(band));
        }
        double[] normal = new double[powers.length];
        for (int band = 0; band < powers.length && sum > 1e-12; band++) {
            normal[band] = powers[band] / sum;
        }
        return normal;
    }

    /** Powers as levels of a K-weighted sum of 0 dB. */
    static double[] levels(double[] powers) {
        double[] levels = normal(powers);
        for (int band = 0; band < levels.length; band++) {
            levels[band] = Math.max(FLOOR, 10 * Math.log10(levels[band] + 1e-30));
        }
        return levels;
    }
}
