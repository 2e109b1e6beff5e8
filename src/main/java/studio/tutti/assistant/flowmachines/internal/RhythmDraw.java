package studio.tutti.assistant.flowmachines.internal;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.Constraint;
import studio.tutti.assistant.flowmachines.Unsatisfiable;

/** Draws the rhythm of a section: of its chords, its melody or its bass. */
final class RhythmDraw {

    private static final int TYPICAL = 4;

    private final String where;
    private final RhythmStyle style;
    private final int firstBar;
    private final int bars;
    private final double rate;
    private final int least;
    private final int most;
    private final Constraint rateName;
    private final Constraint pinName;
    private final Pins<?> pins;
    private final List<Span> before;
    private final boolean ended;
    private final double odds;
    private final Cancellation cancellation;
    private @Nullable List<Span> original;
    private double distance;
    private Motifs motifs = Motifs.none(0);
    private int notLast = -1;

    /**
     * @param rate onsets a bar on average, 0 as in the style
     * @param least the least in a bar, counted only if there is a rate
     * @param most the most in a bar, counted only if there is a rate
     * @param before what comes before, in any time but at the right places of its bars
     */
    RhythmDraw(String where, RhythmStyle style, int firstBar, int bars, double rate, int least, int most, Constraint rateName, Constraint pinName,
            Pins<?> pins, List<Span> before, boolean ended, double odds, Cancellation cancellation) {
        this.where = where;
        this.style = pins.isEmpty() ? style : style.with(pins.spans().stream().map(style::beat).toList());
        this.firstBar = firstBar;
        this.bars = bars;
        this.rate = rate;
        this.least = least;
        this.most = most;
        this.rateName = rateName;
        this.pinName = pinName;
        this.pins = pins;
        this.before = before;
        this.ended = ended;
        this.odds = odds;
        this.cancellation = cancellation;
    }

    /** Lets it follow a rhythm, of which a share is to change. */
    void follow(List<Span> rhythm, double share) {
        original = rhythm;
        distance = share;
    }

    /** Lets bars take up earlier ones: their own bars are drawn first, then the others anew. */
    void takeUp(Motifs wanted) {
        motifs = wanted;
    }

    /** Wants what begins at a slot not to be the last: a cadence needs one more after it. */
    void notLast(int slot) {
        notLast = slot;
    }

    private Set<Constraint> asked() {
        java.util.EnumSet<Constraint> asked = java.util.EnumSet.noneOf(Constraint.class);
        if (rate > 0) {
            asked.add(rateName);
        }
        if (!pins.isEmpty()) {
            asked.add(pinName);
        }
        if (notLast >= 0) {
            asked.add(Constraint.CADENCE);
        }
        return asked;
    }

    private TimeTrellis trellis(Set<Constraint> kept, double rateTilt, double tilt, Field more) {
        int levels = bars * style.bar();
        Field field = more == Field.NONE ? style.phrases(firstBar) : more.and(style.phrases(firstBar));
        if (kept.contains(pinName)) {
            field = pins.field(style, levels).and(field);
        }
        if (kept.contains(Constraint.CADENCE)) {
            int[] lengths = style.lengths();
            field = field.and((level, symbol) -> level == notLast && level + lengths[symbol] == levels ? 0 : 1);
        }
        List<Beat> beats = style.beats();
        if (rateTilt != 0) {
            double factor = StrictMath.exp(rateTilt);
            field = field.and((level, symbol) -> beats.get(symbol).rest() ? 1 : factor);
        }
        if (tilt != 0) {
            double factor = StrictMath.exp(tilt);
            BiPredicate<Integer, Integer> agrees = agreement();
            field = field.and((level, symbol) -> agrees.test(level, symbol) ? factor : 1);
        }
        BarCount count = null;
        if (kept.contains(rateName)) {
            boolean[] counted = new boolean[beats.size()];
            for (int i = 0; i < counted.length; i++) {
                counted[i] = !beats.get(i).rest();
            }
            count = new BarCount(style.bar(), least, most, counted);
        }
        ContextGraph graph = odds == 1 ? style.graph() : style.graph().straying(odds);
        int[] classes = style.levels(bars);
        int start = classes[0];
        if (start >= 0) {
            int[] left = style.symbols(before.subList(Math.max(0, before.size() - 8), before.size()));
            start = left.length == 0 || java.util.Arrays.stream(left).anyMatch(symbol -> symbol < 0)
                    ? graph.start(start) : graph.after(left, start);
        }
        return new TimeTrellis(graph, classes, style.lengths(), field, count, start, ended);
    }

    /** Whether a symbol at a level is as in the rhythm that is followed. */
    private BiPredicate<Integer, Integer> agreement() {
        int levels = bars * style.bar();
        int[] lengths = new int[levels];
        boolean[] rests = new boolean[levels];
        for (Span span : java.util.Objects.requireNonNull(original)) {
            if (span.start() >= 0 && span.start() < levels) {
                lengths[span.start()] = span.length();
                rests[span.start()] = span.rest();
            }
        }
        List<Beat> beats = style.beats();
        return (level, symbol) -> lengths[level] == beats.get(symbol).length() && rests[level] == beats.get(symbol).rest();
    }

    List<Span> draw(Dice dice) throws Unsatisfiable {
        Set<Constraint> all = asked();
        TimeTrellis plain = trellis(all, 0, 0, Field.NONE);
        if (!plain.pass(cancellation)) {
            throw Clash.of(where, all, kept -> trellis(kept, 0, 0, Field.NONE).pass(cancellation));
        }
        double rateTilt = rate == 0 ? 0 : style.tilt(rate, least, most, odds, () -> typical());
        double tilt = original == null ? 0 : Tilt.of((1 - distance) * original.size(), t -> logMass(all, rateTilt, t));
        TimeTrellis trellis = rateTilt == 0 && tilt == 0 ? plain : trellis(all, rateTilt, tilt, Field.NONE);
        if (trellis != plain) {
            trellis.pass(cancellation);
        }
        List<Span> drawn = style.spans(trellis.draw(dice));
        if (!motifs.repeatRhythms()) {
            return drawn;
        }
        RhythmMotifs again = new RhythmMotifs(style, motifs, drawn);
        TimeTrellis second = trellis(all, rateTilt, tilt, again.standing().and(again.following(Motifs.BEATS)));
        return second.pass(cancellation) ? style.spans(second.draw(dice.apart(1))) : drawn;
    }

    /** The tilt that reaches the rate in a few bars of which nothing stands: it serves any number of bars. */
    private double typical() {
        RhythmDraw few = new RhythmDraw(where, style, 0, TYPICAL, rate, least, most, rateName, pinName, Pins.none(), List.of(), false, odds, cancellation);
        return Tilt.of(rate * TYPICAL, t -> few.logMass(few.asked(), t, 0));
    }

    private double logMass(Set<Constraint> kept, double rateTilt, double tilt) {
        TimeTrellis trellis = trellis(kept, rateTilt, tilt, Field.NONE);
        trellis.pass(cancellation);
        return trellis.logMass();
    }
}
