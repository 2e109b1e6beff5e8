package studio.tutti.core.arrangement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small song to try edits on: a track with a clip, its content and a note. */
final class Sketch {

    static final Id ANNA = new Id(1, 1);

    final Arrangement song = new Arrangement();
    final IdSequence ids = new IdSequence(42, 0);
    final Id track = ids.next();
    final Id content = ids.next();
    final Id clip = ids.next();
    final Id note = ids.next();

    Sketch() {
        apply(
                add(track, Kind.TRACK, Arrangement.ROOT),
                add(content, Kind.CONTENT, Arrangement.ROOT),
                add(clip, Kind.CLIP, track, Property.CONTENT, content),
                add(note, Kind.NOTE, content));
    }

    static Operation add(Id id, Kind kind, Id parent, Object... more) {
        Map<Property, Object> values = new HashMap<>();
        values.put(Property.PARENT, parent);
        for (int i = 0; i < more.length; i += 2) {
            values.put((Property) more[i], more[i + 1]);
        }
        return new Operation.Add(id, kind, values);
    }

    static Operation set(Id id, Property property, Object value) {
        return new Operation.Set(id, property, value);
    }

    static Operation remove(Id id) {
        return new Operation.Remove(id);
    }

    Edit edit(Operation... operations) {
        return new Edit(ids.next(), ANNA, 0, "test", Id.NONE, List.of(operations));
    }

    Journal apply(Operation... operations) {
        return apply(edit(operations));
    }

    Journal apply(Edit edit) {
        Journal journal = song.apply(edit);
        ModelRules.check(song);
        return journal;
    }

    /** Applies what takes an edit back. */
    Journal undo(Journal journal) {
        return apply(new Edit(ids.next(), ANNA, 0, "test", ids.next(), journal.inverse()));
    }

    long number(Id id, Property property) {
        return song.find(id).number(property);
    }

    boolean isAlive(Id id) {
        return song.alive(id) != null;
    }

    Id another(Kind kind, Id parent, Object... more) {
        Id id = ids.next();
        apply(add(id, kind, parent, more));
        return id;
    }

    /** What a person sees: everything alive with all its values, but not who wrote it. */
    List<String> sight() {
        List<String> sight = new ArrayList<>();
        for (int handle = 0; handle < song.handles(); handle++) {
            Element element = song.at(handle);
            if (song.alive(element.id()) == element) {
                StringBuilder line = new StringBuilder(element.kind() + " " + element.id());
                for (int slot = 0; slot < element.kind().size(); slot++) {
                    line.append(' ').append(element.get(element.kind().property(slot)));
                }
                sight.add(line.toString());
            }
        }
        return sight;
    }
}
