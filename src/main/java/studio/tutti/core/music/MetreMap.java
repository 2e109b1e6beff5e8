package studio.tutti.core.music;

/**
 * Translates between ticks and bars and beats of a song whose metre changes.
 *
 * <p>A change of metre always begins a new bar, even where it cuts the one before short.
 */
public final class MetreMap {

    private final long[] ticks;
    private final int[] numerators;
    private final int[] beats;
    private final long[] bars;

    /**
     * @param ticks where metres begin, strictly rising, the first 0
     * @param numerators beats in a bar
     * @param denominators the beat as a power of two: 2 is a quarter note
     */
    public MetreMap(long[] ticks, int[] numerators, int[] denominators) {
        if (ticks.length == 0 || ticks.length != numerators.length || ticks.length != denominators.length || ticks[0] != 0) {
            throw new IllegalArgumentException("A metre map begins at tick 0 and has a metre for each step.");
        }
        this.ticks = ticks.clone();
        this.numerators = numerators.clone();
        beats = new int[ticks.length];
        bars = new long[ticks.length];
        for (int i = 0; i < ticks.length; i++) {
            if (i > 0 && ticks[i] <= ticks[i - 1]) {
                throw new IllegalArgumentException("The metres of a metre map begin one after another.");
            }
            beats[i] = Math.max(1, 4 * Ticks.PER_QUARTER >> denominators[i]);
            if (i > 0) {
                long length = barLength(i - 1);
                bars[i] = bars[i - 1] + (ticks[i] - ticks[i - 1] + length - 1) / length;
            }
        }
    }

    /** The bar that a tick lies in, from 0. */
    public long bar(long tick) {
        int step = stepAt(tick);
        return bars[step] + (tick - ticks[step]) / barLength(step);
    }

    /** The first tick of a bar, counted from 0. */
    public long barStart(long bar) {
        int step = lastUpTo(bars, bar);
        return ticks[step] + (bar - bars[step]) * barLength(step);
    }

    /** The beat of its bar that a tick lies in, from 0. */
    public long beat(long tick) {
        return (tick - barStart(bar(tick))) / beatLength(tick);
    }

    /** The ticks of a beat of the metre at a tick. */
    public int beatLength(long tick) {
        return beats[stepAt(tick)];
    }

    /** How many beats a bar has in the metre at a tick. */
    public int beatsInBar(long tick) {
        return numerators[stepAt(tick)];
    }

    private long barLength(int step) {
        return (long) numerators[step] * beats[step];
    }

    private int stepAt(long tick) {
        return lastUpTo(ticks, tick);
    }

    /** The last place whose value is not above a limit, or 0. */
    private static int lastUpTo(long[] rising, long limit) {
        int low = 0;
        int high = rising.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (rising[middle] <= limit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
