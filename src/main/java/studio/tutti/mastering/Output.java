package studio.tutti.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.audiofile.AudioWriter;
import studio.tutti.audiofile.Encoding;
import studio.tutti.core.dsp.Decibels;

/**
 * Writes a recording into a file that appears when it is whole. What would go beyond full scale is not clipped: a WAV file whose depth nobody
 * asked for then holds floating point, anything else is turned down.
 *
 * @param encoding what was written
 * @param turnedDown by how many dB, 0 or more
 * @param frames how many were written
 * @param peak the highest sample that was written, 1 for full scale
 */
public record Output(Encoding encoding, double turnedDown, long frames, double peak) {

    private static final int BLOCK = 4096;

    /**
     * Writes.
     *
     * @param mayFloat whether the encoding may become floating point
     * @param progress how far it is, 0 … 1
     * @throws studio.tutti.audiofile.AudioRefused if the file can't hold it; nothing is left of it then
     */
    public static Output write(Recording recording, Path file, Encoding encoding, boolean mayFloat, DoubleConsumer progress)
            throws IOException {
        if (encoding == Encoding.WAV_FLOAT) {
            Pass only = pass(recording, file, encoding, 1, false, progress);
            return new Output(encoding, 0, only.frames, only.peak);
        }
        Pass first = pass(recording, file, encoding, 1, true, progress);
        if (first.peak <= 1) {
            return new Output(encoding, 0, first.frames, first.peak);
        }
        if (mayFloat && encoding == Encoding.WAV_24) {
            Pass whole = pass(recording, file, Encoding.WAV_FLOAT, 1, false, progress);
            return new Output(Encoding.WAV_FLOAT, 0, whole.frames, whole.peak);
        }
        Pass again = pass(recording, file, encoding, 0.999 / first.peak, false, progress);
        return new Output(encoding, Decibels.of(first.peak / 0.999), again.frames, again.peak);
    }

    private record Pass(long frames, double peak) {}

    /** @param careful the file isn't finished if its sound goes beyond full scale */
    private static Pass pass(Recording recording, Path file, Encoding encoding, double gain, boolean careful, DoubleConsumer progress)
            throws IOException {
        try (AudioSource source = recording.play();
                AudioWriter writer = AudioWriter.create(file, encoding, recording.rate(), recording.channels())) {
            float[][] block = new float[recording.channels()][BLOCK];
            double peak = 0;
            long frames = 0;
            int some;
            while ((some = source.read(block, 0, BLOCK)) > 0) {
                for (float[] channel : block) {
                    for (int i = 0; i < some; i++) {
                        channel[i] = (float) (channel[i] * gain);
                        peak = Math.max(peak, Math.abs(channel[i]));
                    }
                }
                writer.write(block, 0, some);
                frames += some;
                if (source.frames() > 0) {
                    progress.accept(Math.min(1, (double) frames / source.frames()));
                }
            }
            if (!careful || peak <= 1) {
                writer.finish();
            }
            return new Pass(frames, peak);
        }
    }
}
