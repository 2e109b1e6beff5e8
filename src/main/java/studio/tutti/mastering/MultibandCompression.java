package studio.tutti.mastering;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.dsp.LinkwitzRiley;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;

/**
 * A compressor each for lows, middles and highs, split by {@link LinkwitzRiley}. Where none of them works the sound keeps its magnitudes; phases turn as those of the
 * crossovers' allpasses.
 */
final class MultibandCompression extends Changed {

    /** Where the bands meet, in Hz. */
    static final double[] CROSSOVERS = {160, 2500};

    private static final int BLOCK = 64 * Effect.CELL;

    private final Bands bands;
    private final Effect[] compressors = new Effect[CROSSOVERS.length + 1];
    private final float[][] block;

    private MultibandCompression(AudioSource source, double ratio, double[] thresholds) {
        super(source);
        bands = new Bands(source.rate());
        block = new float[source.channels()][BLOCK];
        for (int band = 0; band < compressors.length; band++) {
            compressors[band] = Colour.effect(EffectType.COMPRESSOR, Colour.compressor(thresholds[band], ratio));
            compressors[band].prepare(source.rate());
        }
    }

    /** Listens to a recording once, so that each band's threshold lies 3 dB above what the band mostly has. */
    static Recording of(Recording sound, double ratio) throws IOException {
        double[] thresholds = levels(sound);
        for (int band = 0; band < thresholds.length; band++) {
            thresholds[band] = Math.clamp(thresholds[band] + Colour.ABOVE, -60, 0);
        }
        return Recording.of(sound.rate(), sound.channels(), () -> new MultibandCompression(sound.play(), ratio, thresholds));
    }

    /** The mean level of each band in dB, a sine at full scale being 0, over the blocks that are at most 10 dB under the mean of all. */
    static double[] levels(Recording sound) throws IOException {
        Bands bands = new Bands(sound.rate());
        BlockPowers[] powers = new BlockPowers[CROSSOVERS.length + 1];
        Arrays.setAll(powers, band -> new BlockPowers());
        try (AudioSource source = sound.play()) {
            float[][] block = new float[source.channels()][BLOCK];
            int some;
            while ((some = source.read(block, 0, BLOCK)) > 0) {
                bands.split(block, some);
                for (int band = 0; band < powers.length; band++) {
                    powers[band].add(bands.left[band], bands.right[band], some);
                }
            }
        }
        return Arrays.stream(powers).mapToDouble(BlockPowers::level).toArray();
    }

    @Override
    public int read(float[][] into, int from, int frames) throws IOException {
        int some = source.read(block, 0, Math.min(frames, BLOCK));
        if (some <= 0) {
            return some;
        }
        bands.split(block, some);
        for (int band = 0; band < compressors.length; band++) {
            compressors[band].process(bands.left[band], bands.right[band], 0, some);
        }
        for (int i = 0; i < some; i++) {
            into[0][from + i] = (float) (bands.left[0][i] + bands.left[1][i] + bands.left[2][i]);
            if (into.length > 1) {
                into[1][from + i] = (float) (bands.right[0][i] + bands.right[1][i] + bands.right[2][i]);
            }
        }
        return some;
    }

    /** Three bands of both channels, whose sum is flat. */
    private static final class Bands {

        final double[][] left = new double[CROSSOVERS.length + 1][BLOCK];
        final double[][] right = new double[CROSSOVERS.length + 1][BLOCK];
        private final LinkwitzRiley[][] filters = new LinkwitzRiley[2][];

        Bands(int rate) {
            Arrays.setAll(filters, channel -> new LinkwitzRiley[] {crossover(0, rate), crossover(1, rate), crossover(1, rate)});
        }

        private static LinkwitzRiley crossover(int at, int rate) {
            return new LinkwitzRiley(Math.min(CROSSOVERS[at], 0.45 * rate), rate);
        }

        void split(float[][] block, int frames) {
            split(block[0], left, filters[0], frames);
            split(block[block.length - 1], right, filters[1], frames);
        }

        private static void split(float[] sound, double[][] bands, LinkwitzRiley[] filters, int frames) {
            for (int i = 0; i < frames; i++) {
                float value = sound[i];
                bands[2][i] = value - value == 0 ? value : 0;
            }
            filters[0].split(bands[2], bands[0], bands[2], 0, frames);
            filters[1].split(bands[2], bands[1], bands[2], 0, frames);
            filters[2].turn(bands[0], 0, frames);
        }
    }

    /** Powers of blocks of one length, and the mean of those that aren't quiet. */
    private static final class BlockPowers {

        private static final double GATE = 0.1;

        private double[] powers = new double[1024];
        private int count;

        void add(double[] left, double[] right, int frames) {
            double sum = 0;
            for (int i = 0; i < frames; i++) {
                sum += left[i] * left[i] + right[i] * right[i];
            }
            powers = count == powers.length ? Arrays.copyOf(powers, 2 * count) : powers;
            powers[count++] = sum / frames;
        }

        /** Twice the mean square of a channel is a sine's square of its peak. */
        double level() {
            double all = Arrays.stream(powers, 0, count).average().orElse(0);
            double loud = Arrays.stream(powers, 0, count).filter(power -> power >= GATE * all).average().orElse(0);
            return loud < 1e-14 ? -140 : 10 * Math.log10(loud);
        }
    }
}
