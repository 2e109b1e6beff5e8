package studio.tutti.core.instrument.sampler;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.effect.Unit;
import studio.tutti.core.instrument.Adsr;
import studio.tutti.core.instrument.Keyed;
import studio.tutti.core.instrument.Padded;
import studio.tutti.core.instrument.drumkit.Pad;
import studio.tutti.core.media.MediaSound;

/**
 * One recording across all keys: it sounds at its own pitch on its root key, the key of its pad. Of a pad's parameters tune, fine, level,
 * pan, start, end and velocity hold here, too.
 */
public final class KeySampler extends Keyed implements Padded {

    /** What can be set on it; new ones come at the end. */
    public static final List<Parameter> PARAMETERS;

    static final int LOOP = 0;
    static final int LOOP_START = 1;
    static final int LOOP_END = 2;
    static final int CROSSFADE = 3;
    static final int AMP = 4;
    static final int FILTER_TYPE = 8;
    static final int CUTOFF = 9;
    static final int RESONANCE = 10;
    static final int FILTER_KEYS = 11;
    static final int FILTER_ENVELOPE = 12;
    static final int LEVEL = 13;
    static final int BEND = 14;

    static {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.onOff("loop.on", false));
        all.add(Parameter.percent("loop.start", 0).jumping());
        all.add(Parameter.percent("loop.end", 100).jumping());
        all.add(Parameter.linear("loop.crossfade", Unit.MILLISECONDS, 0, 1000, 20).jumping());
        all.add(Parameter.logarithmic("amp.attack", Unit.SECONDS, 0.0005, 10, 0.001));
        all.add(Parameter.logarithmic("amp.decay", Unit.SECONDS, 0.005, 20, 1));
        all.add(Parameter.percent("amp.sustain", 100));
        all.add(Parameter.logarithmic("amp.release", Unit.SECONDS, 0.005, 20, 0.2));
        all.add(Parameter.choice("filter.type", 0, "low 24", "low 12", "band", "high"));
        all.add(Parameter.logarithmic("filter.cutoff", Unit.HERTZ, 20, 20_000, 20_000));
        all.add(Parameter.percent("filter.resonance", 0));
        all.add(Parameter.percent("filter.keys", 0));
        all.add(Parameter.linear("filter.envelope", Unit.SEMITONES, -96, 96, 0));
        all.add(Parameter.linear("amp.level", Unit.DECIBELS, -36, 12, 0));
        all.add(new Parameter("play.bend", Unit.SEMITONES, 0, 24, 2, studio.tutti.core.effect.Taper.STEPPED, false, List.of()));
        PARAMETERS = List.copyOf(all);
    }

    final Adsr.Times times = new Adsr.Times();
    private @Nullable Pad pad;
    private double level = 1;

    /** @param rate frames a second */
    public KeySampler(int rate) {
        super(PARAMETERS, rate);
        voices(() -> new SampledVoice(this));
        arrive();
    }

    @Override
    protected void parametersMoved() {
        times.set(value(AMP), value(AMP + 1), 0.01 * value(AMP + 2), value(AMP + 3), rate());
        level = Decibels.gain(value(LEVEL));
    }

    @Override
    public void pads(Pad[] pads) {
        pad = pads.length == 0 ? null : pads[0];
    }

    @Override
    public void noteOn(int note, int key, int velocity, int frame, double centibels) {
        Pad played = pad;
        MediaSound recording = played == null || played.muted ? null : played.sound;
        if (played == null || recording == null || velocity <= 0) {
            return;
        }
        letKeyGo(key, frame);
        if (begin(note, key, frame) instanceof SampledVoice voice) {
            voice.play(played, recording, velocity, centibels);
        }
    }

    int framesASecond() {
        return rate();
    }

    double number(int parameter) {
        return value(parameter);
    }

    int option(int parameter) {
        return choice(parameter);
    }

    boolean loops() {
        return on(LOOP);
    }

    double level() {
        return level;
    }

    /** Semitones by which the wheel bends. */
    double bend() {
        return (controllers().bend() - 8192) * (1.0 / 8192) * value(BEND);
    }
}
