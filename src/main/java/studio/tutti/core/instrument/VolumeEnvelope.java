package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Cents;
import studio.tutti.core.dsp.Decibels;

/**
 * The loudness of a voice over time, SoundFont 2.04 section 9.1.7: delay, attack (straight in amplitude), hold, decay
 * (straight in dB) to the sustain level, release (straight in dB).
 *
 * <p>Every stage is one rule {@code level = level * multiply + add} a frame, so the loop that makes sound knows
 * no stages: it takes a piece, runs it, says how it ended. Times of decay and release are those of a full change of
 * 100 dB, which is also where silence begins.
 */
final class VolumeEnvelope {

    /** The level below which a voice has ended: −100 dB. */
    static final double SILENCE = 1e-5;

    private enum Stage { DELAY, ATTACK, HOLD, DECAY, SUSTAIN, RELEASE, FADE, DONE }

    private static final int ENDLESS = Integer.MAX_VALUE;

    /** Now, 0 … 1. */
    double level;
    /** What the level is multiplied by each frame of this piece. */
    double multiply;
    /** What is added to the level each frame of this piece. */
    double add;

    private Stage stage = Stage.DONE;
    private int left;
    private int attack;
    private int hold;
    private int decay;
    private double decayFactor;
    private double sustain;
    private double releaseFactor;

    /** Begins at its delay. The parameters are read once; {@code key} scales hold and decay. */
    void start(Parameters parameters, int key, double rate) {
        int delay = frames(parameters.of(Generator.VOLUME_ENVELOPE_DELAY), rate, 0);
        attack = frames(parameters.of(Generator.VOLUME_ENVELOPE_ATTACK), rate, 8);
        hold = frames(parameters.of(Generator.VOLUME_ENVELOPE_HOLD)
                + (60 - key) * parameters.of(Generator.KEY_TO_VOLUME_ENVELOPE_HOLD), rate, 0);
        double full = seconds(parameters.of(Generator.VOLUME_ENVELOPE_DECAY)
                + (60 - key) * parameters.of(Generator.KEY_TO_VOLUME_ENVELOPE_DECAY), 8000) * rate;
        double depth = parameters.of(Generator.VOLUME_ENVELOPE_SUSTAIN);
        depth = depth < 0 ? 0 : depth > 1000 ? 1000 : depth;
        sustain = Decibels.attenuation(depth);
        decay = (int) (full * depth / 1000 + 0.5);
        decayFactor = Decibels.attenuation(1000 / full);
        double release = parameters.of(Generator.VOLUME_ENVELOPE_RELEASE);
        releaseFactor = Decibels.attenuation(1000 / (seconds(release < -7200 ? -7200 : release, 8000) * rate));
        level = 0;
        enter(delay > 0 ? Stage.DELAY : Stage.ATTACK);
        if (delay > 0) {
            left = delay;
        }
    }

    /** Lets go: the level falls from where it is. */
    void release() {
        if (stage != Stage.DONE && stage != Stage.FADE) {
            enter(level > SILENCE ? Stage.RELEASE : Stage.DONE);
        }
    }

    /** Falls to nothing in a straight line, for a voice that must make room. */
    void fade(int frames) {
        if (stage == Stage.DONE || stage == Stage.FADE) {
            return;
        }
        enter(level > SILENCE ? Stage.FADE : Stage.DONE);
        left = frames;
        add = -level / frames;
    }

    /** Frames for which the present rule holds, at most {@code limit}; 0 when the voice has ended. */
    int piece(int limit) {
        while (left == 0 && stage != Stage.DONE) {
            next();
        }
        return stage == Stage.DONE ? 0 : Math.min(left, limit);
    }

    /** A piece was run and left this level. */
    void ran(int frames, double reached) {
        level = reached;
        if (left != ENDLESS) {
            left -= frames;
        }
        if (stage == Stage.RELEASE && level < SILENCE) {
            enter(Stage.DONE);
        }
    }

    boolean waiting() {
        return stage == Stage.DELAY;
    }

    boolean ended() {
        return stage == Stage.DONE;
    }

    boolean releasing() {
        return stage == Stage.RELEASE;
    }

    boolean fading() {
        return stage == Stage.FADE;
    }

    private void next() {
        switch (stage) {
            case DELAY -> enter(Stage.ATTACK);
            case ATTACK -> {
                level = 1;
                enter(Stage.HOLD);
            }
            case HOLD -> enter(Stage.DECAY);
            case DECAY -> {
                level = sustain;
                enter(sustain > SILENCE * 1.01 ? Stage.SUSTAIN : Stage.DONE);
            }
            default -> enter(Stage.DONE);
        }
    }

    private void enter(Stage entered) {
        stage = entered;
        multiply = 1;
        add = 0;
        left = ENDLESS;
        switch (entered) {
            case ATTACK -> {
                left = attack;
                add = 1.0 / attack;
            }
            case HOLD -> left = hold;
            case DECAY -> {
                left = decay;
                multiply = decayFactor;
            }
            case RELEASE -> multiply = releaseFactor;
            case DONE -> level = 0;
            default -> {
            }
        }
    }

    private static int frames(double timecents, double rate, int instant) {
        return timecents <= -12000 ? instant : Math.max(instant, (int) (seconds(timecents, 8000) * rate + 0.5));
    }

    private static double seconds(double timecents, double highest) {
        return Cents.seconds(timecents < -12000 ? -12000 : timecents > highest ? highest : timecents);
    }
}
