package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.Constraint;
import studio.tutti.assistant.flowmachines.FlowRequest;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.SheetNote;
import studio.tutti.assistant.flowmachines.Unsatisfiable;

/** Reads what a request keeps and varies, seen from the key that it asks for. */
final class KeptReading {

    private final FlowRequest request;
    private final int bar;
    private final int shift;
    private final Pins<Label> chords;
    private final Pins<Integer> notes;
    private final Pins<Integer> bass;

    /** @throws Unsatisfiable if notes lie nearer to one another than the grid tells apart */
    KeptReading(FlowRequest request, int bar, int shift) throws Unsatisfiable {
        this.request = request;
        this.bar = bar;
        this.shift = shift;
        LeadSheet keep = request.keep();
        chords = keep == null ? Pins.none() : chords(keep);
        notes = keep == null ? Pins.none() : line(keep.melody(), request.wholeBars() || !request.melody(), !request.melody());
        bass = keep == null ? Pins.none() : line(keep.bass(), request.wholeBars() || !request.bass(), !request.bass());
    }

    Pins<Label> chords() {
        return chords;
    }

    Pins<Integer> notes() {
        return notes;
    }

    Pins<Integer> bass() {
        return bass;
    }

    private Pins<Label> chords(LeadSheet sheet) {
        List<Span> spans = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (ChordSpan chord : sheet.chords()) {
            int start = Slots.of(chord.start());
            int end = Math.min(Slots.of(chord.end()), request.bars() * bar);
            if (start >= 0 && end > start) {
                spans.add(new Span(start, end - start, false));
                labels.add(Label.of(chord.symbol(), request.key()));
            }
        }
        return new Pins<>(spans, labels);
    }

    /**
     * @param rests whether the rests of bars with notes stand as well
     * @param everywhere whether rests stand in all bars
     */
    private Pins<Integer> line(List<SheetNote> line, boolean rests, boolean everywhere) throws Unsatisfiable {
        if (line.isEmpty()) {
            return Pins.none();
        }
        int end = request.bars() * bar;
        boolean[] held = new boolean[request.bars()];
        List<Span> spans = new ArrayList<>();
        List<Integer> pitches = new ArrayList<>();
        for (SheetNote note : line) {
            Span span = span(note, end);
            if (span.start() < 0 || span.start() >= end) {
                continue;
            }
            if (!spans.isEmpty() && span.start() < spans.getLast().end()) {
                throw new Unsatisfiable(List.of(Constraint.KEPT_NOTES),
                        "Two notes that are kept begin within a twenty-fourth of a quarter. Leave one of them out, or move them apart.");
            }
            spans.add(span);
            pitches.add(note.pitch() + shift);
            for (int each = span.start() / bar; each <= (span.end() - 1) / bar; each++) {
                held[each] = true;
            }
        }
        return rests ? withRests(spans, pitches, held, everywhere) : new Pins<>(spans, pitches);
    }

    /** Where a kept note lies on the grid, however short it is. */
    static Span span(SheetNote note, int end) {
        int start = Slots.of(note.start());
        return new Span(start, Math.max(1, Math.min(end, Slots.of(note.end())) - start), false);
    }

    private Pins<Integer> withRests(List<Span> spans, List<Integer> pitches, boolean[] held, boolean everywhere) {
        List<Span> all = new ArrayList<>();
        List<Integer> things = new ArrayList<>();
        int at = 0;
        for (int i = 0; i <= spans.size(); i++) {
            int to = i < spans.size() ? spans.get(i).start() : held.length * bar;
            while (at < to) {
                int stop = Math.min(to, (at / bar + 1) * bar);
                if (everywhere || held[at / bar]) {
                    all.add(new Span(at, stop - at, true));
                    things.add(-1);
                }
                at = stop;
            }
            if (i < spans.size()) {
                all.add(spans.get(i));
                things.add(pitches.get(i));
                at = spans.get(i).end();
            }
        }
        return new Pins<>(all, things);
    }

    /** The bars of what is varied; null if nothing is. */
    @Nullable Section original(int from, int to) {
        LeadSheet vary = request.vary();
        if (vary == null) {
            return null;
        }
        Reading reading = Reading.of(vary);
        Pins<Label> harmony = new Pins<>(reading.harmony(), reading.labels()).within(from, to);
        List<Integer> moved = reading.pitches().stream().map(pitch -> pitch + shift - Reading.shift(vary)).toList();
        Pins<Integer> line = new Pins<>(reading.melody(), moved).within(from, to);
        int[] pitches = new int[line.spans().size()];
        int count = 0;
        for (int i = 0; i < pitches.length; i++) {
            if (!line.spans().get(i).rest()) {
                pitches[count++] = line.things().get(i);
            }
        }
        return new Section(harmony.spans(), harmony.things(), line.spans(), java.util.Arrays.copyOf(pitches, count), List.of(), new int[0]);
    }
}
