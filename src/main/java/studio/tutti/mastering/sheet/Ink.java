package studio.tutti.mastering.sheet;

import java.awt.Color;

/** The colours of a sheet. Before is grey and thin, after is warm and bold, the reference blue and dashed. */
final class Ink {

    static final Color TEXT = new Color(0x1a2029);
    static final Color QUIET = new Color(0x657283);
    static final Color LINE = new Color(0xd9dee5);
    static final Color PANEL = new Color(0xf5f7f9);
    static final Color BEFORE = new Color(0x8a96a5);
    static final Color AFTER = new Color(0xd9791a);
    static final Color DIFFERENCE = new Color(0xfdecd6);
    static final Color REFERENCE = new Color(0x2f6fb3);

    private Ink() {}

    /** A colour between two, 0 … 1. */
    static Color between(Color from, Color to, double part) {
        return new Color(mix(from.getRed(), to.getRed(), part), mix(from.getGreen(), to.getGreen(), part), mix(from.getBlue(), to.getBlue(), part));
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * Math.clamp(part, 0, 1));
    }
}
