package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Cents;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;

/**
 * One sounding zone: a {@link Tone} and what moves it, panned.
 *
 * <p>Pitch, filter, gain and pan are computed at the ends of cells of {@link Sampler#CELL} frames and run there in
 * straight lines; the volume envelope and the starts and ends of notes are exact to the frame.
 */
final class Voice {

    /** The note that it belongs to; chosen by who plays. */
    int note;
    int key;
    int velocity;
    int exclusiveClass;
    /** The exclusive class whose notes silence it; 0 and −1 are none. */
    int offBy;
    /** Whether it is let go when it is silenced, not cut. */
    boolean offGently;
    /** Counts up with every note begun in the pool. */
    int serial;
    /** The key is down. */
    boolean held;
    /** The key is up, the pedal down. */
    boolean sustained;

    private static final int NONE = Integer.MAX_VALUE;

    /** What the gain of a release sinks below to be over: a full sample would come out at −90 dBFS. */
    private static final double INAUDIBLE = 3.2e-5 / 32768;

    private final double rate;
    private final double[] mono;
    private final Tone tone;
    private final Parameters parameters = new Parameters();
    private final VolumeEnvelope volume = new VolumeEnvelope();
    private final ModulationEnvelope modulation = new ModulationEnvelope();
    private final Lfo modulationLfo = new Lfo();
    private final Lfo vibrato = new Lfo();

    private boolean leavesLoop;
    private boolean oneShot;
    private double louder;
    private int begin;
    private int releaseAt;
    private int fadeAt;
    private int fadeFrames;
    private double time;
    private double baseCents;
    private double speed;

    private double pitch;
    private double attenuation;
    private double gain;
    private double pan;
    private double panLeft;
    private double panRight;
    private double gainLeft;
    private double gainRight;
    private double leftSlope;
    private double rightSlope;
    /** By how much a frame the gains may move, and whether they have further to go than that let them. */
    private final double swing;
    private boolean swinging;
    private double cutoff;
    private double quality;

    Voice(double rate, Scratch scratch) {
        this.rate = rate;
        mono = scratch.mono;
        swing = Sampler.HEADROOM / 32768 / (Sampler.SWING_SECONDS * rate);
        tone = new Tone(scratch);
    }

    /** Begins to sound at a frame of the coming cell. */
    void start(Zone played, int note, int playedKey, int playedVelocity, int frame, double centibels,
            Controllers controllers) {
        this.note = note;
        key = playedKey;
        int fixedKey = played.value(Generator.KEY);
        int fixedVelocity = played.value(Generator.VELOCITY);
        int soundKey = fixedKey >= 0 ? fixedKey : playedKey;
        exclusiveClass = played.value(Generator.EXCLUSIVE_CLASS);
        leavesLoop = played.value(Generator.SAMPLE_MODES) == 3;
        oneShot = played.value(Generator.SAMPLE_MODES) == Generator.ONE_SHOT;
        int off = played.value(Generator.OFF_BY);
        offBy = off == 0 ? exclusiveClass : off;
        offGently = played.value(Generator.OFF_GENTLY) != 0;
        velocity = playedVelocity;
        held = true;
        sustained = false;
        begin = frame;
        louder = centibels + played.louder(playedKey, playedVelocity);
        releaseAt = NONE;
        fadeAt = NONE;
        time = 0;
        parameters.start(played, playedKey, fixedVelocity >= 0 ? fixedVelocity : playedVelocity, controllers);
        volume.start(parameters, soundKey, rate);
        modulation.start(parameters, soundKey);
        modulationLfo.start(parameters.of(Generator.MOD_LFO_DELAY));
        vibrato.start(parameters.of(Generator.VIBRATO_LFO_DELAY));
        tone.start(played);
        Sample sample = played.sample();
        int root = played.value(Generator.ROOT_KEY) >= 0 ? played.value(Generator.ROOT_KEY) : sample.rootKey();
        baseCents = (soundKey - root) * parameters.of(Generator.SCALE_TUNING) + sample.correction();
        speed = sample.rate() / rate;
        gainLeft = 0;
        gainRight = 0;
        pitch = Double.NaN;
        swinging = false;
        attenuation = Double.NaN;
        pan = Double.NaN;
        cutoff = Double.NaN;
        aim(1);
        tone.arrive();
        gainLeft += leftSlope;
        gainRight += rightSlope;
        leftSlope = 0;
        rightSlope = 0;
    }

    /** The key goes up at a frame of the coming cell. */
    void release(int frame) {
        held = false;
        sustained = false;
        if (oneShot) {
            return;
        }
        releaseAt = Math.max(Math.min(releaseAt, frame), begin);
    }

    /** It is silenced by another, gently: even what plays to its end by itself is let go. */
    void off(int frame) {
        oneShot = false;
        release(frame);
    }

    /** Seconds since it began. */
    double seconds() {
        return time;
    }

    /** Makes room from a frame of the coming cell on, in a straight line over some frames. */
    void fade(int frame, int frames) {
        held = false;
        sustained = false;
        if (fadeAt == NONE && !volume.fading()) {
            fadeAt = Math.max(frame, begin);
            fadeFrames = frames;
        }
    }

    /** Sounds, and has not been asked to make room. */
    boolean counts() {
        return fadeAt == NONE && !volume.fading() && !volume.ended();
    }

    /** How much would be missed if it stopped now; the least is stolen first. */
    double importance() {
        double loudness = volume.waiting() || time < 0.02 ? 1 : volume.level * gain * 32768;
        return held ? loudness : sustained ? 0.5 * loudness : 0.1 * loudness;
    }

    /** Adds one cell to both channels; false when the voice has ended. */
    boolean render(double[] left, double[] right, Controllers controllers) {
        int at = begin;
        begin = 0;
        boolean changed = parameters.follow(controllers);
        double seconds = (Sampler.CELL - at) / rate;
        time += seconds;
        modulationLfo.advance(seconds, parameters.modulationHertz);
        vibrato.advance(seconds, parameters.vibratoHertz);
        if (changed || parameters.moving || swinging) {
            aim(1.0 / (Sampler.CELL - at));
        } else {
            tone.steady();
            leftSlope = 0;
            rightSlope = 0;
        }
        while (at < Sampler.CELL) {
            int limit = Sampler.CELL;
            if (releaseAt <= at) {
                letGo(at);
            } else if (releaseAt < limit) {
                limit = releaseAt;
            }
            if (fadeAt <= at) {
                fadeAt = NONE;
                volume.fade(fadeFrames);
            } else if (fadeAt < limit) {
                limit = fadeAt;
            }
            int frames = volume.piece(limit - at);
            if (frames == 0) {
                return false;
            }
            if (volume.waiting()) {
                volume.ran(frames, 0);
            } else {
                boolean goesOn = tone.make(at, frames, volume);
                mix(left, right, at, at + frames);
                if (!goesOn) {
                    return false;
                }
            }
            at += frames;
        }
        tone.flush();
        return !volume.ended() && (swinging || !volume.releasing() || volume.level * gain >= INAUDIBLE);
    }

    private void letGo(int at) {
        releaseAt = NONE;
        volume.release();
        modulation.release(time - (Sampler.CELL - at) / rate);
        if (leavesLoop) {
            tone.reader.leaveLoop();
        }
    }

    /** Where everything shall be at the end of the cell, and the way there: {@code share} is 1 by the frames until then. */
    private void aim(double share) {
        Parameters now = parameters;
        double wave = modulationLfo.value();
        double shape = modulation.level(time);
        tone.steady();
        double cents = baseCents + now.tuning + wave * now.modulationToPitch + vibrato.value() * now.vibratoToPitch
                + shape * now.envelopeToPitch;
        if (cents != pitch) {
            pitch = cents;
            tone.aimStep(speed * Cents.ratio(Parameters.within(cents, -12000, 8400)), share);
        }
        double quieter = Parameters.within(now.attenuation - wave * now.modulationToVolume, 0, 1440)
                + 0.5 * now.resonance - louder;
        leftSlope = 0;
        rightSlope = 0;
        if (quieter != attenuation || now.pan != pan || swinging) {
            if (now.pan != pan) {
                pan = now.pan;
                double angle = (pan + 500) * (Math.PI / 2000);
                panLeft = Functions.cos(angle);
                panRight = Functions.sin(angle);
            }
            boolean fresh = attenuation != attenuation;
            attenuation = quieter;
            gain = Decibels.attenuation(quieter) * (Sampler.HEADROOM / 32768);
            leftSlope = (gain * panLeft - gainLeft) * share;
            rightSlope = (gain * panRight - gainRight) * share;
            swinging = !fresh && (leftSlope > swing || leftSlope < -swing || rightSlope > swing || rightSlope < -swing);
            if (swinging) {
                leftSlope = Parameters.within(leftSlope, -swing, swing);
                rightSlope = Parameters.within(rightSlope, -swing, swing);
            }
        }
        double edge = Parameters.within(
                now.cutoff + wave * now.modulationToFilter + shape * now.envelopeToFilter, 1500, 13500);
        if (edge != cutoff || now.resonance != quality) {
            cutoff = edge;
            quality = now.resonance;
            tone.aimFilter(edge < 13490 || quality > 0, Cents.hertz(edge), 0.7071067811865476 * Decibels.attenuation(-quality),
                    rate, share);
        }
    }

    private void mix(double[] left, double[] right, int from, int to) {
        double[] sound = mono;
        double g1 = gainLeft;
        double g2 = gainRight;
        if (leftSlope == 0 && rightSlope == 0) {
            for (int k = from; k < to; k++) {
                left[k] += sound[k] * g1;
            }
            for (int k = from; k < to; k++) {
                right[k] += sound[k] * g2;
            }
            return;
        }
        double slope1 = leftSlope;
        double slope2 = rightSlope;
        for (int k = from; k < to; k++) {
            left[k] += sound[k] * g1;
            right[k] += sound[k] * g2;
            g1 += slope1;
            g2 += slope2;
        }
        gainLeft = g1;
        gainRight = g2;
    }
}
