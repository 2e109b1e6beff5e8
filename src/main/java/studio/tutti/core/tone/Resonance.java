package studio.tutti.core.tone;

import studio.tutti.core.dsp.Functions;

/**
 * A resonance: the response (s² + s A/Q + 1) / (s² + s/(A Q) + 1), whose peak is A².
 *
 * @param hertz its middle
 * @param decibels its height at the middle
 * @param quality its Q: the middle divided by the width at half the height in dB
 */
public record Resonance(double hertz, double decibels, double quality) {

    /** What it adds at a frequency, in dB. */
    public double at(double frequency) {
        double a = Functions.pow(10, decibels / 40);
        double x = frequency / hertz;
        double real = 1 - x * x;
        double up = x * a / quality;
        double down = x / (a * quality);
        return 10 * Functions.log10((real * real + up * up) / (real * real + down * down + 1e-30));
    }
}
