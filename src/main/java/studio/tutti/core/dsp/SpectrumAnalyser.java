package studio.tutti.core.dsp;

/**
 * What the last {@value #SIZE} frames are made of, for drawing: hears cheaply, and computes when it is asked.
 *
 * <p>Both channels at once, left as the real and right as the imaginary part of one transform with a Hann window; powers of the
 * two are averaged. A sine of full scale on both channels reads 0 dB (up to 1.4 dB less between two bins).
 */
public final class SpectrumAnalyser {

    /** Frames looked at: 85 ms at 48 kHz, 11.7 Hz a bin. */
    public static final int SIZE = 4096;

    private final double rate;
    private final Fft fft = new Fft(SIZE);
    private final double[] window = new double[SIZE];
    private final double[] left = new double[SIZE];
    private final double[] right = new double[SIZE];
    private final double[] re = new double[SIZE];
    private final double[] im = new double[SIZE];
    private final double[] powers = new double[SIZE / 2 + 1];
    private int at;

    /** @param rate frames a second */
    public SpectrumAnalyser(double rate) {
        this.rate = rate;
        for (int i = 0; i < SIZE; i++) {
            window[i] = (0.5 - 0.5 * Functions.cos(2 * Math.PI * i / SIZE)) * 4 / SIZE;
        }
    }

    /** Hears the next frames. */
    public void hear(double[] l, double[] r, int from, int count) {
        for (int i = from; i < from + count; i++) {
            left[at] = l[i];
            right[at] = r[i];
            at = (at + 1) & (SIZE - 1);
        }
    }

    /** Transforms what was heard last. */
    public void analyse() {
        for (int i = 0; i < SIZE; i++) {
            int from = (at + i) & (SIZE - 1);
            re[i] = left[from] * window[i];
            im[i] = right[from] * window[i];
        }
        fft.forward(re, im);
        for (int k = 0; k <= SIZE / 2; k++) {
            int mirrored = (SIZE - k) & (SIZE - 1);
            powers[k] = 0.25 * (re[k] * re[k] + im[k] * im[k] + re[mirrored] * re[mirrored] + im[mirrored] * im[mirrored]);
        }
    }

    /** The level in dB of a bin, 0 … {@value #SIZE} / 2, as last analysed; never below {@link Decibels#SILENCE}. */
    public double bin(int k) {
        return level(powers[k]);
    }

    /**
     * The curve as last analysed, at frequencies in equal ratios: in each place the highest bin that falls on it, or, where bins lie
     * further apart, the value between two.
     *
     * @param lowest Hz of the first place, above 0
     * @param highest Hz of the last place
     * @param decibels where the curve is written
     */
    public void curve(double lowest, double highest, float[] decibels) {
        double step = Functions.pow(highest / lowest, 1.0 / (decibels.length - 1));
        double half = Math.sqrt(step);
        double hertz = lowest;
        for (int i = 0; i < decibels.length; i++) {
            double from = hertz / half * SIZE / rate;
            double to = hertz * half * SIZE / rate;
            decibels[i] = (float) level(to - from < 1 ? between(hertz * SIZE / rate) : highest(from, to));
            hertz *= step;
        }
    }

    private double between(double place) {
        if (place >= SIZE / 2) {
            return 0;
        }
        int bin = (int) place;
        double part = place - bin;
        return powers[bin] * (1 - part) + powers[bin + 1] * part;
    }

    private double highest(double from, double to) {
        double most = 0;
        for (int k = (int) from + 1; k <= to && k <= SIZE / 2; k++) {
            most = Math.max(most, powers[k]);
        }
        return most;
    }

    private static double level(double power) {
        return Decibels.of(Math.sqrt(power));
    }
}
