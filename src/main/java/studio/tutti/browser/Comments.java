package studio.tutti.browser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.Mentions;

/** The comments of a song as the page lists and draws them. */
final class Comments {

    private final Arrangement arrangement;
    private final Handles handles;
    private final Room room;

    Comments(Arrangement arrangement, Handles handles, Room room) {
        this.arrangement = arrangement;
        this.handles = handles;
        this.room = room;
    }

    /** All of them, by the place they are about and then by time, as JSON; starts in ticks of the song. */
    String all(Id me) {
        List<Element> sorted = alive();
        sorted.sort(Comparator.comparingLong(Comments::start)
                .thenComparingLong(each -> each.number(Property.SINCE))
                .thenComparing(Element::id));
        Json json = new Json();
        for (Element comment : sorted) {
            Element place = comment.parent();
            String text = comment.text(Property.TEXT);
            boolean own = comment.reference(Property.HOLDER).equals(me);
            json.next()
                    .with("handle", handles.of(comment))
                    .with("id", comment.id().toString())
                    .with("on", place.kind().name().toLowerCase())
                    .with("place", handles.of(place))
                    .with("start", start(comment))
                    .with("length", comment.length())
                    .with("text", text)
                    .with("name", comment.text(Property.NAME))
                    .with("colour", Math.max(0, comment.number(Property.COLOUR)))
                    .with("person", comment.reference(Property.HOLDER).toString())
                    .with("own", own)
                    .with("time", comment.number(Property.SINCE))
                    .with("resolved", comment.flag(Property.RESOLVED))
                    .with("answers", handles.of(comment.reference(Property.THREAD)))
                    .with("mentionsMe", !own && Mentions.names(text, room.name()));
        }
        return json.toString();
    }

    /** Whom one can mention: the others who are here, and all who said something of this song; an array of objects with a name. */
    String names() {
        Set<String> names = room.names();
        alive().forEach(comment -> names.add(comment.text(Property.NAME)));
        names.remove(room.name());
        Json json = new Json();
        names.forEach(name -> json.next().with("name", name));
        return json.toString();
    }

    /** Where a text mentions people: pairs of the first unit and the one after the last. */
    int[] mentions(String text) {
        Set<String> names = new TreeSet<>(room.names());
        alive().forEach(comment -> names.add(comment.text(Property.NAME)));
        names.add(room.name());
        List<Mentions.Mention> found = Mentions.in(text, List.copyOf(names));
        int[] pairs = new int[2 * found.size()];
        for (int i = 0; i < found.size(); i++) {
            pairs[2 * i] = found.get(i).from();
            pairs[2 * i + 1] = found.get(i).to();
        }
        return pairs;
    }

    private List<Element> alive() {
        List<Element> alive = new ArrayList<>();
        Element song = arrangement.root();
        alive.addAll(song.children(Kind.COMMENT));
        for (Kind kind : new Kind[] {Kind.TRACK, Kind.SECTION}) {
            for (Element each : song.children(kind)) {
                alive.addAll(each.children(Kind.COMMENT));
                each.children(Kind.CLIP).forEach(clip -> alive.addAll(clip.children(Kind.COMMENT)));
            }
        }
        return alive;
    }

    private static long start(Element comment) {
        Element place = comment.parent();
        return comment.start() + (place.kind() == Kind.CLIP ? place.start() : 0);
    }
}
