package studio.tutti.core.tone;

import studio.tutti.core.dsp.Functions;

/**
 * The gains by which the third octaves of one sound follow another's, from what was heard so far only: the ratio of powers smoothed over a while, and
 * what the last seconds still lacked behind the gains. As {@link Following}, which knows the future, too. Nothing is allocated after construction.
 */
public final class RunningMatch {

    private static final int THIRDS = ThirdOctaves.BANDS;

    /** Nothing to match lies this far below the loudest: 80 dB. */
    private static final double FLOOR = 1e-8;
    private static final double SILENT = 1e-10;
    /** Seconds over which levels are compared behind the gains, and in which what they lack is made up. */
    private static final double JUDGED = 1;
    private static final double MENDED = 0.7;

    private final ThirdCurve curve = ThirdCurve.twelfths();
    private final double[] mine = new double[THIRDS];
    private final double[] other = new double[THIRDS];
    private final double[] is = new double[THIRDS];
    private final double[] shall = new double[THIRDS];
    private final double[] mend = new double[THIRDS];
    private double loudestMine;
    private double loudestOther;
    private boolean begun;

    /** Natural logarithms of the gains. */
    public final double[] gains = new double[THIRDS];

    /**
     * Hears a window of both; where one of them is silent the gains stay.
     *
     * @param have powers of {@link Following#BANDS} bands
     * @param want powers that they shall have
     * @param seconds since the window before
     * @param speed seconds over which powers are smoothed
     * @param range most that is turned up or down, as a natural logarithm
     * @param bands how many thirds there are below the highest frequency
     */
    public void hear(double[] have, double[] want, double seconds, double speed, double range, int bands) {
        double sumMine = 0;
        double sumOther = 0;
        for (int band = 0; band < 4 * THIRDS; band++) {
            sumMine += have[band];
            sumOther += want[band];
        }
        if (!(sumMine > SILENT && sumMine < 1e9) || !(sumOther > SILENT && sumOther < 1e9)) {
            return;
        }
        double pace = begun ? 1 - Functions.exp(-seconds / speed) : 1;
        double judged = begun ? 1 - Functions.exp(-seconds / JUDGED) : 1;
        double mended = seconds / MENDED;
        loudestMine = Math.max(sumMine, loudestMine);
        loudestOther = Math.max(sumOther, loudestOther);
        begun = true;
        double silent = FLOOR * loudestMine;
        double least = FLOOR * loudestOther;
        curve.take(gains);
        for (int third = 0; third < THIRDS; third++) {
            double a = 0;
            double b = 0;
            double now = 0;
            for (int band = 4 * third; band < 4 * third + 4; band++) {
                a += have[band];
                b += want[band];
                now += have[band] * Functions.exp(2 * curve.at(band));
            }
            mine[third] += (a - mine[third]) * pace;
            other[third] += (b - other[third]) * pace;
            is[third] += (now - is[third]) * judged;
            shall[third] += (b - shall[third]) * judged;
            double lacks = 0.5 * Functions.log((shall[third] + least) / (is[third] + silent));
            mend[third] = held(mend[third] + lacks * mended, range);
        }
        for (int third = 0; third < THIRDS; third++) {
            double ratio = 0.5 * Functions.log((other[third] + least) / (mine[third] + silent));
            gains[third] = third < bands ? held(held(ratio, range) + mend[third], range) : gains[Math.max(0, third - 1)];
        }
    }

    private static double held(double value, double range) {
        return Math.max(-range, Math.min(range, value));
    }

    /** Forgets everything. */
    public void clear() {
        for (int third = 0; third < THIRDS; third++) {
            mine[third] = 0;
            other[third] = 0;
            is[third] = 0;
            shall[third] = 0;
            mend[third] = 0;
            gains[third] = 0;
        }
        loudestMine = 0;
        loudestOther = 0;
        begun = false;
    }
}
