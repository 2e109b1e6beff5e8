package studio.tutti.core.music;

import java.util.Arrays;

/**
 * Translates between ticks and seconds of a song whose tempo changes in steps, as in MIDI.
 *
 * <p>A step at a tick holds from that tick on. Of several steps at one tick the last given holds.
 */
public final class TempoMap {

    private final long[] ticks;
    private final double[] seconds;
    private final double[] secondsPerTick;

    /**
     * @param ticks where steps begin, in rising order, the first 0
     * @param tempos microseconds a quarter note from there on, as many
     */
    public TempoMap(long[] ticks, long[] tempos) {
        if (ticks.length == 0 || ticks.length != tempos.length || ticks[0] != 0) {
            throw new IllegalArgumentException("A tempo map begins at tick 0 and has a tempo for each step.");
        }
        this.ticks = ticks.clone();
        seconds = new double[ticks.length];
        secondsPerTick = new double[ticks.length];
        for (int i = 0; i < ticks.length; i++) {
            secondsPerTick[i] = tempos[i] / (1_000_000.0 * Ticks.PER_QUARTER);
            if (i > 0) {
                if (ticks[i] < ticks[i - 1]) {
                    throw new IllegalArgumentException("The steps of a tempo map are in rising order.");
                }
                seconds[i] = seconds[i - 1] + (ticks[i] - ticks[i - 1]) * secondsPerTick[i - 1];
            }
        }
    }

    /** The seconds from the start of the song to a tick. */
    public double seconds(double tick) {
        int step = stepAt(tick);
        return seconds[step] + (tick - ticks[step]) * secondsPerTick[step];
    }

    /** The tick, with its fraction, at some seconds from the start of the song. */
    public double tick(double second) {
        int step = Arrays.binarySearch(seconds, second);
        if (step < 0) {
            step = Math.max(0, -step - 2);
        }
        while (step + 1 < seconds.length && seconds[step + 1] <= second) {
            step++;
        }
        return ticks[step] + (second - seconds[step]) / secondsPerTick[step];
    }

    /** Whether another map is made of the same steps. */
    public boolean isLike(TempoMap other) {
        return Arrays.equals(ticks, other.ticks) && Arrays.equals(secondsPerTick, other.secondsPerTick);
    }

    /** Microseconds a quarter note at a tick. */
    public double tempo(long tick) {
        return secondsPerTick[stepAt(tick)] * 1_000_000.0 * Ticks.PER_QUARTER;
    }

    private int stepAt(double tick) {
        int low = 0;
        int high = ticks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ticks[middle] <= tick) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
