package studio.tutti.library.internal;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Sample;
import studio.tutti.library.BrokenSoundFont;

import java.lang.ref.SoftReference;

/** The recordings of a SoundFont, each decoded when first needed and kept while memory lasts. */
public final class Samples {

    private final Tables tables;
    private final @Nullable SoftReference<Sample>[] decoded;

    @SuppressWarnings({"unchecked", "rawtypes"})
    public Samples(Tables tables) {
        this.tables = tables;
        decoded = new SoftReference[tables.samples() + 1];
    }

    synchronized Sample sample(int index) throws BrokenSoundFont {
        if (index >= tables.samples()) {
            throw new BrokenSoundFont("The SoundFont points beyond its table \"shdr\".");
        }
        SoftReference<Sample> kept = decoded[index];
        Sample sample = kept == null ? null : kept.get();
        if (sample == null) {
            sample = tables.decode(index);
            decoded[index] = new SoftReference<>(sample);
        }
        return sample;
    }
}
