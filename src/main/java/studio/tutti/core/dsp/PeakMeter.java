package studio.tutti.core.dsp;

/** The highest sample and the highest true peak of both channels, since last read and ever; factors, of which 1 is full scale. */
public final class PeakMeter {

    private final TruePeak leftTrue = new TruePeak();
    private final TruePeak rightTrue = new TruePeak();
    private double left;
    private double right;
    private double truePeak;
    private double mostTruePeak;

    /** Begins anew. */
    public void reset() {
        leftTrue.clear();
        rightTrue.clear();
        release();
        mostTruePeak = 0;
    }

    /** Hears the next frames; true peaks come {@link TruePeak#DELAY} frames later. */
    public void hear(double[] l, double[] r, int from, int count) {
        for (int i = from; i < from + count; i++) {
            double a = l[i] < 0 ? -l[i] : l[i];
            double b = r[i] < 0 ? -r[i] : r[i];
            left = a > left ? a : left;
            right = b > right ? b : right;
            double one = leftTrue.next(l[i], 0);
            double other = rightTrue.next(r[i], 0);
            double higher = one > other ? one : other;
            truePeak = higher > truePeak ? higher : truePeak;
        }
        mostTruePeak = truePeak > mostTruePeak ? truePeak : mostTruePeak;
    }

    /** The highest sample of the left channel since the last {@link #release}. */
    public double left() {
        return left;
    }

    /** The highest sample of the right channel since the last {@link #release}. */
    public double right() {
        return right;
    }

    /** The highest true peak of either channel since the last {@link #release}. */
    public double truePeak() {
        return truePeak;
    }

    /** The highest true peak since the last {@link #reset}. */
    public double mostTruePeak() {
        return mostTruePeak;
    }

    /** What was read is forgotten. */
    public void release() {
        left = 0;
        right = 0;
        truePeak = 0;
    }
}
