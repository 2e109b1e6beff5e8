package studio.tutti.core.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.tutti.core.replica.Studio.adds;
import static studio.tutti.core.replica.Studio.marker;
import static studio.tutti.core.replica.Studio.text;
import static studio.tutti.core.replica.Studio.textOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

@DisplayName("A replica")
class ReplicaTest {

    private final Studio studio = new Studio();
    private final Replica anna = Studio.person(1);
    private final Replica ben = Studio.person(2);

    @Test
    @DisplayName("shows one's own edit at once, before anybody has ordered it")
    void optimistic() {
        Id id = adds(anna, "here");
        assertThat(textOf(anna, id)).isEqualTo("here");
        assertThat(anna.revision()).isZero();
        assertThat(anna.pendingCount()).isEqualTo(1);
        assertThat(anna.checksum()).isEqualTo(ben.checksum());
    }

    @Test
    @DisplayName("keeps one's own pending value on top of what others ordered, until both agree")
    void pendingOnTop() {
        Id id = adds(anna, "0");
        studio.order(anna);
        studio.tell(ben);
        anna.edit("marker.text", List.of(text(id, "Anna")));
        ben.edit("marker.text", List.of(text(id, "Ben")));
        studio.order(ben);
        studio.tell(anna);
        assertThat(textOf(anna, id)).isEqualTo("Anna");
        assertThat(anna.checksum()).isEqualTo(ben.checksum());

        studio.order(anna);
        studio.tell(ben);
        assertThat(textOf(ben, id)).isEqualTo("Anna");
        assertThat(anna.checksum()).isEqualTo(ben.checksum()).isEqualTo(studio.song.checksum());
    }

    @Test
    @DisplayName("refuses an edit of its own that breaks a rule, and nothing has changed")
    void ownMistake() {
        long sum = anna.arrangement().checksum();
        assertThatThrownBy(() -> anna.edit("marker.text", List.of(text(new Id(9, 9), "x")))).isInstanceOf(EditRefused.class);
        assertThat(anna.pendingCount()).isZero();
        assertThat(anna.steps().nextUndo()).isNull();
        assertThat(anna.arrangement().checksum()).isEqualTo(sum);
    }

    @Test
    @DisplayName("asks for what is missing instead of applying out of order")
    void gap() {
        adds(anna, "1");
        adds(anna, "2");
        studio.order(anna);
        assertThat(ben.ordered(2, studio.log.subList(1, 2))).isFalse();
        assertThat(ben.revision()).isZero();
        assertThat(ben.ordered(1, studio.log)).isTrue();
        assertThat(ben.revision()).isEqualTo(2);
    }

    @Test
    @DisplayName("passes over what it holds already")
    void doubled() {
        adds(anna, "1");
        studio.order(anna);
        studio.tell(ben);
        studio.tell(ben);
        studio.tell(anna);
        assertThat(anna.accepted(studio.log.getFirst().id(), 1)).isTrue();
        assertThat(ben.revision()).isEqualTo(1);
        assertThat(ben.checksum()).isEqualTo(anna.checksum()).isEqualTo(studio.song.checksum());
    }

    @Test
    @DisplayName("takes its own edit from the order as well as from an acknowledgement, once")
    void orderedInsteadOfAccepted() {
        adds(anna, "1");
        studio.order(anna.takeUnsent().getFirst());
        studio.tell(anna);
        assertThat(anna.pendingCount()).isZero();
        assertThat(anna.accepted(studio.log.getFirst().id(), 1)).isTrue();
        assertThat(anna.checksum()).isEqualTo(studio.song.checksum());
    }

    @Test
    @DisplayName("does not apply an acknowledged edit while others before it are missing")
    void acknowledgedTooEarly() {
        adds(ben, "ben");
        studio.order(ben);
        adds(anna, "anna");
        Edit edit = anna.takeUnsent().getFirst();
        studio.order(edit);
        assertThat(anna.accepted(edit.id(), 2)).isFalse();
        studio.tell(anna);
        assertThat(anna.checksum()).isEqualTo(studio.song.checksum());
        assertThat(anna.pendingCount()).isZero();
    }

    @Test
    @DisplayName("takes a refused edit off the page and hands it out, with what was to undo it")
    void refused() {
        Id id = adds(anna, "1");
        Edit edit = anna.takeUnsent().getFirst();
        anna.undo();
        anna.redo();
        assertThat(anna.refused(edit.id())).isEqualTo(edit);
        assertThat(anna.arrangement().find(id)).isNull();
        assertThat(anna.pendingCount()).isZero();
        assertThat(anna.steps().nextUndo()).isNull();
        assertThat(anna.steps().nextRedo()).isNull();
        assertThat(anna.refused(edit.id())).isNull();
        assertThat(anna.arrangement().checksum()).isEqualTo(anna.checksum());
    }

    @Test
    @DisplayName("leaves a pending edit out while it doesn't fit, and keeps it until the server has spoken")
    void misfit() {
        Id outer = anna.newId();
        Id inner = anna.newId();
        anna.edit("tracks", List.of(track(outer), track(inner)));
        studio.order(anna);
        studio.tell(ben);
        anna.edit("folder", List.of(folder(outer, inner)));
        ben.edit("folder", List.of(folder(inner, outer)));
        studio.order(ben);
        studio.tell(anna);
        assertThat(anna.pendingCount()).isEqualTo(1);
        assertThat(anna.arrangement().checksum()).isEqualTo(studio.song.checksum());
        Edit misfit = anna.takeUnsent().getFirst();
        assertThatThrownBy(() -> studio.order(misfit)).isInstanceOf(EditRefused.class);
        assertThat(anna.refused(misfit.id())).isEqualTo(misfit);
    }

    private static Operation track(Id id) {
        return new Operation.Add(id, Kind.TRACK,
                Map.of(Property.PARENT, Arrangement.ROOT));
    }

    private static Operation folder(Id id, Id folder) {
        return new Operation.Set(id, Property.FOLDER, folder);
    }

    @Test
    @DisplayName("sends each edit once, and everything pending again after a lost connection, under the same ids")
    void resend() {
        adds(anna, "1");
        adds(anna, "2");
        List<Edit> first = anna.takeUnsent();
        assertThat(first).hasSize(2);
        assertThat(anna.takeUnsent()).isEmpty();
        anna.resendAll();
        assertThat(anna.takeUnsent()).isEqualTo(first);
    }

    @Test
    @DisplayName("keeps its pending edits over a new snapshot, except those that are in it")
    void loadKeepsPending() {
        Id first = adds(anna, "1");
        studio.order(anna.takeUnsent().getFirst());
        Id second = adds(anna, "2");
        studio.load(anna);
        assertThat(anna.pendingCount()).isEqualTo(1);
        assertThat(textOf(anna, first)).isEqualTo("1");
        assertThat(textOf(anna, second)).isEqualTo("2");
        assertThat(anna.checksum()).isEqualTo(studio.song.checksum());
        studio.order(anna);
        assertThat(anna.checksum()).isEqualTo(studio.song.checksum());
    }

    @Test
    @DisplayName("lets go of a pending edit that was ordered so long ago that nobody told")
    void acceptedLongAgo() {
        Id id = adds(anna, "1");
        Edit edit = anna.takeUnsent().getFirst();
        studio.order(edit);
        anna.load(studio.song, 1, List.of());
        assertThat(anna.pendingCount()).isEqualTo(1);
        assertThat(anna.accepted(edit.id(), 1)).isTrue();
        assertThat(anna.pendingCount()).isZero();
        assertThat(textOf(anna, id)).isEqualTo("1");
    }

    @Test
    @DisplayName("takes up pending edits after a reload, whether they were ordered meanwhile or not")
    void resume() {
        Id first = adds(anna, "1");
        Id second = adds(anna, "2");
        anna.edit("marker.text", List.of(text(second, "two")));
        List<Edit> kept = anna.pending();
        studio.order(anna.takeUnsent().getFirst());

        Replica again = studio.reopened(1);
        kept.forEach(again::resume);
        assertThat(again.pendingCount()).isEqualTo(2);
        assertThat(textOf(again, first)).isEqualTo("1");
        assertThat(textOf(again, second)).isEqualTo("two");
        studio.order(again);
        assertThat(again.checksum()).isEqualTo(studio.song.checksum());
    }

    @Test
    @DisplayName("keeps a resumed edit that needs what is still to come")
    void resumeTooEarly() {
        Id id = adds(ben, "ben");
        studio.order(ben);
        studio.tell(anna);
        anna.edit("marker.text", List.of(text(id, "anna")));
        List<Edit> kept = anna.pending();

        Replica again = Studio.person(1);
        kept.forEach(again::resume);
        assertThat(again.pendingCount()).isEqualTo(1);
        studio.tell(again);
        assertThat(textOf(again, id)).isEqualTo("anna");
    }

    @Test
    @DisplayName("tells of every element that may look different")
    void tells() {
        List<Id> told = new ArrayList<>();
        Replica listener = new Replica(new Id(1, 3), new IdSequence(3, 0), element -> told.add(element.id()));
        Id own = adds(listener, "own");
        assertThat(told).containsOnly(own);
        told.clear();
        Id theirs = adds(anna, "theirs");
        studio.order(anna);
        studio.tell(listener);
        assertThat(told).contains(own, theirs);
        told.clear();
        listener.refused(listener.pending().getFirst().id());
        assertThat(told).contains(own);
    }

    @Test
    @DisplayName("keeps the handle of a pending element while others' edits come in")
    void stableHandles() {
        Id own = adds(anna, "own");
        Element before = anna.arrangement().alive(own);
        for (int i = 0; i < 5; i++) {
            adds(ben, "ben");
        }
        studio.order(ben);
        studio.tell(anna);
        assertThat(anna.arrangement().alive(own)).isSameAs(before);
        studio.order(anna);
        assertThat(anna.arrangement().at(before.handle()).id()).isEqualTo(own);
    }

    @Test
    @DisplayName("holds thousands of pending edits made without a connection, and sends them all on return")
    void longOffline() {
        Id id = adds(anna, "0");
        studio.order(anna);
        for (int i = 1; i <= 3_000; i++) {
            anna.edit("marker.text", List.of(text(id, "anna " + i)));
        }
        studio.tell(ben);
        for (int i = 0; i < 300; i++) {
            adds(ben, "ben " + i);
        }
        studio.order(ben);
        studio.tell(anna);
        studio.order(anna);
        assertThat(anna.pendingCount()).isZero();
        assertThat(textOf(anna, id)).isEqualTo("anna 3000");
        assertThat(anna.checksum()).isEqualTo(studio.song.checksum());
    }
}
