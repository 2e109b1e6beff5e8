package studio.tutti.core.instrument;

/** What the voices of a pool compute in, one after the other. */
final class Scratch {

    /** Frames of a sample that a piece may be read from at once: a whole cell up to 3.8 frames of sample for one of sound. */
    static final int WINDOW = 256;

    /** Stretches of samples as they are to be read: loops laid out, silence beyond the edges. */
    final double[] window = new double[WINDOW];

    /** One voice's cell before it is panned. */
    final double[] mono = new double[Sampler.CELL];
}
