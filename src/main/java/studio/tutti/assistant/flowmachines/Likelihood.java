package studio.tutti.assistant.flowmachines;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import studio.tutti.assistant.flowmachines.internal.Cancellation;
import studio.tutti.assistant.flowmachines.internal.Field;
import studio.tutti.assistant.flowmachines.internal.Fit;
import studio.tutti.assistant.flowmachines.internal.LabelStyle;
import studio.tutti.assistant.flowmachines.internal.LineStyle;
import studio.tutti.assistant.flowmachines.internal.Reading;
import studio.tutti.assistant.flowmachines.internal.RhythmStyle;
import studio.tutti.assistant.flowmachines.internal.Span;
import studio.tutti.assistant.flowmachines.internal.Style;
import studio.tutti.assistant.flowmachines.internal.TimeTrellis;
import studio.tutti.assistant.flowmachines.internal.ToneAsk;
import studio.tutti.assistant.flowmachines.internal.ToneDraw;
import studio.tutti.assistant.flowmachines.internal.Tones;

/**
 * How probable songs are in a style that has not seen them: the exact log-likelihood, which is that of the sequence less that of all
 * sequences of its rhythm or length, fields included.
 */
public final class Likelihood {

    /** What is predicted. */
    public enum Part { CHORDS, CHORD_RHYTHM, MELODY, MELODY_RHYTHM, BASS }

    /**
     * Of one part.
     *
     * @param nats the sum of the natural logarithms
     * @param events of how many chords, notes or beats
     */
    public record Sum(double nats, int events) {

        Sum plus(double more, int count) {
            return new Sum(nats + more, events + count);
        }
    }

    private final Style style;
    private final Map<Part, Sum> sums = new EnumMap<>(Part.class);

    private Likelihood(List<LeadSheet> learned, int order, boolean views) {
        style = new Style(learned, order, views);
    }

    /**
     * The likelihood of some songs in a style learned from others.
     *
     * @param order the longest context
     * @param views whether chords and melodies are also seen from where they were
     */
    public static Map<Part, Sum> of(List<LeadSheet> learned, List<LeadSheet> songs, int order, boolean views) {
        Likelihood likelihood = new Likelihood(learned, order, views);
        for (LeadSheet song : songs) {
            likelihood.add(Reading.of(song));
        }
        return likelihood.sums;
    }

    private void add(Part part, double nats, int events) {
        if (events > 0 && !Double.isInfinite(nats) && !Double.isNaN(nats)) {
            sums.put(part, sums.getOrDefault(part, new Sum(0, 0)).plus(nats, events));
        }
    }

    private void add(Reading song) {
        if (!song.labels().isEmpty()) {
            chords(song);
            rhythm(Part.CHORD_RHYTHM, style.chordRhythm(song.metre()), song, Reading::harmony);
        }
        if (!song.melody().isEmpty()) {
            line(Part.MELODY, style.melody(song.minor()), song, song.melody(), song.pitches());
            rhythm(Part.MELODY_RHYTHM, style.melodyRhythm(song.metre()), song, Reading::melody);
        }
        if (!song.bass().isEmpty()) {
            line(Part.BASS, style.bass(), song, song.bass(), song.lows());
        }
    }

    private void chords(Reading song) {
        LabelStyle labels = style.chords(song.minor());
        int count = song.labels().size();
        double[][] free = new double[count][];
        double[][] held = new double[count][];
        int known = 0;
        for (int i = 0; i < count; i++) {
            free[i] = labels.weights(song.harmony().get(i), 0, song.metre());
            int symbol = labels.symbol(labels.known(song.labels().get(i)));
            held[i] = free[i];
            if (symbol >= 0) {
                held[i] = new double[free[i].length];
                held[i][symbol] = free[i][symbol];
                known++;
            }
        }
        add(Part.CHORDS, difference(labels.tones(), song.harmony(), held, free), known);
    }

    private void line(Part part, LineStyle lines, Reading song, List<Span> line, List<Integer> pitches) {
        if (lines.isEmpty()) {
            return;
        }
        List<Span> notes = new ArrayList<>();
        List<Integer> heard = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            if (!line.get(i).rest()) {
                notes.add(line.get(i));
                heard.add(pitches.get(i));
            }
        }
        Fit[] fits = Fit.of(notes, song.harmony(), song.labels(), song.metre());
        double[][] free = new double[fits.length][];
        double[][] held = new double[fits.length][];
        for (int i = 0; i < fits.length; i++) {
            free[i] = lines.weights(fits[i]);
            held[i] = new double[free[i].length];
            int symbol = lines.symbol(heard.get(i), fits[i]);
            held[i][symbol] = free[i][symbol];
        }
        add(part, difference(lines.tones(), notes, held, free), fits.length);
    }

    private static double difference(Tones tones, List<Span> spans, double[][] held, double[][] free) {
        int[] length = spans.stream().mapToInt(Span::length).toArray();
        return mass(tones, length, held) - mass(tones, length, free);
    }

    private static double mass(Tones tones, int[] length, double[][] weight) {
        int[] none = {};
        return new ToneDraw(tones, new ToneAsk(length, weight, null, none, none, none, none, true, 0, 1), Cancellation.NEVER).logMass();
    }

    /** Rhythms with beats that the style never saw are left out, in all models that are compared. */
    private void rhythm(Part part, RhythmStyle rhythm, Reading song, Function<Reading, List<Span>> get) {
        List<Span> line = get.apply(song);
        if (rhythm.isEmpty() || line.getFirst().start() != 0 || line.stream().anyMatch(span -> rhythm.symbol(span) < 0)) {
            return;
        }
        int[] levels = rhythm.levels(song.bars());
        int[] at = new int[levels.length];
        java.util.Arrays.fill(at, -1);
        line.forEach(span -> at[span.start()] = rhythm.symbol(span));
        Field field = rhythm.phrases(0);
        int start = rhythm.graph().start(levels[0]);
        TimeTrellis held = new TimeTrellis(rhythm.graph(), levels, rhythm.lengths(),
                (level, symbol) -> at[level] == symbol ? field.weight(level, symbol) : 0, null, start, true);
        TimeTrellis free = new TimeTrellis(rhythm.graph(), levels, rhythm.lengths(), field, null, start, true);
        if (held.pass(Cancellation.NEVER) && free.pass(Cancellation.NEVER)) {
            add(part, held.logMass() - free.logMass(), line.size());
        }
    }
}
