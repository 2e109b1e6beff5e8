package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.FractionalIndex;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

/** What hands do with folders of tracks. */
public final class FolderGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;

    public FolderGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Puts tracks into a new folder, which takes the place of the first of them. A folder among them goes in as it is, and
     * what lies in one goes with it.
     *
     * @return made: the folder
     */
    public Gesture group(List<Element> tracks, String name) {
        List<Element> chosen = outermost(tracks);
        Draft draft = new Draft(ids);
        if (!chosen.isEmpty()) {
            Element first = chosen.getFirst();
            Draft.New folder = draft.make(Kind.TRACK, Arrangement.ROOT)
                    .with(Property.NAME, name)
                    .with(Property.COLOUR, Palette.colour(arrangement.root().children(Kind.TRACK).size()))
                    .with(Property.TYPE, TrackType.FOLDER.code())
                    .with(Property.FOLDER, around(first, chosen))
                    .with(Property.ORDER, (Object) first.text(Property.ORDER));
            String order = "";
            for (Element track : chosen) {
                order = FractionalIndex.between(order, "");
                draft.set(track, Property.FOLDER, folder.id());
                draft.set(track, Property.ORDER, (Object) order);
            }
        }
        return draft.as(Labels.TRACK_GROUP);
    }

    /** Takes a folder away; what lay in it takes its place. */
    public Gesture dissolve(Element folder) {
        Draft draft = new Draft(ids);
        if (folder.isAlive()) {
            List<Element> inner = Elements.within(arrangement, folder);
            List<Element> around = Elements.within(arrangement, Elements.folder(arrangement, folder));
            int place = around.indexOf(folder);
            String order = place > 0 ? around.get(place - 1).text(Property.ORDER) : "";
            String end = place + 1 < around.size() ? around.get(place + 1).text(Property.ORDER) : "";
            for (Element track : inner) {
                order = between(order, end);
                draft.set(track, Property.FOLDER, folder.reference(Property.FOLDER));
                draft.set(track, Property.ORDER, (Object) order);
            }
            draft.remove(folder);
        }
        return draft.as(Labels.TRACK_UNGROUP);
    }

    /**
     * Moves tracks, in their order, to a place: within a folder or outside of all.
     *
     * @param folder the folder that shall hold them, or null
     * @param before the track there that they will lie above, or null for the end
     * @throws EditRefused if a folder would lie in itself
     */
    public Gesture move(List<Element> tracks, @Nullable Element folder, @Nullable Element before) {
        List<Element> chosen = outermost(tracks);
        for (Element each = folder; each != null; each = Elements.folder(arrangement, each)) {
            if (chosen.contains(each)) {
                throw new EditRefused("A folder can't lie in itself.");
            }
        }
        List<Element> there = Elements.within(arrangement, folder);
        Draft draft = new Draft(ids);
        if (isInPlace(chosen, there, before)) {
            return draft.as(Labels.TRACK_MOVE);
        }
        there.removeAll(chosen);
        int below = before == null ? -1 : there.indexOf(before);
        int place = below < 0 ? there.size() : below;
        String order = place > 0 ? there.get(place - 1).text(Property.ORDER) : "";
        String end = place < there.size() ? there.get(place).text(Property.ORDER) : "";
        for (Element track : chosen) {
            order = between(order, end);
            draft.set(track, Property.FOLDER, folder == null ? Id.NONE : folder.id());
            draft.set(track, Property.ORDER, (Object) order);
        }
        return draft.as(Labels.TRACK_MOVE);
    }

    private static boolean isInPlace(List<Element> chosen, List<Element> there, @Nullable Element before) {
        if (chosen.isEmpty()) {
            return true;
        }
        int first = there.indexOf(chosen.getFirst());
        if (first < 0 || first + chosen.size() > there.size() || !there.subList(first, first + chosen.size()).equals(chosen)) {
            return false;
        }
        int next = first + chosen.size();
        return before == null ? next == there.size() : chosen.contains(before) || next < there.size() && there.get(next) == before;
    }

    /**
     * The folder that a track is shown in, if others can lie there with it: a removed folder, which shows nothing, may still lie between it and
     * one of them, and no folder may lie in itself were that one to come back.
     */
    private Id around(Element track, List<Element> others) {
        Element folder = Elements.folder(arrangement, track);
        for (Element each = folder; each != null; each = arrangement.find(each.reference(Property.FOLDER))) {
            if (others.contains(each)) {
                return Id.NONE;
            }
        }
        return folder == null ? Id.NONE : folder.id();
    }

    /** Those that lie in none of the others, in the order they are shown in. */
    private List<Element> outermost(List<Element> tracks) {
        List<Element> outermost = new ArrayList<>();
        for (Element track : Elements.tracks(arrangement)) {
            if (tracks.contains(track)) {
                Element around = Elements.folder(arrangement, track);
                while (around != null && !tracks.contains(around)) {
                    around = Elements.folder(arrangement, around);
                }
                if (around == null) {
                    outermost.add(track);
                }
            }
        }
        return outermost;
    }

    private static String between(String above, String below) {
        String order = FractionalIndex.between(above, below);
        if (order.length() > 100) {
            throw new EditRefused("No more tracks fit between these two: move one of them first.");
        }
        return order;
    }
}
