package studio.tutti.mastering;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.audiofile.AudioSource;

/** Keeps what a short recording plays, so that it is made once; a long one is made each time anew. */
final class Cached {

    /** Numbers that are kept at most: 5 minutes of stereo at 48 kHz, 115 MB. */
    private static final int MOST = 28_800_000;

    private Cached() {}

    static Recording of(Recording recording) throws IOException {
        int channels = recording.channels();
        try (AudioSource source = recording.play()) {
            if (source.frames() < 0 || source.frames() * channels > MOST) {
                return recording;
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
            return Recording.of(recording.rate(), all);
        }
    }
}
