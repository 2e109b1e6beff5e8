package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Functions;

/** The four curves of a modulator's source (SoundFont 2.04, section 8.2.4): linear, concave, convex, switch. */
final class Curve {

    private static final double[] CONCAVE = tabulate();

    private Curve() {
    }

    /**
     * A controller's position on its curve.
     *
     * @param type 0 linear, 1 concave, 2 convex, 3 switch
     * @param bipolar whether the result runs −1 … 1, else 0 … 1
     * @param negative whether the direction is turned
     * @param value 0 … {@code range} − 1
     * @param range 128, or 16,384 for the pitch wheel
     */
    static double map(int type, boolean bipolar, boolean negative, int value, int range) {
        int top = range - 1;
        int turned = negative ? top - value : value;
        if (!bipolar) {
            return unipolar(type, (double) turned / top);
        }
        if (type == 3) {
            return turned >= range / 2 ? 1 : -1;
        }
        int centred = negative ? range / 2 - value : value - range / 2;
        double away = centred / (range * 0.5);
        return away < 0 ? -unipolar(type, -away) : unipolar(type, away);
    }

    private static double unipolar(int type, double position) {
        return switch (type) {
            case 1 -> concave(position);
            case 2 -> 1 - concave(1 - position);
            case 3 -> position >= 0.5 ? 1 : 0;
            default -> position;
        };
    }

    private static double concave(double position) {
        double place = position * 127;
        int low = (int) place;
        return low >= 127 ? CONCAVE[127] : CONCAVE[low] + (place - low) * (CONCAVE[low + 1] - CONCAVE[low]);
    }

    /** Concave as the standard draws it: amplitude squared, full scale being 96 dB. */
    private static double[] tabulate() {
        double[] table = new double[128];
        for (int i = 1; i < 127; i++) {
            double rest = (127 - i) / 127.0;
            double value = -20.0 / 96 * Functions.log10(rest * rest);
            table[i] = value > 1 ? 1 : value;
        }
        table[127] = 1;
        return table;
    }
}
