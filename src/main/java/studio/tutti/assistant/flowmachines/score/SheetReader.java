package studio.tutti.assistant.flowmachines.score;

import jakarta.xml.bind.JAXBElement;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.audiveris.proxymusic.Attributes;
import org.audiveris.proxymusic.Identification;
import org.audiveris.proxymusic.Note;
import org.audiveris.proxymusic.ScorePart;
import org.audiveris.proxymusic.ScorePartwise;
import org.audiveris.proxymusic.Time;
import org.audiveris.proxymusic.TypedText;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.Key;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;

/** Makes a lead sheet of a MusicXML score: title, composer, first key and metre, then the bars of the part that sings. */
final class SheetReader {

    private final ScorePartwise score;

    SheetReader(ScorePartwise score) {
        this.score = score;
    }

    ScoreSheet read() throws IOException {
        ScorePartwise.Part singer = singer();
        ScorePartwise.Part low = bass(singer);
        if (singer.getMeasure().size() > LeadSheet.MOST_BARS) {
            throw new IOException("The MusicXML file has more bars than a lead sheet: at most " + LeadSheet.MOST_BARS + " are read.");
        }
        Metre metre = metre(singer);
        BarReader reader = new BarReader(metre);
        List<List<ScoreBar.Note>> basses = new ArrayList<>();
        BarReader below = new BarReader(metre);
        for (int i = 0; low != null && i < Math.min(low.getMeasure().size(), singer.getMeasure().size()); i++) {
            basses.add(below.read(low.getMeasure().get(i)).melody());
        }
        List<ScoreBar> bars = new ArrayList<>();
        for (ScorePartwise.Part.Measure measure : singer.getMeasure()) {
            ScoreBar bar = reader.read(measure);
            int number = bars.size();
            bars.add(number < basses.size() ? new ScoreBar(bar.length(), bar.chords(), bar.melody(), basses.get(number), bar.signs(), bar.section()) : bar);
        }
        if (bars.isEmpty()) {
            throw new IOException("The MusicXML file holds no bars.");
        }
        return new ScoreSheet(title(), composer(), key(singer), metre, reader.tempo(), bars);
    }

    private String title() {
        String movement = score.getMovementTitle();
        String work = score.getWork() == null ? null : score.getWork().getWorkTitle();
        String title = movement != null && !movement.isBlank() ? movement : work;
        return title == null ? "" : title.strip().replaceAll("\\s+", " ");
    }

    private String composer() {
        Identification said = score.getIdentification();
        for (TypedText each : said == null ? List.<TypedText>of() : said.getCreator()) {
            if ("composer".equals(each.getType()) && each.getValue() != null) {
                return each.getValue().strip().replaceAll("\\s+", " ");
            }
        }
        return "";
    }

    /** The first part with notes that have a pitch; one called a bass only if there is no other. */
    private ScorePartwise.Part singer() throws IOException {
        ScorePartwise.Part found = null;
        for (ScorePartwise.Part part : score.getPart()) {
            boolean sings = part.getMeasure().stream().flatMap(each -> each.getNoteOrBackupOrForward().stream())
                    .anyMatch(each -> each instanceof Note note && note.getPitch() != null);
            if (sings && !isBass(part)) {
                return part;
            }
            found = found == null && sings ? part : found;
        }
        if (found == null && score.getPart().isEmpty()) {
            throw new IOException("The MusicXML file holds no part.");
        }
        return found == null ? score.getPart().getFirst() : found;
    }

    private ScorePartwise.@Nullable Part bass(ScorePartwise.Part singer) {
        return score.getPart().stream().filter(each -> each != singer && isBass(each)).findFirst().orElse(null);
    }

    private boolean isBass(ScorePartwise.Part part) {
        return part.getId() instanceof ScorePart head && head.getPartName() != null && head.getPartName().getValue() != null
                && head.getPartName().getValue().toLowerCase(Locale.ROOT).contains("bass");
    }

    private static List<Attributes> attributes(ScorePartwise.Part part) {
        return part.getMeasure().stream().flatMap(each -> each.getNoteOrBackupOrForward().stream())
                .filter(Attributes.class::isInstance).map(Attributes.class::cast).toList();
    }

    private static Key key(ScorePartwise.Part part) {
        for (Attributes each : attributes(part)) {
            for (org.audiveris.proxymusic.Key key : each.getKey()) {
                if (key.getFifths() != null) {
                    return new Key(Math.clamp(key.getFifths().longValue(), -7, 7), "minor".equals(key.getMode()));
                }
            }
        }
        return Key.C;
    }

    private static Metre metre(ScorePartwise.Part part) {
        for (Attributes each : attributes(part)) {
            for (Time time : each.getTime()) {
                Map<String, String> numbers = new HashMap<>();
                for (JAXBElement<String> number : time.getTimeSignature()) {
                    numbers.putIfAbsent(number.getName().getLocalPart(), number.getValue());
                }
                Metre metre = Metre.parse(numbers.getOrDefault("beats", "") + "/" + numbers.getOrDefault("beat-type", "")).orElse(null);
                if (metre != null) {
                    return metre;
                }
            }
        }
        return Metre.COMMON;
    }

    static double number(@Nullable BigDecimal number, double otherwise) {
        return number == null ? otherwise : number.doubleValue();
    }
}
