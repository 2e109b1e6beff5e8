package studio.tutti.mastering.spectrum;

/**
 * A filter's impulse response.
 *
 * @param taps its values
 * @param centre where time 0 lies among them
 */
public record Kernel(double[] taps, int centre) {

    /**
     * The filter of a curve, without any delay: symmetric about its centre, faded by a Hann window, which smooths the curve by a bin
     * either way (see {@link #smoothed}).
     *
     * @param gains factors at bins 0 … half
     */
    public static Kernel linear(double[] gains) {
        int size = 2 * (gains.length - 1);
        double[] taps = new double[size];
        taps[0] = gains[0];
        taps[1] = gains[size / 2];
        for (int k = 1; k < size / 2; k++) {
            taps[2 * k] = gains[k];
        }
        new RealFft(size).inverse(taps);
        double[] centred = new double[size];
        for (int i = 0; i < size; i++) {
            centred[i] = taps[i + size / 2 & size - 1] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
        }
        return new Kernel(centred, size / 2);
    }

    /** What a curve becomes by {@link #linear}. */
    public static double[] smoothed(double[] gains) {
        int last = gains.length - 1;
        double[] smooth = new double[gains.length];
        for (int k = 0; k <= last; k++) {
            smooth[k] = 0.5 * gains[k] + 0.25 * (gains[k == 0 ? 1 : k - 1] + gains[k == last ? last - 1 : k + 1]);
        }
        return smooth;
    }

    /**
     * The filter of a curve that begins as soon as it can: of minimum phase (Oppenheim and Schafer, by the cepstrum, here at four times the
     * resolution), faded out over the last eighth.
     */
    public static Kernel minimum(double[] gains) {
        int size = 2 * (gains.length - 1);
        int fine = 4 * size;
        RealFft fft = new RealFft(fine);
        double[] cepstrum = new double[fine];
        for (int k = 0; k <= fine / 2; k++) {
            double place = k * 0.25;
            int below = Math.min((int) place, gains.length - 2);
            double log = Math.log(Math.max(1e-6, gains[below]))
                    + (place - below) * (Math.log(Math.max(1e-6, gains[below + 1])) - Math.log(Math.max(1e-6, gains[below])));
            cepstrum[k == fine / 2 ? 1 : 2 * k] = log;
        }
        fft.inverse(cepstrum);
        for (int i = 1; i < fine / 2; i++) {
            cepstrum[i] *= 2;
            cepstrum[fine - i] = 0;
        }
        fft.forward(cepstrum);
        cepstrum[0] = Math.exp(cepstrum[0]);
        cepstrum[1] = Math.exp(cepstrum[1]);
        for (int k = 1; k < fine / 2; k++) {
            double magnitude = Math.exp(cepstrum[2 * k]);
            double phase = cepstrum[2 * k + 1];
            cepstrum[2 * k] = magnitude * Math.cos(phase);
            cepstrum[2 * k + 1] = magnitude * Math.sin(phase);
        }
        fft.inverse(cepstrum);
        double[] taps = new double[size];
        int fade = size / 8;
        for (int i = 0; i < size; i++) {
            double factor = i < size - fade ? 1 : 0.5 + 0.5 * Math.cos(Math.PI * (i - size + fade + 0.5) / fade);
            taps[i] = cepstrum[i] * factor;
        }
        return new Kernel(taps, 0);
    }

    /** Its gain as a factor at each of {@code points / 2 + 1} bins; points at least its length. */
    public double[] gains(int points) {
        double[] spectrum = new double[points];
        System.arraycopy(taps, 0, spectrum, 0, taps.length);
        new RealFft(points).forward(spectrum);
        double[] gains = new double[points / 2 + 1];
        gains[0] = Math.abs(spectrum[0]);
        gains[points / 2] = Math.abs(spectrum[1]);
        for (int k = 1; k < points / 2; k++) {
            gains[k] = Math.hypot(spectrum[2 * k], spectrum[2 * k + 1]);
        }
        return gains;
    }
}
