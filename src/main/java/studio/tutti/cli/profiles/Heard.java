package studio.tutti.cli.profiles;

import java.io.IOException;
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
            sum += powers[band] * weight(ThirdOctaves.centre(band));
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

    /** The power that the K-weighting of BS.1770-4 gives a frequency: the analogue filters behind its numbers. */
    private static double weight(double hertz) {
        double x = hertz / 1681.974450955533;
        double high = Math.pow(10, 3.999843853973347 / 20);
        double band = Math.pow(high, 0.4996667741545416);
        double q = 0.7071752369554196;
        double shelf = (Math.pow(1 - high * x * x, 2) + Math.pow(band * x / q, 2)) / (Math.pow(1 - x * x, 2) + Math.pow(x / q, 2));
        double y = hertz / 38.13547087602444;
        double p = 0.5003270373238773;
        return shelf * Math.pow(y, 4) / (Math.pow(1 - y * y, 2) + Math.pow(y / p, 2));
    }
}
