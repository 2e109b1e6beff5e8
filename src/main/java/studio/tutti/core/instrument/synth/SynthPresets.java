package studio.tutti.core.instrument.synth;

import static studio.tutti.core.effect.EffectPreset.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.effect.EffectPreset;

/** The sounds that come with the synthesiser. */
public final class SynthPresets {

    private static final int PULSE = SynthParameters.PULSE;
    private static final int TRIANGLE = SynthParameters.TRIANGLE;
    private static final int SINE = 3;
    private static final int LOW_12 = 1;
    private static final int BAND = 2;
    private static final int MONO = 1;
    private static final int LEGATO = 2;

    private static final List<EffectPreset> BASS = List.of(
            preset("Deep sub", "osc1.shape", SINE, "osc1.octave", -1, "osc2.shape", TRIANGLE, "osc2.octave", -1, "osc2.level", 25,
                    "filter.cutoff", 900, "amp.attack", 0.004, "amp.decay", 1.2, "amp.sustain", 80, "amp.release", 0.12, "play.mode", MONO,
                    "amp.level", -3),
            preset("Round bass", "osc1.shape", TRIANGLE, "osc1.octave", -1, "osc2.shape", PULSE, "osc2.octave", -1, "osc2.level", 35,
                    "sub.level", 40, "filter.cutoff", 350, "filter.envelope", 24, "filter.velocity", 12, "mod.decay", 0.35,
                    "amp.decay", 1.5, "amp.sustain", 60, "amp.release", 0.12),
            preset("Squelch", "osc1.octave", -1, "filter.cutoff", 180, "filter.resonance", 82, "filter.drive", 9, "filter.envelope", 42,
                    "filter.velocity", 18, "mod.decay", 0.28, "amp.decay", 0.8, "amp.sustain", 70, "amp.release", 0.05,
                    "play.mode", LEGATO, "play.glide", 0.06, "amp.level", -9),
            preset("Two saws apart", "osc1.octave", -1, "osc1.fine", -14, "osc2.octave", -1, "osc2.fine", 14, "osc2.level", 100,
                    "sub.level", 55, "filter.cutoff", 700, "filter.resonance", 15, "filter.drive", 6, "lfo2.rate", 0.2, "lfo2.filter", 7,
                    "amp.release", 0.1, "play.mode", MONO, "amp.level", -9),
            preset("Rubber band", "osc1.shape", PULSE, "osc1.width", 32, "osc1.octave", -1, "filter.type", LOW_12, "filter.cutoff", 240,
                    "filter.resonance", 45, "filter.envelope", 36, "mod.decay", 0.14, "amp.decay", 0.5, "amp.sustain", 35, "amp.release", 0.08),
            preset("Growl", "osc1.octave", -1, "osc2.shape", PULSE, "osc2.octave", -2, "osc2.level", 80, "filter.cutoff", 420,
                    "filter.resonance", 50, "filter.drive", 18, "lfo1.sync", 10, "lfo1.shape", 1, "lfo1.filter", 18, "lfo1.restart", 1,
                    "amp.release", 0.06, "play.mode", MONO, "amp.level", -12));

    private static final List<EffectPreset> LEAD = List.of(
            preset("Plain saw", "unison.voices", 2, "unison.detune", 8, "filter.cutoff", 6500, "filter.keys", 40, "lfo1.fade", 0.6,
                    "lfo1.pitch", 12, "amp.decay", 1, "amp.sustain", 85, "amp.release", 0.15),
            preset("Wall of saws", "unison.voices", 7, "unison.detune", 24, "unison.spread", 90, "osc2.octave", -1, "osc2.level", 45,
                    "filter.cutoff", 9000, "filter.keys", 30, "amp.attack", 0.004, "amp.release", 0.35, "amp.level", -9),
            preset("Hollow square", "osc1.shape", PULSE, "osc2.shape", PULSE, "osc2.fine", 6, "osc2.level", 60, "filter.cutoff", 4200,
                    "filter.keys", 50, "lfo1.fade", 0.5, "lfo1.pitch", 14, "play.mode", LEGATO, "play.glide", 0.05, "amp.release", 0.12),
            preset("Whistler", "osc1.shape", SINE, "osc1.octave", 1, "noise.level", 4, "filter.type", BAND, "filter.cutoff", 1200,
                    "filter.keys", 100, "filter.resonance", 20, "lfo1.fade", 0.4, "lfo1.pitch", 22, "amp.attack", 0.05, "amp.release", 0.2,
                    "play.mode", LEGATO, "play.glide", 0.12, "amp.level", 0),
            preset("Long slide", "osc1.fine", -7, "osc2.fine", 7, "osc2.level", 100, "filter.cutoff", 3200, "filter.resonance", 25,
                    "filter.envelope", 14, "play.mode", LEGATO, "play.glide", 0.22, "amp.release", 0.25, "amp.level", -9),
            preset("Brassy", "osc2.fine", 9, "osc2.level", 90, "filter.cutoff", 500, "filter.envelope", 40, "filter.velocity", 18,
                    "filter.keys", 50, "mod.attack", 0.06, "mod.decay", 0.6, "mod.sustain", 55, "amp.attack", 0.03, "amp.sustain", 90,
                    "amp.release", 0.15, "lfo1.fade", 0.8, "lfo1.pitch", 10),
            preset("Little robot", "osc1.shape", PULSE, "osc1.width", 20, "lfo1.shape", 4, "lfo1.sync", 13, "lfo1.pitch", 700,
                    "lfo1.restart", 1, "filter.cutoff", 5000, "amp.release", 0.05));

    private static final List<EffectPreset> PAD = List.of(
            preset("Warm blanket", "osc1.fine", -9, "osc2.fine", 9, "osc2.level", 100, "unison.voices", 3, "unison.detune", 14,
                    "unison.spread", 80, "filter.cutoff", 1500, "filter.keys", 30, "filter.envelope", 12, "mod.attack", 1.2, "mod.sustain", 60,
                    "lfo2.rate", 0.15, "lfo2.filter", 5, "amp.attack", 0.7, "amp.sustain", 90, "amp.release", 1.8, "amp.level", -12),
            preset("Slow sweep", "unison.voices", 4, "unison.detune", 18, "unison.spread", 100, "osc2.octave", -1, "osc2.level", 70,
                    "filter.cutoff", 220, "filter.resonance", 38, "filter.envelope", 54, "mod.attack", 3.5, "mod.decay", 5, "mod.sustain", 40,
                    "mod.release", 2.5, "amp.attack", 0.9, "amp.release", 2.5, "amp.level", -10),
            preset("Glass", "osc1.shape", TRIANGLE, "osc1.octave", 1, "osc2.shape", SINE, "osc2.octave", 2, "osc2.fine", 4, "osc2.level", 45,
                    "unison.voices", 3, "unison.detune", 9, "unison.spread", 100, "filter.type", LOW_12, "filter.cutoff", 5200,
                    "lfo1.rate", 0.7, "lfo1.amp", 20, "amp.attack", 0.5, "amp.sustain", 80, "amp.release", 2.2),
            preset("String machine", "osc1.fine", -5, "osc2.octave", 1, "osc2.fine", 5, "osc2.level", 60, "unison.voices", 3,
                    "unison.detune", 11, "unison.spread", 70, "filter.cutoff", 4800, "lfo1.rate", 5.6, "lfo1.pitch", 5,
                    "amp.attack", 0.25, "amp.release", 0.9, "amp.level", -12),
            preset("Breathing", "noise.level", 30, "osc1.shape", TRIANGLE, "osc1.level", 60, "filter.type", BAND, "filter.cutoff", 900,
                    "filter.resonance", 60, "filter.keys", 100, "lfo2.rate", 0.25, "lfo2.filter", 9, "amp.attack", 0.8, "amp.release", 1.6),
            preset("Pulse in motion", "osc1.shape", PULSE, "osc2.shape", PULSE, "osc2.fine", 8, "osc2.level", 90, "lfo1.rate", 0.35,
                    "lfo1.width", 70, "unison.voices", 2, "unison.detune", 10, "unison.spread", 100, "filter.cutoff", 2400,
                    "filter.keys", 30, "amp.attack", 0.4, "amp.release", 1.2, "amp.level", -10),
            preset("Gate in eighths", "unison.voices", 5, "unison.detune", 20, "unison.spread", 90, "filter.cutoff", 3600,
                    "lfo1.shape", 4, "lfo1.sync", 10, "lfo1.amp", 95, "amp.attack", 0.02, "amp.release", 0.6, "amp.level", -10));

    private static final List<EffectPreset> PLUCK = List.of(
            preset("Bright pluck", "osc1.shape", PULSE, "osc1.width", 40, "filter.cutoff", 400, "filter.keys", 60, "filter.envelope", 54,
                    "filter.velocity", 18, "mod.decay", 0.18, "amp.decay", 0.7, "amp.sustain", 0, "amp.release", 0.5),
            preset("Soft pluck", "osc1.shape", TRIANGLE, "osc2.shape", SINE, "osc2.octave", 1, "osc2.level", 30, "filter.type", LOW_12,
                    "filter.cutoff", 900, "filter.envelope", 24, "filter.keys", 50, "mod.decay", 0.25, "amp.decay", 1.1, "amp.sustain", 0,
                    "amp.release", 0.8),
            preset("Raindrops", "osc1.shape", SINE, "osc1.octave", 1, "osc2.shape", TRIANGLE, "osc2.octave", 2, "osc2.level", 20,
                    "mod.pitch", 12, "mod.decay", 0.03, "amp.decay", 0.45, "amp.sustain", 0, "amp.release", 0.4, "amp.level", -3),
            preset("Muted string", "osc1.octave", 0, "filter.cutoff", 260, "filter.resonance", 20, "filter.envelope", 38, "filter.keys", 80,
                    "mod.decay", 0.07, "amp.decay", 0.32, "amp.sustain", 0, "amp.release", 0.15, "noise.level", 5),
            preset("Chord stab", "unison.voices", 5, "unison.detune", 18, "unison.spread", 80, "osc2.shape", PULSE, "osc2.octave", -1,
                    "osc2.level", 50, "filter.cutoff", 700, "filter.envelope", 40, "filter.resonance", 18, "mod.decay", 0.25,
                    "amp.decay", 0.5, "amp.sustain", 0, "amp.release", 0.3, "amp.level", -8));

    private static final List<EffectPreset> KEYS = List.of(
            preset("Mellow keys", "osc1.shape", SINE, "osc2.shape", TRIANGLE, "osc2.octave", 1, "osc2.level", 25, "filter.type", LOW_12,
                    "filter.cutoff", 1800, "filter.envelope", 18, "filter.velocity", 14, "filter.keys", 50, "mod.decay", 0.5,
                    "amp.decay", 3.5, "amp.sustain", 15, "amp.release", 0.3, "lfo1.rate", 4.5, "lfo1.amp", 18, "amp.level", -2),
            preset("Drawbars", "osc1.shape", SINE, "osc2.shape", SINE, "osc2.octave", 1, "osc2.tune", 7, "osc2.level", 45, "sub.level", 70,
                    "amp.attack", 0.003, "amp.release", 0.04, "amp.velocity", 0, "lfo1.rate", 6.6, "lfo1.pitch", 6, "lfo1.amp", 12,
                    "amp.level", -6),
            preset("Funky clav", "osc1.shape", PULSE, "osc1.width", 14, "filter.type", BAND, "filter.cutoff", 1500, "filter.resonance", 25,
                    "filter.keys", 60, "filter.envelope", 16, "filter.velocity", 14, "mod.decay", 0.16, "amp.decay", 0.9,
                    "amp.sustain", 0, "amp.release", 0.06, "amp.level", 0),
            preset("Bells", "osc1.shape", SINE, "osc1.octave", 1, "osc2.shape", SINE, "osc2.octave", 2, "osc2.tune", 7, "osc2.fine", 20,
                    "osc2.level", 40, "amp.decay", 3, "amp.sustain", 0, "amp.release", 2.2, "unison.voices", 2, "unison.detune", 5,
                    "amp.level", -5),
            preset("Toy piano", "osc1.shape", TRIANGLE, "osc1.octave", 1, "osc2.shape", PULSE, "osc2.width", 12, "osc2.octave", 2,
                    "osc2.level", 15, "filter.cutoff", 6000, "filter.keys", 40, "mod.pitch", 0.3, "mod.decay", 0.02,
                    "amp.decay", 0.9, "amp.sustain", 0, "amp.release", 0.25));

    /** The sounds by their families: bass, lead, pad, pluck, keys. */
    public static final Map<String, List<EffectPreset>> FAMILIES;

    /** All of them, family after family. */
    public static final List<EffectPreset> ALL;

    static {
        Map<String, List<EffectPreset>> families = new LinkedHashMap<>();
        families.put("bass", BASS);
        families.put("lead", LEAD);
        families.put("pad", PAD);
        families.put("pluck", PLUCK);
        families.put("keys", KEYS);
        FAMILIES = families;
        List<EffectPreset> all = new ArrayList<>();
        families.values().forEach(all::addAll);
        ALL = List.copyOf(all);
    }

    private SynthPresets() {}
}
