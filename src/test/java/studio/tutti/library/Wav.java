package studio.tutti.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;

/** WAV files for tests. */
public final class Wav {

    private Wav() {}

    /**
     * @param bits 16 or 24
     * @param wave a sample, ±1, by its frame; all channels have the same
     */
    public static byte[] of(int rate, int channels, int bits, int frames, IntToDoubleFunction wave) {
        int width = channels * bits / 8;
        ByteBuffer file = ByteBuffer.allocate(44 + frames * width).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + frames * width).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16).putShort((short) 1).putShort((short) channels).putInt(rate).putInt(rate * width).putShort((short) width)
                .putShort((short) bits).put("data".getBytes(StandardCharsets.US_ASCII)).putInt(frames * width);
        for (int frame = 0; frame < frames; frame++) {
            int sample = (int) Math.rint(wave.applyAsDouble(frame) * ((1 << (bits - 1)) - 1));
            for (int channel = 0; channel < channels; channel++) {
                for (int shift = 0; shift < bits; shift += 8) {
                    file.put((byte) (sample >> shift));
                }
            }
        }
        return file.array();
    }

    /** A tone at half of full scale. */
    public static byte[] tone(int rate, int channels, double seconds, double hertz) {
        return of(rate, channels, 16, (int) (seconds * rate), frame -> 0.5 * Math.sin(2 * Math.PI * hertz * frame / rate));
    }
}
