package studio.tutti.assistant.flowmachines.score;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.audiveris.proxymusic.ScorePartwise;
import org.audiveris.proxymusic.util.Marshalling;

/** Lead sheets as MusicXML files, plain ({@code .musicxml}) or zipped ({@code .mxl}); equal lead sheets make equal bytes. */
public final class LeadSheetFile {

    private LeadSheetFile() {}

    /**
     * Reads a lead sheet: the first part that sings, its chord symbols and signs of repetition, and a second part if it is called a bass.
     *
     * @param file plain or zipped
     * @throws IOException with a sentence, if it can't be read
     */
    public static ScoreSheet read(byte[] file) throws IOException {
        byte[] xml = SheetContainer.xml(file);
        XmlCheck.check(xml);
        Object root;
        try {
            root = Marshalling.unmarshal(new java.io.ByteArrayInputStream(xml));
        } catch (Marshalling.UnmarshallingException broken) {
            throw new IOException("The MusicXML file is damaged: it can’t be read as XML.", broken);
        }
        if (!(root instanceof ScorePartwise score)) {
            throw new IOException("The file is no MusicXML score that is arranged by parts (score-partwise).");
        }
        return new SheetReader(score).read();
    }

    /**
     * A lead sheet as MusicXML 4.0.
     *
     * @param bass whether the bass is written as a part of its own
     */
    public static byte[] musicXml(ScoreSheet sheet, boolean bass) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Marshalling.marshal(new SheetWriter(sheet).score(bass), out, false, null);
        } catch (Marshalling.MarshallingException impossible) {
            throw new IOException("The lead sheet could not be written as MusicXML.", impossible);
        }
        return out.toByteArray();
    }

    /** As {@link #musicXml}, zipped. */
    public static byte[] mxl(ScoreSheet sheet, boolean bass) throws IOException {
        return SheetContainer.zipped(musicXml(sheet, bass));
    }
}
