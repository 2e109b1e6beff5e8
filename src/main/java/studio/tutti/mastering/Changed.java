package studio.tutti.mastering;

import java.io.IOException;
import studio.tutti.audiofile.AudioSource;

/** A sound made out of another, as long as that one: what all stages have in common. */
public abstract class Changed implements AudioSource {

    /** What it is made of. */
    protected final AudioSource source;

    /** @param source is closed with this one */
    protected Changed(AudioSource source) {
        this.source = source;
    }

    @Override
    public final int rate() {
        return source.rate();
    }

    @Override
    public final int channels() {
        return source.channels();
    }

    @Override
    public final long frames() {
        return source.frames();
    }

    @Override
    public final int bits() {
        return 32;
    }

    @Override
    public final void close() throws IOException {
        source.close();
    }

    /** Reads until there are so many frames, or the end. @return how many there were */
    protected final int fill(float[][] into, int from, int frames) throws IOException {
        int done = 0;
        while (done < frames) {
            int some = source.read(into, from + done, frames - done);
            if (some < 0) {
                break;
            }
            done += some;
        }
        return done;
    }
}
