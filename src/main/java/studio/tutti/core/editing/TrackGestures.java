package studio.tutti.core.editing;

import java.util.List;
import java.util.Map;
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

/** What hands do with tracks. */
public final class TrackGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;

    public TrackGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Adds a track in the next colour of the palette.
     *
     * @param program General MIDI program, 0 to 127
     * @param after the track above the new one, or null for the end
     */
    public Gesture add(TrackType type, String name, int program, @Nullable Element after) {
        Element folder = after == null ? null : Elements.folder(arrangement, after);
        List<Element> tracks = Elements.within(arrangement, folder);
        int place = after == null ? -1 : tracks.indexOf(after);
        int above = place < 0 ? tracks.size() - 1 : place;
        Draft draft = new Draft(ids);
        draft.make(Kind.TRACK, Arrangement.ROOT)
                .with(Property.NAME, name)
                .with(Property.COLOUR, Palette.colour(arrangement.root().children(Kind.TRACK).size()))
                .with(Property.TYPE, type.code())
                .with(Property.PROGRAM, Leeway.within(program, 0, 127))
                .with(Property.FOLDER, folder == null ? Id.NONE : folder.id())
                .with(Property.ORDER, between(tracks, above, above + 1));
        return draft.as(Labels.TRACK_ADD);
    }

    /**
     * Moves a track before another, into the folder that this one lies in, or to the end, out of all folders.
     *
     * @param before the track that it will lie above, or null for the end
     */
    public Gesture move(Element track, @Nullable Element before) {
        Element folder = before == null ? null : Elements.folder(arrangement, before);
        return new FolderGestures(arrangement, ids).move(List.of(track), folder, before);
    }

    /** Writes some properties of a track. Numbers out of range are brought into it; a text that is too long is refused. */
    public Gesture change(Element track, Map<Property, Object> values) {
        Draft draft = new Draft(ids);
        Changes.write(draft, Kind.TRACK, track, values);
        return draft.as(Labels.TRACK_CHANGE);
    }

    /**
     * Copies tracks with all that lies in them, each right below its own: instrument, inserts, sends, automation, clips. What the copies
     * play is their own, shared among themselves where it was shared; recordings, which nobody changes, stay the same ones.
     *
     * @return made: the copies
     * @throws EditRefused for folders
     */
    public Gesture duplicate(List<Element> tracks) {
        Draft draft = new Draft(ids);
        ContentCopies copies = new ContentCopies(arrangement, draft);
        for (Element track : Chosen.of(Kind.TRACK, tracks)) {
            if (TrackType.of(track.number(Property.TYPE)) == TrackType.FOLDER) {
                throw new EditRefused("A folder is not duplicated: choose the tracks in it.");
            }
            List<Element> around = Elements.within(arrangement, Elements.folder(arrangement, track));
            int place = around.indexOf(track);
            Draft.New copy = draft.copy(track, Arrangement.ROOT).with(Property.ORDER, (Object) between(around, place, place + 1));
            draft.make(copy);
            for (Element clip : track.children(Kind.CLIP)) {
                Element content = arrangement.alive(clip.reference(Property.CONTENT));
                boolean own = content != null && !content.flag(Property.FORM);
                Id plays = own ? copies.of(content.id()) : clip.reference(Property.CONTENT);
                draft.copy(clip, copy.id()).with(Property.CONTENT, plays);
            }
            for (Kind kind : new Kind[] {Kind.DEVICE, Kind.SEND, Kind.LANE}) {
                track.children(kind).forEach(child -> whole(draft, child, copy.id()));
            }
        }
        return draft.as(Labels.TRACK_COPY);
    }

    private static void whole(Draft draft, Element original, Id parent) {
        Id copy = draft.copy(original, parent).id();
        for (Kind kind : new Kind[] {Kind.PAD, Kind.SETTING, Kind.LANE, Kind.POINT}) {
            original.children(kind).forEach(child -> whole(draft, child, copy));
        }
    }

    /** Removes tracks with their clips. What lay in a removed folder moves to the folder around it. */
    public Gesture remove(List<Element> tracks) {
        List<Element> removed = Chosen.of(Kind.TRACK, tracks);
        Draft draft = new Draft(ids);
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            if (!removed.contains(track)) {
                draft.set(track, Property.FOLDER, folderThatStays(track, removed));
            }
        }
        removed.forEach(draft::remove);
        return draft.as(Labels.TRACK_REMOVE);
    }

    private Id folderThatStays(Element track, List<Element> removed) {
        Id folder = track.reference(Property.FOLDER);
        while (arrangement.find(folder) instanceof Element holder && removed.contains(holder)) {
            folder = holder.reference(Property.FOLDER);
        }
        return folder;
    }

    private static String between(List<Element> tracks, int above, int below) {
        String order = FractionalIndex.between(
                above < 0 ? "" : tracks.get(above).text(Property.ORDER),
                below >= tracks.size() ? "" : tracks.get(below).text(Property.ORDER));
        if (order.length() > 100) {
            throw new EditRefused("No more tracks fit between these two: move one of them first.");
        }
        return order;
    }
}
