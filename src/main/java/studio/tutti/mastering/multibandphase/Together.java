package studio.tutti.mastering.multibandphase;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import studio.tutti.audiofile.AudioSource;

/** Mono sounds played together, as long as the longest. */
final class Together implements AudioSource {

    private final List<AudioSource> sources;
    private final float[][] block = new float[1][8192];

    /** @param sources at least one; closed with this */
    Together(List<AudioSource> sources) {
        this.sources = sources;
    }

    @Override
    public int rate() {
        return sources.getFirst().rate();
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public long frames() {
        return sources.stream().mapToLong(AudioSource::frames).max().orElse(0);
    }

    @Override
    public int bits() {
        return 32;
    }

    @Override
    public int read(float[][] into, int from, int frames) throws IOException {
        int some = Math.min(frames, block[0].length);
        Arrays.fill(into[0], from, from + some, 0);
        int longest = -1;
        for (AudioSource source : sources) {
            int done = 0;
            int got;
            while (done < some && (got = source.read(block, done, some - done)) >= 0) {
                done += got;
            }
            for (int i = 0; i < done; i++) {
                into[0][from + i] += block[0][i];
            }
            longest = done > 0 ? Math.max(longest, done) : longest;
        }
        return longest;
    }

    @Override
    public void close() throws IOException {
        for (AudioSource source : sources) {
            source.close();
        }
    }
}
