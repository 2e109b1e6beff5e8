package studio.tutti.assistant.flowmachines.internal;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.Constraint;
import studio.tutti.assistant.flowmachines.Unsatisfiable;

/** Draws chords or pitches for a section whose rhythm stands, and says which constraints clash if it can't. */
final class Steps {

    private final String where;
    private final Tones tones;
    private final Set<Constraint> asked;
    private final Function<Set<Constraint>, ToneAsk> ask;
    private final Cancellation cancellation;
    private int @Nullable [] original;
    private double distance;
    private @Nullable ToneMotifs motifs;

    /**
     * @param asked the constraints there are, copies among them if copies are limited
     * @param ask what is asked if only some of them are kept
     */
    Steps(String where, Tones tones, Set<Constraint> asked, Function<Set<Constraint>, ToneAsk> ask, Cancellation cancellation) {
        this.where = where;
        this.tones = tones;
        this.asked = asked;
        this.ask = ask;
        this.cancellation = cancellation;
    }

    /**
     * Lets it follow a sequence, of which a share is to change.
     *
     * @param symbols for each step the symbol followed, −1 for none
     */
    void follow(int[] symbols, double share) {
        original = symbols;
        distance = share;
    }

    /** Lets bars take up earlier ones: their own bars are drawn first, then the others anew. */
    void takeUp(ToneMotifs wanted) {
        motifs = wanted;
    }

    int[] draw(Dice dice) throws Unsatisfiable {
        ToneAsk wanted = ask.apply(asked);
        if (wanted.steps() == 0) {
            return new int[0];
        }
        ToneDraw plain = new ToneDraw(tones, wanted, cancellation);
        if (!plain.fits()) {
            Set<Constraint> others = EnumSet.copyOf(asked);
            others.remove(Constraint.COPIES);
            throw Clash.of(where, others, kept -> new ToneDraw(tones, ask.apply(kept), cancellation).fits());
        }
        if (original != null) {
            long followed = java.util.Arrays.stream(original).filter(symbol -> symbol >= 0).count();
            double tilt = Tilt.of((1 - distance) * followed, t -> new ToneDraw(tones, tilted(wanted, t), cancellation).logMass());
            plain = new ToneDraw(tones, tilted(wanted, tilt), cancellation);
        }
        int[] drawn = plain.draw(dice);
        if (drawn == null) {
            throw Clash.of(where, asked, kept -> new ToneDraw(tones, ask.apply(kept), cancellation).draw(dice) != null);
        }
        if (motifs == null) {
            return drawn;
        }
        // What was drawn first fits as well: it stands where no other way is found that copies nothing.
        int[] again = new ToneDraw(tones, motifs.in(wanted, drawn, Motifs.TONES), cancellation).draw(dice.apart(1));
        return again == null ? drawn : again;
    }

    private ToneAsk tilted(ToneAsk plain, double tilt) {
        double factor = StrictMath.exp(tilt);
        double[][] weight = new double[plain.steps()][];
        int[] followed = java.util.Objects.requireNonNull(original);
        for (int level = 0; level < weight.length; level++) {
            weight[level] = plain.weight()[level].clone();
            if (followed[level] >= 0) {
                weight[level][followed[level]] *= factor;
            }
        }
        return new ToneAsk(plain.length(), weight, plain.pair(), plain.left(), plain.leftLength(), plain.right(), plain.rightLength(),
                plain.ended(), plain.most(), plain.odds(), plain.standing());
    }
}
