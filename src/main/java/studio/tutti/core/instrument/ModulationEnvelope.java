package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Cents;

/**
 * A second envelope, 0 … 1, that moves pitch and filter (SoundFont 2.04, section 9.1.7): convex attack, straight decay
 * and release. It is read once a cell, from the time since the voice began.
 */
final class ModulationEnvelope {

    private double delay;
    private double attack;
    private double hold;
    private double decay;
    private double sustain;
    private double release;
    private double releasedAt;
    private double releasedFrom;

    void start(Parameters parameters, int key) {
        delay = seconds(parameters.of(Generator.MOD_ENVELOPE_DELAY));
        attack = seconds(parameters.of(Generator.MOD_ENVELOPE_ATTACK));
        hold = seconds(parameters.of(Generator.MOD_ENVELOPE_HOLD)
                + (60 - key) * parameters.of(Generator.KEY_TO_MOD_ENVELOPE_HOLD));
        decay = seconds(parameters.of(Generator.MOD_ENVELOPE_DECAY)
                + (60 - key) * parameters.of(Generator.KEY_TO_MOD_ENVELOPE_DECAY));
        release = seconds(parameters.of(Generator.MOD_ENVELOPE_RELEASE));
        double fall = parameters.of(Generator.MOD_ENVELOPE_SUSTAIN) / 1000;
        sustain = 1 - (fall < 0 ? 0 : fall > 1 ? 1 : fall);
        releasedAt = -1;
    }

    /** Lets go at a time in seconds since the start. */
    void release(double time) {
        if (releasedAt < 0) {
            releasedFrom = held(time);
            releasedAt = time;
        }
    }

    /** The level at a time in seconds since the start. */
    double level(double time) {
        if (releasedAt < 0 || time < releasedAt) {
            return held(time);
        }
        double level = releasedFrom - (time - releasedAt) / release;
        return level > 0 ? level : 0;
    }

    private double held(double time) {
        double since = time - delay;
        if (since < 0) {
            return 0;
        }
        if (since < attack) {
            return Curve.map(2, false, false, (int) (since / attack * 16383), 16384);
        }
        since -= attack + hold;
        if (since <= 0) {
            return 1;
        }
        double level = 1 - since / decay;
        return level > sustain ? level : sustain;
    }

    private static double seconds(double timecents) {
        return timecents <= -12000 ? 1e-4 : Cents.seconds(timecents > 8000 ? 8000 : timecents);
    }
}
