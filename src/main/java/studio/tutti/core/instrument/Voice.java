package studio.tutti.core.instrument;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Cents;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.Interpolation;
import studio.tutti.core.dsp.ResonantLowpass;

/**
 * One sounding zone: sample → filter → envelope → pan.
 *
 * <p>Pitch, filter, gain and pan are computed at the ends of cells of {@link Sampler#CELL} frames and run there in
 * straight lines; the volume envelope and the starts and ends of notes are exact to the frame.
 */
final class Voice {

    /** The note that it belongs to; chosen by who plays. */
    int note;
    int key;
    int exclusiveClass;
    /** Counts up with every note begun in the pool. */
    int serial;
    /** The key is down. */
    boolean held;
    /** The key is up, the pedal down. */
    boolean sustained;

    private static final double[] WEIGHTS = Interpolation.weights();
    private static final int NONE = Integer.MAX_VALUE;

    /**
     * Generator 48 counts 0.4 of what it says: the hardware that SoundFonts were made by ear on did so, and every
     * bank in circulation is balanced for it.
     */
    private static final double ATTENUATION_SCALE = 0.4;

    /** Below this a filter's memory is nothing: flushed, so that no denormal numbers slow the loop. */
    private static final double NOTHING = 1e-15;

    /** What a release sinks below to be over: −90 dB under a full sample at full velocity, as a gain. */
    private static final double INAUDIBLE = Sampler.HEADROOM / 32768 * 3.2e-5;

    private final double rate;
    private final VolumeEnvelope volume = new VolumeEnvelope();
    private final ModulationEnvelope modulation = new ModulationEnvelope();
    private final Lfo modulationLfo = new Lfo();
    private final Lfo vibrato = new Lfo();
    private final Reader reader = new Reader();
    private final ResonantLowpass filter = new ResonantLowpass();
    private final double[] moved = new double[Generator.COUNT];

    private @Nullable Zone zone;
    private int velocity;
    private int seen;
    private double louder;
    private int begin;
    private int releaseAt;
    private int fadeAt;
    private int fadeFrames;
    private double time;
    private double baseCents;
    private double speed;

    private double pitch;
    private double step;
    private double attenuation;
    private double gain;
    private double pan;
    private double panLeft;
    private double panRight;
    private double gainLeft;
    private double gainRight;
    private double cutoff;
    private double quality;
    private boolean filtering;
    private double a1;
    private double a2;
    private double a3;
    private double s1;
    private double s2;
    private double last;
    private double stepSlope;
    private double leftSlope;
    private double rightSlope;
    private double slope1;
    private double slope2;
    private double slope3;

    Voice(double rate) {
        this.rate = rate;
    }

    /** Begins to sound at a frame of the coming cell. */
    void start(Zone played, int note, int playedKey, int playedVelocity, int frame, double centibels,
            Controllers controllers) {
        zone = played;
        this.note = note;
        key = playedKey;
        int fixedKey = played.value(Generator.KEY);
        int fixedVelocity = played.value(Generator.VELOCITY);
        int soundKey = fixedKey >= 0 ? fixedKey : playedKey;
        velocity = fixedVelocity >= 0 ? fixedVelocity : playedVelocity;
        exclusiveClass = played.value(Generator.EXCLUSIVE_CLASS);
        held = true;
        sustained = false;
        begin = frame;
        louder = centibels;
        releaseAt = NONE;
        fadeAt = NONE;
        time = 0;
        listen(played, controllers);
        volume.start(this, soundKey, rate);
        modulation.start(this, soundKey);
        modulationLfo.start(parameter(Generator.MOD_LFO_DELAY));
        vibrato.start(parameter(Generator.VIBRATO_LFO_DELAY));
        reader.start(played);
        Sample sample = played.sample();
        int root = played.value(Generator.ROOT_KEY) >= 0 ? played.value(Generator.ROOT_KEY) : sample.rootKey();
        baseCents = (soundKey - root) * parameter(Generator.SCALE_TUNING) + sample.correction();
        speed = sample.rate() / rate;
        s1 = 0;
        s2 = 0;
        last = 0;
        step = 0;
        gainLeft = 0;
        gainRight = 0;
        filtering = false;
        pitch = Double.NaN;
        attenuation = Double.NaN;
        pan = Double.NaN;
        cutoff = Double.NaN;
        aim(1);
        step += stepSlope;
        gainLeft += leftSlope;
        gainRight += rightSlope;
        a1 = filter.a1;
        a2 = filter.a2;
        a3 = filter.a3;
    }

    /** The key goes up at a frame of the coming cell. */
    void release(int frame) {
        held = false;
        sustained = false;
        releaseAt = Math.max(Math.min(releaseAt, frame), begin);
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

    /** The zone's value with what controllers add to it. */
    double parameter(int generator) {
        return zoneValue(generator) + moved[generator];
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
        if (seen != controllers.change() && zone != null) {
            listen(zone, controllers);
        }
        time += (Sampler.CELL - at) / rate;
        aim(Sampler.CELL - at);
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
            } else if (!run(left, right, at, frames)) {
                return false;
            }
            at += frames;
        }
        if (s1 < NOTHING && s1 > -NOTHING) {
            s1 = 0;
        }
        if (s2 < NOTHING && s2 > -NOTHING) {
            s2 = 0;
        }
        return !volume.ended() && !(volume.releasing() && volume.level * gain < INAUDIBLE);
    }

    private void letGo(int at) {
        releaseAt = NONE;
        volume.release();
        modulation.release(time - (Sampler.CELL - at) / rate);
        if ((int) zoneValue(Generator.SAMPLE_MODES) == 3) {
            reader.leaveLoop();
        }
    }

    /** Where everything shall be at the end of the cell, {@code frames} from now, and the way there. */
    private void aim(int frames) {
        double ahead = frames / rate;
        modulationLfo.advance(ahead, Cents.hertz(parameter(Generator.MOD_LFO_FREQUENCY)));
        vibrato.advance(ahead, Cents.hertz(parameter(Generator.VIBRATO_LFO_FREQUENCY)));
        double wave = modulationLfo.value();
        double shape = modulation.level(time);
        double share = 1.0 / frames;

        double cents = baseCents + 100 * parameter(Generator.COARSE_TUNE) + parameter(Generator.FINE_TUNE)
                + moved[Generator.PITCH] + wave * parameter(Generator.MOD_LFO_TO_PITCH)
                + vibrato.value() * parameter(Generator.VIBRATO_LFO_TO_PITCH)
                + shape * parameter(Generator.MOD_ENVELOPE_TO_PITCH);
        stepSlope = 0;
        if (cents != pitch) {
            pitch = cents;
            double target = speed * Cents.ratio(cents < -12000 ? -12000 : cents > 8400 ? 8400 : cents);
            stepSlope = (target - step) * share;
        }

        double resonance = parameter(Generator.FILTER_Q);
        resonance = resonance < 0 ? 0 : resonance > 960 ? 960 : resonance;
        double quieter = ATTENUATION_SCALE * zoneValue(Generator.ATTENUATION) + moved[Generator.ATTENUATION]
                - wave * parameter(Generator.MOD_LFO_TO_VOLUME);
        quieter = (quieter < 0 ? 0 : quieter > 1440 ? 1440 : quieter) + 0.5 * resonance - louder;
        double place = parameter(Generator.PAN);
        place = place < -500 ? -500 : place > 500 ? 500 : place;
        leftSlope = 0;
        rightSlope = 0;
        if (quieter != attenuation || place != pan) {
            if (place != pan) {
                pan = place;
                double angle = (place + 500) * (Math.PI / 2000);
                panLeft = Functions.cos(angle);
                panRight = Functions.sin(angle);
            }
            attenuation = quieter;
            gain = Decibels.attenuation(quieter) * (Sampler.HEADROOM / 32768);
            leftSlope = (gain * panLeft - gainLeft) * share;
            rightSlope = (gain * panRight - gainRight) * share;
        }

        double edge = parameter(Generator.FILTER_CUTOFF) + wave * parameter(Generator.MOD_LFO_TO_FILTER)
                + shape * parameter(Generator.MOD_ENVELOPE_TO_FILTER);
        edge = edge < 1500 ? 1500 : edge > 13500 ? 13500 : edge;
        slope1 = 0;
        slope2 = 0;
        slope3 = 0;
        if (edge != cutoff || resonance != quality) {
            aimFilter(edge, resonance, share);
        }
    }

    private void aimFilter(double edge, double resonance, double share) {
        cutoff = edge;
        quality = resonance;
        boolean needed = edge < 13490 || resonance > 0;
        filter.tune(Cents.hertz(edge), 0.7071067811865476 * Decibels.attenuation(-resonance), rate);
        if (needed && !filtering) {
            s1 = 0;
            s2 = last;
            a1 = filter.a1;
            a2 = filter.a2;
            a3 = filter.a3;
        }
        filtering = needed;
        slope1 = (filter.a1 - a1) * share;
        slope2 = (filter.a2 - a2) * share;
        slope3 = (filter.a3 - a3) * share;
    }

    private boolean run(double[] left, double[] right, int from, int frames) {
        Reader read = reader;
        short[] pcm = read.pcm;
        double level = volume.level;
        double multiply = volume.multiply;
        double add = volume.add;
        double g1 = gainLeft;
        double g2 = gainRight;
        double pace = step;
        double fraction = read.fraction;
        int low = read.low;
        int high = read.high;
        int frame = read.frame;
        boolean filtered = filtering;
        double c1 = a1;
        double c2 = a2;
        double c3 = a3;
        double m1 = s1;
        double m2 = s2;
        double x = last;
        int to = from + frames;
        for (int k = from; k < to; k++) {
            int row = (int) (fraction * Interpolation.PHASES + 0.5) * Interpolation.POINTS;
            int i = frame - Interpolation.BEFORE;
            if (i >= low && i + Interpolation.POINTS <= high) {
                x = ((WEIGHTS[row] * pcm[i] + WEIGHTS[row + 1] * pcm[i + 1])
                        + (WEIGHTS[row + 2] * pcm[i + 2] + WEIGHTS[row + 3] * pcm[i + 3]))
                        + ((WEIGHTS[row + 4] * pcm[i + 4] + WEIGHTS[row + 5] * pcm[i + 5])
                        + (WEIGHTS[row + 6] * pcm[i + 6] + WEIGHTS[row + 7] * pcm[i + 7]));
            } else {
                x = read.edge(frame, row);
            }
            if (filtered) {
                double d = x - m2;
                double v1 = c1 * m1 + c2 * d;
                x = m2 + c2 * m1 + c3 * d;
                m1 = 2 * v1 - m1;
                m2 = 2 * x - m2;
                c1 += slope1;
                c2 += slope2;
                c3 += slope3;
            }
            double y = x * level;
            left[k] += y * g1;
            right[k] += y * g2;
            level = level * multiply + add;
            g1 += leftSlope;
            g2 += rightSlope;
            fraction += pace;
            pace += stepSlope;
            if (fraction >= 1) {
                int whole = (int) fraction;
                fraction -= whole;
                frame += whole;
                if (frame >= high) {
                    frame = read.turn(frame);
                    low = read.low;
                    if (frame < 0) {
                        return false;
                    }
                }
            }
        }
        read.fraction = fraction;
        read.frame = frame;
        a1 = c1;
        a2 = c2;
        a3 = c3;
        s1 = m1;
        s2 = m2;
        last = x;
        gainLeft = g1;
        gainRight = g2;
        step = pace;
        volume.ran(frames, level);
        return true;
    }

    private void listen(Zone played, Controllers controllers) {
        seen = controllers.change();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = 0;
        }
        for (int i = 0; i < played.modulators(); i++) {
            Modulator modulator = played.modulator(i);
            moved[modulator.destination()] += modulator.value(controllers, key, velocity);
        }
    }

    private double zoneValue(int generator) {
        return zone == null ? 0 : zone.value(generator);
    }
}
