package studio.tutti.core.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.mixer.OwnFont;

/** The presets that an engine has, by the addresses that scores ask for them by. */
final class PresetShelf {

    private static final int ADDRESSES = 129 * 128;

    private @Nullable Preset[] presets = new Preset[0];
    /** Those of SoundFonts of one's own, whose addresses lie anywhere below 0. */
    private int[] ownAddresses = new int[0];
    private Preset[] own = new Preset[0];

    void put(Preset preset, int address) {
        if (OwnFont.isOwn(address)) {
            putOwn(preset, address);
            return;
        }
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

    private void putOwn(Preset preset, int address) {
        int place = place(address);
        if (place < 0) {
            place = own.length;
            own = Arrays.copyOf(own, place + 1);
            ownAddresses = Arrays.copyOf(ownAddresses, place + 1);
        }
        own[place] = preset;
        ownAddresses[place] = address;
    }

    private int place(int address) {
        for (int i = 0; i < ownAddresses.length; i++) {
            if (ownAddresses[i] == address) {
                return i;
            }
        }
        return -1;
    }

    @Nullable Preset at(int address) {
        if (OwnFont.isOwn(address)) {
            int place = place(address);
            return place < 0 ? null : own[place];
        }
        return address >= 0 && address < presets.length ? presets[address] : null;
    }

    /** Takes one away; nothing if there is none. */
    void remove(int address) {
        int place = place(address);
        if (place >= 0) {
            own[place] = own[own.length - 1];
            ownAddresses[place] = ownAddresses[own.length - 1];
            own = Arrays.copyOf(own, own.length - 1);
            ownAddresses = Arrays.copyOf(ownAddresses, own.length);
        } else if (address >= 0 && address < presets.length) {
            presets[address] = null;
        }
    }

    /** The addresses that a score asks for and where nothing stands, each once, rising. */
    int[] missing(Score score) {
        Numbers missing = new Numbers();
        for (int address : asked(score)) {
            if (at(address) == null) {
                missing.add(address);
            }
        }
        return missing.copy();
    }

    /** The addresses that a score asks for, each once, rising. */
    int[] asked(Score score) {
        boolean[] asked = new boolean[ADDRESSES];
        TreeSet<Integer> askedOwn = new TreeSet<>();
        for (int track = 0; track < score.tracks(); track++) {
            ask(asked, askedOwn, score.preset(track));
        }
        for (int event = 0; event < score.events(); event++) {
            if (score.kind(event) == Score.PROGRAM) {
                ask(asked, askedOwn, score.value(event));
            }
        }
        Numbers all = new Numbers();
        for (int address : askedOwn) {
            all.add(address);
        }
        for (int address = 0; address < asked.length; address++) {
            if (asked[address]) {
                all.add(address);
            }
        }
        return all.copy();
    }

    /** {@link Needs#from}, of what is not here. */
    int[] needs(Score score, int from, int within) {
        return new Needs(score, address -> (OwnFont.isOwn(address) || address >= 0 && address < ADDRESSES) && at(address) == null).from(from, within);
    }

    private void ask(boolean[] asked, Set<Integer> askedOwn, int address) {
        if (OwnFont.isOwn(address)) {
            askedOwn.add(address);
        }
        if (address >= 0 && address < asked.length) {
            asked[address] = true;
        }
    }
}
