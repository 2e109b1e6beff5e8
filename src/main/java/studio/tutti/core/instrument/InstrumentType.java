package studio.tutti.core.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.effect.EffectPreset;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.drumkit.DrumKit;
import studio.tutti.core.instrument.sampler.KeySampler;
import studio.tutti.core.instrument.synth.Synth;
import studio.tutti.core.instrument.synth.SynthParameters;
import studio.tutti.core.instrument.synth.SynthPresets;

/** The instruments there are beside the presets of the SoundFont, by the names that songs know them by. */
public enum InstrumentType {
    /** A preset of a SoundFont of one's own. */
    SOUNDFONT("soundfont", List.of()),
    /** The subtractive synthesiser. */
    SYNTH("synth", SynthParameters.ALL),
    /** A recording on each pad. */
    DRUM_KIT("drumkit", DrumKit.PARAMETERS),
    /** One recording across the keys. */
    SAMPLER("sampler", KeySampler.PARAMETERS),
    /** A loop, cut into pieces on keys in a row. */
    SLICER("slicer", DrumKit.PARAMETERS);

    private final String id;
    private final List<Parameter> parameters;

    InstrumentType(String id, List<Parameter> parameters) {
        this.id = id;
        this.parameters = parameters;
    }

    /** The name in songs; it never changes. */
    public String id() {
        return id;
    }

    /** What can be set on it, in the order of {@link Instrument#set}. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** What people may choose from. */
    public List<EffectPreset> presets() {
        return this == SYNTH ? SynthPresets.ALL : List.of();
    }

    /**
     * A fresh one; null for {@link #SOUNDFONT}, which the tracks' own samplers play.
     *
     * @param rate frames a second
     */
    public @Nullable Instrument make(int rate) {
        return switch (this) {
            case SOUNDFONT -> null;
            case SYNTH -> new Synth(rate);
            case DRUM_KIT, SLICER -> new DrumKit(rate);
            case SAMPLER -> new KeySampler(rate);
        };
    }

    /** The type of this name, or nothing. */
    public static @Nullable InstrumentType of(String id) {
        for (InstrumentType type : values()) {
            if (type.id.equals(id)) {
                return type;
            }
        }
        return null;
    }
}
