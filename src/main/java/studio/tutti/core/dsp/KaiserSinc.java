package studio.tutti.core.dsp;

/** The ideal lowpass, cut to a finite length by a Kaiser window: the kernel of interpolation and resampling. */
public final class KaiserSinc {

    private KaiserSinc() {
    }

    /**
     * @param distance from the kernel's middle, in frames
     * @param cutoff the lowpass's −6 dB point, as a part of half the rate
     * @param half half of the kernel's length in frames
     * @param beta the window's shape: 5 attenuates by about 54 dB, 8 by 82 dB, 10 by 100 dB
     */
    public static double at(double distance, double cutoff, double half, double beta) {
        double x = distance / half;
        double inside = 1 - x * x;
        if (inside < 0) {
            return 0;
        }
        double angle = Math.PI * cutoff * distance;
        double sinc = angle > -1e-9 && angle < 1e-9 ? 1 : Functions.sin(angle) / angle;
        return sinc * cutoff * bessel(beta * Math.sqrt(inside)) / bessel(beta);
    }

    /** The modified Bessel function of the first kind and order 0, by its power series; for arguments up to 20. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        double quarter = x * x / 4;
        for (int k = 1; k < 60; k++) {
            term = quarter / ((double) k * k) * term;
            sum += term;
        }
        return sum;
    }
}
