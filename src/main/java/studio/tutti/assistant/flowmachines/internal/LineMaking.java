package studio.tutti.assistant.flowmachines.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.Cadence;
import studio.tutti.assistant.flowmachines.ChordTones;
import studio.tutti.assistant.flowmachines.Constraint;
import studio.tutti.assistant.flowmachines.FlowRequest;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.assistant.flowmachines.Unsatisfiable;

/** Makes the pitches of a melody or a bass whose rhythm stands, over chords that stand. */
final class LineMaking {

    private static final int NEAR = 8;
    private static final int BASS_LEAP = 12;
    /** A bass guitar's lowest string, and two octaves above: E1 to E3. */
    private static final int LOWEST_BASS = 28;
    private static final int HIGHEST_BASS = 52;

    private final String where;
    private final LineStyle style;
    private final FlowRequest request;
    private final Pins<Integer> pins;
    private final Kept kept;
    private final List<Span> notes;
    private final Motifs motifs;
    private final Fit[] fits;
    private final boolean low;
    private final boolean ended;
    private final @Nullable Section left;
    private final @Nullable Section right;
    private final Metre metre;
    private final int strong;
    private final List<Integer> toward;
    private final double odds;
    private final int lowest;
    private final int highest;
    private final Cancellation cancellation;
    private final @Nullable Integer[] pinned;
    private boolean wide;
    private final boolean[] pinnedLeft;
    private final boolean[] pinnedRight;

    LineMaking(String where, LineStyle style, FlowRequest request, Kept kept, List<Span> harmony, List<Label> labels, List<Span> notes,
            Motifs motifs, boolean low, Metre metre, boolean ended, @Nullable Section left, @Nullable Section right,
            @Nullable Kept leftKept, @Nullable Kept rightKept, int strong, List<Integer> toward,
            Tessitura tessitura, double odds, Cancellation cancellation) {
        this.where = where;
        this.style = style;
        this.request = request;
        this.kept = kept;
        this.pins = low ? kept.bass() : kept.notes();
        this.notes = notes;
        this.motifs = motifs;
        this.low = low;
        this.metre = metre;
        this.ended = ended;
        this.left = left;
        this.right = right;
        this.strong = strong;
        this.toward = toward;
        this.odds = odds;
        // What is varied may be as low and as high as it was.
        Tessitura free = low || kept.original() == null ? tessitura : tessitura.with(kept.original().pitches());
        lowest = low ? LOWEST_BASS + kept.shift() : request.lowest() > 0 ? request.lowest() + kept.shift() : free.lowest();
        highest = low ? HIGHEST_BASS + kept.shift() : request.highest() < 127 ? request.highest() + kept.shift() : free.highest();
        this.cancellation = cancellation;
        fits = Fit.of(notes, harmony, labels, metre);
        pinned = new Integer[notes.size()];
        for (int i = 0; i < pinned.length; i++) {
            pinned[i] = pins.at(notes.get(i));
        }
        pinnedLeft = stands(left, leftKept);
        pinnedRight = stands(right, rightKept);
    }

    /** For each note of the line in another section whether it is kept. */
    private boolean[] stands(@Nullable Section section, @Nullable Kept there) {
        List<Span> line = section == null ? List.of() : Section.sounding(low ? section.bass() : section.melody());
        boolean[] stands = new boolean[line.size()];
        for (int i = 0; i < stands.length && there != null; i++) {
            stands[i] = (low ? there.bass() : there.notes()).at(line.get(i)) != null;
        }
        return stands;
    }

    int[] draw(Dice dice) throws Unsatisfiable {
        EnumSet<Constraint> asked = EnumSet.noneOf(Constraint.class);
        if (Arrays.stream(pinned).anyMatch(pin -> pin != null)) {
            asked.add(Constraint.KEPT_NOTES);
        }
        if (!low && (request.lowest() > 0 || request.highest() < 127)) {
            asked.add(Constraint.RANGE);
        }
        asked.add(Constraint.LEAPS);
        if (!low && request.chordTones() == ChordTones.ALWAYS) {
            asked.add(Constraint.CHORD_TONES);
        }
        if (!low && ended && request.cadence() != Cadence.FREE) {
            asked.add(Constraint.CADENCE);
        }
        if (!low && request.copyNotes() > 0) {
            asked.add(Constraint.COPIES);
        }
        Steps steps = new Steps(where, style.tones(), asked, this::ask, cancellation);
        Section original = kept.original();
        if (!low && original != null && original.pitches().length > 0) {
            steps.follow(followed(original), request.distance());
        }
        if (motifs.repeatTones()) {
            steps.takeUp(new ToneMotifs(motifs, Slots.of(metre.bar()), notes, low ? null : style.scale(), (level, symbol) -> style.counterpart(symbol, fits[level])));
        }
        int[] symbols;
        try {
            symbols = steps.draw(dice);
        } catch (Unsatisfiable clash) {
            if (low || wide) {
                throw clash;
            }
            // The range of one song is no constraint that was asked for: that of all songs may do.
            wide = true;
            symbols = steps.draw(dice);
        }
        int[] pitches = new int[symbols.length];
        for (int i = 0; i < pitches.length; i++) {
            pitches[i] = pinned[i] != null ? pinned[i] : style.pitch(symbols[i], fits[i]);
        }
        return pitches;
    }

    private int[] followed(Section original) {
        List<Span> before = Section.sounding(original.melody());
        int[] followed = new int[notes.size()];
        for (int i = 0; i < followed.length; i++) {
            int same = Reading.chordAt(before, notes.get(i).start());
            followed[i] = same < 0 ? -1 : style.symbol(original.pitches()[same], fits[i]);
        }
        return followed;
    }

    private ToneAsk ask(Set<Constraint> wanted) {
        double[][] weight = new double[notes.size()][];
        for (int level = 0; level < weight.length; level++) {
            weight[level] = !low && request.chordTones() == ChordTones.FREE ? ones() : style.weights(fits[level]);
            restrict(weight[level], level, wanted);
        }
        int[] before = left == null ? new int[0] : neighbours(left);
        int[] beforeLength = left == null ? new int[0] : Section.lengths(Section.sounding(low ? left.bass() : left.melody()));
        int[] after = right == null ? new int[0] : neighbours(right);
        int[] afterLength = right == null ? new int[0] : Section.lengths(Section.sounding(low ? right.bass() : right.melody()));
        int near = Math.min(NEAR, before.length);
        int far = Math.min(4, after.length);
        return new ToneAsk(Section.lengths(notes), weight, pair(wanted),
                Arrays.copyOfRange(before, before.length - near, before.length),
                Arrays.copyOfRange(beforeLength, before.length - near, before.length),
                Arrays.copyOf(after, far), Arrays.copyOf(afterLength, far), ended && far == 0,
                wanted.contains(Constraint.COPIES) ? request.copyNotes() : 0, odds, standing(near, far));
    }

    /** Whether each of the notes before, here and after is kept: a run of such notes alone is no copy that was made. */
    private boolean[] standing(int near, int far) {
        boolean[] standing = new boolean[near + pinned.length + far];
        for (int i = 0; i < standing.length; i++) {
            int here = i - near;
            standing[i] = here < 0 ? pinnedLeft[pinnedLeft.length + here] : here < pinned.length ? pinned[here] != null : pinnedRight[here - pinned.length];
        }
        return standing;
    }

    private double[] ones() {
        double[] ones = new double[style.symbols()];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The symbols of the line in another section. */
    private int[] neighbours(Section section) {
        List<Span> line = Section.sounding(low ? section.bass() : section.melody());
        Fit[] there = Fit.of(line, section.harmony(), section.labels(), metre);
        int[] pitches = low ? section.lows() : section.pitches();
        int[] symbols = new int[pitches.length];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = style.symbol(pitches[i], there[i]);
        }
        return symbols;
    }

    private int least() {
        return wide && request.lowest() == 0 ? style.quantile(0.03) : lowest;
    }

    private int most() {
        int most = wide && request.highest() == 127 ? style.quantile(0.97) : highest;
        return request.lowest() > 0 && request.highest() == 127 ? Math.max(most, lowest + 12) : most;
    }

    private void restrict(double[] weight, int level, Set<Constraint> wanted) {
        Integer pin = pinned[level];
        int least = least();
        int most = most();
        boolean bounded = pin == null || wanted.contains(Constraint.RANGE);
        boolean asked = !low && (request.lowest() > 0 || request.highest() < 127);
        if (asked && !wanted.contains(Constraint.RANGE)) {
            bounded = false;
        }
        int tones = fits[level].label().tones();
        for (int symbol = 0; symbol < weight.length; symbol++) {
            // A kept note may lie beyond what the style knows: what counts is its own pitch.
            int pitch = pin != null && wanted.contains(Constraint.KEPT_NOTES) ? pin : style.pitch(symbol, fits[level]);
            boolean fits = !bounded || pitch >= least && pitch <= most;
            boolean inChord = (tones >> Math.floorMod(pitch, 12) & 1) != 0;
            if (wanted.contains(Constraint.KEPT_NOTES) && pin != null) {
                fits &= symbol == style.symbol(pin, this.fits[level]);
            }
            if (low && pin == null && this.fits[level].first()) {
                fits &= inChord;
            }
            if (wanted.contains(Constraint.CHORD_TONES) && this.fits[level].strength() >= strong) {
                fits &= inChord;
            }
            if (wanted.contains(Constraint.CADENCE) && level == notes.size() - 1) {
                fits &= inChord;
            }
            if (wanted.contains(Constraint.LEAPS) && level == notes.size() - 1 && pin == null) {
                fits &= toward.stream().allMatch(each -> Math.abs(each - pitch) <= request.leap());
            }
            if (!fits) {
                weight[symbol] = 0;
            }
        }
    }

    private StepTrellis.Pair pair(Set<Constraint> wanted) {
        int most = low ? BASS_LEAP : request.leap();
        boolean bounded = wanted.contains(Constraint.LEAPS);
        boolean keeps = wanted.contains(Constraint.KEPT_NOTES);
        boolean stands = pinnedLeft.length > 0 && pinnedLeft[pinnedLeft.length - 1];
        int[] there = left == null ? new int[0] : low ? left.lows() : left.pitches();
        return (level, last, symbol) -> {
            if (!bounded || level >= fits.length || last < 0 || level == 0 && there.length == 0) {
                return 1;
            }
            boolean free = pinned[level] != null && (level == 0 ? stands : pinned[level - 1] != null);
            if (free) {
                return 1;
            }
            int from = level == 0 ? there[there.length - 1] : pitch(level - 1, last, keeps);
            return Math.abs(pitch(level, symbol, keeps) - from) <= most ? 1 : 0;
        };
    }

    private int pitch(int level, int symbol, boolean keeps) {
        Integer pin = pinned[level];
        return keeps && pin != null ? pin : style.pitch(symbol, fits[level]);
    }
}
