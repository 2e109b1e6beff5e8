package studio.tutti.assistant.flowmachines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.internal.Cancellation;
import studio.tutti.assistant.flowmachines.internal.Field;
import studio.tutti.assistant.flowmachines.internal.Fit;
import studio.tutti.assistant.flowmachines.internal.LabelStyle;
import studio.tutti.assistant.flowmachines.internal.LineStyle;
import studio.tutti.assistant.flowmachines.internal.MotifReading;
import studio.tutti.assistant.flowmachines.internal.MotifStyle;
import studio.tutti.assistant.flowmachines.internal.Motifs;
import studio.tutti.assistant.flowmachines.internal.Reading;
import studio.tutti.assistant.flowmachines.internal.RhythmMotifs;
import studio.tutti.assistant.flowmachines.internal.RhythmStyle;
import studio.tutti.assistant.flowmachines.internal.Slots;
import studio.tutti.assistant.flowmachines.internal.Span;
import studio.tutti.assistant.flowmachines.internal.Style;
import studio.tutti.assistant.flowmachines.internal.TimeTrellis;
import studio.tutti.assistant.flowmachines.internal.ToneAsk;
import studio.tutti.assistant.flowmachines.internal.ToneDraw;
import studio.tutti.assistant.flowmachines.internal.ToneMotifs;
import studio.tutti.assistant.flowmachines.internal.Tones;

/**
 * How probable songs are in a style that has not seen them: the exact log-likelihood, which is that of the sequence less that of all
 * sequences of its rhythm or length, fields included.
 *
 * <p>With motifs it is a lower bound: what is drawn is first how bars come back and then the notes, so a song's probability is a sum over
 * all ways in which its bars might have been meant to come back, and of these only the best of a few counts.
 */
public final class Likelihood {

    /** What is predicted. */
    public enum Part { CHORDS, CHORD_RHYTHM, MELODY, MELODY_RHYTHM, BASS }

    /**
     * What of the machinery is used.
     *
     * @param order the longest context
     * @param views whether chords and melodies are also seen from where they were
     * @param motifs whether bars come back
     */
    public record Model(int order, boolean views, boolean motifs) {

        /** The model that is sampled. */
        public static final Model FULL = new Model(Palette.ORDER, true, true);
        /** A chain of the first order of the same symbols, smoothing and fields. */
        public static final Model FIRST_ORDER = new Model(1, false, false);
    }

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

    /** How probable one line of a song is, given how its bars come back. */
    private interface Foretold {
        double nats(Motifs motifs);
    }

    private final Style style;
    private final boolean motifs;

    /** Learns a style from some lead sheets. */
    public Likelihood(List<LeadSheet> learned, Model model) {
        style = new Style(learned, model.order(), model.views());
        motifs = model.motifs();
    }

    /** The likelihood of some songs in a style learned from others. */
    public static Map<Part, Sum> of(List<LeadSheet> learned, List<LeadSheet> songs, Model model) {
        Likelihood likelihood = new Likelihood(learned, model);
        Map<Part, Sum> sums = new EnumMap<>(Part.class);
        for (LeadSheet song : songs) {
            likelihood.of(song).forEach((part, sum) -> sums.merge(part, sum, (one, other) -> one.plus(other.nats(), other.events())));
        }
        return sums;
    }

    /** The likelihood of a song. */
    public Map<Part, Sum> of(LeadSheet sheet) {
        Reading song = Reading.of(sheet);
        Map<Part, Sum> sums = new EnumMap<>(Part.class);
        Motifs under = Motifs.none(song.bars());
        if (!song.labels().isEmpty()) {
            int known = (int) song.labels().stream().filter(label -> style.chords(song.minor()).symbol(style.chords(song.minor()).known(label)) >= 0).count();
            under = foretell(sums, Part.CHORD_RHYTHM, rhythm(style.chordRhythm(song.metre()), song, Reading::harmony), song.harmony().size(),
                    Part.CHORDS, chords(song), known, song, MotifReading::chords, null, style.chordMotifs(song.metre()));
        }
        if (!song.melody().isEmpty()) {
            foretell(sums, Part.MELODY_RHYTHM, rhythm(style.melodyRhythm(song.metre()), song, Reading::melody), song.melody().size(),
                    Part.MELODY, line(style.melody(song.minor()), song, song.melody(), song.pitches(), false), sounding(song.melody()),
                    song, MotifReading::melody, under, style.melodyMotifs(song.metre()));
        }
        if (!song.bass().isEmpty()) {
            foretell(sums, Part.BASS, null, 0, Part.BASS, line(style.bass(), song, song.bass(), song.lows(), true), sounding(song.bass()),
                    song, MotifReading::bass, under, style.bassMotifs(song.metre()));
        }
        return sums;
    }

    /**
     * The likelihood of a song's chords or melody in the chain alone, without fields: a walk along it, much quicker than {@link #of(LeadSheet)}.
     *
     * @param part {@link Part#CHORDS} or {@link Part#MELODY}
     * @return nothing if the song or the style has none of it
     */
    public Optional<Sum> walk(LeadSheet sheet, Part part) {
        Reading song = Reading.of(sheet);
        List<Span> spans = part == Part.CHORDS ? song.harmony() : song.melody().stream().filter(span -> !span.rest()).toList();
        LineStyle line = style.melody(song.minor());
        if (spans.isEmpty() || part == Part.MELODY && line.isEmpty()) {
            return Optional.empty();
        }
        LabelStyle labels = style.chords(song.minor());
        Tones tones = part == Part.CHORDS ? labels.tones() : line.tones();
        Fit[] fits = Fit.of(spans, song.harmony(), song.labels(), song.metre());
        List<Integer> pitches = new ArrayList<>();
        for (int i = 0; part == Part.MELODY && i < song.melody().size(); i++) {
            if (!song.melody().get(i).rest()) {
                pitches.add(song.pitches().get(i));
            }
        }
        double[][] weight = new double[spans.size()][tones.symbols()];
        int known = 0;
        for (int i = 0; i < weight.length; i++) {
            int symbol = part == Part.CHORDS ? labels.symbol(labels.known(song.labels().get(i))) : line.symbol(pitches.get(i), fits[i]);
            if (symbol < 0) {
                Arrays.fill(weight[i], 1);
            } else {
                weight[i][symbol] = 1;
                known++;
            }
        }
        int[] none = {};
        double nats = mass(tones, new ToneAsk(spans.stream().mapToInt(Span::length).toArray(), weight, null, none, none, none, none, false, 0, 1));
        return known == 0 || Double.isInfinite(nats) ? Optional.empty() : Optional.of(new Sum(nats, known));
    }

    private static int sounding(List<Span> line) {
        return (int) line.stream().filter(span -> !span.rest()).count();
    }

    private Motifs foretell(Map<Part, Sum> sums, Part rhythmPart, @Nullable Foretold rhythm, int beats, Part tonePart, @Nullable Foretold tones, int notes,
            Reading song, Function<Reading, Motifs> reading, @Nullable Motifs under, MotifStyle coming) {
        Motifs chosen = Motifs.none(song.bars());
        if (tones == null || notes == 0) {
            return chosen;
        }
        List<Motifs> ways = new ArrayList<>(List.of(Motifs.none(song.bars())));
        if (motifs) {
            Motifs whole = reading.apply(song);
            ways.add(whole);
            ways.add(whole.least(Motifs.SEQUENCE));
            ways.add(whole.least(Motifs.SAME));
        }
        double best = Double.NEGATIVE_INFINITY;
        for (Motifs way : ways) {
            double beating = rhythm == null ? 0 : rhythm.nats(way);
            double sounding = tones.nats(way) + (motifs ? coming.logProbability(way, under == null ? way : under) : 0);
            if (beating + sounding > best) {
                best = beating + sounding;
                chosen = way;
                sums.put(tonePart, new Sum(sounding, notes));
                if (rhythm != null) {
                    sums.put(rhythmPart, new Sum(beating, beats));
                }
            }
        }
        return chosen;
    }

    private Foretold chords(Reading song) {
        LabelStyle labels = style.chords(song.minor());
        int[] symbols = song.labels().stream().mapToInt(label -> labels.symbol(labels.known(label))).toArray();
        double[][] free = new double[symbols.length][];
        for (int i = 0; i < symbols.length; i++) {
            free[i] = labels.weights(song.harmony().get(i), 0, song.metre());
        }
        return tones(labels.tones(), song, song.harmony(), symbols, free, null, (level, symbol) -> symbol);
    }

    private @Nullable Foretold line(LineStyle lines, Reading song, List<Span> line, List<Integer> pitches, boolean low) {
        if (lines.isEmpty()) {
            return null;
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
        int[] symbols = new int[fits.length];
        for (int i = 0; i < fits.length; i++) {
            free[i] = lines.weights(fits[i]);
            symbols[i] = lines.symbol(heard.get(i), fits[i]);
        }
        return tones(lines.tones(), song, notes, symbols, free, low ? null : lines.scale(), (level, symbol) -> lines.counterpart(symbol, fits[level]));
    }

    private static Foretold tones(Tones tones, Reading song, List<Span> spans, int[] symbols, double[][] free, int @Nullable [] scale, IntBinaryOperator counterpart) {
        int[] none = {};
        ToneAsk ask = new ToneAsk(spans.stream().mapToInt(Span::length).toArray(), free, null, none, none, none, none, true, 0, 1);
        double[][] held = new double[free.length][];
        for (int i = 0; i < held.length; i++) {
            held[i] = symbols[i] < 0 ? free[i] : new double[free[i].length];
            if (symbols[i] >= 0) {
                held[i][symbols[i]] = free[i][symbols[i]];
            }
        }
        double plain = mass(tones, with(ask, held)) - mass(tones, ask);
        return way -> {
            if (!way.repeatTones()) {
                return plain;
            }
            ToneMotifs again = new ToneMotifs(way, Slots.of(song.metre().bar()), spans, scale, counterpart);
            ToneAsk leaning = again.in(ask, symbols, Motifs.TONES);
            double[][] sure = new double[free.length][];
            for (int i = 0; i < sure.length; i++) {
                sure[i] = leaning.weight()[i];
                if (symbols[i] >= 0) {
                    sure[i] = new double[free[i].length];
                    sure[i][symbols[i]] = leaning.weight()[i][symbols[i]];
                }
            }
            return plain + mass(tones, with(leaning, sure)) - mass(tones, with(ask, held)) - mass(tones, leaning) + mass(tones, again.in(ask, symbols, 0));
        };
    }

    private static ToneAsk with(ToneAsk ask, double[][] weight) {
        return new ToneAsk(ask.length(), weight, ask.pair(), ask.left(), ask.leftLength(), ask.right(), ask.rightLength(), ask.ended(), ask.most(), ask.odds());
    }

    private static double mass(Tones tones, ToneAsk ask) {
        return new ToneDraw(tones, ask, Cancellation.NEVER).logMass();
    }

    /** Rhythms with beats that the style never saw are left out, in all models that are compared. */
    private static @Nullable Foretold rhythm(RhythmStyle rhythm, Reading song, Function<Reading, List<Span>> get) {
        List<Span> line = get.apply(song);
        if (rhythm.isEmpty() || line.getFirst().start() != 0 || line.stream().anyMatch(span -> rhythm.symbol(span) < 0)) {
            return null;
        }
        int[] at = new int[rhythm.levels(song.bars()).length];
        Arrays.fill(at, -1);
        line.forEach(span -> at[span.start()] = rhythm.symbol(span));
        Field field = rhythm.phrases(0);
        Field held = (level, symbol) -> at[level] == symbol ? 1 : 0;
        double whole = mass(rhythm, song, held.and(field));
        double plain = whole - mass(rhythm, song, field);
        if (Double.isNaN(plain) || Double.isInfinite(plain)) {
            return null;
        }
        return way -> {
            if (!way.repeatRhythms()) {
                return plain;
            }
            RhythmMotifs again = new RhythmMotifs(rhythm, way, line);
            Field following = again.following(Motifs.BEATS);
            Field standing = again.standing().and(field);
            return plain + mass(rhythm, song, held.and(field).and(following)) - whole - mass(rhythm, song, standing.and(following)) + mass(rhythm, song, standing);
        };
    }

    private static double mass(RhythmStyle rhythm, Reading song, Field field) {
        int[] levels = rhythm.levels(song.bars());
        TimeTrellis trellis = new TimeTrellis(rhythm.graph(), levels, rhythm.lengths(), field, null, rhythm.graph().start(levels[0]), true);
        return trellis.pass(Cancellation.NEVER) ? trellis.logMass() : Double.NEGATIVE_INFINITY;
    }
}
