package studio.tutti.core.dsp;

/** The last frames of one channel. */
public final class DelayLine {

    private static final double[] WEIGHTS = Interpolation.weights();

    private double[] memory = new double[1];
    private int mask;
    private int at;
    /** Whether nothing was written since it was empty: then there is nothing to forget, and a fresh line costs its memory only. */
    private boolean clean = true;

    /** Makes room for delays of up to some frames, and forgets everything. */
    public void hold(int frames) {
        int size = 1;
        while (size < frames + 1) {
            size *= 2;
        }
        if (memory.length != size) {
            memory = new double[size];
            mask = size - 1;
            clean = true;
        }
        clear();
    }

    public void clear() {
        if (clean) {
            return;
        }
        for (int i = 0; i < memory.length; i++) {
            memory[i] = 0;
        }
        clean = true;
    }

    /** Takes the next frame. */
    public void write(double value) {
        at = (at + 1) & mask;
        memory[at] = value;
        clean = false;
    }

    /** The frame written some frames before the last one; 0 is the last one. */
    public double read(int frames) {
        return memory[(at - frames) & mask];
    }

    /**
     * The signal between frames, by {@link Interpolation}.
     *
     * @param frames before the last one written, 4 or more, and at least 5 less than what is held
     */
    public double read(double frames) {
        double back = frames + 0.5 / Interpolation.PHASES;
        int whole = (int) back;
        int part = (int) ((back - whole) * Interpolation.PHASES);
        int row = part == 0 ? 0 : Interpolation.PHASES - part;
        int oldest = at - whole - (part == 0 ? 0 : 1) - Interpolation.BEFORE;
        double[] weights = WEIGHTS;
        int weight = row * Interpolation.POINTS;
        double sum = 0;
        for (int i = 0; i < Interpolation.POINTS; i++) {
            sum += weights[weight + i] * memory[(oldest + i) & mask];
        }
        return sum;
    }
}
