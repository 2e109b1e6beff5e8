package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
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

/**
 * Makes one section: the rhythm of the chords, the chords, the rhythm of the melody, its pitches, and the same for the bass; each exactly
 * from its model, given what was made before it.
 */
final class SectionMaking {

    /** Symbols on either side that a section hears. */
    private static final int NEAR = 8;
    /** Places at least as heavy as this are strong. */
    private static final int STRONG = 2;

    private final FlowRequest request;
    private final Metre metre;
    private final Style chords;
    private final Style lines;
    private final Style basses;
    private final Kept kept;
    private final int firstBar;
    private final int bars;
    private final boolean ended;
    private final @Nullable Section left;
    private final @Nullable Section right;
    private final @Nullable Kept leftKept;
    private final @Nullable Kept rightKept;
    private final List<Integer> toward;
    private final Tessitura tessitura;
    private final double odds;
    private final Cancellation cancellation;

    SectionMaking(FlowRequest request, Style chords, Style lines, Style basses, Kept kept, int firstBar, int bars, boolean ended,
            @Nullable Section left, @Nullable Section right, @Nullable Kept leftKept, @Nullable Kept rightKept, List<Integer> toward,
            Tessitura tessitura, Cancellation cancellation) {
        this.request = request;
        this.chords = chords;
        this.lines = lines;
        this.basses = basses;
        this.kept = kept;
        this.firstBar = firstBar;
        this.bars = bars;
        this.ended = ended;
        this.left = left;
        this.right = right;
        this.leftKept = leftKept;
        this.rightKept = rightKept;
        this.toward = toward;
        this.tessitura = tessitura;
        this.cancellation = cancellation;
        metre = Reading.like(request.metre());
        odds = StrictMath.pow(16, request.stray() - 0.5);
    }

    Section make(Dice dice) throws Unsatisfiable {
        Motifs chordMotifs = motifs(chords.chordMotifs(metre), null, dice.apart(11));
        List<Span> harmony = harmony(chordMotifs, dice.apart(1));
        List<Label> labels = labels(harmony, chordMotifs, dice.apart(2));
        List<Span> melody = List.of();
        int[] pitches = {};
        if (request.melody()) {
            Motifs motifs = motifs(lines.melodyMotifs(metre), chordMotifs, dice.apart(13));
            melody = melodyRhythm(motifs, dice.apart(3));
            pitches = line("the melody", lines.melody(request.key().minor()), harmony, labels, melody, motifs, false, dice.apart(4));
        } else if (!kept.notes().isEmpty()) {
            melody = kept.notes().spans();
            pitches = kept.notes().things().stream().mapToInt(Integer::intValue).filter(pitch -> pitch >= 0).toArray();
        }
        List<Span> bass = List.of();
        int[] lows = {};
        if (request.bass()) {
            Motifs motifs = motifs(basses.bassMotifs(metre), chordMotifs, dice.apart(15));
            bass = bassRhythm(motifs, dice.apart(5));
            lows = line("the bass", basses.bass(), harmony, labels, bass, motifs, true, dice.apart(6));
        } else if (!kept.bass().isEmpty()) {
            bass = kept.bass().spans();
            lows = kept.bass().things().stream().mapToInt(Integer::intValue).filter(pitch -> pitch >= 0).toArray();
        }
        return new Section(harmony, labels, melody, pitches, bass, lows);
    }

    /** How bars come back; what is varied comes back by that. */
    private Motifs motifs(MotifStyle style, @Nullable Motifs under, Dice dice) {
        return kept.original() != null ? Motifs.none(bars) : style.draw(bars, under, dice);
    }

    private List<Span> harmony(Motifs motifs, Dice dice) throws Unsatisfiable {
        RhythmStyle style = chords.chordRhythm(metre);
        require(style, "chords");
        RhythmDraw draw = new RhythmDraw("the chords", style, firstBar, bars, request.chordsPerBar(), 0,
                (int) StrictMath.ceil(request.chordsPerBar()) + 1, Constraint.CHANGES, Constraint.KEPT_CHORDS, kept.chords(),
                left == null ? List.of() : left.harmony(), ended, odds, cancellation);
        draw.takeUp(motifs);
        int stands = kept.chords().isEmpty() ? 0 : kept.chords().spans().getLast().end();
        boolean ready = kept.chords().isEmpty() ? left != null : prepares(kept.chords().things().getLast());
        if (ended && (request.cadence() == Cadence.AUTHENTIC || request.cadence() == Cadence.PLAGAL) && !ready && stands < bars * style.bar()) {
            draw.notLast(stands);
        }
        if (kept.original() != null && !kept.original().harmony().isEmpty()) {
            draw.follow(kept.original().harmony(), request.distance() / 2);
        }
        return draw.draw(dice);
    }

    private void require(RhythmStyle style, String what) throws Unsatisfiable {
        if (style.isEmpty()) {
            throw new Unsatisfiable(List.of(Constraint.METRE),
                    "This style has no " + what + " in " + request.metre() + ". Choose another metre or another style.");
        }
    }

    private List<Label> labels(List<Span> harmony, Motifs motifs, Dice dice) throws Unsatisfiable {
        LabelStyle style = chords.chords(request.key().minor()).with(kept.chords().things());
        Tones tones = style.tones();
        int[] length = Section.lengths(harmony);
        boolean[] pinned = new boolean[harmony.size()];
        double[][] plain = new double[harmony.size()][];
        for (int level = 0; level < plain.length; level++) {
            plain[level] = style.weights(harmony.get(level), firstBar, metre);
            pinned[level] = kept.chords().at(harmony.get(level)) != null;
            hear(plain[level], harmony, level, style);
        }
        EnumSet<Constraint> asked = EnumSet.noneOf(Constraint.class);
        if (!kept.chords().isEmpty()) {
            asked.add(Constraint.KEPT_CHORDS);
        }
        if (request.inKey()) {
            asked.add(Constraint.IN_KEY);
        }
        if (ended && request.cadence() != Cadence.FREE) {
            asked.add(Constraint.CADENCE);
        }
        if (request.copyChords() > 0) {
            asked.add(Constraint.COPIES);
        }
        if (request.melody() && request.chordTones() == ChordTones.ALWAYS) {
            asked.add(Constraint.CHORD_TONES);
        }
        int[] before = left == null ? new int[0] : symbols(left.labels(), style);
        int[] after = right == null ? new int[0] : symbols(right.labels(), style);
        int near = Math.min(NEAR, before.length);
        int far = Math.min(4, after.length);
        Steps steps = new Steps("the chords", tones, asked, wanted -> {
            double[][] weight = new double[plain.length][];
            for (int level = 0; level < plain.length; level++) {
                weight[level] = restrict(plain[level].clone(), level, harmony, style, wanted);
            }
            return new ToneAsk(length, weight, pairs(harmony, pinned, style, wanted),
                    Arrays.copyOfRange(before, before.length - near, before.length),
                    left == null ? new int[0] : Arrays.copyOfRange(Section.lengths(left.harmony()), before.length - near, before.length),
                    Arrays.copyOf(after, far), right == null ? new int[0] : Arrays.copyOf(Section.lengths(right.harmony()), far),
                    ended && far == 0, wanted.contains(Constraint.COPIES) ? request.copyChords() : 0, odds);
        }, cancellation);
        Section original = kept.original();
        if (original != null && !original.labels().isEmpty()) {
            int[] followed = new int[harmony.size()];
            for (int level = 0; level < followed.length; level++) {
                int chord = Reading.chordAt(original.harmony(), harmony.get(level).start());
                followed[level] = chord < 0 ? -1 : style.symbol(style.known(original.labels().get(chord)));
            }
            steps.follow(followed, request.distance());
        }
        if (motifs.repeatTones()) {
            steps.takeUp(new ToneMotifs(motifs, Slots.of(metre.bar()), harmony, null, (level, symbol) -> symbol));
        }
        int[] drawn = steps.draw(dice);
        List<Label> labels = new ArrayList<>();
        for (int symbol : drawn) {
            labels.add(style.labels().get(symbol));
        }
        return labels;
    }

    private static int[] symbols(List<Label> labels, LabelStyle style) {
        return labels.stream().mapToInt(label -> style.symbol(style.known(label))).filter(symbol -> symbol >= 0).toArray();
    }

    /** Lets chords hear a melody that stands: how much more often its notes come under such a chord than at all. */
    private void hear(double[] weight, List<Span> harmony, int level, LabelStyle style) {
        List<Span> notes = kept.notes().spans();
        LineStyle line = lines.melody(request.key().minor());
        Span span = harmony.get(level);
        for (int i = 0; i < notes.size(); i++) {
            Span note = notes.get(i);
            int pitch = kept.notes().things().get(i);
            if (pitch < 0 || note.start() < span.start() || note.start() >= span.end() || line.isEmpty()) {
                continue;
            }
            for (int symbol = 0; symbol < weight.length; symbol++) {
                Fit fit = Fit.of(List.of(note), List.of(span), List.of(style.labels().get(symbol)), metre)[0];
                weight[symbol] *= line.factor(line.symbol(pitch, fit), fit);
            }
        }
    }

    private double[] restrict(double[] weight, int level, List<Span> harmony, LabelStyle style, Set<Constraint> wanted) {
        Label pin = kept.chords().at(harmony.get(level));
        int pinned = pin == null ? -1 : style.symbol(pin);
        int key = keyTones();
        for (int symbol = 0; symbol < weight.length; symbol++) {
            Label label = style.labels().get(symbol);
            boolean fits = true;
            if (wanted.contains(Constraint.KEPT_CHORDS) && pin != null) {
                fits = symbol == pinned;
            }
            if (wanted.contains(Constraint.IN_KEY) && label.root() >= 0) {
                fits &= (label.tones() & ~key) == 0;
            }
            if (wanted.contains(Constraint.CADENCE) && level == harmony.size() - 1) {
                fits &= closes(label);
            }
            if (wanted.contains(Constraint.CHORD_TONES)) {
                fits &= (label.tones() & rangeTones()) != 0;
            }
            if (!fits) {
                weight[symbol] = 0;
            } else if (pinned == symbol && weight[symbol] == 0) {
                weight[symbol] = 1;
            }
        }
        return weight;
    }

    /** Tones of the key, seen from its signature; a minor key has its raised seventh as well. */
    private int keyTones() {
        int major = 1 | 1 << 2 | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 9 | 1 << 11;
        return request.key().minor() ? major | 1 << 8 : major;
    }

    /** The pitch classes that the range holds, seen from the signature. */
    private int rangeTones() {
        int tones = 0;
        for (int pitch = request.lowest(); pitch <= Math.min(request.highest(), request.lowest() + 11); pitch++) {
            tones |= 1 << Math.floorMod(pitch + kept.shift(), 12);
        }
        return tones;
    }

    private int tonic() {
        return request.key().minor() ? 9 : 0;
    }

    private boolean closes(Label label) {
        if (request.cadence() == Cadence.HALF) {
            return label.root() == (tonic() + 7) % 12 && (label.family() == 0 || label.family() == 2 || label.family() == 6);
        }
        return label.root() == tonic() && label.bass() == 0 && (request.key().minor()
                ? label.family() == 1 || label.family() == 4 : label.family() == 0 || label.family() == 3);
    }

    private boolean prepares(Label label) {
        if (request.cadence() == Cadence.AUTHENTIC) {
            return label.root() == (tonic() + 7) % 12 && (label.family() == 0 || label.family() == 2 || label.family() == 6);
        }
        return label.root() == (tonic() + 5) % 12 && label.family() != 5;
    }

    private StepTrellis.Pair pairs(List<Span> harmony, boolean[] pinned, LabelStyle style, Set<Constraint> wanted) {
        int last = harmony.size() - 1;
        boolean prepared = wanted.contains(Constraint.CADENCE)
                && (request.cadence() == Cadence.AUTHENTIC || request.cadence() == Cadence.PLAGAL);
        boolean[] good = new boolean[style.labels().size()];
        for (int symbol = 0; symbol < good.length; symbol++) {
            good[symbol] = prepares(style.labels().get(symbol));
        }
        int bar = Slots.of(metre.bar());
        return (level, before, symbol) -> {
            if (prepared && level == last && (before < 0 || !good[before])) {
                return 0;
            }
            // A chord that doesn't change is one chord, unless it stands so already, is very long, or begins a section.
            boolean free = level > last || level == 0 || pinned[level] || harmony.get(level - 1).length() >= 4 * bar;
            return before == symbol && !free ? 0 : 1;
        };
    }

    private List<Span> melodyRhythm(Motifs motifs, Dice dice) throws Unsatisfiable {
        RhythmStyle style = lines.melodyRhythm(metre);
        require(style, "melodies");
        RhythmDraw draw = new RhythmDraw("the melody's rhythm", style, firstBar, bars, request.notesPerBar(), 0,
                (int) (2 * request.notesPerBar()) + 1, Constraint.DENSITY, Constraint.KEPT_NOTES, kept.notes(),
                left == null ? List.of() : left.melody(), ended, odds, cancellation);
        draw.takeUp(motifs);
        if (kept.original() != null && !kept.original().melody().isEmpty()) {
            draw.follow(kept.original().melody(), request.distance() / 2);
        }
        return draw.draw(dice);
    }

    private List<Span> bassRhythm(Motifs motifs, Dice dice) throws Unsatisfiable {
        RhythmStyle style = basses.bassRhythm(metre);
        require(style, "basses");
        double rate = Math.min(style.onsets(), (double) metre.bar() / metre.beat());
        RhythmDraw draw = new RhythmDraw("the bass's rhythm", style, firstBar, bars, rate,
                kept.bass().isEmpty() ? 1 : 0, (int) (2 * rate) + 1, Constraint.DENSITY, Constraint.KEPT_NOTES, kept.bass(),
                left == null ? List.of() : left.bass(), ended, odds, cancellation);
        draw.takeUp(motifs);
        return draw.draw(dice);
    }

    private int[] line(String where, LineStyle style, List<Span> harmony, List<Label> labels, List<Span> rhythm, Motifs motifs,
            boolean low, Dice dice) throws Unsatisfiable {
        return new LineMaking(where, style, request, kept, harmony, labels, Section.sounding(rhythm), motifs, low, metre, ended, left, right,
                leftKept, rightKept, STRONG, low ? List.of() : toward, tessitura, odds, cancellation).draw(dice);
    }
}
