package studio.tutti.web.start;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/** What turns an empty song into a given one. */
final class Content {

    private final List<Operation> additions = new ArrayList<>();
    private final List<Operation> references = new ArrayList<>();

    private Content() {
    }

    /** The operations, those that others refer to first. */
    static List<Operation> of(Arrangement arrangement) {
        Content content = new Content();
        content.set(arrangement.root());
        content.addChildren(arrangement.root());
        content.additions.addAll(content.references);
        return content.additions;
    }

    private void set(Element song) {
        for (int slot = 2; slot < song.kind().size(); slot++) {
            Property property = song.kind().property(slot);
            if (!song.get(property).equals(property.type().initial())) {
                additions.add(new Operation.Set(song.id(), property, song.get(property)));
            }
        }
    }

    private void addChildren(Element parent) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.CLIP) {
                addAll(parent, kind);
            }
        }
        for (Element track : parent.children(Kind.TRACK)) { // clips refer to contents, so they come when all of these are there
            addAll(track, Kind.CLIP);
        }
    }

    private void addAll(Element parent, Kind kind) {
        for (Element child : parent.children(kind)) {
            add(parent, child);
            addChildren(child);
        }
    }

    private void add(Element parent, Element child) {
        Map<Property, Object> values = new EnumMap<>(Property.class);
        values.put(Property.PARENT, parent.id());
        for (int slot = 2; slot < child.kind().size(); slot++) {
            Property property = child.kind().property(slot);
            Object value = child.get(property);
            if (value.equals(property.type().initial())) {
                continue;
            }
            if (property == Property.FOLDER || property == Property.NOTE) {
                references.add(new Operation.Set(child.id(), property, value));
            } else {
                values.put(property, value);
            }
        }
        additions.add(new Operation.Add(child.id(), child.kind(), values));
    }
}
