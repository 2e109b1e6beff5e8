package studio.tutti.assistant.flowmachines.internal;

import java.util.List;
import studio.tutti.assistant.flowmachines.Metre;

/**
 * The situation of a note: which kind of chord it meets, how heavy its place is, how long it is, and which chord comes next.
 *
 * @param label the chord, {@link Label#NONE} if there is none
 * @param next the chord that follows, if this note is the last before it; otherwise {@link Label#NONE}
 * @param strength as {@link Metre#strength}
 * @param first whether it is the first note of the chord
 * @param length 0 less than a beat, 1 a beat or longer but less than two, 2 longer
 */
public record Fit(Label label, Label next, int strength, boolean first, int length) {

    /** How many situations under a chord are told apart. */
    public static final int HERE = Label.FAMILIES * 3 * 3;

    /** How many situations before a chord are told apart. */
    public static final int BEFORE = Label.FAMILIES;

    /** The situations of the notes of a line; for rests what a note there would meet. */
    public static Fit[] of(List<Span> line, List<Span> harmony, List<Label> labels, Metre metre) {
        Fit[] fits = new Fit[line.size()];
        int beat = Slots.of(metre.beat());
        for (int i = 0; i < fits.length; i++) {
            Span span = line.get(i);
            int chord = Reading.chordAt(harmony, span.start());
            Label label = chord < 0 ? Label.NONE : labels.get(chord);
            boolean changes = chord >= 0 && chord + 1 < labels.size() && span.end() >= harmony.get(chord).end();
            boolean first = i == 0 || Reading.chordAt(harmony, line.get(i - 1).start()) != chord;
            int length = span.length() < beat ? 0 : span.length() < 2 * beat ? 1 : 2;
            fits[i] = new Fit(label, changes ? labels.get(chord + 1) : Label.NONE,
                    metre.strength(Slots.ticks(span.start())), first, length);
        }
        return fits;
    }

    /** The situation under its chord, below {@link #HERE}. */
    public int here() {
        int heavy = strength >= 2 ? 2 : strength;
        return (label.family() * 3 + heavy) * 3 + length;
    }

    /** The chord by its place in the key, and the weight of the note's place. */
    public int inKey() {
        return ((Math.max(0, label.root()) * Label.FAMILIES) + label.family()) * 3 + Math.min(2, strength);
    }

    /** The same for a bass: whether it begins the chord counts, not how long it is. */
    public int hereLow() {
        int heavy = strength >= 2 ? 2 : strength;
        return (label.family() * 3 + heavy) * 3 + (first ? 1 : length == 0 ? 0 : 2);
    }

    /** The situation before the next chord, below {@link #BEFORE}; −1 if none is near. */
    public int before() {
        return next.root() < 0 ? -1 : next.family();
    }
}
