package studio.tutti.browser;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.PresetHead;
import studio.tutti.core.instrument.Sample;
import studio.tutti.core.instrument.SoundCoding;

/** A preset whose sound is coming in, in blocks that don't care where a sample ends. */
final class Loading {

    private final int address;
    private final Preset preset;
    private final Sample[] samples;
    private final SoundCoding coding = new SoundCoding();
    private final short[] frames = new short[SoundCoding.BLOCK];
    private int sample;
    private int at;

    Loading(int address, int[] head) {
        this.address = address;
        preset = PresetHead.read(head);
        samples = PresetHead.samples(preset);
    }

    int address() {
        return address;
    }

    /** Takes the next block of the sound; the preset, once all are there. */
    @Nullable Preset fill(byte[] block) {
        if (block.length > 2 * SoundCoding.BLOCK) {
            throw new IllegalArgumentException("A block of sound has at most " + SoundCoding.BLOCK + " frames.");
        }
        coding.decode(block, frames);
        int count = block.length / 2;
        int from = 0;
        while (sample < samples.length) {
            short[] pcm = samples[sample].pcm();
            int some = Math.min(count - from, pcm.length - at);
            System.arraycopy(frames, from, pcm, at, some);
            from += some;
            at += some;
            if (at < pcm.length) {
                return null;
            }
            sample++;
            at = 0;
        }
        return preset;
    }
}
