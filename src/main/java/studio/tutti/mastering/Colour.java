package studio.tutti.mastering;

import java.io.IOException;
import java.util.Map;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;

/**
 * What is done between the match and the limiter, each left out where it does nothing.
 *
 * @param compress ratio of a slow compressor whose threshold lies 3 dB above the loudness, 1 (none) … 10
 * @param multiband whether lows, middles and highs have a compressor each, split at {@link MultibandCompression#CROSSOVERS}
 * @param width of the stereo picture in percent, 0 … 200; 100 leaves it
 * @param drive of tape saturation in dB, 0 (none) … 36
 */
public record Colour(double compress, boolean multiband, double width, double drive) {

    /** Nothing. */
    public static final Colour NONE = new Colour(1, 100, 0);

    /** How far above the loudness a compressor begins, in dB. */
    static final double ABOVE = 3;

    /** Compressed as a whole. */
    public Colour(double compress, double width, double drive) {
        this(compress, false, width, drive);
    }

    /** A recording so coloured; listened to before this returns if it is to be compressed. */
    Recording on(Recording sound, Passes passes) throws IOException {
        Recording out = sound;
        if (compress > 1 && multiband) {
            out = MultibandCompression.of(passes.watched(out), compress);
        } else if (compress > 1) {
            double loudness = Loudness.of(passes.watched(out), false).integrated();
            double threshold = Double.isFinite(loudness) ? Math.clamp(loudness + ABOVE, -60, 0) : 0;
            out = through(out, EffectType.COMPRESSOR, compressor(threshold, compress));
        }
        if (width != 100 && out.channels() == 2) {
            out = through(out, EffectType.UTILITY, Map.of("width", width));
        }
        if (drive > 0) {
            out = through(out, EffectType.SATURATION, Map.of("drive", drive));
        }
        return out;
    }

    /** Parameters of a compressor that is slow enough for a whole mix. */
    static Map<String, Double> compressor(double threshold, double ratio) {
        return Map.of("threshold", threshold, "ratio", ratio, "attack", 30.0, "release", 250.0, "knee", 12.0);
    }

    /** An effect of the mixer with some parameters set. */
    static Effect effect(EffectType type, Map<String, Double> values) {
        Effect effect = type.make();
        values.forEach((name, value) -> effect.set(effect.parameter(name), value));
        effect.settle();
        return effect;
    }

    private static Recording through(Recording sound, EffectType type, Map<String, Double> values) {
        return Recording.of(sound.rate(), sound.channels(), () -> new Through(sound.play(), effect(type, values), 1));
    }
}
