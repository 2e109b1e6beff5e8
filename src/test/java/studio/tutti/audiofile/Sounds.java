package studio.tutti.audiofile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Whole files of sound for tests. */
public final class Sounds {

    private Sounds() {}

    /** A file of {@code src/test/resources/audio}. */
    public static Path example(String name) {
        return Path.of("src/test/resources/audio", name);
    }

    /** All frames, an array a channel. */
    public static float[][] read(Path file) throws IOException {
        try (AudioSource source = AudioFile.open(file)) {
            float[][] block = new float[source.channels()][1000];
            float[][] all = new float[source.channels()][0];
            int some;
            while ((some = source.read(block, 0, 1000)) > 0) {
                for (int channel = 0; channel < all.length; channel++) {
                    int old = all[channel].length;
                    all[channel] = Arrays.copyOf(all[channel], old + some);
                    System.arraycopy(block[channel], 0, all[channel], old, some);
                }
            }
            return all;
        }
    }
}
