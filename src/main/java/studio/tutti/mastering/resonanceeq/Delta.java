package studio.tutti.mastering.resonanceeq;

import java.io.IOException;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.mastering.Recording;

/** What a tool took away: the recording before it, less what came out. For listening to. */
public final class Delta implements AudioSource {

    private final AudioSource source;
    private final AudioSource after;
    private final float[][] block;

    private Delta(AudioSource before, AudioSource after) {
        source = before;
        this.after = after;
        block = new float[before.channels()][4096];
    }

    /** The difference of two recordings that are equally long, the first's less the second's. */
    public static Recording of(Recording before, Recording after) {
        return Recording.of(before.rate(), before.channels(), () -> new Delta(before.play(), after.play()));
    }

    @Override
    public int read(float[][] into, int from, int frames) throws IOException {
        int some = source.read(into, from, Math.min(frames, block[0].length));
        int done = 0;
        while (done < some) {
            int got = after.read(block, done, some - done);
            if (got < 0) {
                break;
            }
            done += got;
        }
        for (int channel = 0; channel < block.length; channel++) {
            for (int i = 0; i < done; i++) {
                into[channel][from + i] -= block[channel][i];
            }
        }
        return some;
    }

    @Override
    public int rate() {
        return source.rate();
    }

    @Override
    public int channels() {
        return source.channels();
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
    public void close() throws IOException {
        try (after) {
            source.close();
        }
    }
}
