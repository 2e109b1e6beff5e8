package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The pitches of melodies or basses of a style: what follows what, and how they lean by the chord they meet and by the chord that comes.
 *
 * <p>A melody's symbols are pitches in the key without signature; a bass's symbols are pitches above the chord's root at its lowest place
 * in the bass, so that a line learned over one chord serves every chord;
 * and each says whether the note is the first of its chord.
 */
public final class LineStyle {

    /** The lowest note of a bass guitar: where roots begin. */
    private static final int LOWEST_ROOT = 28;
    /** A bass may go an octave below the root's place, as five strings do, and this far above. */
    private static final int BELOW = 12;
    private static final int ABOVE = 36;
    /** How much it counts what is usual under this very chord of the key. */
    private static final double KEYED = 1.2;
    /** Pitches that a melody may be asked for beyond those it has learned. */
    private static final int BEYOND = 7;

    private final boolean low;
    private final int lowest;
    private final int steps;
    private final int symbols;
    private final Tones tones;
    private final double[][] here;
    private final double[][] before;
    private final double[][] keyed;
    private final int[] sorted;
    private final List<Tessitura> ranges = new ArrayList<>();

    private LineStyle(List<Reading> readings, boolean low, int order, double power, boolean views) {
        this.low = low;
        List<int[]> songs = new ArrayList<>();
        List<int[]> lengths = new ArrayList<>();
        List<Fit[]> fits = new ArrayList<>();
        int least = low ? 0 : 127;
        int most = low ? BELOW + ABOVE : 0;
        List<Integer> all = new ArrayList<>();
        for (Reading reading : readings) {
            List<Span> line = low ? reading.bass() : reading.melody();
            List<Integer> pitches = low ? reading.lows() : reading.pitches();
            List<Span> sounding = new ArrayList<>();
            List<Integer> heard = new ArrayList<>();
            for (int i = 0; i < line.size(); i++) {
                if (!line.get(i).rest()) {
                    sounding.add(line.get(i));
                    heard.add(pitches.get(i));
                }
            }
            Fit[] fit = Fit.of(sounding, reading.harmony(), reading.labels(), reading.metre());
            int[] song = new int[heard.size()];
            for (int i = 0; i < song.length; i++) {
                song[i] = heard.get(i);
                least = low ? least : Math.min(least, song[i]);
                most = low ? most : Math.max(most, song[i]);
                all.add(heard.get(i));
            }
            if (song.length > 0) {
                ranges.add(new Tessitura(heard.stream().mapToInt(Integer::intValue).min().orElseThrow(), heard.stream().mapToInt(Integer::intValue).max().orElseThrow()));
                songs.add(song);
                lengths.add(sounding.stream().mapToInt(Span::length).toArray());
                fits.add(fit);
            }
        }
        lowest = low ? 0 : Math.max(0, Math.min(least, most) - BEYOND);
        steps = (low ? most : Math.min(127, most + BEYOND)) - lowest + 1;
        symbols = low ? 2 * steps : steps;
        sorted = all.stream().mapToInt(Integer::intValue).sorted().toArray();
        Leaning under = new Leaning(Fit.HERE, 12);
        Leaning inKey = new Leaning(12 * Label.FAMILIES * 3, 12);
        Leaning toward = new Leaning(Fit.BEFORE, 12);
        for (int song = 0; song < songs.size(); song++) {
            int[] sequence = songs.get(song);
            for (int i = 0; i < sequence.length; i++) {
                Fit fit = fits.get(song)[i];
                sequence[i] = symbol(sequence[i], fit);
                if (fit.label().root() >= 0) {
                    under.see(low ? fit.hereLow() : fit.here(), above(sequence[i], fit, fit.label()));
                    inKey.see(fit.inKey(), Math.floorMod(pitch(sequence[i], fit), 12));
                }
                if (fit.before() >= 0) {
                    toward.see(fit.before(), above(sequence[i], fit, fit.next()));
                }
            }
        }
        here = under.factors(power);
        keyed = inKey.factors(low ? 0 : KEYED);
        before = toward.factors(power * 0.7);
        tones = new Tones(symbols, songs, lengths, order, low || !views ? Viewpoint.NONE : new Intervals(symbols));
    }

    /**
     * @param power how much the leanings count
     * @param views whether intervals count beside pitches
     */
    public static LineStyle melody(List<Reading> readings, int order, double power, boolean views) {
        return new LineStyle(readings, false, order, power, views);
    }

    public static LineStyle bass(List<Reading> readings, int order, double power) {
        return new LineStyle(readings, true, order, power, false);
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    public Tones tones() {
        return tones;
    }

    /** The pitch, in the key without signature, that a symbol stands for. */
    public int pitch(int symbol, Fit fit) {
        return low ? base(fit.label()) + symbol / 2 - BELOW : symbol + lowest;
    }

    /** The symbol of a pitch, or of the nearest that the style knows; for a melody one octaves away, so that it fits chords alike. */
    public int symbol(int pitch, Fit fit) {
        if (!low && steps >= 12 && (pitch < lowest || pitch >= lowest + steps)) {
            int above = Math.floorMod(pitch - lowest, 12);
            return pitch < lowest ? above : above + (steps - 1 - above) / 12 * 12;
        }
        int step = Math.clamp(low ? pitch - base(fit.label()) + BELOW : pitch - lowest, 0, steps - 1);
        return low ? 2 * step + (fit.first() ? 1 : 0) : step;
    }

    /** Where the root of a chord lies in a bass. */
    static int base(Label label) {
        int bass = label.root() < 0 ? 0 : label.root();
        return LOWEST_ROOT + Math.floorMod(bass - LOWEST_ROOT, 12);
    }

    private int above(int symbol, Fit fit, Label label) {
        return Math.floorMod(pitch(symbol, fit) - label.root(), 12);
    }

    /** The factors of each symbol in a situation. */
    public double[] weights(Fit fit) {
        double[] weights = new double[symbols];
        for (int symbol = 0; symbol < symbols; symbol++) {
            weights[symbol] = factor(symbol, fit);
        }
        return weights;
    }

    /** The factor of a symbol in a situation: how well it fits the chord, seen from what is usual. */
    public double factor(int symbol, Fit fit) {
        if (low && (symbol & 1) != (fit.first() ? 1 : 0)) {
            return 0;
        }
        double factor = 1;
        if (fit.label().root() >= 0) {
            factor = here[low ? fit.hereLow() : fit.here()][above(symbol, fit, fit.label())]
                    * keyed[fit.inKey()][Math.floorMod(pitch(symbol, fit), 12)];
        }
        if (fit.before() >= 0) {
            factor *= before[fit.before()][above(symbol, fit, fit.next())];
        }
        return factor;
    }

    /** The range of one of the songs learned from. */
    Tessitura tessitura(Dice dice) {
        return ranges.isEmpty() ? Tessitura.ALL : ranges.get((int) (dice.unit() * ranges.size()));
    }

    /** The pitch below which a share of the notes learned from lies. */
    public int quantile(double share) {
        return sorted[Math.clamp((long) (share * sorted.length), 0, sorted.length - 1)];
    }

    /** For each symbol of a melody its place on the scale. */
    public int[] scale() {
        int[] scale = new int[symbols];
        for (int symbol = 0; symbol < symbols; symbol++) {
            scale[symbol] = MotifReading.degree(symbol + lowest);
        }
        return scale;
    }

    /** What is the same as a symbol elsewhere: in a bass, what lies as far above the root. */
    public int counterpart(int symbol, Fit fit) {
        return low ? symbol & ~1 | (fit.first() ? 1 : 0) : symbol;
    }

    /** How many symbols. */
    public int symbols() {
        return symbols;
    }
}
