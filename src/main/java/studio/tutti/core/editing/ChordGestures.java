package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.BeatHarmony;
import studio.tutti.core.music.ChordDetection;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.NoteName;
import studio.tutti.core.music.Ticks;

/** What hands do with the chords of a song. */
public final class ChordGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;

    public ChordGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Transposes chords. What is no chord symbol stays as it is.
     *
     * @param chosen the chords, or none for the whole song
     * @param semitones up, or down if negative; brought into −12 to 12
     * @param notes whether the notes of instrument tracks go with them as long as these chords last, and with the whole song
     *     its keys; drums don't
     */
    public Gesture transpose(List<Element> chosen, int semitones, boolean notes) {
        int higher = (int) Leeway.within(semitones, -12, 12);
        boolean all = chosen.isEmpty();
        List<Element> chords = Elements.sorted(all ? arrangement.root().children(Kind.CHORD) : Chosen.of(Kind.CHORD, chosen));
        Draft draft = new Draft(ids);
        for (Element chord : chords) {
            ChordSymbol.parse(chord.text(Property.SYMBOL))
                    .ifPresent(symbol -> draft.set(chord, Property.SYMBOL, (Object) symbol.higher(higher).toString()));
        }
        if (notes && higher != 0) {
            new Transposition(arrangement, draft, all ? everything() : Stretches.of(chords), higher).run();
            if (all) {
                keys(draft, higher);
            }
        }
        return draft.as(Labels.CHORDS_TRANSPOSE);
    }

    private static Stretches everything() {
        return new Stretches(List.of(new long[] {0, Splice.OPEN}));
    }

    private void keys(Draft draft, int higher) {
        List<Element> keys = new ArrayList<>(arrangement.root().children(Kind.KEY));
        keys.add(arrangement.root());
        for (Element key : keys) {
            draft.set(key, Property.FIFTHS, new NoteName(key.integer(Property.FIFTHS)).higher(higher).fifths());
        }
    }

    /** Whether there are chords between two ticks. */
    public boolean hasChords(long from, long to) {
        return arrangement.root().children(Kind.CHORD).stream().anyMatch(chord -> chord.start() < to && chord.end() > from);
    }

    /**
     * Fills bars of the chord lane with the chords that are heard in the notes, in place of those that were there. Chords that
     * reach in from outside are cut where the bars begin or end.
     *
     * @param from in the first bar
     * @param to in the last bar, or where it ends; no later than the last clip
     */
    public Gesture detect(long from, long to) {
        Draft draft = new Draft(ids);
        long end = Math.min(Leeway.within(to, 0, Ticks.LAST), Harmony.end(arrangement));
        if (end <= from) {
            return draft.as(Labels.CHORDS_DETECT);
        }
        BeatHarmony harmony = Harmony.of(arrangement, Leeway.within(from, 0, Ticks.LAST), end);
        clear(draft, harmony.tick(0), harmony.tick(harmony.count()));
        for (ChordDetection.Heard heard : ChordDetection.detect(harmony)) {
            ChordSymbol symbol = heard.symbol();
            if (symbol != null) {
                long start = harmony.tick(heard.from());
                draft.make(Kind.CHORD, Arrangement.ROOT)
                        .with(Property.START, start)
                        .with(Property.LENGTH, harmony.tick(heard.to()) - start)
                        .with(Property.SYMBOL, symbol.toString());
            }
        }
        return draft.as(Labels.CHORDS_DETECT);
    }

    /** Empties bars of the lane; chords that reach in from outside are cut. */
    void clear(Draft draft, long from, long to) {
        for (Element chord : Elements.sorted(arrangement.root().children(Kind.CHORD))) {
            if (chord.start() >= to || chord.end() <= from) {
                continue;
            }
            boolean before = chord.start() < from;
            boolean after = chord.end() > to;
            if (before) {
                draft.set(chord, Property.LENGTH, from - chord.start());
            } else if (after) {
                draft.set(chord, Property.START, to);
                draft.set(chord, Property.LENGTH, chord.end() - to);
            } else {
                draft.remove(chord);
            }
            if (before && after) {
                draft.copy(chord, Arrangement.ROOT).with(Property.START, to).with(Property.LENGTH, chord.end() - to);
            }
        }
    }
}
