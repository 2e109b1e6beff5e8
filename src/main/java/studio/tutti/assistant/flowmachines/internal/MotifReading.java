package studio.tutti.assistant.flowmachines.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the bars of a song come back, line by line. */
public final class MotifReading {

    private static final int[] DEGREE = {0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5, 6};

    private MotifReading() {}

    /** Chords come back where the same chords change at the same places. */
    public static Motifs chords(Reading song) {
        Map<Label, Integer> known = new LinkedHashMap<>();
        int[] thing = song.labels().stream().mapToInt(label -> known.computeIfAbsent(label, each -> known.size())).toArray();
        return MotifStyle.read(song.harmony(), thing, null, bar(song), song.bars());
    }

    /** Melodies come back at the same pitch, or as sequences on other degrees. */
    public static Motifs melody(Reading song) {
        int[] thing = new int[song.melody().size()];
        int[] step = new int[thing.length];
        for (int i = 0; i < thing.length; i++) {
            thing[i] = song.melody().get(i).rest() ? -1 : song.pitches().get(i);
            step[i] = degree(song.pitches().get(i));
        }
        return MotifStyle.read(song.melody(), thing, step, bar(song), song.bars());
    }

    /** Basses come back where they do the same above another root as well. */
    public static Motifs bass(Reading song) {
        Fit[] fits = Fit.of(song.bass(), song.harmony(), song.labels(), song.metre());
        int[] thing = new int[fits.length];
        for (int i = 0; i < thing.length; i++) {
            thing[i] = song.bass().get(i).rest() ? -1 : song.lows().get(i) - LineStyle.base(fits[i].label()) + 128;
        }
        return MotifStyle.read(song.bass(), thing, null, bar(song), song.bars());
    }

    /** The place of a pitch in the key without signature on its scale; tones between two degrees count as the lower one. */
    static int degree(int pitch) {
        return 7 * Math.floorDiv(pitch, 12) + DEGREE[Math.floorMod(pitch, 12)];
    }

    private static int bar(Reading song) {
        return Slots.of(song.metre().bar());
    }

    /**
     * What a style does, from some of its songs.
     *
     * @param line which line; null for the chords
     */
    static MotifStyle learn(List<Reading> songs, @Nullable Function<Reading, Motifs> line) {
        MotifStyle style = new MotifStyle();
        for (Reading song : songs) {
            Cancellation.checkLearning();
            Motifs chords = chords(song);
            style.learn(line == null ? chords : line.apply(song), chords);
        }
        return style;
    }
}
