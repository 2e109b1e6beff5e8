package studio.tutti.core.effect;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The effects there are, by the names that songs know them by. */
public enum EffectType {
    EQUALISER("equaliser", Equaliser::new),
    COMPRESSOR("compressor", Compressor::new),
    LIMITER("limiter", Limiter::new),
    SATURATION("saturation", Saturation::new),
    CHORUS("chorus", Chorus::new),
    DELAY("delay", StereoDelay::new),
    REVERB("reverb", Reverb::new),
    UTILITY("utility", Utility::new),
    PROFILE_EQ("profile-eq", ProfileEqualiser::new),
    RESONANCE_EQ("resonance-eq", ResonanceEqualiser::new),
    MULTIBAND_PHASE("multiband-phase", MultibandPhase::new),
    XSPECMATCH("xspecmatch", SpectrumMatch::new);

    private final String id;
    private final Supplier<Effect> maker;

    EffectType(String id, Supplier<Effect> maker) {
        this.id = id;
        this.maker = maker;
    }

    /** The name in songs, such as "equaliser"; it never changes. */
    public String id() {
        return id;
    }

    /** The type of this name, or nothing. */
    public static @Nullable EffectType of(String id) {
        for (EffectType type : values()) {
            if (type.id.equals(id)) {
                return type;
            }
        }
        return null;
    }

    /** A fresh one; it has to be prepared before it sounds. */
    public Effect make() {
        return maker.get();
    }

    /** What people may choose from. */
    public List<EffectPreset> presets() {
        return EffectPresets.all(this);
    }
}
