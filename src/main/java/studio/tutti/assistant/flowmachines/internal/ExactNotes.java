package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.tutti.assistant.flowmachines.Constraint;
import studio.tutti.assistant.flowmachines.FormSection;
import studio.tutti.assistant.flowmachines.SheetNote;
import studio.tutti.assistant.flowmachines.Unsatisfiable;

/** The kept notes of a line in their own time, which need not be that of the grid on which everything is made. */
final class ExactNotes {

    private final TreeMap<Integer, SheetNote> bySlot = new TreeMap<>();
    private final int bar;
    private final int end;

    /**
     * @param kept in order
     * @param bar slots of a bar
     * @param bars how many there are
     * @throws Unsatisfiable if sections of one label keep notes that the grid takes for one, but that differ
     */
    ExactNotes(List<SheetNote> kept, List<FormSection> form, int bar, int bars) throws Unsatisfiable {
        this.bar = bar;
        end = bars * bar;
        List<SheetNote> inside = new ArrayList<>();
        for (SheetNote note : kept) {
            int slot = Slots.of(note.start());
            if (slot >= 0 && slot < end) {
                int start = Math.max(0, note.start());
                inside.add(new SheetNote(start, Math.max(1, Math.min(Slots.ticks(end), note.end()) - start), note.pitch()));
                bySlot.put(slot, inside.getLast());
            }
        }
        for (SheetNote note : inside) {
            repeat(note, form);
        }
    }

    /** What one section keeps, the others of its label have as well. */
    private void repeat(SheetNote note, List<FormSection> form) throws Unsatisfiable {
        Span span = KeptReading.span(note, end);
        for (FormSection home : form) {
            if (span.start() < home.bar() * bar || span.end() > (home.bar() + home.bars()) * bar) {
                continue;
            }
            for (FormSection other : form) {
                int by = (other.bar() - home.bar()) * bar;
                if (by != 0 && other.label().equals(home.label())) {
                    int start = Math.max(0, note.start() + Slots.ticks(by));
                    SheetNote again = new SheetNote(start, Math.max(1, Math.min(Slots.ticks(end), note.end() + Slots.ticks(by)) - start), note.pitch());
                    SheetNote there = bySlot.putIfAbsent(span.start() + by, again);
                    if (there != null && !there.equals(again)) {
                        throw new Unsatisfiable("the sections “" + home.label() + "”", List.of(Constraint.FORM, Constraint.KEPT_NOTES));
                    }
                }
            }
        }
    }

    /** Whether a note is a kept one, or repeats one. */
    boolean holds(SheetNote note) {
        return note.equals(bySlot.get(Slots.of(note.start())));
    }

    /** A line that was made on the grid, with the kept notes as they are; notes beside them give way by less than a slot. */
    List<SheetNote> in(List<SheetNote> line) {
        List<SheetNote> all = new ArrayList<>(bySlot.values());
        Set<SheetNote> exact = new HashSet<>(all);
        for (SheetNote note : line) {
            Map.Entry<Integer, SheetNote> kept = bySlot.floorEntry(Slots.of(note.start()));
            if (kept == null || KeptReading.span(kept.getValue(), end).end() <= Slots.of(note.start())) {
                all.add(note);
            }
        }
        all.sort(Comparator.comparingInt(SheetNote::start));
        for (int i = 1; i < all.size(); i++) {
            SheetNote before = all.get(i - 1);
            SheetNote note = all.get(i);
            if (before.end() > note.start() && exact.contains(before) && !exact.contains(note)) {
                all.set(i, new SheetNote(before.end(), note.end() - before.end(), note.pitch()));
            } else if (before.end() > note.start()) {
                all.set(i - 1, new SheetNote(before.start(), note.start() - before.start(), before.pitch()));
            }
        }
        return all;
    }
}
