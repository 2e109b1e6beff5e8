package studio.tutti.core.effect;

/**
 * The same sound through an effect wherever it runs: a number of all its bits proves that page and server agree, and its running
 * time measures.
 */
public final class EffectTrial {

    private static final int CELLS_A_SETTING = 40;

    private final Effect effect;
    private final double[] left = new double[Effect.CELL];
    private final double[] right = new double[Effect.CELL];
    private final double[] sideLeft = new double[Effect.CELL];
    private final double[] sideRight = new double[Effect.CELL];
    private int seed = 1;
    private long bits;

    private EffectTrial(EffectType type, int rate) {
        effect = type.make();
        effect.prepare(rate);
    }

    /** A number of the bits of noise that went through an effect whose parameters move at random. */
    public static long checksum(EffectType type, int rate, int cells) {
        EffectTrial trial = new EffectTrial(type, rate);
        for (int cell = 0; cell < cells; cell++) {
            if (cell % CELLS_A_SETTING == CELLS_A_SETTING - 1) {
                trial.move();
            }
            trial.pass();
        }
        return trial.bits;
    }

    private void move() {
        for (int i = 0; i < effect.parameters().size(); i++) {
            double place = 0.5 + 0.5 * random();
            if (place < 0.5) {
                effect.set(i, effect.parameters().get(i).at(2 * place));
            }
        }
    }

    private void pass() {
        for (int i = 0; i < Effect.CELL; i++) {
            left[i] = 0.7 * random();
            right[i] = 0.7 * random();
            sideLeft[i] = random();
            sideRight[i] = random();
        }
        effect.process(left, right, sideLeft, sideRight, 0, Effect.CELL);
        for (int i = 0; i < Effect.CELL; i++) {
            bits = 31 * bits + Double.doubleToLongBits(left[i]);
            bits = 31 * bits + Double.doubleToLongBits(right[i]);
        }
    }

    /** −1 … 1, the same everywhere. */
    private double random() {
        seed = seed * 1_103_515_245 + 12_345;
        return (seed >> 8) / 8_388_608.0;
    }
}
