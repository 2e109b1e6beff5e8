package studio.tutti.assistant.flowmachines.score;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through XML once before objects are made of it, so that a hostile file costs little: no entities, not too deep, not too many elements. */
final class XmlCheck {

    private static final int ELEMENTS = 200_000;
    private static final int DEPTH = 60;

    private XmlCheck() {}

    static void check(byte[] xml) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        int depth = 0;
        int elements = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    depth++;
                    elements++;
                } else if (event == XMLStreamReader.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamReader.ENTITY_REFERENCE) {
                    throw new IOException("The MusicXML file uses entities of its own, which are not read.");
                }
                if (depth > DEPTH || elements > ELEMENTS) {
                    throw new IOException("The MusicXML file is too large for a lead sheet.");
                }
            }
        } catch (XMLStreamException | RuntimeException broken) {
            throw new IOException("The MusicXML file is damaged: it can’t be read as XML.", broken);
        }
    }
}
