package studio.tutti.mastering;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.effect.Limiter;

/**
 * A recording before the limiter. A short one is held in memory, and its peaks are looked for once for all gains and ceilings; a long one is made and looked at each time
 * anew. Either way it is limited as the mixer's insert limits.
 */
final class Limiting {

    /** Time constant in ms: hot mixes lose less loudness than with the insert's usual one. */
    private static final double RELEASE = 60;

    /** Peaks are looked for this far under what a gain asks for, in dB, so that a higher one finds them, too. */
    private static final double SPARE = 3;

    /** A level under which no peak of frames lies, so that nothing between them is looked at. */
    private static final double NEVER = 1e9;

    private final Recording sound;
    private final float @Nullable [][] held;
    private final Passes passes;
    private @Nullable Peaks peaks;
    private @Nullable Peaks frames;

    private Limiting(Recording sound, float @Nullable [][] held, Passes passes) {
        this.sound = sound;
        this.held = held;
        this.passes = passes;
    }

    /** Listens to a recording if it is short. */
    static Limiting of(Recording recording, Passes passes) throws IOException {
        float[][] held = Held.of(recording);
        return held == null ? new Limiting(recording, null, passes) : new Limiting(Recording.of(recording.rate(), held), held, passes);
    }

    /** What is to be limited. */
    Recording sound() {
        return sound;
    }

    /**
     * Limited.
     *
     * @param gainDb louder before the limiter, in dB
     * @param ceiling in dBTP, −24 … 0
     */
    Recording at(double gainDb, double ceiling) {
        if (held == null) {
            return streamed(gainDb, ceiling);
        }
        double least = 0.5 * Decibels.gain(ceiling - gainDb);
        Peaks known = peaks;
        if (known == null || !known.reach(least)) {
            known = Peaks.of(held, least * Decibels.gain(-SPARE), passes);
            peaks = known;
        }
        return limited(held, known, gainDb, ceiling);
    }

    /** Limited by the frames' own peaks, for measuring about what the limiter will do. */
    Recording roughly(double gainDb, double ceiling) {
        if (held == null) {
            return streamed(gainDb, ceiling);
        }
        Peaks known = frames;
        if (known == null) {
            known = Peaks.of(held, NEVER, passes);
            frames = known;
        }
        return limited(held, known, gainDb, ceiling);
    }

    private Recording limited(float[][] all, Peaks known, double gainDb, double ceiling) {
        return Recording.of(sound.rate(), all.length, () -> new Limited(sound.rate(), all, known, gainDb, ceiling, RELEASE));
    }

    private Recording streamed(double gainDb, double ceiling) {
        return Recording.of(sound.rate(), sound.channels(), () -> {
            Limiter limiter = new Limiter();
            limiter.set(Limiter.CEILING, ceiling);
            limiter.set(Limiter.RELEASE, RELEASE);
            limiter.settle();
            return new Through(sound.play(), limiter, Decibels.gain(gainDb));
        });
    }
}
