package studio.tutti.core.effect;

import static studio.tutti.core.effect.EffectPreset.preset;

import java.util.List;

/** The presets that come with the effects. */
final class EffectPresets {

    private static final int CUT_12 = BandType.LOW_CUT_12.ordinal();
    private static final int CUT_24 = BandType.LOW_CUT_24.ordinal();
    private static final int HIGH_CUT_24 = BandType.HIGH_CUT_24.ordinal();

    private EffectPresets() {
    }

    static List<EffectPreset> all(EffectType type) {
        return switch (type) {
            case EQUALISER -> EQUALISER;
            case COMPRESSOR -> COMPRESSOR;
            case LIMITER -> LIMITER;
            case SATURATION -> SATURATION;
            case CHORUS -> CHORUS;
            case DELAY -> DELAY;
            case REVERB -> REVERB;
            case UTILITY -> UTILITY;
            case PROFILE_EQ -> PROFILE_EQ;
            case RESONANCE_EQ -> RESONANCE_EQ;
            case MULTIBAND_PHASE -> MULTIBAND_PHASE;
            case XSPECMATCH -> XSPECMATCH;
        };
    }

    private static final List<EffectPreset> EQUALISER = List.of(
            preset("Clear voice", "1.on", 1, "1.type", CUT_12, "1.frequency", 90, "3.frequency", 300, "3.gain", -2.5, "3.quality", 1,
                    "6.frequency", 4500, "6.gain", 2.5, "6.quality", 0.8, "7.frequency", 12_000, "7.gain", 2),
            preset("Tight bass", "1.on", 1, "1.type", CUT_24, "1.frequency", 35, "2.frequency", 90, "2.gain", 2,
                    "3.frequency", 250, "3.gain", -4, "3.quality", 1.2, "5.frequency", 1500, "5.gain", 2.5, "5.quality", 0.9),
            preset("Kick drum", "1.on", 1, "1.type", CUT_24, "1.frequency", 28, "2.frequency", 70, "2.gain", 3,
                    "3.frequency", 320, "3.gain", -6, "3.quality", 1.1, "6.frequency", 3500, "6.gain", 4, "6.quality", 1),
            preset("Acoustic guitar", "1.on", 1, "1.type", CUT_12, "1.frequency", 80, "3.frequency", 200, "3.gain", -3, "3.quality", 1,
                    "6.frequency", 5500, "6.gain", 2, "6.quality", 0.7, "7.gain", 2),
            preset("Less mud", "3.frequency", 300, "3.gain", -3.5, "3.quality", 0.8, "4.frequency", 500, "4.gain", -1.5, "4.quality", 1),
            preset("Air", "7.frequency", 12_000, "7.gain", 4),
            preset("Telephone", "1.on", 1, "1.type", CUT_24, "1.frequency", 350, "5.frequency", 1500, "5.gain", 5, "5.quality", 0.9,
                    "8.on", 1, "8.type", HIGH_CUT_24, "8.frequency", 3400));

    private static final List<EffectPreset> COMPRESSOR = List.of(
            preset("Glue", "threshold", -20, "ratio", 2, "knee", 12, "attack", 30, "release", 200, "detector", 1, "make-up", 1.5),
            preset("Even voice", "threshold", -24, "ratio", 3.5, "knee", 8, "attack", 5, "release", 120, "make-up", 4),
            preset("Punchy drums", "threshold", -18, "ratio", 4, "knee", 3, "attack", 30, "release", 90, "make-up", 3),
            preset("Steady bass", "threshold", -22, "ratio", 4, "knee", 6, "attack", 15, "release", 150, "detector", 1, "make-up", 4),
            preset("Crushed beside", "threshold", -40, "ratio", 10, "knee", 6, "attack", 0.5, "release", 60, "make-up", 14, "mix", 35),
            preset("Duck under another track", "threshold", -30, "ratio", 6, "knee", 6, "attack", 3, "release", 180, "side-chain", 1));

    private static final List<EffectPreset> LIMITER = List.of(
            preset("Safety", "ceiling", -1, "release", 150),
            preset("Louder", "gain", 4, "ceiling", -1, "release", 100),
            preset("Much louder", "gain", 9, "ceiling", -1, "release", 60),
            preset("Tame drums", "gain", 3, "ceiling", -3, "release", 30));

    private static final List<EffectPreset> SATURATION = List.of(
            preset("A touch of tape", "drive", 4),
            preset("Warm tape", "drive", 10, "mix", 80),
            preset("Tube preamp", "drive", 12, "character", 1, "mix", 60),
            preset("Bass with teeth", "drive", 22, "character", 2, "mix", 25),
            preset("Torn speaker", "drive", 32, "character", 2, "level", -6));

    private static final List<EffectPreset> CHORUS = List.of(
            preset("Wide", "voices", 1, "rate", 0.5, "depth", 2.5, "delay", 14, "mix", 45),
            preset("Ensemble", "voices", 3, "rate", 0.8, "depth", 3.5, "delay", 18, "mix", 60),
            preset("Twelve strings", "voices", 0, "rate", 0.3, "depth", 1.2, "delay", 9, "mix", 45),
            preset("Slow flanger", "voices", 0, "rate", 0.12, "depth", 0.9, "delay", 1.2, "feedback", 65, "spread", 40),
            preset("Vibrato", "voices", 0, "rate", 5.5, "depth", 0.5, "delay", 4, "spread", 0, "mix", 100));

    private static final List<EffectPreset> DELAY = List.of(
            preset("Slapback", "left", 95, "right", 112, "feedback", 8, "high cut", 7000, "mix", 25),
            preset("Ping-pong", "left", 375, "right", 375, "feedback", 50, "cross-feed", 100, "ping-pong", 1, "mix", 30),
            preset("Dub", "left", 500, "right", 510, "feedback", 72, "cross-feed", 30, "low cut", 250, "high cut", 2500, "mix", 30),
            preset("Doubled", "left", 17, "right", 29, "feedback", 0, "mix", 40),
            preset("Long and dark", "left", 750, "right", 1000, "feedback", 55, "low cut", 150, "high cut", 1800, "mix", 22));

    private static final List<EffectPreset> REVERB = List.of(
            preset("Ambience", "decay", 0.35, "size", 30, "pre-delay", 2, "early", 60, "high decay", 60, "mix", 20),
            preset("Room", "decay", 0.6, "size", 45, "pre-delay", 5, "early", 45, "high decay", 45, "mix", 22),
            preset("Chamber", "decay", 1.2, "size", 65, "pre-delay", 12, "low decay", 100, "high decay", 55),
            preset("Plate", "decay", 1.9, "size", 50, "pre-delay", 0, "diffusion", 100, "early", 10, "low decay", 80, "high decay", 75,
                    "low cut", 120, "high cut", 18_000),
            preset("Hall", "decay", 2.6, "size", 120, "pre-delay", 25, "low decay", 120, "high decay", 40, "high cut", 10_000),
            preset("Cathedral", "decay", 7, "size", 180, "pre-delay", 40, "low decay", 115, "high decay", 30, "high cut", 8000,
                    "early", 15));

    private static final List<EffectPreset> UTILITY = List.of(
            preset("Mono", "width", 0),
            preset("Wider", "width", 140),
            preset("6 dB softer", "gain", -6),
            preset("Opposite polarity", "invert left", 1, "invert right", 1));

    private static final List<EffectPreset> PROFILE_EQ = List.of(
            preset("Towards pink", "amount", 50),
            preset("Pink", "amount", 100, "range", 18),
            preset("Softly darker", "amount", 50, "tilt", -1, "resolution", 2),
            preset("Mastering, linear phase", "amount", 40, "range", 4, "resolution", 2, "memory", 30, "phase", 1));

    private static final List<EffectPreset> RESONANCE_EQ = List.of(
            preset("Soothe a little", "amount", -0.4),
            preset("Soothe", "amount", -0.8),
            preset("Less harsh", "amount", -0.7, "lasting", 50, "fleeting", 100, "from", 1500, "to", 9000),
            preset("Ringing room", "amount", -1, "fleeting", 0, "to", 2000),
            preset("Bring out", "amount", 0.5));

    private static final List<EffectPreset> MULTIBAND_PHASE = List.of(
            preset("Beside another track", "reference", 1),
            preset("Opposite polarity", "repair", 1, "invert", 1));

    private static final List<EffectPreset> XSPECMATCH = List.of(
            preset("Follow closely", "speed", 0.15, "range", 24),
            preset("Follow half", "amount", 50),
            preset("Slow and smooth", "speed", 3, "smoothing", 1, "range", 9),
            preset("Talking", "speed", 0.08, "range", 24));
}
