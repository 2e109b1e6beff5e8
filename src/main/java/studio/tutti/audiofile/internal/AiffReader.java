package studio.tutti.audiofile.internal;

import studio.tutti.audiofile.AudioRefused;

import java.io.IOException;

/** AIFF and uncompressed AIFF-C (NONE, twos, sowt, in24, in32, fl32, fl64). */
public final class AiffReader extends PlainReader {

    private long stated = -1;

    /** Reads the head. */
    public AiffReader(FileBytes bytes) throws IOException {
        super(bytes);
        bytes.bigEndian();
        bigEndian = true;
        bytes.skip(8);
        String form = bytes.tag();
        if (!form.equals("AIFF") && !form.equals("AIFC")) {
            throw new AudioRefused("The file is of the IFF family, but no AIFF file.");
        }
        long sound = -1;
        long length = 0;
        while (bytes.left() >= 8 && (sound < 0 || samples == null)) {
            String name = bytes.tag();
            long size = bytes.u32();
            long next = bytes.position() + size + (size & 1);
            if (name.equals("COMM")) {
                common(size, form.equals("AIFC"));
            } else if (name.equals("SSND")) {
                long offset = bytes.u32();
                bytes.skip(4);
                sound = bytes.position() + offset;
                length = size - 8 - offset;
            }
            bytes.seek(Math.min(next, bytes.size()));
        }
        if (samples == null) {
            throw new AudioRefused("The AIFF file is cut off in its head.");
        }
        if (sound < 0) {
            throw new AudioRefused("The AIFF file holds no sound.");
        }
        frames = Math.min(stated, Math.max(0, length) / Math.max(1, (long) channels * samples.bytes()));
        bytes.seek(sound);
        begin();
    }

    private void common(long size, boolean compressed) throws IOException {
        if (size < (compressed ? 22 : 18)) {
            throw new AudioRefused("The head of the AIFF file is damaged.");
        }
        channels = bytes.u16();
        stated = bytes.u32();
        int bits = bytes.u16();
        rate = rate(bytes.u16(), bytes.s64());
        String kind = compressed ? bytes.tag() : "NONE";
        samples = switch (kind) {
            case "NONE", "twos", "in24", "in32", "sowt" -> Samples.integers(bits, false);
            case "fl32", "FL32" -> Samples.FLOAT32;
            case "fl64", "FL64" -> Samples.FLOAT64;
            default -> throw new AudioRefused("The AIFF file is compressed in a way that can't be read; save it uncompressed.");
        };
        bigEndian = !kind.equals("sowt");
    }

    /** A number of 80 bits, IEEE 754 extended: sign and exponent, then 64 bits with a leading one. */
    private static int rate(int exponent, long mantissa) {
        double value = (mantissa >>> 1) * 2.0 * Math.scalb(1.0, (exponent & 0x7FFF) - 16383 - 63);
        return (exponent & 0x8000) != 0 || !(value < Integer.MAX_VALUE) ? 0 : (int) Math.round(value);
    }
}
