package studio.tutti.browser;

import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Preset;

/** Takes presets in, one after the other: a head, then its sound in blocks. */
final class PresetIntake {

    private @Nullable Loading loading;

    /** Begins a preset: its head, and the address that tracks ask for it by. */
    void begin(int address, int[] head) {
        loading = new Loading(address, head);
    }

    /** Takes the next block, and hands the preset over with its address once it is complete. Returns whether it is. */
    boolean take(byte[] block, ObjIntConsumer<Preset> complete) {
        Loading filling = loading;
        if (filling == null) {
            throw new IllegalStateException("No preset is being loaded.");
        }
        Preset whole = filling.fill(block);
        if (whole == null) {
            return false;
        }
        complete.accept(whole, filling.address());
        loading = null;
        return true;
    }
}
