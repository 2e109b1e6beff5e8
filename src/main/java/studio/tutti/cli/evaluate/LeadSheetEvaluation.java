package studio.tutti.cli.evaluate;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.score.LeadSheetFile;
import studio.tutti.assistant.flowmachines.score.ScoreBar;
import studio.tutti.assistant.flowmachines.score.ScoreSheet;
import studio.tutti.core.music.BarSigns;
import studio.tutti.exchange.RoundTrip;
import studio.tutti.exchange.SongRefused;

/**
 * {@code tutti evaluate leadsheets}: what lead sheets keep through ProxyMusic. Each file is read, written plain and zipped, and read again:
 * as written, with its signs of repetition; and as played, its repeats found anew.
 */
@Command(name = "leadsheets", description = "Sends every MusicXML file through the lead sheets' reader and writer and compares.", mixinStandardHelpOptions = true)
public final class LeadSheetEvaluation extends RoundTripEvaluation {

    private long chords;
    private long signs;
    private long bars;
    private long played;
    private long folded;

    public LeadSheetEvaluation() {
        super("leadsheets", "MusicXML", List.of(".mxl", ".musicxml"));
    }

    @Override
    RoundTrip trip(String name, byte[] content) throws IOException, SongRefused {
        ScoreSheet sheet;
        LeadSheet heard;
        try {
            sheet = LeadSheetFile.read(content);
            heard = sheet.played();
        } catch (IOException | IllegalArgumentException refused) {
            throw new SongRefused(String.valueOf(refused.getMessage()));
        }
        int notes = sheet.bars().stream().mapToInt(bar -> bar.melody().size()).sum();
        chords += sheet.bars().stream().mapToInt(bar -> bar.chords().size()).sum();
        signs += sheet.bars().stream().map(ScoreBar::signs).filter(each -> !each.equals(BarSigns.NONE)).count();
        bars += sheet.bars().size();
        played += heard.bars();
        ScoreSheet anew = ScoreSheet.of(heard, sheet.tempo());
        folded += anew.bars().size();
        return new RoundTrip(notes, 0, 0, difference(sheet, heard, anew));
    }

    private static String difference(ScoreSheet sheet, LeadSheet heard, ScoreSheet anew) throws IOException {
        if (!LeadSheetFile.read(LeadSheetFile.musicXml(sheet, false)).equals(sheet)) {
            return "written and read again, it differs";
        }
        if (!LeadSheetFile.read(LeadSheetFile.mxl(sheet, false)).equals(sheet)) {
            return "zipped and read again, it differs";
        }
        LeadSheet again = LeadSheetFile.read(LeadSheetFile.mxl(anew, true)).played();
        if (!again.melody().equals(heard.melody())) {
            return "played, folded, written and read again, its melody differs";
        }
        if (!said(again).equals(said(heard))) {
            return "played, folded, written and read again, its chords differ";
        }
        return again.key().equals(heard.key()) && again.metre().equals(heard.metre()) && again.title().equals(heard.title()) && again.bars() == heard.bars() ? ""
                : "its key, metre, title or length differs";
    }

    /** The chords as they change; the same chord again, and silence between chords, are one. */
    private static List<String> said(LeadSheet sheet) {
        java.util.ArrayList<String> said = new java.util.ArrayList<>();
        String last = "";
        for (var chord : sheet.chords()) {
            String symbol = String.valueOf(chord.symbol());
            if (!symbol.equals(last)) {
                said.add(chord.start() + ":" + symbol);
            }
            last = symbol;
        }
        return said;
    }

    @Override
    List<Gate> others() {
        return List.of(gate("chords_compared", chords, 0, 1e12), gate("bars_with_signs", signs, 0, 1e12), gate("bars_written", bars, 0, 1e12),
                gate("bars_played", played, 0, 1e12), gate("bars_folded_again", folded, 0, 1e12));
    }
}
