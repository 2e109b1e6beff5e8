package studio.tutti.library.internal;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Generator;
import studio.tutti.core.instrument.Modulator;
import studio.tutti.core.instrument.PresetHead;
import studio.tutti.core.instrument.Sample;
import studio.tutti.core.instrument.Zone;
import studio.tutti.library.BrokenSoundFont;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The nine tables of a SoundFont and its sound (SoundFont 2.04, section 7), and how presets follow from them. */
public final class Tables {

    /** Zones that one preset may have after its levels are added up. */
    static final int ZONES = 20_000;

    private static final int VORBIS = 0x10;
    private static final int ROM = 0x8000;

    final Table presetBags;
    final Table presetModulators;
    final Table presetGenerators;
    final Table instrumentBags;
    final Table instrumentModulators;
    final Table instrumentGenerators;
    private final Table presets;
    private final Table instruments;
    private final Table samples;
    private final ByteBuffer sound;

    public Tables(ByteBuffer file) throws BrokenSoundFont {
        Riff riff = Riff.read(file);
        presets = new Table(riff, "phdr", 38);
        presetBags = new Table(riff, "pbag", 4);
        presetModulators = new Table(riff, "pmod", 10);
        presetGenerators = new Table(riff, "pgen", 4);
        instruments = new Table(riff, "inst", 22);
        instrumentBags = new Table(riff, "ibag", 4);
        instrumentModulators = new Table(riff, "imod", 10);
        instrumentGenerators = new Table(riff, "igen", 4);
        samples = new Table(riff, "shdr", 46);
        sound = riff.chunk("smpl");
    }

    public int presets() {
        return presets.rows() - 1;
    }

    public String name(int preset) throws BrokenSoundFont {
        return presets.text(preset);
    }

    public int program(int preset) throws BrokenSoundFont {
        return presets.u16(preset, 20);
    }

    public int bank(int preset) throws BrokenSoundFont {
        return presets.u16(preset, 22);
    }

    /** The zones of a preset, both levels added up. */
    public Zone[] zones(int preset, Samples decoded) throws BrokenSoundFont {
        List<Zone> zones = new ArrayList<>();
        Set<Sample> heard = Collections.newSetFromMap(new IdentityHashMap<>());
        long frames = 0;
        int looked = 0;
        for (Layer outer : Layer.read(this, true, presets.u16(preset, 24), presets.u16(preset + 1, 24),
                Generator.INSTRUMENT)) {
            int instrument = outer.values[Generator.INSTRUMENT];
            for (Layer inner : Layer.read(this, false, instruments.u16(instrument, 20),
                    instruments.u16(instrument + 1, 20), Generator.SAMPLE_ID)) {
                Zone zone = zone(outer, inner, decoded);
                if (zone != null) {
                    zones.add(zone);
                    frames += heard.add(zone.sample()) ? zone.sample().length() : 0;
                }
                if (frames > PresetHead.FRAMES) {
                    throw new BrokenSoundFont("A preset of the SoundFont has more than 256 MiB of samples.");
                }
                if (zones.size() > ZONES || ++looked > 10 * ZONES) {
                    throw new BrokenSoundFont("A preset of the SoundFont has more than " + ZONES + " zones.");
                }
            }
        }
        return zones.toArray(Zone[]::new);
    }

    private @Nullable Zone zone(Layer outer, Layer inner, Samples decoded) throws BrokenSoundFont {
        int lowKey = Math.max(outer.lowKey, inner.lowKey);
        int highKey = Math.min(outer.highKey, inner.highKey);
        int lowVelocity = Math.max(outer.lowVelocity, inner.lowVelocity);
        int highVelocity = Math.min(outer.highVelocity, inner.highVelocity);
        int sample = inner.values[Generator.SAMPLE_ID];
        if (lowKey > highKey || lowVelocity > highVelocity || (samples.u16(sample, 44) & ROM) != 0) {
            return null;
        }
        int[] values = Generator.defaultValues();
        for (int generator = 0; generator < Generator.PITCH; generator++) {
            if (inner.given[generator]) {
                values[generator] = inner.values[generator];
            }
            if (outer.given[generator] && Generator.addsInPreset(generator)) {
                values[generator] += outer.values[generator];
            }
        }
        List<Modulator> modulators = inner.withDefaults();
        for (Modulator added : outer.modulators) {
            int amount = added.amount();
            for (Modulator there : modulators) {
                if (there.replaces(added)) {
                    amount += there.amount();
                }
            }
            Layer.put(modulators, added.withAmount(amount));
        }
        modulators.removeIf(modulator -> modulator.amount() == 0);
        return new Zone(lowKey, highKey, lowVelocity, highVelocity, decoded.sample(sample), values,
                modulators.toArray(Modulator[]::new));
    }

    public int samples() {
        return samples.rows() - 1;
    }

    /** Decodes one recording. */
    Sample decode(int row) throws BrokenSoundFont {
        String name = samples.text(row);
        int start = samples.s32(row, 20);
        int end = samples.s32(row, 24);
        int loopStart = samples.s32(row, 28);
        int loopEnd = samples.s32(row, 32);
        boolean vorbis = (samples.u16(row, 44) & VORBIS) != 0;
        int unit = vorbis ? 1 : 2;
        if (start < 0 || end < start || end > sound.remaining() / unit) {
            throw new BrokenSoundFont("Sample \"" + name + "\" lies outside the SoundFont's sound.");
        }
        ByteBuffer bytes = sound.slice(start * unit, (end - start) * unit);
        short[] pcm = vorbis ? Vorbis.decode(bytes, name) : pcm(bytes);
        if (!vorbis) {
            loopStart -= start;
            loopEnd -= start;
        }
        if (loopStart < 0 || loopEnd > pcm.length || loopEnd < loopStart) {
            loopStart = 0;
            loopEnd = 0;
        }
        int rate = samples.s32(row, 36);
        int root = samples.u8(row, 40);
        if (rate < 400 || rate > 192_000) {
            throw new BrokenSoundFont("Sample \"" + name + "\" has a rate of " + rate + " frames a second.");
        }
        return new Sample(name, pcm, rate, loopStart, loopEnd, root > 127 ? 60 : root, samples.s8(row, 41));
    }

    private static short[] pcm(ByteBuffer bytes) {
        short[] pcm = new short[bytes.remaining() / 2];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(pcm);
        return pcm;
    }
}
