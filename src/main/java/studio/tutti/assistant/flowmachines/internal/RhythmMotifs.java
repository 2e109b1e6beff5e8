package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets the rhythms of bars come back: what begins in bars of their own stands, and the others are drawn again, each leaning to the bar that
 * it follows.
 */
public final class RhythmMotifs {

    private final RhythmStyle style;
    private final int levels;
    private final List<Span> own = new ArrayList<>();
    private final int[] lengths;
    private final boolean[] rests;

    /**
     * @param line a rhythm of all bars
     */
    public RhythmMotifs(RhythmStyle style, Motifs motifs, List<Span> line) {
        this.style = style;
        int bar = style.bar();
        levels = motifs.bars() * bar;
        int[] source = motifs.rhythms();
        lengths = new int[levels];
        rests = new boolean[levels];
        for (Span span : line) {
            if (span.start() < 0 || span.start() >= levels) {
                continue;
            }
            int from = span.start() / bar;
            if (source[from] == from) {
                own.add(span);
                for (int each = from + 1; each < source.length; each++) {
                    if (source[each] == from) {
                        lengths[span.start() + (each - from) * bar] = span.length();
                        rests[span.start() + (each - from) * bar] = span.rest();
                    }
                }
            }
        }
    }

    /** 1 where what begins in bars of their own is left as it is, otherwise 0. */
    public Field standing() {
        List<Boolean> none = new ArrayList<>();
        own.forEach(each -> none.add(true));
        return new Pins<>(own, none).field(style, levels);
    }

    /** A factor for whatever is as in the bar that is followed, by the beats that it lasts. */
    public Field following(double strength) {
        List<Beat> beats = style.beats();
        double[] factor = beats.stream().mapToDouble(each -> StrictMath.exp(strength * each.length() / style.beat())).toArray();
        return (level, symbol) -> lengths[level] == beats.get(symbol).length() && rests[level] == beats.get(symbol).rest() ? factor[symbol] : 1;
    }
}
