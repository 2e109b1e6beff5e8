package studio.tutti.mastering.spectrum;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.audiofile.AudioSource;

/** The first channels of two sounds beside each other, as long as the first; where the second has ended, silence. */
public final class Pair implements AudioSource {

    private final AudioSource first;
    private final AudioSource second;
    private float[][] one;
    private float[][] other;

    /** Both are closed with this. */
    public Pair(AudioSource first, AudioSource second) {
        this.first = first;
        this.second = second;
        one = new float[first.channels()][0];
        other = new float[second.channels()][0];
    }

    @Override
    public int rate() {
        return first.rate();
    }

    @Override
    public int channels() {
        return 2;
    }

    @Override
    public long frames() {
        return first.frames();
    }

    @Override
    public int bits() {
        return 32;
    }

    @Override
    public int read(float[][] into, int from, int frames) throws IOException {
        if (one[0].length < frames) {
            one = new float[first.channels()][frames];
            other = new float[second.channels()][frames];
        }
        int some = first.read(one, 0, frames);
        if (some < 0) {
            return -1;
        }
        int done = 0;
        while (done < some) {
            int got = second.read(other, done, some - done);
            if (got < 0) {
                break;
            }
            done += got;
        }
        System.arraycopy(one[0], 0, into[0], from, some);
        System.arraycopy(other[0], 0, into[1], from, done);
        Arrays.fill(into[1], from + done, from + some, 0);
        return some;
    }

    @Override
    public void close() throws IOException {
        try (second) {
            first.close();
        }
    }
}
