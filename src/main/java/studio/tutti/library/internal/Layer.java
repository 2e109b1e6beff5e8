package studio.tutti.library.internal;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Generator;
import studio.tutti.core.instrument.Modulator;
import studio.tutti.library.BrokenSoundFont;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One zone as it stands in the file, on top of its level's global zone. */
final class Layer {

    final int[] values = new int[Generator.COUNT];
    final boolean[] given = new boolean[Generator.COUNT];
    final List<Modulator> modulators = new ArrayList<>();
    int lowKey;
    int highKey = 127;
    int lowVelocity;
    int highVelocity = 127;

    Layer(@Nullable Layer global) {
        if (global != null) {
            System.arraycopy(global.values, 0, values, 0, values.length);
            System.arraycopy(global.given, 0, given, 0, given.length);
            modulators.addAll(global.modulators);
            lowKey = global.lowKey;
            highKey = global.highKey;
            lowVelocity = global.lowVelocity;
            highVelocity = global.highVelocity;
        }
    }

    /**
     * The zones of one preset or instrument. A first zone without a link to what it plays is the global one, later
     * ones without it are ignored.
     *
     * @param link the generator that names what a zone plays
     */
    static List<Layer> read(Tables tables, boolean preset, int firstBag, int endBag, int link) throws BrokenSoundFont {
        Table bags = preset ? tables.presetBags : tables.instrumentBags;
        Table generators = preset ? tables.presetGenerators : tables.instrumentGenerators;
        Table modulators = preset ? tables.presetModulators : tables.instrumentModulators;
        if (endBag - firstBag > Tables.ZONES) {
            throw new BrokenSoundFont("An instrument of the SoundFont has more than " + Tables.ZONES + " zones.");
        }
        List<Layer> layers = new ArrayList<>();
        Layer global = null;
        for (int bag = firstBag; bag < endBag; bag++) {
            Layer layer = new Layer(global);
            layer.given[link] = false;
            layer.generators(generators, bags.u16(bag, 0), few(bags.u16(bag, 0), bags.u16(bag + 1, 0)));
            layer.modulators(modulators, bags.u16(bag, 2), few(bags.u16(bag, 2), bags.u16(bag + 1, 2)));
            if (layer.given[link]) {
                layers.add(layer);
            } else if (bag == firstBag) {
                global = layer;
            }
        }
        return layers;
    }

    /** There are sixty generators, and hardly more modulators that make sense at once. */
    private static int few(int from, int to) throws BrokenSoundFont {
        if (to - from > 1_000) {
            throw new BrokenSoundFont("A zone of the SoundFont says more than 1,000 things.");
        }
        return to;
    }

    private void generators(Table table, int from, int to) throws BrokenSoundFont {
        for (int row = from; row < to; row++) {
            int number = table.u16(row, 0);
            switch (number) {
                case Generator.KEY_RANGE -> {
                    lowKey = table.u8(row, 2);
                    highKey = table.u8(row, 3);
                }
                case Generator.VELOCITY_RANGE -> {
                    lowVelocity = table.u8(row, 2);
                    highVelocity = table.u8(row, 3);
                }
                default -> {
                    if (number < Generator.PITCH) {
                        boolean index = number == Generator.INSTRUMENT || number == Generator.SAMPLE_ID;
                        values[number] = index ? table.u16(row, 2) : table.s16(row, 2);
                        given[number] = true;
                    }
                }
            }
        }
    }

    private void modulators(Table table, int from, int to) throws BrokenSoundFont {
        for (int row = from; row < to; row++) {
            int destination = table.u16(row, 2);
            Modulator modulator = new Modulator(table.u16(row, 0), destination, table.s16(row, 4), table.u16(row, 6),
                    table.u16(row, 8));
            if (destination < Generator.COUNT && (modulator.source() & 0xFF) != 127) {
                put(modulators, modulator);
            }
        }
    }

    /** Adds a modulator in place of one that says the same of another amount. */
    static void put(List<Modulator> list, Modulator modulator) {
        list.removeIf(modulator::replaces);
        list.add(modulator);
    }

    /** The defaults with this zone's own in place of them. */
    List<Modulator> withDefaults() {
        List<Modulator> all = new ArrayList<>(Arrays.asList(Modulator.DEFAULTS));
        for (Modulator modulator : modulators) {
            put(all, modulator);
        }
        return all;
    }
}
