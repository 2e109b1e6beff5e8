package studio.tutti.core.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.protocol.SnapshotFormat;

/** A song that is ordered step by step, and the markers of several people in it. */
final class Studio {

    final Arrangement song = new Arrangement();
    final List<Edit> log = new ArrayList<>();
    final List<OwnEdit> steps = new ArrayList<>();

    static Replica person(int number) {
        return new Replica(new Id(1, number), new IdSequence(number, 0), element -> {});
    }

    static Operation marker(Id id, String text) {
        return new Operation.Add(id, Kind.MARKER, Map.of(Property.PARENT, Arrangement.ROOT, Property.TEXT, text));
    }

    static Operation text(Id id, String text) {
        return new Operation.Set(id, Property.TEXT, text);
    }

    /** A person adds a marker; it is pending. */
    static Id adds(Replica person, String text) {
        Id id = person.newId();
        person.edit("marker.add", List.of(marker(id, text)));
        return id;
    }

    static String textOf(Replica person, Id marker) {
        Element element = person.arrangement().alive(marker);
        return element == null ? "gone" : element.text(Property.TEXT);
    }

    /** Orders whatever a person can send, and acknowledges it. */
    void order(Replica person) {
        for (Edit edit : person.takeUnsent()) {
            order(edit);
            person.accepted(edit.id(), log.size());
        }
    }

    /** Orders an edit without telling anybody. */
    void order(Edit edit) {
        steps.add(new OwnEdit(edit.id(), edit.undoes(), edit.label(), song.apply(edit).inverse()));
        log.add(edit);
    }

    /** Tells a person everything. */
    void tell(Replica person) {
        person.ordered(1, log);
    }

    /** The same person's page after a reload, opened from a snapshot. */
    Replica reopened(int number) {
        Replica page = new Replica(new Id(1, number), new IdSequence(number + 100, 0), element -> {});
        load(page);
        return page;
    }

    void load(Replica page) {
        SnapshotFormat.Stored stored = SnapshotFormat.fromBytes(SnapshotFormat.toBytes(log.size(), song));
        List<OwnEdit> own = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).author().equals(page.person())) {
                own.add(steps.get(i));
            }
        }
        page.load(stored.arrangement(), stored.revision(), own);
    }
}
