package studio.tutti.exchange.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.lyrics.Places;

/** The operations that make a song anew in an empty one, under the same ids, without what was removed. */
public final class Recreation {

    private final Arrangement arrangement;
    private final Places places;
    private final List<Operation> operations = new ArrayList<>();

    private Recreation(Arrangement arrangement) {
        this.arrangement = arrangement;
        places = new Places(arrangement);
    }

    /** The operations that make this song. */
    public static List<Operation> of(Arrangement arrangement) {
        Recreation recreation = new Recreation(arrangement);
        recreation.run();
        return recreation.operations;
    }

    /**
     * Makes a song of operations, however many.
     *
     * @throws studio.tutti.core.arrangement.EditRefused if they break a rule of the model
     */
    public static Arrangement make(List<Operation> operations, Id edit) {
        Arrangement made = new Arrangement();
        for (int from = 0; from < operations.size(); from += Edit.MOST_OPERATIONS) {
            int to = Math.min(operations.size(), from + Edit.MOST_OPERATIONS);
            made.apply(new Edit(edit, edit, 0, "song.import", Id.NONE, operations.subList(from, to)));
        }
        return made;
    }

    private void run() {
        Element song = arrangement.root();
        for (int slot = 2; slot < Kind.SONG.size(); slot++) {
            Property property = Kind.SONG.property(slot);
            if (!song.writer(property).isNone()) {
                operations.add(new Operation.Set(Arrangement.ROOT, property, song.get(property)));
            }
        }
        List<List<Element>> alive = new ArrayList<>();
        for (int code = 0; code < 32; code++) {
            alive.add(new ArrayList<>());
        }
        for (int handle = 0; handle < arrangement.handles(); handle++) {
            Element element = arrangement.at(handle);
            if (element.isAlive()) {
                alive.get(element.kind().code()).add(element);
            }
        }
        for (Kind kind : Kind.groundUp()) {
            alive.get(kind.code()).forEach(this::add);
        }
        point(alive.get(Kind.TRACK.code()), Property.FOLDER);
        point(alive.get(Kind.COMMENT.code()), Property.THREAD);
        point(alive.get(Kind.SECTION.code()), Property.CHOSEN);
        families(alive.get(Kind.CONTENT.code()));
    }

    /** Writes references to elements that come later, once all of them are there. */
    private void point(List<Element> elements, Property property) {
        for (Element element : elements) {
            Element target = arrangement.alive(element.reference(property));
            if (target != null && !isLeftOut(element) && !isLeftOut(target)) {
                operations.add(new Operation.Set(element.id(), property, element.get(property)));
            }
        }
    }

    /** A family whose first content was removed goes on under the next. */
    private void families(List<Element> contents) {
        Map<Id, Id> heads = new HashMap<>();
        for (Element content : contents) {
            Id family = content.reference(Property.FAMILY);
            if (!family.isNone()) {
                Id head = heads.computeIfAbsent(family, first -> arrangement.alive(first) == null ? content.id() : first);
                if (!head.equals(content.id())) {
                    operations.add(new Operation.Set(content.id(), Property.FAMILY, head));
                }
            }
        }
    }

    private void add(Element element) {
        if (isLeftOut(element)) {
            return;
        }
        Map<Property, Object> values = new EnumMap<>(Property.class);
        for (int slot = 1; slot < element.kind().size(); slot++) {
            Property property = element.kind().property(slot);
            Object value = element.get(property);
            boolean later = Kind.refersAhead(property);
            boolean dangling = (property == Property.NOTE || property == Property.SOURCE) && !refersTo(element, property);
            if (!later && !dangling && !value.equals(property.type().initial())) {
                values.put(property, value);
            }
        }
        if (element.kind() == Kind.LYRIC && !refersTo(element, Property.NOTE)) {
            values.put(Property.START, places.start(element)); // it stays where its note was
        }
        operations.add(new Operation.Add(element.id(), element.kind(), values));
    }

    private boolean isLeftOut(Element element) {
        Element place = element.parent();
        return isSilent(element) || isLost(element) || place != null && (isLost(place) || element.kind() == Kind.COMMENT && isSilent(place));
    }

    /** A clip whose content was removed. */
    private boolean isSilent(Element element) {
        return element.kind() == Kind.CLIP && !refersTo(element, Property.CONTENT);
    }

    /** A send whose bus was removed, or what an alternative had for a track that was. */
    private boolean isLost(Element element) {
        return element.kind() == Kind.SEND && !refersTo(element, Property.DESTINATION)
                || element.kind() == Kind.PART && !element.reference(Property.TRACK).isNone() && !refersTo(element, Property.TRACK);
    }

    private boolean refersTo(Element element, Property property) {
        return arrangement.alive(element.reference(property)) != null;
    }
}
