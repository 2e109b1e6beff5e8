package studio.tutti.mastering.multibandphase;

import java.util.List;

/**
 * Where phases are repaired.
 *
 * @param from Hz, above 0
 * @param to Hz, above {@code from}
 */
public record FrequencyBand(double from, double to) {

    /** How wide the way into a band and out of it is, in octaves. */
    private static final double EDGE = 1 / 6.0;

    /** @throws IllegalArgumentException if it is none */
    public FrequencyBand {
        if (!(from > 0 && to > from && to < 1e6)) {
            throw new IllegalArgumentException("A band goes from a frequency above 0 to a higher one, in Hz.");
        }
    }

    /** How much of the repair a frequency gets, 0 … 1; all of it if there are no bands. */
    static double part(List<FrequencyBand> bands, double hertz) {
        double most = bands.isEmpty() ? 1 : 0;
        for (FrequencyBand band : bands) {
            double inside = Math.min(Math.log(Math.max(1e-3, hertz) / band.from), Math.log(band.to / Math.max(1e-3, hertz))) / Math.log(2) / EDGE + 1;
            double part = Math.clamp(inside, 0, 1);
            most = Math.max(most, part * part * (3 - 2 * part));
        }
        return most;
    }
}
