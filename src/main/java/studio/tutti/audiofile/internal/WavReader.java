package studio.tutti.audiofile.internal;

import studio.tutti.audiofile.AudioRefused;

import java.io.IOException;

/**
 * RIFF WAVE, also above 4 GiB (RF64, EBU Tech 3306): integers of 8 to 32 bits, floating point of 32 and 64, plainly or as
 * WAVE_FORMAT_EXTENSIBLE. A data chunk of stated length 0 or 2³² − 1 at the end of the file, as recorders leave it that were
 * stopped, lasts as long as the file.
 */
public final class WavReader extends PlainReader {

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final long UNKNOWN = 0xFFFFFFFFL;

    private long longData = -1;

    /** Reads the head. */
    public WavReader(FileBytes bytes) throws IOException {
        super(bytes);
        bytes.skip(8);
        if (!bytes.tag().equals("WAVE")) {
            throw new AudioRefused("The file is of the RIFF family, but no WAV file.");
        }
        while (bytes.left() >= 8) {
            String name = bytes.tag();
            long size = bytes.u32();
            if (name.equals("data")) {
                data(size);
                return;
            }
            long next = bytes.position() + size + (size & 1);
            if (name.equals("fmt ")) {
                format(size);
            } else if (name.equals("ds64") && size >= 24) {
                bytes.skip(8);
                longData = bytes.s64();
            }
            bytes.seek(Math.min(next, bytes.size()));
        }
        throw new AudioRefused(samples == null ? "The WAV file is cut off in its head." : "The WAV file holds no sound.");
    }

    private void format(long size) throws IOException {
        if (size < 16) {
            throw new AudioRefused("The head of the WAV file is damaged.");
        }
        int code = bytes.u16();
        channels = bytes.u16();
        rate = (int) Math.min(Integer.MAX_VALUE, bytes.u32());
        bytes.skip(4);
        int align = bytes.u16();
        int bits = bytes.u16();
        if (code == EXTENSIBLE && size >= 40) {
            bytes.skip(8);
            code = bytes.u16();
        }
        samples = switch (code) {
            case PCM -> Samples.integers(bits, true);
            case FLOAT -> Samples.floats(bits);
            default -> throw new AudioRefused("The WAV file is compressed in a way that can't be read; save it uncompressed.");
        };
        if (align != channels * samples.bytes()) {
            throw new AudioRefused("The head of the WAV file is damaged: its frames have " + align + " bytes, which can't be.");
        }
    }

    private void data(long stated) throws IOException {
        if (samples == null) {
            throw new AudioRefused("The WAV file has no head that says how its samples are stored.");
        }
        long size = stated == UNKNOWN && longData >= 0 ? longData : stated;
        if (size == UNKNOWN || size == 0 && bytes.left() >= 1024) {
            size = bytes.left();
        }
        frames = channels == 0 ? -1 : size / ((long) channels * samples.bytes());
        begin();
    }
}
