package studio.tutti.exchange.internal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.FractionalIndex;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.lyrics.Places;

/** The operations that copy the tracks of one song below those of another, with their clips, notes, controllers and devices. */
public final class TrackCopies {

    private static final Kind[] IN_TRACKS = {Kind.DEVICE, Kind.PAD, Kind.SETTING, Kind.SEND, Kind.LANE, Kind.POINT};

    private final Additions additions;
    private final Map<Id, Id> copies = new HashMap<>();

    private TrackCopies(IdSequence ids) {
        additions = new Additions(ids);
        copies.put(Arrangement.ROOT, Arrangement.ROOT);
    }

    /**
     * @param source whose tracks
     * @param target the song that receives them
     * @param at the tick of the target where the source begins
     * @param ids for the copies
     */
    public static List<Operation> of(Arrangement source, Arrangement target, long at, IdSequence ids) {
        TrackCopies copies = new TrackCopies(ids);
        copies.run(source, target, at);
        return copies.additions.operations();
    }

    private void run(Arrangement source, Arrangement target, long at) {
        List<Element> there = Elements.tracks(target);
        String order = there.isEmpty() ? "" : there.getLast().text(Property.ORDER);
        for (Element content : source.root().children(Kind.CONTENT)) {
            copy(content, Map.of());
            content.children(Kind.NOTE).forEach(each -> copy(each, Map.of()));
            content.children(Kind.CONTROL).forEach(each -> copy(each, Map.of()));
            content.children(Kind.ROW).forEach(each -> copy(each, Map.of()));
        }
        for (Element content : source.root().children(Kind.CONTENT)) {
            point(content, Property.FAMILY);
        }
        for (Element track : Elements.tracks(source)) {
            order = FractionalIndex.between(order, "");
            copy(track, Map.of(Property.ORDER, order));
            for (Element clip : track.children(Kind.CLIP)) {
                if (copies.containsKey(clip.reference(Property.CONTENT))) {
                    copy(clip, Map.of(Property.START, clip.start() + at));
                }
            }
        }
        for (Kind kind : IN_TRACKS) {
            for (int handle = 0; handle < source.handles(); handle++) {
                Element element = source.at(handle);
                Element parent = element.parent();
                if (element.kind() == kind && element.isAlive() && parent != null && !isLost(element)
                        && parent.kind() != Kind.SONG && copies.containsKey(parent.id())) {
                    copy(element, kind == Kind.POINT ? Map.of(Property.START, element.start() + at) : Map.of());
                }
            }
        }
        Places places = new Places(source);
        for (Element lyric : source.root().children(Kind.LYRIC)) {
            if (copies.containsKey(lyric.reference(Property.NOTE))) {
                copy(lyric, Map.of(Property.START, places.start(lyric) + at));
            }
        }
        for (Element track : Elements.tracks(source)) {
            point(track, Property.FOLDER);
        }
    }

    /** A send whose bus was removed. */
    private boolean isLost(Element element) {
        return element.kind() == Kind.SEND && !copies.containsKey(element.reference(Property.DESTINATION));
    }

    /** Writes a reference to an element of the same kind, once all of them are there. */
    private void point(Element original, Property property) {
        Id target = copies.get(original.reference(property));
        if (target != null) {
            additions.operations().add(new Operation.Set(copies.get(original.id()), property, target));
        }
    }

    private void copy(Element element, Map<Property, Object> changes) {
        Map<Property, Object> values = new EnumMap<>(Property.class);
        for (int slot = 1; slot < element.kind().size(); slot++) {
            Property property = element.kind().property(slot);
            Object value = element.get(property);
            boolean dangling = property == Property.SOURCE && !copies.containsKey(element.reference(property));
            if (property != Property.FOLDER && property != Property.FAMILY && !dangling && !value.equals(property.type().initial())) {
                values.put(property, value instanceof Id id && copies.containsKey(id) ? copies.get(id) : value);
            }
        }
        values.putAll(changes);
        copies.put(element.id(), additions.add(element.kind(), values));
    }
}
