package studio.tutti.core.instrument.synth;

import static studio.tutti.core.effect.Parameter.choice;
import static studio.tutti.core.effect.Parameter.linear;
import static studio.tutti.core.effect.Parameter.logarithmic;
import static studio.tutti.core.effect.Parameter.onOff;
import static studio.tutti.core.effect.Parameter.percent;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.effect.Taper;
import studio.tutti.core.effect.Unit;

/** What can be set on the synthesiser; a name's part before the point says where on its panel. New ones come at the end. */
public final class SynthParameters {

    /** In the order of {@link Synth#set}. */
    public static final List<Parameter> ALL;

    static final String[] WAVES = {"saw", "pulse", "triangle", "sine"};
    static final int SAW = 0;
    static final int PULSE = 1;
    static final int TRIANGLE = 2;

    static final String[] FILTERS = {"low 24", "low 12", "band", "high"};
    static final String[] MODES = {"poly", "mono", "legato"};

    static final String[] SHAPES = {"sine", "triangle", "ramp up", "ramp down", "square", "random"};
    static final String[] SYNCS = {"free", "4/1", "2/1", "1/1", "1/2 dotted", "1/2", "1/4 dotted", "1/4", "1/4 triplet",
        "1/8 dotted", "1/8", "1/8 triplet", "1/16 dotted", "1/16", "1/16 triplet", "1/32"};
    /** How many quarter notes each of {@link #SYNCS} lasts. */
    static final double[] QUARTERS = {0, 16, 8, 4, 3, 2, 1.5, 1, 2.0 / 3, 0.75, 0.5, 1.0 / 3, 0.375, 0.25, 1.0 / 6, 0.125};

    /** Of an oscillator: shape, octave, tune, fine, width, level. */
    static final int OSCILLATOR = 0;
    static final int OSCILLATOR_SIZE = 6;
    static final int SUB_SHAPE = 12;
    static final int SUB_LEVEL = 13;
    static final int NOISE_LEVEL = 14;
    static final int VOICES = 15;
    static final int DETUNE = 16;
    static final int SPREAD = 17;
    static final int FILTER_TYPE = 18;
    static final int CUTOFF = 19;
    static final int RESONANCE = 20;
    static final int DRIVE = 21;
    static final int FILTER_KEYS = 22;
    static final int FILTER_ENVELOPE = 23;
    static final int FILTER_VELOCITY = 24;
    /** Of an envelope: attack, decay, sustain, release. */
    static final int AMP = 25;
    static final int AMP_VELOCITY = 29;
    static final int MOD = 30;
    static final int MOD_PITCH = 34;
    static final int MOD_WIDTH = 35;
    /** Of an LFO: shape, rate, sync, fade, restart, pitch, filter, width, amp. */
    static final int LFO = 36;
    static final int LFO_SIZE = 9;
    static final int MODE = 54;
    static final int GLIDE = 55;
    static final int BEND = 56;
    static final int WHEEL_VIBRATO = 57;
    static final int WHEEL_FILTER = 58;
    static final int LEVEL = 59;

    static {
        List<Parameter> all = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            String osc = "osc" + i + ".";
            all.add(choice(osc + "shape", 0, WAVES));
            all.add(new Parameter(osc + "octave", Unit.NUMBER, -3, 3, 0, Taper.STEPPED, false, List.of()));
            all.add(new Parameter(osc + "tune", Unit.SEMITONES, -24, 24, 0, Taper.STEPPED, false, List.of()));
            all.add(linear(osc + "fine", Unit.CENTS, -100, 100, 0));
            all.add(linear(osc + "width", Unit.PERCENT, 1, 99, 50));
            all.add(percent(osc + "level", i == 1 ? 100 : 0));
        }
        all.add(choice("sub.shape", 0, "sine", "square"));
        all.add(percent("sub.level", 0));
        all.add(percent("noise.level", 0));
        all.add(new Parameter("unison.voices", Unit.NUMBER, 1, 7, 1, Taper.STEPPED, false, List.of()));
        all.add(linear("unison.detune", Unit.CENTS, 0, 100, 15));
        all.add(percent("unison.spread", 60));
        all.add(choice("filter.type", 0, FILTERS));
        all.add(logarithmic("filter.cutoff", Unit.HERTZ, 20, 20_000, 20_000));
        all.add(percent("filter.resonance", 0));
        all.add(linear("filter.drive", Unit.DECIBELS, 0, 24, 0));
        all.add(percent("filter.keys", 0));
        all.add(linear("filter.envelope", Unit.SEMITONES, -96, 96, 0));
        all.add(linear("filter.velocity", Unit.SEMITONES, 0, 60, 0));
        envelope(all, "amp.", 0.002, 0.3, 100, 0.08);
        all.add(percent("amp.velocity", 60));
        envelope(all, "mod.", 0.002, 0.4, 0, 0.2);
        all.add(linear("mod.pitch", Unit.SEMITONES, -48, 48, 0));
        all.add(linear("mod.width", Unit.PERCENT, -98, 98, 0));
        for (int i = 1; i <= 2; i++) {
            String lfo = "lfo" + i + ".";
            all.add(choice(lfo + "shape", 0, SHAPES));
            all.add(logarithmic(lfo + "rate", Unit.HERTZ, 0.02, 40, i == 1 ? 5 : 0.5));
            all.add(choice(lfo + "sync", 0, SYNCS));
            all.add(linear(lfo + "fade", Unit.SECONDS, 0, 5, 0));
            all.add(onOff(lfo + "restart", false));
            all.add(linear(lfo + "pitch", Unit.CENTS, 0, 1200, 0));
            all.add(linear(lfo + "filter", Unit.SEMITONES, -60, 60, 0));
            all.add(linear(lfo + "width", Unit.PERCENT, 0, 98, 0));
            all.add(percent(lfo + "amp", 0));
        }
        all.add(choice("play.mode", 0, MODES));
        all.add(linear("play.glide", Unit.SECONDS, 0, 2, 0).jumping());
        all.add(new Parameter("play.bend", Unit.SEMITONES, 0, 24, 2, Taper.STEPPED, false, List.of()));
        all.add(linear("wheel.vibrato", Unit.CENTS, 0, 200, 40));
        all.add(linear("wheel.filter", Unit.SEMITONES, -60, 60, 0));
        all.add(linear("amp.level", Unit.DECIBELS, -36, 12, -6));
        ALL = List.copyOf(all);
    }

    private SynthParameters() {}

    private static void envelope(List<Parameter> all, String name, double attack, double decay, double sustain, double release) {
        all.add(logarithmic(name + "attack", Unit.SECONDS, 0.0005, 10, attack));
        all.add(logarithmic(name + "decay", Unit.SECONDS, 0.005, 20, decay));
        all.add(percent(name + "sustain", sustain));
        all.add(logarithmic(name + "release", Unit.SECONDS, 0.005, 20, release));
    }
}
