package studio.tutti.core.effect;

import studio.tutti.core.tone.Following;

/** Tells the powers of both channels in bands of a twelfth of an octave, window by window. */
final class BandHearing extends Windows {

    static final int BANDS = Following.BANDS;

    /** Where bands begin, in bins; one more than there are bands. */
    private final double[] edges = new double[BANDS + 1];

    private int edge;
    private double sumA;
    private double sumB;
    private double edgeA;
    private double edgeB;

    /** Powers of the last window; together they are the mean square. */
    final double[] powerA = new double[BANDS];
    final double[] powerB = new double[BANDS];
    private final double[] nextA = new double[BANDS];
    private final double[] nextB = new double[BANDS];

    BandHearing(int rate, int size, int hop) {
        super(size, hop);
        for (int band = 0; band <= BANDS; band++) {
            edges[band] = Following.edge(band) * size / rate;
        }
    }

    @Override
    void begin() {
        edge = 0;
        sumA = 0;
        sumB = 0;
        edgeA = 0;
        edgeB = 0;
    }

    @Override
    void take(int from, int to) {
        for (int k = from; k < to; k++) {
            double p = re[k] + re[size - k];
            double q = im[k] - im[size - k];
            double r = im[k] + im[size - k];
            double s = re[k] - re[size - k];
            double a = 0.25 * p * p;
            a += 0.25 * q * q;
            double b = 0.25 * r * r;
            b += 0.25 * s * s;
            while (edge <= BANDS && edges[edge] < k + 0.5) {
                double part = Math.max(0, edges[edge] - k + 0.5);
                pass(sumA + part * a, sumB + part * b);
            }
            sumA += a;
            sumB += b;
        }
    }

    private void pass(double a, double b) {
        if (edge > 0) {
            nextA[edge - 1] = a - edgeA;
            nextB[edge - 1] = b - edgeB;
        }
        edgeA = a;
        edgeB = b;
        edge++;
    }

    @Override
    void finish() {
        while (edge <= BANDS) {
            pass(sumA, sumB);
        }
        for (int band = 0; band < BANDS; band++) {
            powerA[band] = nextA[band];
            powerB[band] = nextB[band];
        }
    }

    @Override
    void clear() {
        super.clear();
        for (int band = 0; band < BANDS; band++) {
            powerA[band] = 0;
            powerB[band] = 0;
        }
    }
}
