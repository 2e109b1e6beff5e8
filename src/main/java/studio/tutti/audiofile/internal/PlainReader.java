package studio.tutti.audiofile.internal;

import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.AudioRefused;
import studio.tutti.audiofile.AudioSource;

import java.io.IOException;

/** Uncompressed frames in a row: what WAV and AIFF have in common once their heads are read. */
abstract class PlainReader implements AudioSource {

    private static final int BLOCK = 2048;

    final FileBytes bytes;
    int rate;
    int channels;
    long frames;
    boolean bigEndian;
    @Nullable Samples samples;
    private long done;
    private byte @Nullable [] block;

    PlainReader(FileBytes bytes) {
        this.bytes = bytes;
    }

    /** Called when the head is read and the bytes stand at the first frame. */
    void begin() throws AudioRefused {
        Samples stored = stored();
        if (channels < 1 || channels > 255) {
            throw new AudioRefused("The head of the sound file is damaged: it states " + channels + " channels.");
        }
        if (frames < 0 || frames > bytes.left() / ((long) channels * stored.bytes())) {
            throw FileBytes.cut();
        }
        block = new byte[BLOCK * channels * stored.bytes()];
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public int bits() {
        return samples == null ? 0 : samples.bits();
    }

    @Override
    public int read(float[][] into, int from, int wanted) throws IOException {
        if (done >= frames || block == null) {
            return -1;
        }
        int some = (int) Math.min(Math.min(wanted, BLOCK), frames - done);
        bytes.fully(block, 0, some * channels * stored().bytes());
        stored().decode(block, bigEndian, into, from, some);
        done += some;
        return some;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private Samples stored() throws AudioRefused {
        if (samples == null) {
            throw new AudioRefused("The sound file has no head that says how its samples are stored.");
        }
        return samples;
    }
}
