package studio.tutti.cli.palettes;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.tutti.assistant.flowmachines.FlowMachine;
import studio.tutti.assistant.flowmachines.FlowRequest;
import studio.tutti.assistant.flowmachines.FormSection;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.assistant.flowmachines.Palette;
import studio.tutti.assistant.flowmachines.Unsatisfiable;
import studio.tutti.assistant.flowmachines.score.LeadSheetFile;
import studio.tutti.assistant.flowmachines.score.ScoreSheet;

/** Some 30 seconds of a palette: AABA in the key and metre that most of its songs have, from a seed that stays. */
final class PaletteExample {

    private static final double SECONDS = 30;
    private static final double TEMPO = 120;
    private static final double TEMPO_OF_THREE = 150;
    private static final long SEED = 2026;
    private static final int LOWEST = 57;
    private static final int HIGHEST = 79;

    private PaletteExample() {}

    /** The example as a zipped score. */
    static byte[] of(Palette chords, Palette melody, Palette bass) throws IOException {
        Metre metre = most(chords.sheets(), LeadSheet::metre);
        double tempo = metre.beats() == 3 ? TEMPO_OF_THREE : TEMPO;
        double barSeconds = metre.bar() / 960.0 * 60 / tempo;
        int part = Math.max(2, (int) Math.round(SECONDS / barSeconds / 4));
        FlowRequest request = FlowRequest.of(4 * part, most(chords.sheets(), LeadSheet::key), metre)
                .withForm(List.of(new FormSection(0, part, "A"), new FormSection(part, part, "A"), new FormSection(2 * part, part, "B"),
                        new FormSection(3 * part, part, "A")))
                .withRange(LOWEST, HIGHEST, 9);
        try {
            LeadSheet made = new FlowMachine(chords, melody, bass).compose(request, SEED);
            LeadSheet named = new LeadSheet(chords.card().title(), "Flow Machines", made.key(), made.metre(), made.pickup(), made.bars(), made.chords(),
                    made.melody(), made.bass(), made.sections());
            return LeadSheetFile.mxl(ScoreSheet.of(named, tempo), true);
        } catch (Unsatisfiable clash) {
            throw new IOException("There is no example of " + chords.card().name() + ": " + clash.getMessage(), clash);
        }
    }

    private static <T> T most(List<LeadSheet> sheets, Function<LeadSheet, T> what) {
        Map<T, Long> counts = sheets.stream().collect(Collectors.groupingBy(what, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.<T, Long>comparingByValue().thenComparing(each -> each.getKey().toString(), Comparator.reverseOrder()))
                .orElseThrow().getKey();
    }
}
