package studio.tutti.core.effect;

/** A highpass and a lowpass of first order, one after the other. */
final class FirstOrderCut {

    private double low;
    private double high = 1;
    private double lows;
    private double smooth;

    /**
     * @param lowPace 1 − e^(−2π f / rate) of the highpass; 0 takes it out
     * @param highPace the same of the lowpass; 1 takes it out
     */
    void tune(double lowPace, double highPace) {
        low = lowPace;
        high = highPace;
    }

    double next(double x) {
        lows += (x - lows) * low;
        double cut = x - lows;
        smooth = high == 1 ? cut : smooth + (cut - smooth) * high;
        return smooth > 1e-25 || smooth < -1e-25 ? smooth : 0;
    }

    void flush() {
        lows = lows > 1e-25 || lows < -1e-25 ? lows : 0;
        smooth = smooth > 1e-25 || smooth < -1e-25 ? smooth : 0;
    }

    void clear() {
        lows = 0;
        smooth = 0;
    }
}
