package studio.tutti.core.effect;

/** How a parameter's range lies along a knob's way. */
public enum Taper {
    /** Equal ways are equal differences. */
    LINEAR,
    /** Equal ways are equal ratios; the range lies above zero. */
    LOGARITHMIC,
    /** Whole numbers only. */
    STEPPED
}
