package studio.tutti.assistant.flowmachines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.music.ChordSymbol;

/** Every lead sheet is as asked for, over many kinds of request; 10,000 with {@code -Dtutti.long=true}. */
@DisplayName("Requests to Flow Machines")
class RequestsTest {

    private static final Metre WALTZ = new Metre(3, 4);
    private static final int BAR = Metre.COMMON.bar();

    private static Map<String, FlowRequest> kinds() {
        FlowRequest plain = FlowRequest.of(8, Key.C, Metre.COMMON);
        LeadSheet chords = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(chord(0, BAR, "Dm7"), chord(BAR, BAR, "G7"), chord(4 * BAR, 2 * BAR, "Fmaj7")), List.of());
        LeadSheet road = LeadSheet.of("", Key.C, Metre.COMMON, 8, road("C", "Am", "Dm7", "G7", "Em7", "A7", "Dm7", "C"), List.of());
        LeadSheet rare = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(chord(2 * BAR, BAR, "F#m7b5"), chord(3 * BAR + 960, 1440, "Ab13")), List.of());
        LeadSheet notes = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(),
                List.of(new SheetNote(0, 960, 67), new SheetNote(960, 960, 69), new SheetNote(4 * BAR, 1920, 72), new SheetNote(7 * BAR, BAR, 72)));
        LeadSheet odd = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(), List.of(new SheetNote(BAR + 120, 360, 66), new SheetNote(5 * BAR + 640, 640, 73)));
        LeadSheet late = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(), List.of(new SheetNote(5, 470, 67), new SheetNote(960, 15, 69),
                new SheetNote(1933, 470, 72), new SheetNote(2403, 17, 71), new SheetNote(3 * BAR + 1909, 500, 67)));
        LeadSheet high = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(chord(0, 2 * BAR, "C")), List.of(new SheetNote(0, 960, 96), new SheetNote(960, 960, 91),
                new SheetNote(1920, 1920, 88)));
        LeadSheet seam = LeadSheet.of("", Key.C, Metre.COMMON, 16, List.of(), List.of(new SheetNote(8 * BAR, 960, 67)));
        LeadSheet tune = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(), tune());
        LeadSheet both = LeadSheet.of("", Key.C, Metre.COMMON, 8, road("C", "Am", "Dm7", "G7", "Em7", "A7", "G7", "C"), tune());
        List<FormSection> song = List.of(new FormSection(0, 4, "A"), new FormSection(4, 4, "A"), new FormSection(8, 4, "B"), new FormSection(12, 4, "A"));
        Map<String, FlowRequest> kinds = new LinkedHashMap<>();
        kinds.put("nothing asked", plain);
        kinds.put("one bar", FlowRequest.of(1, Key.C, Metre.COMMON));
        kinds.put("a waltz in E flat", FlowRequest.of(8, new Key(-3, false), WALTZ));
        kinds.put("F sharp minor", FlowRequest.of(8, new Key(3, true), Metre.COMMON));
        kinds.put("AABA", FlowRequest.of(16, Key.C, Metre.COMMON).withForm(song));
        kinds.put("AABA without long copies", FlowRequest.of(16, new Key(2, false), Metre.COMMON).withForm(song).withFreedom(0.5, 6, 8));
        kinds.put("AA'BA'", FlowRequest.of(16, Key.C, Metre.COMMON).withForm(FormSection.of("AA'BA'", 16)));
        kinds.put("kept chords", plain.withKept(chords, true));
        kinds.put("chords to sing over", plain.withKept(road, true).withFreedom(0.5, 8, 0));
        kinds.put("chords that the style doesn't know", plain.withKept(rare, true));
        kinds.put("kept notes", plain.withKept(notes, false));
        kinds.put("kept bars", plain.withKept(notes, true));
        kinds.put("notes off the grid and out of key", plain.withKept(odd, false));
        kinds.put("notes played by hand", plain.withKept(late, false));
        kinds.put("bars played by hand", plain.withKept(late, true));
        kinds.put("notes beyond what the style knows", plain.withKept(high, true).withRange(0, 127, 24).withHarmony(ChordTones.ALWAYS, Cadence.TONIC, false));
        kinds.put("a kept note where another section begins", FlowRequest.of(16, Key.C, Metre.COMMON).withForm(song).withKept(seam, false).withRange(0, 127, 5));
        kinds.put("a melody to harmonise", plain.withKept(tune, true).withLines(false, true));
        kinds.put("few chords", plain.withRates(0.5, 0));
        kinds.put("many chords", plain.withRates(2, 0));
        kinds.put("few notes", plain.withRates(0, 2));
        kinds.put("many notes", plain.withRates(0, 6));
        kinds.put("a narrow range", plain.withRange(62, 72, 12));
        kinds.put("small steps", plain.withRange(0, 127, 3));
        kinds.put("chord tones on strong beats", plain.withHarmony(ChordTones.ALWAYS, Cadence.TONIC, false));
        kinds.put("an authentic cadence", plain.withHarmony(ChordTones.STYLE, Cadence.AUTHENTIC, false));
        kinds.put("a plagal cadence", plain.withHarmony(ChordTones.STYLE, Cadence.PLAGAL, false));
        kinds.put("a half cadence", plain.withHarmony(ChordTones.STYLE, Cadence.HALF, false));
        kinds.put("chords of the key only", plain.withHarmony(ChordTones.STYLE, Cadence.TONIC, true));
        kinds.put("hardly any copying", plain.withFreedom(0.5, 4, 5));
        kinds.put("far astray", plain.withFreedom(1, 8, 16));
        kinds.put("near to the style", plain.withFreedom(0, 8, 16));
        kinds.put("a variation", plain.varying(both, 0.3));
        kinds.put("all at once", plain.withKept(chords, true).withRates(1, 4).withRange(60, 76, 7).withHarmony(ChordTones.ALWAYS, Cadence.AUTHENTIC, false)
                .withFreedom(0.6, 6, 10));
        return kinds;
    }

    @Test
    @DisplayName("keep every constraint, in every sample, over 34 kinds of request")
    void all() throws Unsatisfiable {
        Palette palette = ShippedPalettes.find("standards").orElseThrow();
        FlowMachine machine = FlowMachine.of(palette);
        SheetChecker checker = new SheetChecker(palette, palette);
        Map<String, FlowRequest> kinds = kinds();
        int each = Boolean.getBoolean("tutti.long") ? 10_000 / kinds.size() + 1 : 1;
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, FlowRequest> kind : kinds.entrySet()) {
            for (int seed = 1; seed <= each; seed++) {
                int number = seed;
                LeadSheet sheet = machine.compose(kind.getValue(), seed);
                checker.faults(kind.getValue(), sheet).forEach(fault -> faults.add(kind.getKey() + ", " + number + ": " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("the same seed gives the same lead sheet, another seed another")
    void repeatable() throws Unsatisfiable {
        Palette palette = ShippedPalettes.find("charts-seventies").orElseThrow();
        FlowRequest request = FlowRequest.of(8, Key.C, Metre.COMMON);
        LeadSheet sheet = FlowMachine.of(palette).compose(request, 5);
        assertThat(new FlowMachine(again(palette), again(ShippedPalettes.find("standards").orElseThrow()),
                again(ShippedPalettes.find("band-basses").orElseThrow())).compose(request, 5)).isEqualTo(sheet);
        assertThat(FlowMachine.of(palette).compose(request, 6)).isNotEqualTo(sheet);
    }

    private static Palette again(Palette palette) {
        try {
            return Palette.read(palette.bytes());
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    @DisplayName("that clash are refused before anything is drawn, and the constraints that clash are named")
    void clashes() {
        FlowMachine machine = FlowMachine.of(ShippedPalettes.find("standards").orElseThrow());
        FlowRequest plain = FlowRequest.of(8, Key.C, Metre.COMMON);
        LeadSheet ending = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(chord(7 * BAR, BAR, "F#7")), List.of());
        assertClash(machine, plain.withKept(ending, true), Constraint.KEPT_CHORDS, Constraint.CADENCE);
        LeadSheet outside = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(), List.of(new SheetNote(0, 960, 84)));
        assertClash(machine, plain.withKept(outside, false).withRange(60, 72, 12), Constraint.KEPT_NOTES, Constraint.RANGE);
        LeadSheet wide = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(),
                List.of(new SheetNote(0, 960, 60), new SheetNote(960, 10, 61), new SheetNote(1920, 960, 79)));
        assertClash(machine, plain.withKept(wide, true).withRange(60, 62, 12), Constraint.KEPT_NOTES, Constraint.RANGE);
        LeadSheet busy = LeadSheet.of("", Key.C, Metre.COMMON, 8, road("C", "F", "G", "C", "Am", "Dm", "G", "C").stream()
                .flatMap(each -> List.of(new ChordSpan(each.start(), 960, each.symbol()), new ChordSpan(each.start() + 960, 960, null),
                        new ChordSpan(each.start() + 1920, 1920, each.symbol())).stream()).toList(), List.of());
        assertClash(machine, plain.withKept(busy, true).withRates(1, 0), Constraint.KEPT_CHORDS, Constraint.CHANGES);
        LeadSheet twice = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(chord(0, BAR, "C"), chord(4 * BAR, BAR, "F")), List.of());
        assertClash(machine, plain.withKept(twice, true).withForm(List.of(new FormSection(0, 4, "A"), new FormSection(4, 4, "A"))),
                Constraint.FORM, Constraint.KEPT_CHORDS);
        assertClash(machine, FlowRequest.of(4, Key.C, new Metre(11, 8)), Constraint.METRE);
        assertThatThrownBy(() -> plain.withFreedom(0.5, 3, 0)).isInstanceOf(IllegalArgumentException.class).message().contains("at least 4");
    }

    @Test
    @DisplayName("with kept notes too high, too near to one another or too far from the section before are refused, or kept to the tick")
    void keptOrRefused() throws Unsatisfiable {
        Palette palette = ShippedPalettes.find("standards").orElseThrow();
        FlowMachine machine = FlowMachine.of(palette);
        FlowRequest plain = FlowRequest.of(8, Key.C, Metre.COMMON);
        LeadSheet high = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(), List.of(new SheetNote(0, 960, 110)));
        assertClash(machine, plain.withKept(high, true).withRange(60, 100, 24), Constraint.KEPT_NOTES, Constraint.RANGE);
        LeadSheet near = LeadSheet.of("", Key.C, Metre.COMMON, 8, List.of(), List.of(new SheetNote(0, 10, 60), new SheetNote(15, 10, 64)));
        assertClash(machine, plain.withKept(near, false), Constraint.KEPT_NOTES);
        List<FormSection> form = List.of(new FormSection(0, 4, "A"), new FormSection(4, 4, "A"), new FormSection(8, 4, "B"), new FormSection(12, 4, "A"));
        LeadSheet seam = LeadSheet.of("", Key.C, Metre.COMMON, 16, List.of(), List.of(new SheetNote(8 * BAR, 960, 76)));
        FlowRequest steps = FlowRequest.of(16, Key.C, Metre.COMMON).withForm(form).withKept(seam, false).withRange(0, 127, 3);
        for (int seed = 1; seed <= 4; seed++) {
            try {
                assertThat(new SheetChecker(palette, palette).faults(steps, machine.compose(steps, seed))).isEmpty();
            } catch (Unsatisfiable clash) {
                assertThat(clash.clashing()).contains(Constraint.LEAPS);
            }
        }
    }

    @Test
    @DisplayName("a kept run of a song that was learned from counts as no copy, and what is added to it copies none")
    void ownSong() throws Unsatisfiable {
        Palette palette = ShippedPalettes.find("standards").orElseThrow();
        LeadSheet song = palette.sheets().stream().filter(each -> each.metre().equals(Metre.COMMON) && each.pickup() == 0 && !each.key().minor()
                && each.bars() >= 16 && each.melody().stream().filter(note -> note.end() <= 4 * BAR).count() > 12).findFirst().orElseThrow();
        List<SheetNote> kept = song.melody().stream().filter(note -> note.end() <= 4 * BAR).toList();
        LeadSheet keep = LeadSheet.of("", song.key(), Metre.COMMON, 8, List.of(), kept);
        LeadSheet sheet = FlowMachine.of(palette).compose(FlowRequest.of(8, song.key(), Metre.COMMON).withKept(keep, true), 1);
        assertThat(sheet.melody()).containsAll(kept).hasSizeGreaterThan(kept.size());
        LeadSheet added = LeadSheet.of("", song.key(), Metre.COMMON, 8, List.of(), sheet.melody().subList(kept.size(), sheet.melody().size()));
        assertThat(SheetChecker.longestCopy(SheetChecker.notes(added, false), palette.sheets().stream().map(each -> SheetChecker.notes(each, false)).toList()))
                .isLessThanOrEqualTo(8);
    }

    private static void assertClash(FlowMachine machine, FlowRequest request, Constraint... named) {
        assertThatThrownBy(() -> machine.compose(request, 1)).isInstanceOfSatisfying(Unsatisfiable.class,
                clash -> assertThat(clash.clashing()).containsExactlyInAnyOrder(named));
    }

    @Test
    @DisplayName("end soon after they are called off")
    void calledOff() {
        FlowMachine machine = FlowMachine.of(ShippedPalettes.find("standards").orElseThrow());
        int[] asked = new int[1];
        assertThatThrownBy(() -> machine.compose(FlowRequest.of(64, Key.C, Metre.COMMON), 1, () -> ++asked[0] > 50))
                .isInstanceOf(CancellationException.class);
        assertThat(asked[0]).isEqualTo(51);
    }

    @Test
    @DisplayName("a variation changes about the share that was asked for")
    void distance() throws Unsatisfiable {
        FlowMachine machine = FlowMachine.of(ShippedPalettes.find("standards").orElseThrow());
        LeadSheet original = machine.compose(FlowRequest.of(16, Key.C, Metre.COMMON), 3);
        double before = -1;
        for (double wanted : new double[] {0.1, 0.3, 0.6}) {
            double changed = 0;
            int draws = 10;
            for (int seed = 1; seed <= draws; seed++) {
                LeadSheet other = machine.compose(FlowRequest.of(16, Key.C, Metre.COMMON).withFreedom(0.5, 0, 0).varying(original, wanted), seed);
                long same = original.melody().stream().filter(other.melody()::contains).count();
                changed += 1 - (double) same / original.melody().size();
            }
            assertThat(changed / draws).isBetween(wanted * 0.5, wanted * 1.8 + 0.05).isGreaterThan(before);
            before = changed / draws;
        }
    }

    @Test
    @DisplayName("A' is like A and differs a little, and is the same wherever it comes")
    void strokes() throws Unsatisfiable {
        FlowMachine machine = FlowMachine.of(ShippedPalettes.find("standards").orElseThrow());
        FlowRequest request = FlowRequest.of(32, Key.C, Metre.COMMON).withForm(FormSection.of("AA'BA'", 32));
        int same = 0;
        int notes = 0;
        int differ = 0;
        for (int seed = 1; seed <= 6; seed++) {
            LeadSheet sheet = machine.compose(request, seed);
            List<SheetNote> first = bars(sheet, 0, 8);
            List<SheetNote> second = bars(sheet, 8, 8);
            assertThat(bars(sheet, 24, 8)).isEqualTo(second);
            notes += first.size();
            same += (int) first.stream().filter(second::contains).count();
            differ += first.equals(second) ? 0 : 1;
        }
        assertThat(differ).isGreaterThan(3);
        assertThat((double) same / notes).isBetween(0.5, 0.98);
        assertThat(FormSection.of("a a’b", 12)).isEqualTo(FormSection.of("AA'B", 12));
        assertThatThrownBy(() -> FormSection.of("AAB", 16)).isInstanceOf(IllegalArgumentException.class).message().contains("3 equal sections");
    }

    /** The notes that begin in some bars, seen from the first of them. */
    private static List<SheetNote> bars(LeadSheet sheet, int first, int count) {
        return sheet.melody().stream().filter(note -> note.start() >= first * BAR && note.start() < (first + count) * BAR)
                .map(note -> new SheetNote(note.start() - first * BAR, note.length(), note.pitch())).toList();
    }

    private static ChordSpan chord(int start, int length, String symbol) {
        return new ChordSpan(start, length, ChordSymbol.parse(symbol).orElseThrow());
    }

    private static List<ChordSpan> road(String... symbols) {
        List<ChordSpan> chords = new ArrayList<>();
        for (String symbol : symbols) {
            chords.add(chord(chords.size() * BAR, BAR, symbol));
        }
        return chords;
    }

    private static List<SheetNote> tune() {
        int[] pitches = {64, 67, 69, 67, 65, 69, 72, 71, 67, 69, 64, 65, 67, 62, 64, 60};
        List<SheetNote> notes = new ArrayList<>();
        for (int i = 0; i < pitches.length; i++) {
            notes.add(new SheetNote(i * BAR / 2, BAR / 2, pitches[i]));
        }
        return notes;
    }
}
