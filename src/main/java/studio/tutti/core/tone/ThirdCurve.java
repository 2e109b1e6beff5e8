package studio.tutti.core.tone;

import studio.tutti.core.dsp.Functions;

/**
 * A curve through a value for each of the {@link ThirdOctaves}, at places that are known before: a cubic between neighbours that never goes beyond them
 * (Fritsch and Carlson 1980), level below the first and above the last. As {@link GivenGains}, but nothing is allocated after construction.
 */
public final class ThirdCurve {

    private static final int LAST = ThirdOctaves.BANDS - 1;

    private final double[] places;
    private final double[] values = new double[ThirdOctaves.BANDS];
    private final double[] slopes = new double[ThirdOctaves.BANDS];

    /** @param places where the curve is asked for, counted in bands from the middle of the first */
    public ThirdCurve(double[] places) {
        this.places = places;
    }

    /** A curve at frequencies at equal distances: 0, {@code step} … Hz. */
    public static ThirdCurve bins(int bins, double step) {
        double[] places = new double[bins];
        for (int k = 0; k < bins; k++) {
            places[k] = place(k * step);
        }
        return new ThirdCurve(places);
    }

    /** A curve at the middles of {@link Following#BANDS} bands. */
    public static ThirdCurve twelfths() {
        double[] places = new double[Following.BANDS];
        for (int band = 0; band < places.length; band++) {
            places[band] = (band + 0.5) / 4 - 0.5;
        }
        return new ThirdCurve(places);
    }

    /** Another curve at the same places. */
    public ThirdCurve like() {
        return new ThirdCurve(places);
    }

    /** The place of a frequency, counted in bands from the middle of the first. */
    public static double place(double hertz) {
        return Functions.log2(Math.max(1e-3, hertz) / ThirdOctaves.centre(0)) * 3;
    }

    /** Takes the values of the bands. */
    public void take(double[] ofBands) {
        for (int i = 0; i <= LAST; i++) {
            values[i] = ofBands[i];
        }
        for (int i = 1; i < LAST; i++) {
            double before = values[i] - values[i - 1];
            double behind = values[i + 1] - values[i];
            slopes[i] = before * behind > 0 ? 2 * before * behind / (before + behind) : 0;
        }
    }

    /** How many places it has. */
    public int size() {
        return places.length;
    }

    /** The value at a place, by its number. */
    public double at(int number) {
        double place = places[number];
        if (place <= 0) {
            return values[0];
        }
        if (place >= LAST) {
            return values[LAST];
        }
        int i = (int) place;
        double t = place - i;
        double u = 1 - t;
        double sum = (1 + 2 * t) * u * u * values[i];
        sum += (3 - 2 * t) * t * t * values[i + 1];
        sum += t * u * u * slopes[i];
        sum -= t * t * u * slopes[i + 1];
        return sum;
    }
}
