package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Functions;

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
    /** Whether it plays some notes only, beside its range. */
    private final boolean choosy;
    private final boolean fades;

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
        choosy = values[Generator.SEQUENCE_LENGTH] > 1 || values[Generator.LOW_CHANCE] > 0
                || values[Generator.HIGH_CHANCE] < 10_000 || values[Generator.ON_RELEASE] != 0;
        boolean any = false;
        for (int generator = Generator.FADE_IN_LOW_VELOCITY; generator <= Generator.FADE_OUT_HIGH_KEY; generator++) {
            any |= values[generator] >= 0;
        }
        fades = any;
    }

    public boolean answers(int key, int velocity) {
        return key >= lowKey && key <= highKey && velocity >= lowVelocity && velocity <= highVelocity;
    }

    /**
     * Whether it plays a note that it answers.
     *
     * @param turn how many notes of its key came before
     * @param chance the note's, 0 … 9,999
     * @param release whether the note begins because its key was let go
     */
    boolean plays(int turn, int chance, boolean release) {
        if (!choosy) {
            return !release;
        }
        int length = values[Generator.SEQUENCE_LENGTH];
        return (values[Generator.ON_RELEASE] != 0) == release
                && (length <= 1 || turn % length == values[Generator.SEQUENCE_POSITION] - 1)
                && chance >= values[Generator.LOW_CHANCE] && chance < values[Generator.HIGH_CHANCE];
    }

    /** Whether it plays when a key is let go. */
    boolean onRelease() {
        return values[Generator.ON_RELEASE] != 0;
    }

    /** How much louder than others it plays a note, in centibels: its own gain, and where its range fades in or out. */
    double louder(int key, int velocity) {
        double gain = values[Generator.GAIN];
        if (fades) {
            double power = share(velocity, Generator.FADE_IN_LOW_VELOCITY, false)
                    * share(velocity, Generator.FADE_OUT_LOW_VELOCITY, true)
                    * share(key, Generator.FADE_IN_LOW_KEY, false) * share(key, Generator.FADE_OUT_LOW_KEY, true);
            gain += power < 1e-14 ? -1440 : 100 * Functions.log10(power);
        }
        return gain;
    }

    /** The power that is left of something that fades from one value to another, the next generator's. */
    private double share(int at, int generator, boolean out) {
        int low = values[generator];
        int high = values[generator + 1];
        if (low < 0 || high < 0) {
            return 1;
        }
        double in = at <= low ? 0 : at >= high ? 1 : (double) (at - low) / (high - low);
        return out ? at <= low ? 1 : 1 - in : at >= high ? 1 : in;
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
