package studio.tutti.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.proposal.TrayNode.until;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.AlternativeGestures;
import studio.tutti.core.editing.Forms;
import studio.tutti.core.editing.Gesture;

@DisplayName("Switching a section to another form")
class LockedSwitchTest extends InTray {

    private static Element section(Arrangement song) {
        return song.root().children(Kind.SECTION).getFirst();
    }

    private static void does(Listener who, Function<Arrangement, Gesture> gesture) {
        Gesture made = who.page.read(replica -> gesture.apply(replica.arrangement()));
        who.page.edit(made.label(), made.operations());
        who.stored();
    }

    private static AlternativeGestures forms(Arrangement song, int ids) {
        return new AlternativeGestures(song, new IdSequence(ids, 0));
    }

    @Test
    @DisplayName("is refused by the server where that would change what is locked, its undo too, and goes on everywhere else")
    void locked() {
        Id note = anna.note(bass, 0, BAR, 40);
        anna.edit(new Operation.Add(anna.page.read(replica -> replica.newId()), Kind.SECTION,
                Map.of(Property.PARENT, Arrangement.ROOT, Property.START, 0L, Property.LENGTH, 4 * BAR, Property.NAME, "Chorus")));
        does(anna, song -> forms(song, 801).keep(section(song), ""));
        anna.edit(new Operation.Set(note, Property.PITCH, 45L));
        Id lock = new Id(802, 1);
        anna.edit(new Operation.Add(lock, Kind.LOCK,
                Map.of(Property.PARENT, bass, Property.START, 0L, Property.LENGTH, BAR, Property.HOLDER, owner.person(), Property.NAME, "Anna")));
        until("Ben has it", () -> ben.revision() == anna.revision());
        does(ben, song -> forms(song, 803).choose(section(song), Forms.alternatives(section(song)).getFirst()));
        until("it is refused", () -> ben.refused.stream().anyMatch(each -> each.reason().equals("Bar 1 of “Bass” is locked by Anna: its notes would change.")));
        assertThat(ben.pitches()).contains(45L);
        assertThat(heard()).isEqualTo("A");

        anna.edit(new Operation.Remove(lock));
        until("Ben has it", () -> ben.revision() == anna.revision());
        does(ben, song -> forms(song, 804).choose(section(song), Forms.alternatives(section(song)).getFirst()));
        assertThat(heard()).isEqualTo("B");
        anna.edit(new Operation.Add(new Id(802, 2), Kind.LOCK,
                Map.of(Property.PARENT, bass, Property.START, 0L, Property.LENGTH, BAR, Property.HOLDER, owner.person(), Property.NAME, "Anna")));
        until("Ben has it", () -> ben.revision() == anna.revision());
        int before = ben.refused.size();
        ben.page.undo();
        until("the undo is refused", () -> ben.refused.size() > before);
        ben.stored();
        assertThat(heard()).isEqualTo("B");
    }

    private String heard() {
        Arrangement now = node.bean(studio.tutti.collaboration.Songs.class).arrangement(song.link());
        Element form = new Forms(now, section(now)).heard();
        return form == section(now) ? "A" : form.text(Property.NAME);
    }
}
