package studio.tutti.mastering.multibandphase;

import java.io.IOException;
import studio.tutti.audiofile.AudioSource;

/** One channel of a sound, or half the sum of two. */
final class OneChannel implements AudioSource {

    private final AudioSource source;
    private final int channel;
    private float[][] block;

    /** @param channel from 0; −1 for the mean of all */
    OneChannel(AudioSource source, int channel) {
        this.source = source;
        this.channel = channel;
        block = new float[source.channels()][0];
    }

    @Override
    public int rate() {
        return source.rate();
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public long frames() {
        return source.frames();
    }

    @Override
    public int bits() {
        return 32;
    }

    @Override
    public int read(float[][] into, int from, int frames) throws IOException {
        if (block[0].length < frames) {
            block = new float[source.channels()][frames];
        }
        int some = source.read(block, 0, frames);
        for (int i = 0; i < some; i++) {
            if (channel >= 0) {
                into[0][from + i] = block[channel][i];
            } else {
                float sum = 0;
                for (float[] one : block) {
                    sum += one[i];
                }
                into[0][from + i] = sum / block.length;
            }
        }
        return some;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
