package studio.tutti.core.editing;

import java.util.Arrays;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.effect.Taper;
import studio.tutti.core.effect.Unit;
import studio.tutti.core.music.Ticks;

/**
 * A movement of a parameter, as a hand made it: levels at rising ticks. Kept are the points that are needed to stay within a
 * {@value #TOLERANCE}th of the way of its knob, or {@value #DECIBELS} hundredths of a dB.
 */
public final class AutomationStroke {

    private static final double TOLERANCE = 0.004;
    private static final double DECIBELS = 15;

    private final long[] ticks;
    private final double[] levels;

    /**
     * @param ticks not falling; of several levels at one tick the last counts
     * @param levels as many, at least one
     */
    public AutomationStroke(long[] ticks, double[] levels) {
        if (ticks.length == 0 || ticks.length != levels.length) {
            throw new IllegalArgumentException("A stroke has points, and a level for each.");
        }
        long[] kept = new long[ticks.length];
        double[] at = new double[ticks.length];
        int count = 0;
        for (int i = 0; i < ticks.length; i++) {
            long tick = Leeway.within(ticks[i], 0, Ticks.LAST);
            if (count > 0 && tick < kept[count - 1]) {
                throw new IllegalArgumentException("The points of a stroke come one after another.");
            }
            if (count == 0 || tick > kept[count - 1]) {
                count++;
            }
            kept[count - 1] = tick;
            at[count - 1] = levels[i];
        }
        this.ticks = Arrays.copyOf(kept, count);
        this.levels = Arrays.copyOf(at, count);
    }

    int size() {
        return ticks.length;
    }

    long tick(int point) {
        return ticks[point];
    }

    double level(int point) {
        return levels[point];
    }

    long first() {
        return ticks[0];
    }

    long last() {
        return ticks[ticks.length - 1];
    }

    /** The same movement with as few points as it needs, every level held in the parameter's range. */
    AutomationStroke thinned(Parameter parameter) {
        double[] held = new double[levels.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = parameter.held(levels[i]);
        }
        boolean[] needed = new boolean[ticks.length];
        needed[0] = true;
        needed[ticks.length - 1] = true;
        boolean volume = parameter.unit() == Unit.DECIBELS && parameter.least() == -9600;
        if (parameter.taper() == Taper.STEPPED) {
            for (int i = 1; i < ticks.length; i++) {
                needed[i] |= held[i] != held[i - 1];
            }
        } else {
            need(held, parameter, volume, needed);
        }
        long[] kept = new long[ticks.length];
        double[] at = new double[ticks.length];
        int count = 0;
        for (int i = 0; i < ticks.length; i++) {
            if (needed[i]) {
                kept[count] = ticks[i];
                at[count++] = held[i];
            }
        }
        return new AutomationStroke(Arrays.copyOf(kept, count), Arrays.copyOf(at, count));
    }

    /** Ramer's way: the point that is furthest from the line is needed, and so on on both sides of it. */
    private void need(double[] held, Parameter parameter, boolean volume, boolean[] needed) {
        int[] stack = new int[2 * ticks.length + 2];
        int depth = 0;
        stack[depth++] = 0;
        stack[depth++] = ticks.length - 1;
        while (depth > 0) {
            int to = stack[--depth];
            int from = stack[--depth];
            int furthest = -1;
            double most = volume ? DECIBELS : TOLERANCE;
            for (int i = from + 1; i < to; i++) {
                double way = (double) (ticks[i] - ticks[from]) / (ticks[to] - ticks[from]);
                double line = held[from] + way * (held[to] - held[from]);
                double off = volume ? Math.abs(line - held[i]) : Math.abs(parameter.place(line) - parameter.place(held[i]));
                if (off > most) {
                    most = off;
                    furthest = i;
                }
            }
            if (furthest >= 0) {
                needed[furthest] = true;
                stack[depth++] = from;
                stack[depth++] = furthest;
                stack[depth++] = furthest;
                stack[depth++] = to;
            }
        }
    }
}
