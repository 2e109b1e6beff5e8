package studio.tutti.assistant.flowmachines.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.audiveris.proxymusic.Attributes;
import org.audiveris.proxymusic.Clef;
import org.audiveris.proxymusic.ClefSign;
import org.audiveris.proxymusic.Encoding;
import org.audiveris.proxymusic.Identification;
import org.audiveris.proxymusic.Key;
import org.audiveris.proxymusic.ObjectFactory;
import org.audiveris.proxymusic.PartList;
import org.audiveris.proxymusic.PartName;
import org.audiveris.proxymusic.ScorePart;
import org.audiveris.proxymusic.ScorePartwise;
import org.audiveris.proxymusic.Time;
import org.audiveris.proxymusic.TypedText;
import org.audiveris.proxymusic.Work;
import org.audiveris.proxymusic.YesNo;
import studio.tutti.core.music.Ticks;

/** Makes MusicXML's objects of a lead sheet: a part for the melody under its chords, and one for the bass if it is wanted. */
final class SheetWriter {

    static final ObjectFactory MAKE = new ObjectFactory();

    /** Lines whose notes lie below this key on average stand in the bass clef. */
    private static final int LOW = 57;

    private final ScoreSheet sheet;

    SheetWriter(ScoreSheet sheet) {
        this.sheet = sheet;
    }

    ScorePartwise score(boolean bass) {
        ScorePartwise score = new ScorePartwise();
        score.setVersion("4.0");
        if (!sheet.title().isEmpty()) {
            Work work = new Work();
            work.setWorkTitle(sheet.title());
            score.setWork(work);
            score.setMovementTitle(sheet.title());
        }
        score.setIdentification(identification());
        PartList list = new PartList();
        score.setPartList(list);
        part(score, list, "P1", "Melody", true);
        if (bass) {
            part(score, list, "P2", "Bass", false);
        }
        return score;
    }

    private Identification identification() {
        Identification said = new Identification();
        if (!sheet.composer().isEmpty()) {
            TypedText composer = new TypedText();
            composer.setType("composer");
            composer.setValue(sheet.composer());
            said.getCreator().add(composer);
        }
        Encoding encoding = new Encoding();
        encoding.getEncodingDateOrEncoderOrSoftware().add(MAKE.createEncodingSoftware("Tutti"));
        said.setEncoding(encoding);
        return said;
    }

    private void part(ScorePartwise score, PartList list, String id, String name, boolean melody) {
        ScorePart head = new ScorePart();
        head.setId(id);
        PartName called = new PartName();
        called.setValue(name);
        head.setPartName(called);
        list.getPartGroupOrScorePart().add(head);
        ScorePartwise.Part part = new ScorePartwise.Part();
        part.setId(head);
        score.getPart().add(part);
        List<ScoreBar> bars = sheet.bars();
        boolean pickup = bars.size() > 1 && bars.getFirst().length() < sheet.metre().bar();
        for (int i = 0; i < bars.size(); i++) {
            ScorePartwise.Part.Measure measure = new ScorePartwise.Part.Measure();
            measure.setNumber(Integer.toString(pickup ? i : i + 1));
            if (bars.get(i).length() < sheet.metre().bar()) {
                measure.setImplicit(YesNo.YES);
            }
            part.getMeasure().add(measure);
            List<Object> content = measure.getNoteOrBackupOrForward();
            ScoreBar bar = bars.get(i);
            boolean tied = i + 1 < bars.size() && (melody ? bars.get(i + 1).melody() : bars.get(i + 1).bass()).stream()
                    .anyMatch(note -> note.tied() && note.at() == 0);
            SignWriter.begin(content, bar);
            if (i == 0) {
                content.add(attributes(melody));
            }
            if (melody) {
                SignWriter.directions(content, bar, i == 0 ? sheet.tempo() : 0);
            }
            new BarWriter(content, bar, sheet.key().fifths(), sheet.metre()).write(melody, tied);
            if (melody) {
                SignWriter.jumps(content, bar);
            }
            SignWriter.end(content, bar);
        }
    }

    private Attributes attributes(boolean melody) {
        Attributes attributes = new Attributes();
        attributes.setDivisions(BigDecimal.valueOf(Ticks.PER_QUARTER));
        Key key = new Key();
        key.setFifths(BigInteger.valueOf(sheet.key().fifths()));
        key.setMode(sheet.key().minor() ? "minor" : "major");
        attributes.getKey().add(key);
        Time time = new Time();
        time.getTimeSignature().add(MAKE.createTimeBeats(Integer.toString(sheet.metre().beats())));
        time.getTimeSignature().add(MAKE.createTimeBeatType(Integer.toString(sheet.metre().unit())));
        attributes.getTime().add(time);
        Clef clef = new Clef();
        double mean = sheet.bars().stream().flatMap(bar -> (melody ? bar.melody() : bar.bass()).stream()).mapToInt(ScoreBar.Note::pitch)
                .average().orElse(melody ? LOW : 0);
        clef.setSign(mean >= LOW ? ClefSign.G : ClefSign.F);
        clef.setLine(BigInteger.valueOf(mean >= LOW ? 2 : 4));
        attributes.getClef().add(clef);
        return attributes;
    }
}
