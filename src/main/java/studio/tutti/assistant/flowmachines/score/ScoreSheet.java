package studio.tutti.assistant.flowmachines.score;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.FormSection;
import studio.tutti.assistant.flowmachines.Key;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.assistant.flowmachines.SheetNote;
import studio.tutti.core.music.BarSigns;
import studio.tutti.core.music.PlayingOrder;

/**
 * A lead sheet as it is written: its repeats are signs. {@link #played} writes them out.
 *
 * @param tempo quarters a minute, 0 if none is written
 * @param bars at least one
 */
public record ScoreSheet(String title, String composer, Key key, Metre metre, double tempo, List<ScoreBar> bars) {

    public ScoreSheet {
        bars = List.copyOf(bars);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("A score has at least one bar.");
        }
    }

    /**
     * A lead sheet written down, bar by bar; what is played twice in a row, or twice with two endings, under signs of repetition.
     *
     * @param tempo quarters a minute, 0 for none
     */
    public static ScoreSheet of(LeadSheet sheet, double tempo) {
        List<ScoreBar> bars = new ArrayList<>();
        if (sheet.pickup() > 0) {
            bars.add(new Cutting(sheet, -sheet.pickup(), 0).bar(""));
        }
        for (int bar = 0; bar < sheet.bars(); bar++) {
            int number = bar;
            String label = sheet.sections().stream().filter(each -> each.bar() == number).map(FormSection::label).findFirst().orElse("");
            bars.add(new Cutting(sheet, bar * sheet.metre().bar(), (bar + 1) * sheet.metre().bar()).bar(label));
        }
        return new ScoreSheet(sheet.title(), sheet.composer(), sheet.key(), sheet.metre(), tempo, new Folding(bars).folded());
    }

    /**
     * The lead sheet as it is played, repeats and endings written out. A bar that is cut short, and not filled up by the one played after
     * it, is filled with silence, so that all bars begin where bars begin.
     *
     * @throws IllegalArgumentException with a sentence, if it has more bars than a lead sheet may
     */
    public LeadSheet played() {
        List<PlayingOrder.Turn> turns = PlayingOrder.of(bars.stream().map(ScoreBar::signs).toList(), LeadSheet.MOST_BARS);
        if (turns.size() > LeadSheet.MOST_BARS) {
            throw new IllegalArgumentException("With all its repeats the lead sheet has more than " + LeadSheet.MOST_BARS + " bars.");
        }
        int whole = metre.bar();
        ScoreBar first = bars.get(turns.getFirst().bar());
        int pickup = turns.size() > 1 && first.length() < whole ? first.length() : 0;
        int at = -pickup;
        Writing chords = new Writing();
        List<SheetNote> melody = new ArrayList<>();
        List<SheetNote> bass = new ArrayList<>();
        List<FormSection> starts = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            ScoreBar bar = bars.get(turns.get(i).bar());
            if (bar.length() >= whole) {
                at += Math.floorMod(-at, whole);
            }
            if (!bar.section().isEmpty() && at >= 0) {
                starts.add(new FormSection(at / whole, 1, bar.section()));
            }
            for (ScoreBar.Chord chord : bar.chords()) {
                chords.begin(at + chord.at(), chord.symbol());
            }
            notes(bar.melody(), at, melody);
            notes(bar.bass(), at, bass);
            at += Math.min(bar.length(), whole);
        }
        int count = Math.max(1, (at + whole - 1) / whole);
        int end = count * whole;
        return new LeadSheet(title, composer, key, metre, pickup, count, chords.spans(end), within(melody, end), within(bass, end), sections(starts, count));
    }

    private static void notes(List<ScoreBar.Note> written, int bar, List<SheetNote> line) {
        for (ScoreBar.Note note : written) {
            int start = bar + note.at();
            SheetNote before = line.isEmpty() ? null : line.getLast();
            if (note.tied() && before != null && before.pitch() == note.pitch() && before.end() == start) {
                line.set(line.size() - 1, new SheetNote(before.start(), before.length() + note.length(), note.pitch()));
            } else if (before == null || before.end() <= start) {
                line.add(new SheetNote(start, note.length(), note.pitch()));
            }
        }
    }

    private static List<SheetNote> within(List<SheetNote> line, int end) {
        return line.stream().filter(each -> each.start() < end)
                .map(each -> each.end() <= end ? each : new SheetNote(each.start(), end - each.start(), each.pitch())).toList();
    }

    private static List<FormSection> sections(List<FormSection> starts, int bars) {
        List<FormSection> sections = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int next = i + 1 < starts.size() ? starts.get(i + 1).bar() : bars;
            int from = starts.get(i).bar();
            if (next > from) {
                sections.add(new FormSection(from, next - from, starts.get(i).label()));
            }
        }
        return sections;
    }

    /** Chords as they come, each until the next. */
    private static final class Writing {
        private final List<ChordSpan> spans = new ArrayList<>();
        private int since;
        private boolean open;
        private studio.tutti.core.music.@org.jspecify.annotations.Nullable ChordSymbol symbol;

        void begin(int at, studio.tutti.core.music.@org.jspecify.annotations.Nullable ChordSymbol next) {
            close(at);
            symbol = next;
            since = at;
            open = true;
        }

        private void close(int at) {
            if (open && at > since) {
                spans.add(new ChordSpan(since, at - since, symbol));
            }
        }

        List<ChordSpan> spans(int end) {
            close(end);
            return spans;
        }
    }
}
