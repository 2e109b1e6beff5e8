package studio.tutti.exchange.internal.musicxml;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import studio.tutti.exchange.SongRefused;

/** Reads XML element by element. Document types are passed over, entities are not known, and nothing else is ever loaded. */
final class XmlStream implements AutoCloseable {

    private final XMLStreamReader reader;

    XmlStream(byte[] file) throws SongRefused {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((id, system, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        factory.setXMLReporter((message, type, information, location) -> {}); // what is wrong is said once, by the exception
        try {
            reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
        } catch (XMLStreamException broken) {
            throw damaged(broken);
        }
    }

    static SongRefused damaged(XMLStreamException broken) {
        int line = broken.getLocation() == null ? -1 : broken.getLocation().getLineNumber();
        return new SongRefused("The MusicXML file is damaged" + (line > 0 ? ": line " + line + " is not what XML allows." : "."));
    }

    /** Goes to the next child of the element that was opened last. Returns its name, or "" at that element's end. */
    String next() throws SongRefused {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        return reader.getLocalName();
                    }
                    case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                        return "";
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw new SongRefused(
                            "The MusicXML file is not read: it uses entities of its own, which scores never need.");
                    default -> {}
                }
            }
            return "";
        } catch (XMLStreamException broken) {
            throw damaged(broken);
        }
    }

    /** An attribute of the element that was just opened, or "". */
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Takes the element that was just opened as a whole. */
    Xml whole() throws SongRefused {
        Xml root = opened();
        Deque<Xml> open = new ArrayDeque<>();
        open.push(root);
        int count = 1;
        try {
            while (!open.isEmpty()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        Xml child = opened();
                        open.peek().add(child);
                        open.push(child);
                        if (++count > ScoreLimits.ELEMENTS || open.size() > ScoreLimits.DEPTH) {
                            throw new SongRefused("The MusicXML file is not read: more lies in one measure than any music needs.");
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> open.peek().append(reader.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw new SongRefused(
                            "The MusicXML file is not read: it uses entities of its own, which scores never need.");
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            throw damaged(broken);
        } catch (java.util.NoSuchElementException cut) {
            throw new SongRefused("The MusicXML file is damaged: it ends too early.");
        }
        return root;
    }

    private Xml opened() {
        Xml element = new Xml(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return element;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException ignored) {
            // It reads from memory: nothing is left open.
        }
    }
}
