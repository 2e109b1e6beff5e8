package studio.tutti.mastering.sheet;

import java.awt.Color;
import java.io.IOException;
import java.util.Locale;

/** Curves over frequency: 20 Hz to 20 kHz, logarithmic, with lines at 100, 1,000 and 10,000 Hz; decibels upwards. */
final class Chart {

    private static final double LOWEST = 20;
    private static final double HIGHEST = 20_000;
    private static final int FINE = 8;

    /** Points from which on all frequencies have room to be named. */
    private static final float ROOMY = 300;

    private final Paper paper;
    private final float left;
    private final float bottom;
    private final float width;
    private final float height;
    private final double low;
    private final double high;

    /**
     * @param low decibels at the bottom
     * @param high decibels at the top
     */
    Chart(Paper paper, float left, float bottom, float width, float height, double low, double high) {
        this.paper = paper;
        this.left = left;
        this.bottom = bottom;
        this.width = width;
        this.height = height;
        this.low = low;
        this.high = high;
    }

    void grid(double step) throws IOException {
        paper.box(left, bottom, width, height, Ink.PANEL);
        for (double decibels = Math.ceil(low / step) * step; decibels <= high + 1e-9; decibels += step) {
            float y = y(decibels);
            paper.line(left, y, left + width, y, 0.5f, Ink.LINE);
            paper.text(String.format(Locale.ROOT, "%.0f", decibels).replace("-", "−"), left - 5, y - 2.5f, 7, Ink.QUIET, Paper.Side.RIGHT);
        }
        boolean roomy = width > ROOMY;
        for (double hertz : roomy ? new double[] {50, 200, 500, 2000, 5000} : new double[0]) {
            paper.text(name(hertz), x(hertz), bottom - 11, 7, Ink.QUIET, Paper.Side.MIDDLE);
        }
        for (double hertz : new double[] {100, 1000, 10_000}) {
            paper.line(x(hertz), bottom, x(hertz), bottom + height, 0.5f, Ink.LINE);
            paper.text(name(hertz), x(hertz), bottom - 11, 7, Ink.TEXT, Paper.Side.MIDDLE);
        }
        paper.text("20 Hz", left, bottom - 11, 7, Ink.QUIET, Paper.Side.LEFT);
        if (roomy) {
            paper.text("20 kHz", left + width, bottom - 11, 7, Ink.QUIET, Paper.Side.RIGHT);
        }
    }

    private static String name(double hertz) {
        return hertz < 1000 ? String.format(Locale.ROOT, "%.0f", hertz) : String.format(Locale.ROOT, "%.0f k", hertz / 1000);
    }

    void curve(double[] hertz, double[] decibels, float thick, Color colour, boolean dashed) throws IOException {
        paper.within(left, bottom, width, height);
        paper.curve(places(hertz), heights(decibels), thick, colour, dashed);
        paper.everywhere();
    }

    void between(double[] hertz, double[] one, double[] other, Color colour) throws IOException {
        paper.within(left, bottom, width, height);
        paper.between(places(hertz), heights(one), heights(other), colour);
        paper.everywhere();
    }

    private float[] places(double[] hertz) {
        float[] places = new float[FINE * (hertz.length - 1) + 1];
        for (int i = 0; i < places.length; i++) {
            double at = (double) i / FINE;
            int below = Math.min(hertz.length - 2, (int) at);
            places[i] = (float) (x(hertz[below]) + (at - below) * (x(hertz[below + 1]) - x(hertz[below])));
        }
        return places;
    }

    /** A smooth line through levels (Catmull and Rom's splines). */
    private float[] heights(double[] decibels) {
        float[] heights = new float[FINE * (decibels.length - 1) + 1];
        for (int i = 0; i < heights.length; i++) {
            double at = (double) i / FINE;
            int k = Math.min(decibels.length - 2, (int) at);
            double t = at - k;
            double p1 = shown(decibels[k]);
            double p2 = shown(decibels[k + 1]);
            double p0 = k == 0 ? p1 : shown(decibels[k - 1]);
            double p3 = k + 2 < decibels.length ? shown(decibels[k + 2]) : p2;
            double value = 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
            heights[i] = y(value);
        }
        return heights;
    }

    private double shown(double decibels) {
        return Math.clamp(decibels, low - 12, high + 12);
    }

    private float x(double hertz) {
        double part = Math.log(Math.clamp(hertz, LOWEST, HIGHEST) / LOWEST) / Math.log(HIGHEST / LOWEST);
        return (float) (left + width * part);
    }

    private float y(double decibels) {
        return (float) (bottom + height * (decibels - low) / (high - low));
    }
}
