package studio.tutti.mastering;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.AudioSource;

/** Takes a short recording into memory, so that it is made once; a long one is made each time anew. */
final class Held {

    /** Numbers that are held at most: 5 minutes of stereo at 48 kHz, 115 MB. */
    private static final int MOST = 28_800_000;

    private Held() {}

    /** What it plays, an array a channel; null if it is long. */
    static float @Nullable [][] of(Recording recording) throws IOException {
        int channels = recording.channels();
        try (AudioSource source = recording.play()) {
            if (source.frames() < 0 || source.frames() * channels > MOST) {
                return null;
            }
            float[][] all = new float[channels][(int) source.frames()];
            int length = 0;
            int some;
            while (length < all[0].length && (some = source.read(all, length, Math.min(8192, all[0].length - length))) > 0) {
                length += some;
            }
            for (int channel = 0; channel < channels; channel++) {
                all[channel] = length == all[channel].length ? all[channel] : Arrays.copyOf(all[channel], length);
            }
            return all;
        }
    }
}
