package studio.tutti.cli.palettes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.FormSection;
import studio.tutti.assistant.flowmachines.Key;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.NoteName;

/**
 * The bars of an annotated song on their way to a lead sheet without a melody. A bar of another metre is stretched to the song's, and
 * stretches in another key are moved to the first key, so that a lead sheet has one of each, and chords keep their degrees.
 */
final class HarmonyLine {

    /** A chord in its bar, by the share of the bar at which it begins. */
    private record Placed(int bar, double share, @Nullable ChordSymbol symbol) {}

    private final List<Placed> chords = new ArrayList<>();
    private final List<FormSection> sections = new ArrayList<>();
    private final Metre metre;
    private @Nullable NoteName tonic;
    private int shift;
    private int bars;
    private int sectionBar = -1;
    private String section = "";

    HarmonyLine(Metre metre) {
        this.metre = metre;
    }

    /** The key's tonic from here on. */
    void tonic(NoteName name) {
        if (tonic == null) {
            tonic = name;
        }
        shift = Math.floorMod(tonic.pitchClass() - name.pitchClass(), 12);
    }

    /** A part of the form begins with the next bar. */
    void section(String label) {
        endSection();
        section = label;
        sectionBar = bars;
    }

    private void endSection() {
        if (sectionBar >= 0 && bars > sectionBar && !section.isEmpty()) {
            sections.add(new FormSection(sectionBar, bars - sectionBar, section));
        }
    }

    /** A bar with chords one after another, each as long; null goes on with the chord before, empty means that there is none. */
    void bar(List<@Nullable Optional<ChordSymbol>> beats) {
        for (int i = 0; i < beats.size(); i++) {
            Optional<ChordSymbol> chord = beats.get(i);
            if (chord != null) {
                ChordSymbol symbol = chord.map(each -> shift == 0 ? each : each.higher(shift)).orElse(null);
                chords.add(new Placed(bars, i / (double) beats.size(), symbol));
            }
        }
        bars++;
    }

    int bars() {
        return bars;
    }

    /** The lead sheet, without the silent bars at its ends; empty if it has fewer than four chords. */
    Optional<LeadSheet> sheet(String title, String composer) {
        endSection();
        sectionBar = -1;
        int first = chords.stream().filter(each -> each.symbol() != null).mapToInt(Placed::bar).min().orElse(0);
        if (chords.stream().filter(each -> each.symbol() != null).count() < 4 || bars - first > LeadSheet.MOST_BARS) {
            return Optional.empty();
        }
        int last = bars;
        while (chords.getLast().symbol() == null && last > chords.getLast().bar()) {
            last = chords.getLast().share() == 0 ? chords.getLast().bar() : last - 1;
            if (chords.getLast().share() != 0) {
                break;
            }
            chords.removeLast();
        }
        int end = (last - first) * metre.bar();
        List<ChordSpan> spans = new ArrayList<>();
        for (int i = 0; i < chords.size(); i++) {
            int from = tick(chords.get(i), first);
            int to = i + 1 < chords.size() ? tick(chords.get(i + 1), first) : end;
            ChordSymbol symbol = chords.get(i).symbol();
            if (from >= 0 && Math.min(to, end) > from) {
                ChordSpan before = spans.isEmpty() ? null : spans.getLast();
                if (before != null && java.util.Objects.equals(before.symbol(), symbol)) {
                    spans.set(spans.size() - 1, new ChordSpan(before.start(), Math.min(to, end) - before.start(), symbol));
                } else {
                    spans.add(new ChordSpan(from, Math.min(to, end) - from, symbol));
                }
            }
        }
        List<FormSection> form = sections.stream()
                .filter(each -> each.bar() >= first && each.bar() + each.bars() <= first + end / metre.bar())
                .map(each -> new FormSection(each.bar() - first, each.bars(), each.label())).toList();
        return Optional.of(new LeadSheet(title, composer, key(spans), metre, 0, end / metre.bar(), spans, List.of(), List.of(), form));
    }

    private int tick(Placed chord, int first) {
        int beat = metre.beat();
        return (chord.bar() - first) * metre.bar() + (int) Math.round(chord.share() * metre.bar() / beat * 2) * beat / 2;
    }

    /** Annotators write a tonic and no mode: it is minor where the chord on the tonic is minor for longer than it is major. */
    private Key key(List<ChordSpan> spans) {
        NoteName name = tonic == null ? new NoteName(0) : tonic;
        long balance = 0;
        for (ChordSpan span : spans) {
            if (span.symbol() != null && span.symbol().root().pitchClass() == name.pitchClass()) {
                balance += span.symbol().quality().has(3) && !span.symbol().quality().has(4) ? -span.length() : span.length();
            }
        }
        boolean minor = balance < 0;
        int fifths = name.fifths() - (minor ? 3 : 0);
        return new Key(fifths > 7 ? fifths - 12 : fifths < -7 ? fifths + 12 : fifths, minor);
    }
}
