package studio.tutti.core.engine;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Preset;

/** The presets that an engine has, by the addresses that scores ask for them by. */
final class PresetShelf {

    private static final int ADDRESSES = 129 * 128;

    private @Nullable Preset[] presets = new Preset[0];

    void put(Preset preset, int address) {
        if (address < 0 || address >= ADDRESSES) {
            throw new IllegalArgumentException("There is no preset address " + address + ".");
        }
        if (address >= presets.length) {
            @Nullable Preset[] more = new Preset[address + 1];
            System.arraycopy(presets, 0, more, 0, presets.length);
            presets = more;
        }
        presets[address] = preset;
    }

    @Nullable Preset at(int address) {
        return address >= 0 && address < presets.length ? presets[address] : null;
    }

    /** The addresses that a score asks for and where nothing stands, each once, rising. */
    int[] missing(Score score) {
        boolean[] asked = new boolean[ADDRESSES];
        for (int track = 0; track < score.tracks(); track++) {
            ask(asked, score.preset(track));
        }
        for (int event = 0; event < score.events(); event++) {
            if (score.kind(event) == Score.PROGRAM) {
                ask(asked, score.value(event));
            }
        }
        Numbers missing = new Numbers();
        for (int address = 0; address < asked.length; address++) {
            if (asked[address]) {
                missing.add(address);
            }
        }
        return missing.copy();
    }

    private void ask(boolean[] asked, int address) {
        if (address >= 0 && address < asked.length && at(address) == null) {
            asked[address] = true;
        }
    }
}
