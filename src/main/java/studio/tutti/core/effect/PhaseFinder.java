package studio.tutti.core.effect;

import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.GradualFft;
import studio.tutti.core.tone.Following;
import studio.tutti.core.tone.ThirdOctaves;

/**
 * Finds how a sound lies against another of the same source: the delay where the cross-correlation of both, whitened and weighted by coherence, is highest in size; the
 * polarity by its sign there; then a turn for each third of an octave. In small steps. Nothing is allocated after construction.
 */
final class PhaseFinder {

    /** Coherence below which two sounds have nothing in common. */
    static final double INCOHERENT = 0.2;

    /** Windows before anything is said. */
    private static final int LEAST = 8;
    private static final double LONGEST = 0.02;
    private static final int SOME = 512;
    private static final int BANDS = Following.BANDS;

    private final CrossHearing heard;
    private final int rate;
    private final int size;
    private final GradualFft fft;
    private final double[] re;
    private final double[] im;
    private final int[] bands;
    private int state;
    private int done;
    private double lag;
    private double sign;

    // sums of twelfths: weighted turns, turned cross-power, as it is, powers
    private final double[][] sums = new double[7][BANDS];

    /** Milliseconds by which the second is late. */
    double delay;
    /** −1 where its polarity is opposite. */
    double polarity = 1;
    /** 0 … 1, of the whole. */
    double coherence;
    /** What the sum of both would gain, in dB. */
    double gain;
    /** Whether something was found out. */
    boolean ready;
    /** Degrees by thirds by which the second lies behind, beyond delay and polarity. */
    final double[] turns = new double[ThirdOctaves.BANDS];
    /** By twelfths: degrees behind, coherence, what the sum gains as it is and turned against incoherent sounds in dB, powers. */
    final double[] phases = new double[BANDS];
    final double[] coherences = new double[BANDS];
    final double[] now = new double[BANDS];
    final double[] then = new double[BANDS];
    final double[] first = new double[BANDS];
    final double[] second = new double[BANDS];

    PhaseFinder(CrossHearing heard, int rate) {
        this.heard = heard;
        this.rate = rate;
        size = heard.size;
        fft = new GradualFft(size);
        re = new double[size];
        im = new double[size];
        bands = new int[size / 2];
        for (int k = 1; k < size / 2; k++) {
            double band = Math.floor(Following.band((double) k * rate / size));
            bands[k] = band < 0 || band >= BANDS ? -1 : (int) band;
        }
    }

    /** Begins to find out from what was heard so far. */
    void begin() {
        if (state == 0 && heard.windows >= LEAST) {
            state = 1;
            done = 1;
            re[0] = 0;
            im[0] = 0;
            re[size / 2] = 0;
            im[size / 2] = 0;
        }
    }

    /** Works a little; true when something new is known. */
    boolean step() {
        switch (state) {
            case 1 -> whiten();
            case 2 -> {
                if (!fft.step()) {
                    peak();
                    state = 3;
                    done = 1;
                    for (double[] sum : sums) {
                        for (int band = 0; band < BANDS; band++) {
                            sum[band] = 0;
                        }
                    }
                }
            }
            case 3 -> gather();
            case 4 -> {
                tell();
                state = 0;
                return true;
            }
            default -> {
            }
        }
        return false;
    }

    private void whiten() {
        int to = Math.min(size / 2, done + SOME);
        for (int k = done; k < to; k++) {
            double power = heard.first[k] * heard.second[k];
            double scale = power < 1e-30 ? 0 : 1 / Math.sqrt(power);
            double x = heard.real[k] * scale;
            double y = heard.imaginary[k] * scale;
            double cohere = x * x + y * y;
            // the conjugate, so that a later second gives a positive place
            re[k] = cohere * x;
            im[k] = -cohere * y;
            re[size - k] = re[k];
            im[size - k] = -im[k];
        }
        done = to;
        if (done == size / 2) {
            fft.begin(re, im, true);
            state = 2;
        }
    }

    private void peak() {
        int longest = (int) (LONGEST * rate);
        int best = 0;
        for (int at = -longest; at <= longest; at++) {
            best = size(at) > size(best) ? at : best;
        }
        sign = re[best & size - 1] < 0 ? -1 : 1;
        double before = sign * re[best - 1 & size - 1];
        double middle = sign * re[best & size - 1];
        double after = sign * re[best + 1 & size - 1];
        double bend = before - 2 * middle + after;
        double aside = bend < -1e-12 ? 0.5 * (before - after) / bend : 0;
        lag = best + Math.max(-0.5, Math.min(0.5, aside));
        lag = lag < 0.02 && lag > -0.02 ? 0 : lag;
    }

    private double size(int at) {
        double value = re[at & size - 1];
        return value < 0 ? -value : value;
    }

    private void gather() {
        int to = Math.min(size / 2, done + SOME);
        double turn = 2 * Math.PI * lag / size;
        for (int k = done; k < to; k++) {
            int band = bands[k];
            if (band < 0) {
                continue;
            }
            double c = sign * Functions.cos(turn * k);
            double s = sign * Functions.sin(turn * k);
            double x = heard.real[k] * c + heard.imaginary[k] * s;
            double y = heard.imaginary[k] * c - heard.real[k] * s;
            double scale = 1 / Math.sqrt(heard.first[k] * heard.second[k] + 1e-30);
            double a = x * scale;
            double b = y * scale;
            double cohere = a * a + b * b;
            double weight = Math.min(50, cohere / (1.0001 - Math.min(1, cohere)));
            sums[0][band] += weight * a;
            sums[1][band] += weight * b;
            sums[2][band] += x;
            sums[3][band] += y;
            sums[4][band] += heard.real[k];
            sums[5][band] += heard.first[k];
            sums[6][band] += heard.second[k];
        }
        done = to;
        state = done == size / 2 ? 4 : 3;
    }

    private void tell() {
        double bias = Math.min(0.9, 1.0 / heard.windows);
        double cohere = 0;
        double weights = 0;
        double one = 0;
        double asIs = 0;
        double turned = 0;
        for (int band = 0; band < BANDS; band++) {
            double x = sums[2][band];
            double y = sums[3][band];
            first[band] = sums[5][band];
            second[band] = sums[6][band];
            double power = first[band] * second[band];
            double both = first[band] + second[band];
            double cross = Math.sqrt(x * x + y * y);
            double estimate = power < 1e-30 ? 0 : cross * cross / power;
            coherences[band] = Math.max(0, (estimate - bias) / (1 - bias));
            phases[band] = DEGREES * Functions.atan2(sums[1][band], sums[0][band]);
            now[band] = both < 1e-18 ? 0 : decibels(1 + 2 * sums[4][band] / both);
            then[band] = both < 1e-18 ? 0 : decibels(1 + 2 * (coherences[band] < INCOHERENT ? sums[4][band] : cross) / both);
            double weight = Math.sqrt(power);
            cohere += weight * coherences[band];
            weights += weight;
            one += both;
            asIs += sums[4][band];
            turned += cross;
        }
        coherence = weights < 1e-18 ? 0 : cohere / weights;
        gain = one < 1e-18 ? 0 : decibels(1 + 2 * turned / one) - decibels(1 + 2 * asIs / one);
        delay = 1000 * lag / rate;
        polarity = sign;
        for (int third = 0; third < turns.length; third++) {
            double x = 0;
            double y = 0;
            double most = 0;
            for (int band = 4 * third; band < 4 * third + 4; band++) {
                x += sums[0][band];
                y += sums[1][band];
                most = Math.max(most, coherences[band]);
            }
            turns[third] = most < INCOHERENT || coherence < INCOHERENT ? 0 : DEGREES * Functions.atan2(y, x);
        }
        ready = true;
    }

    private static final double DEGREES = 57.29577951308232;

    private static double decibels(double power) {
        return 10 * Functions.log10(Math.max(1e-6, power));
    }

    void clear() {
        state = 0;
        ready = false;
        delay = 0;
        polarity = 1;
        coherence = 0;
        gain = 0;
        for (int third = 0; third < turns.length; third++) {
            turns[third] = 0;
        }
    }
}
