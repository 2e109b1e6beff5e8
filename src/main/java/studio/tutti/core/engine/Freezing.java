package studio.tutti.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;

/**
 * Makes a {@link FrozenTrack}: plays one track alone, as fast as it goes, until its last tail is over, at most
 * {@value #TAIL_SECONDS} seconds after its last note.
 */
public final class Freezing {

    private static final int TAIL_SECONDS = 10;

    private final Engine engine;
    private final Score alone;
    private final float[] left = new float[FrozenTrack.BLOCK];
    private final float[] right = new float[FrozenTrack.BLOCK];
    private final int last;
    private int frames;

    /** @param alone {@link Score#alone} of the track */
    public Freezing(Score alone) {
        this.alone = alone;
        engine = Engine.bare(alone.rate());
        engine.score(alone);
        engine.play();
        last = alone.length() + TAIL_SECONDS * alone.rate();
    }

    /** The addresses of presets to be given by {@link #addPreset} before it begins. */
    public int[] missing() {
        return engine.missing();
    }

    public void addPreset(Preset preset, int address) {
        engine.addPreset(preset, address);
        engine.seek(0);
    }

    /** The recordings to be given by {@link #addMedia} before it begins, as {@link Score#media}. */
    public int[] media() {
        return alone.media();
    }

    public void addMedia(MediaSound sound) {
        engine.addMedia(sound);
    }

    /** A recording that was given, or nothing. */
    public @Nullable MediaSound media(MediaKey key) {
        return engine.media(key);
    }

    /** What the sound is made from. */
    public long fingerprint() {
        return alone.fingerprints()[0];
    }

    /** Frames made so far; once it {@link #isOver}, of the whole. */
    public int frames() {
        return frames;
    }

    /** How much is made, 0 … 1. */
    public double progress() {
        return isOver() ? 1 : Math.min(1, frames / (double) Math.max(1, alone.length()));
    }

    public boolean isOver() {
        return frames >= alone.length() && (engine.voices() == 0 || frames >= last);
    }

    /** Makes up to some blocks more, and gives them as {@link FrozenBlock#decode} takes them. */
    public byte[] make(int blocks) {
        byte[] made = new byte[0];
        for (int block = 0; block < blocks && !isOver(); block++) {
            if (frames + FrozenTrack.BLOCK >= last) {
                engine.panic();
            }
            engine.render(left, right, 0, FrozenTrack.BLOCK);
            byte[] bytes = FrozenBlock.encode(left, right, 0);
            int at = made.length;
            made = Arrays.copyOf(made, at + bytes.length);
            System.arraycopy(bytes, 0, made, at, bytes.length);
            frames += FrozenTrack.BLOCK;
        }
        return made;
    }
}
