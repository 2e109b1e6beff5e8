package studio.tutti.mastering;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.effect.Effect;

/** A sound through an effect of the mixer, louder or softer before it; the effect's latency is taken away, so it is as long as it was. */
final class Through extends Changed {

    private static final int BLOCK = 64 * Effect.CELL;

    private final Effect effect;
    private final double gain;
    private final float[][] block;
    private final double[] left = new double[BLOCK];
    private final double[] right = new double[BLOCK];
    private int late;
    private long read;
    private long length = Long.MAX_VALUE;
    private long position;
    private int given = BLOCK;

    /** @param effect with its parameters set */
    Through(AudioSource source, Effect effect, double gain) {
        super(source);
        this.effect = effect;
        this.gain = gain;
        effect.prepare(source.rate());
        late = effect.latency();
        block = new float[source.channels()][BLOCK];
    }

    @Override
    public int read(float[][] into, int from, int frames) throws IOException {
        while (given == BLOCK) {
            if (position >= length) {
                return -1;
            }
            next();
        }
        int some = (int) Math.min(Math.min(frames, BLOCK - given), length - position);
        if (some <= 0) {
            return -1;
        }
        for (int i = 0; i < some; i++) {
            into[0][from + i] = (float) left[given + i];
        }
        if (into.length > 1) {
            for (int i = 0; i < some; i++) {
                into[1][from + i] = (float) right[given + i];
            }
        }
        given += some;
        position += some;
        return some;
    }

    private void next() throws IOException {
        int some = length < Long.MAX_VALUE ? 0 : fill(block, 0, BLOCK);
        read += some;
        if (some < BLOCK) {
            length = Math.min(length, read);
            for (float[] channel : block) {
                Arrays.fill(channel, some, BLOCK, 0);
            }
        }
        float[] other = block[block.length - 1];
        for (int i = 0; i < BLOCK; i++) {
            left[i] = gain * block[0][i];
            right[i] = gain * other[i];
        }
        effect.process(left, right, 0, BLOCK);
        int drop = Math.min(late, BLOCK);
        late -= drop;
        given = drop;
    }
}
