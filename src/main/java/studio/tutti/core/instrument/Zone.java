package studio.tutti.core.instrument;

/**
 * One sample with how it is played, for a rectangle of keys and velocities: an instrument's zone and the preset's
 * zone around it, already added up.
 */
public final class Zone {

    private final int lowKey;
    private final int highKey;
    private final int lowVelocity;
    private final int highVelocity;
    private final Sample sample;
    private final int[] values;
    private final Modulator[] modulators;

    /**
     * @param lowKey lowest MIDI key it answers, 0 … 127
     * @param highKey highest MIDI key it answers
     * @param lowVelocity lowest velocity it answers, 0 … 127
     * @param highVelocity highest velocity it answers
     * @param sample what sounds
     * @param values one value for each {@link Generator}
     * @param modulators all that hold, the defaults among them
     */
    public Zone(int lowKey, int highKey, int lowVelocity, int highVelocity, Sample sample, int[] values,
            Modulator[] modulators) {
        if (values.length != Generator.COUNT) {
            throw new IllegalArgumentException("A zone has one value for each generator.");
        }
        this.lowKey = lowKey;
        this.highKey = highKey;
        this.lowVelocity = lowVelocity;
        this.highVelocity = highVelocity;
        this.sample = sample;
        this.values = values;
        this.modulators = modulators;
    }

    public boolean answers(int key, int velocity) {
        return key >= lowKey && key <= highKey && velocity >= lowVelocity && velocity <= highVelocity;
    }

    public int lowKey() {
        return lowKey;
    }

    public int highKey() {
        return highKey;
    }

    public int lowVelocity() {
        return lowVelocity;
    }

    public int highVelocity() {
        return highVelocity;
    }

    public Sample sample() {
        return sample;
    }

    /** The value of a {@link Generator} in its own unit. */
    public int value(int generator) {
        return values[generator];
    }

    public int modulators() {
        return modulators.length;
    }

    public Modulator modulator(int index) {
        return modulators[index];
    }

    /** Frame of the sample where playing begins. */
    public int start() {
        return within(offset(0, Generator.START_OFFSET, Generator.START_OFFSET_COARSE));
    }

    /** The frame after the last that may be played. */
    public int end() {
        return within(offset(sample.length(), Generator.END_OFFSET, Generator.END_OFFSET_COARSE));
    }

    /** First frame of the loop. */
    public int loopStart() {
        return within(offset(sample.loopStart(), Generator.LOOP_START_OFFSET, Generator.LOOP_START_OFFSET_COARSE));
    }

    /** The frame after the loop's last. */
    public int loopEnd() {
        return within(offset(sample.loopEnd(), Generator.LOOP_END_OFFSET, Generator.LOOP_END_OFFSET_COARSE));
    }

    private int offset(int base, int fine, int coarse) {
        return base + values[fine] + 32768 * values[coarse];
    }

    private int within(int frame) {
        return frame < 0 ? 0 : Math.min(frame, sample.length());
    }
}
