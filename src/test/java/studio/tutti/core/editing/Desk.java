package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

/** A song to try gestures on. */
final class Desk {

    final Arrangement arrangement = new Arrangement();
    final IdSequence ids = new IdSequence(7, 0);
    final NoteGestures notes = new NoteGestures(ids);
    final ClipGestures clips = new ClipGestures(arrangement, ids);
    final TrackGestures tracks = new TrackGestures(arrangement, ids);
    final LaneGestures lanes = new LaneGestures(arrangement, ids);
    final ContentGestures contents = new ContentGestures(arrangement, ids);
    final BarGestures bars = new BarGestures(arrangement, ids);
    final ChordGestures chords = new ChordGestures(arrangement, ids);
    final FolderGestures folders = new FolderGestures(arrangement, ids);
    final DeviceGestures devices = new DeviceGestures(arrangement, ids);
    final AutomationGestures automation = new AutomationGestures(ids);
    final SendGestures sends = new SendGestures(arrangement, ids);
    final Clipboard clipboard = new Clipboard(arrangement, ids);

    /** Does a gesture and returns what it made. */
    List<Element> does(Gesture gesture) {
        apply(gesture.operations());
        return gesture.made().stream().map(this::element).toList();
    }

    Journal apply(List<Operation> operations) {
        return arrangement.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, operations));
    }

    Element element(Id id) {
        Element element = arrangement.find(id);
        if (element == null) {
            throw new AssertionError("nothing was made under " + id);
        }
        return element;
    }

    Element track(TrackType type) {
        return does(tracks.add(type, type.name(), 0, null)).getFirst();
    }

    Element clip(Element track, long start, long length) {
        return does(clips.add(track, start, length)).getFirst();
    }

    Element content(Element clip) {
        return element(clip.reference(Property.CONTENT));
    }

    Element note(Element content, long start, long length, int pitch) {
        return does(notes.add(content, start, length, pitch, 90)).getFirst();
    }

    /** A content with notes, given as start, length and pitch of each. */
    List<Element> notes(long... numbers) {
        Element content = content(clip(track(TrackType.INSTRUMENT), 0, 3840));
        List<Element> made = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 3) {
            made.add(note(content, numbers[i], numbers[i + 1], (int) numbers[i + 2]));
        }
        return made;
    }

    void write(Element element, Property property, long value) {
        apply(List.of(new Operation.Set(element.id(), property, value)));
    }

    static List<List<Long>> read(List<Element> elements, Property... properties) {
        List<List<Long>> table = new ArrayList<>();
        for (Element element : elements) {
            List<Long> row = new ArrayList<>();
            for (Property property : properties) {
                row.add(element.number(property));
            }
            table.add(row);
        }
        return table;
    }

    /** All of a kind but those that alternatives keep. */
    List<Element> all(Kind kind) {
        List<Element> all = new ArrayList<>();
        for (int handle = 0; handle < arrangement.handles(); handle++) {
            Element parent = arrangement.at(handle).parent();
            if (arrangement.at(handle).kind() == kind && arrangement.at(handle).isAlive() && (parent == null || parent.kind() != Kind.PART)) {
                all.add(arrangement.at(handle));
            }
        }
        return all;
    }

    static Map<Property, Object> to(Property property, Object value) {
        return Map.of(property, value);
    }
}
