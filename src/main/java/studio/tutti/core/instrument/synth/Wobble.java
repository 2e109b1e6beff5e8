package studio.tutti.core.instrument.synth;

import studio.tutti.core.dsp.Functions;

/** The shapes of low-frequency oscillators, −1 … 1. */
final class Wobble {

    private Wobble() {}

    /**
     * @param shape one of {@link SynthParameters#SHAPES}
     * @param cycles cycles since it began
     * @param seed tells the random values of one from another's
     */
    static double at(int shape, double cycles, int seed) {
        double whole = Functions.floor(cycles);
        double phase = cycles - whole;
        return switch (shape) {
            case 0 -> Functions.sin(2 * Math.PI * phase);
            case 1 -> phase < 0.25 ? 4 * phase : phase < 0.75 ? 2 - 4 * phase : 4 * phase - 4;
            case 2 -> 2 * phase - 1;
            case 3 -> 1 - 2 * phase;
            case 4 -> phase < 0.5 ? 1 : -1;
            default -> random((int) whole * 0x9E3779B1 ^ seed);
        };
    }

    /** A number from −1 to 1 that is always the same for a seed. */
    static double random(int seed) {
        int mixed = seed * 0x85EBCA6B + 0x27D4EB2F;
        mixed ^= mixed >>> 15;
        mixed *= 0xC2B2AE35;
        mixed ^= mixed >>> 13;
        mixed *= 0x2C1B3C6D;
        mixed ^= mixed >>> 16;
        return mixed * (1.0 / 2147483648.0);
    }
}
