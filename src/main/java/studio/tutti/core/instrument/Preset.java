package studio.tutti.core.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * An instrument as a musician picks it: a name, an address and its zones.
 *
 * @param bank 0 … 127 for melodic banks, 128 for drum kits
 * @param program 0 … 127
 * @param name what the SoundFont calls it
 * @param zones what it is made of
 */
public record Preset(int bank, int program, String name, Zone[] zones) {

    /** The bank of drum kits in a SoundFont. */
    public static final int DRUMS = 128;

    /** Bank and program in one number: {@code bank * 128 + program}. */
    public static int address(int bank, int program) {
        return bank * 128 + program;
    }

    /** What of it sounds some keys; the rest of it is left out. */
    public Preset of(IntPredicate keys) {
        List<Zone> some = new ArrayList<>();
        for (Zone zone : zones) {
            for (int key = zone.lowKey(); key <= zone.highKey(); key++) {
                if (keys.test(key)) {
                    some.add(zone);
                    break;
                }
            }
        }
        return new Preset(bank, program, name, some.toArray(new Zone[0]));
    }

    /** This preset's {@link #address(int, int)}. */
    public int address() {
        return address(bank, program);
    }
}
