package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.Constraint;
import studio.tutti.assistant.flowmachines.FlowRequest;
import studio.tutti.assistant.flowmachines.FormSection;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.assistant.flowmachines.SheetNote;
import studio.tutti.assistant.flowmachines.Unsatisfiable;

/**
 * Makes a lead sheet section by section. A label's first section is made, given its neighbours that stand; its others repeat it. What is
 * copied across the seams of repeats is found at the end, and the sheet is then drawn anew.
 */
public final class SheetMaking {

    private static final int TRIES = 24;

    private final FlowRequest request;
    private final Style chords;
    private final Style lines;
    private final Style basses;
    private final Cancellation cancellation;
    private final Metre metre;
    private final int bar;
    private final int shift;

    /**
     * @param chords where the chords come from
     * @param lines where the melody comes from
     * @param basses where the bass comes from
     */
    public SheetMaking(FlowRequest request, Style chords, Style lines, Style basses, Cancellation cancellation) {
        this.request = request;
        this.chords = chords;
        this.lines = lines;
        this.basses = basses;
        this.cancellation = cancellation;
        metre = Reading.like(request.metre());
        bar = Slots.of(metre.bar());
        shift = Math.floorMod(-request.key().signature() + 6, 12) - 6;
    }

    /** A lead sheet as asked for. */
    public LeadSheet make(long seed) throws Unsatisfiable {
        return ScopedValue.where(Cancellation.LEARNING, cancellation).call(() -> made(seed));
    }

    private LeadSheet made(long seed) throws Unsatisfiable {
        List<FormSection> form = request.form().isEmpty() ? List.of(new FormSection(0, request.bars(), "")) : request.form();
        Map<String, Kept> kept = kept(form);
        LeadSheet keep = request.keep();
        ExactNotes melodies = new ExactNotes(keep == null ? List.of() : keep.melody(), form, bar, request.bars());
        ExactNotes lows = new ExactNotes(keep == null ? List.of() : keep.bass(), form, bar, request.bars());
        Unsatisfiable first = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            cancellation.check();
            try {
                LeadSheet sheet = assemble(form, sections(form, kept, new Dice(seed).apart(attempt)), melodies, lows);
                if (singsAndJoins(sheet, melodies) && !copiesAcross(sheet, melodies)) {
                    return sheet;
                }
            } catch (Unsatisfiable clash) {
                // A melody or a bass may find no way over some chords and many over others; chords that clash clash always.
                if (clash.clashing().contains(Constraint.METRE) || attempt >= 5 || clash.getMessage().contains("the chords")) {
                    throw first == null ? clash : first;
                }
                first = first == null ? clash : first;
            }
        }
        throw first != null ? first : new Unsatisfiable("the sections of the form",
                request.form().isEmpty() ? List.of(Constraint.COPIES) : List.of(Constraint.FORM, Constraint.LEAPS, Constraint.COPIES));
    }

    private Map<String, Section> sections(List<FormSection> form, Map<String, Kept> kept, Dice dice) throws Unsatisfiable {
        Map<String, Section> made = new LinkedHashMap<>();
        Tessitura tessitura = request.melody() ? lines.melody(request.key().minor()).tessitura(dice.apart(99)) : Tessitura.ALL;
        for (int i = 0; i < form.size(); i++) {
            FormSection section = form.get(i);
            if (!made.containsKey(section.label())) {
                Section left = i == 0 ? null : made.get(form.get(i - 1).label());
                Section right = i + 1 < form.size() ? made.get(form.get(i + 1).label()) : null;
                boolean ended = form.getLast().label().equals(section.label());
                Kept before = left == null ? null : kept.get(form.get(i - 1).label());
                Kept after = right == null ? null : kept.get(form.get(i + 1).label());
                Section varied = made.get(section.varies());
                Kept here = varied == null || request.vary() != null ? kept.get(section.label()) : kept.get(section.label()).varying(varied);
                made.put(section.label(), new SectionMaking(request, chords, lines, basses, here, section.bar(), section.bars(), ended, left, right,
                        before, after, toward(form, section.label(), kept), tessitura, cancellation).make(dice.apart(100 + i)));
            }
        }
        return made;
    }

    /** The pitches of kept notes with which sections begin that come after those of a label. */
    private static List<Integer> toward(List<FormSection> form, String label, Map<String, Kept> kept) {
        List<Integer> pitches = new ArrayList<>();
        for (int i = 1; i < form.size(); i++) {
            Pins<Integer> notes = kept.get(form.get(i).label()).notes();
            if (form.get(i - 1).label().equals(label) && !notes.isEmpty() && notes.spans().getFirst().start() == 0 && notes.things().getFirst() >= 0) {
                pitches.add(notes.things().getFirst());
            }
        }
        return pitches;
    }

    /** What stands in the sections of each label, laid over one another. */
    private Map<String, Kept> kept(List<FormSection> form) throws Unsatisfiable {
        KeptReading reading = new KeptReading(request, bar, shift);
        Map<String, Kept> kept = new LinkedHashMap<>();
        for (FormSection section : form) {
            int from = section.bar() * bar;
            int to = from + section.bars() * bar;
            Pins<Label> sectionChords = reading.chords().within(from, to);
            Pins<Integer> notes = reading.notes().within(from, to);
            Pins<Integer> bass = reading.bass().within(from, to);
            Kept before = kept.get(section.label());
            if (before != null) {
                Pins<Label> bothChords = before.chords().and(sectionChords);
                Pins<Integer> bothNotes = before.notes().and(notes);
                Pins<Integer> bothBass = before.bass().and(bass);
                if (bothChords == null || bothNotes == null || bothBass == null) {
                    throw new Unsatisfiable("the sections “" + section.label() + "”",
                            List.of(Constraint.FORM, bothChords == null ? Constraint.KEPT_CHORDS : Constraint.KEPT_NOTES));
                }
                kept.put(section.label(), new Kept(bothChords, bothNotes, bothBass, before.original(), shift));
            } else {
                kept.put(section.label(), new Kept(sectionChords, notes, bass, reading.original(from, to), shift));
            }
        }
        return kept;
    }

    private LeadSheet assemble(List<FormSection> form, Map<String, Section> made, ExactNotes melodies, ExactNotes lows) {
        List<ChordSpan> sheetChords = new ArrayList<>();
        List<SheetNote> melody = new ArrayList<>();
        List<SheetNote> bass = new ArrayList<>();
        for (FormSection part : form) {
            Section section = made.get(part.label());
            int begin = part.bar() * bar;
            for (int i = 0; i < section.harmony().size(); i++) {
                Span span = section.harmony().get(i);
                sheetChords.add(new ChordSpan(Slots.ticks(begin + span.start()), Slots.ticks(span.length()),
                        section.labels().get(i).in(request.key())));
            }
            notes(section.melody(), section.pitches(), begin, melody);
            notes(section.bass(), section.lows(), begin, bass);
        }
        return new LeadSheet("", "", request.key(), request.metre(), 0, request.bars(), sheetChords, melodies.in(melody), lows.in(bass), request.form());
    }

    private void notes(List<Span> line, int[] pitches, int begin, List<SheetNote> notes) {
        int sounding = 0;
        for (Span span : line) {
            if (!span.rest()) {
                notes.add(new SheetNote(Slots.ticks(begin + span.start()), Slots.ticks(span.length()),
                        Math.clamp(pitches[sounding++] - shift, 0, 127)));
            }
        }
    }

    /** Whether there is a melody, if one was asked for, and no leap too large where a section meets a repeat. */
    private boolean singsAndJoins(LeadSheet sheet, ExactNotes melodies) {
        if (!request.melody()) {
            return true;
        }
        List<SheetNote> line = sheet.melody();
        for (FormSection part : request.form()) {
            int seam = part.bar() * request.metre().bar();
            for (int i = 1; i < line.size(); i++) {
                boolean meets = line.get(i - 1).start() < seam && line.get(i).start() >= seam;
                boolean stands = melodies.holds(line.get(i - 1)) && melodies.holds(line.get(i));
                if (meets && !stands && Math.abs(line.get(i).pitch() - line.get(i - 1).pitch()) > request.leap()) {
                    return false;
                }
            }
        }
        return !line.isEmpty();
    }

    /** Whether a run that isn't kept as it stands goes beyond the limits once sections stand beside their repeats. */
    private boolean copiesAcross(LeadSheet sheet, ExactNotes melodies) {
        Reading reading = Reading.of(sheet);
        if (request.copyChords() > 0) {
            LabelStyle style = chords.chords(request.key().minor());
            int[] symbols = reading.labels().stream().mapToInt(label -> Math.max(0, style.symbol(style.known(label)))).toArray();
            if (!style.tones().copies(request.copyChords()).in(style.tones().letters(symbols, Section.lengths(reading.harmony()))).isEmpty()) {
                return true;
            }
        }
        if (request.copyNotes() > 0 && request.melody()) {
            LineStyle style = lines.melody(request.key().minor());
            List<Span> notes = Section.sounding(reading.melody());
            Fit[] fits = Fit.of(notes, reading.harmony(), reading.labels(), metre);
            int[] symbols = new int[notes.size()];
            int at = 0;
            for (int i = 0; i < reading.melody().size(); i++) {
                if (!reading.melody().get(i).rest()) {
                    symbols[at] = style.symbol(reading.pitches().get(i), fits[at]);
                    at++;
                }
            }
            boolean[] stands = new boolean[notes.size()];
            for (int i = 0; i < Math.min(stands.length, sheet.melody().size()); i++) {
                stands[i] = stands.length == sheet.melody().size() && melodies.holds(sheet.melody().get(i));
            }
            return !style.tones().copies(request.copyNotes()).in(style.tones().letters(symbols, Section.lengths(notes)), stands).isEmpty();
        }
        return false;
    }
}
