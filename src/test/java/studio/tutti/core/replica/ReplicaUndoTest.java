package studio.tutti.core.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.core.replica.Studio.adds;
import static studio.tutti.core.replica.Studio.text;
import static studio.tutti.core.replica.Studio.textOf;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.trial.Dice;
import studio.tutti.core.trial.RandomEdits;
import studio.tutti.core.arrangement.IdSequence;

@DisplayName("Undo on a replica")
class ReplicaUndoTest {

    private final Studio studio = new Studio();
    private final Replica anna = Studio.person(1);
    private final Replica ben = Studio.person(2);

    @Test
    @DisplayName("takes back one's own latest edit only, never another person's")
    void ownOnly() {
        Id mine = adds(anna, "anna");
        studio.order(anna);
        studio.tell(ben);
        Id theirs = adds(ben, "ben");
        studio.order(ben);
        studio.tell(anna);

        Edit undo = anna.undo();
        assertThat(undo.undoes()).isEqualTo(studio.log.getFirst().id());
        assertThat(textOf(anna, mine)).isEqualTo("gone");
        assertThat(textOf(anna, theirs)).isEqualTo("ben");
        assertThat(anna.undo()).isNull();
    }

    @Test
    @DisplayName("among others' edits restores only what nobody else has written since, and says when that is nothing")
    void amongOthers() {
        Id id = adds(anna, "0");
        studio.order(anna);
        studio.tell(ben);
        anna.edit("marker.text", List.of(text(id, "anna")));
        studio.order(anna);
        studio.tell(ben);
        ben.edit("marker.text", List.of(text(id, "ben")));
        studio.order(ben);
        studio.tell(anna);

        anna.undo();
        assertThat(textOf(anna, id)).isEqualTo("ben");
        assertThat(anna.lastWasEmpty()).isTrue();
        studio.order(anna);
        studio.tell(ben);
        ben.undo();
        assertThat(textOf(ben, id)).isEqualTo("anna");
        assertThat(ben.lastWasEmpty()).isFalse();
    }

    @Test
    @DisplayName("of a pending edit waits for it, and takes back what it really did")
    void ofPending() {
        Id id = adds(anna, "0");
        studio.order(anna);
        studio.tell(ben);
        anna.edit("marker.text", List.of(text(id, "anna")));
        Edit change = anna.takeUnsent().getFirst();
        anna.undo();
        assertThat(textOf(anna, id)).isEqualTo("0");
        assertThat(anna.takeUnsent()).as("the undo waits").isEmpty();

        ben.edit("marker.text", List.of(text(id, "ben")));
        studio.order(ben);
        studio.tell(anna);
        studio.order(change);
        studio.tell(anna);
        assertThat(textOf(anna, id)).as("what was there before the edit in its place in the order").isEqualTo("ben");
        studio.order(anna);
        studio.tell(ben);
        assertThat(textOf(ben, id)).isEqualTo("ben");
        assertThat(ben.checksum()).isEqualTo(anna.checksum()).isEqualTo(studio.song.checksum());
    }

    @Test
    @DisplayName("and redo come in any depth before anything is ordered, and end equal everywhere")
    void deepPending() {
        Id id = adds(anna, "0");
        for (int i = 1; i <= 5; i++) {
            anna.edit("marker.text", List.of(text(id, "" + i)));
        }
        for (int i = 0; i < 3; i++) {
            anna.undo();
        }
        anna.redo();
        anna.undo();
        anna.redo();
        assertThat(textOf(anna, id)).isEqualTo("3");
        while (anna.pendingCount() > 0) {
            studio.order(anna);
        }
        studio.tell(ben);
        assertThat(textOf(ben, id)).isEqualTo("3");
        assertThat(ben.checksum()).isEqualTo(anna.checksum());
    }

    @Test
    @DisplayName("ends what could be redone once one edits anew")
    void newEditEndsRedo() {
        adds(anna, "1");
        anna.undo();
        assertThat(anna.steps().nextRedo()).isNotNull();
        adds(anna, "2");
        assertThat(anna.steps().nextRedo()).isNull();
        assertThat(anna.redo()).isNull();
    }

    @Test
    @DisplayName("goes on after a reload where it was, and redo too")
    void afterReload() {
        Id first = adds(anna, "1");
        Id second = adds(anna, "2");
        anna.undo();
        while (anna.pendingCount() > 0) {
            studio.order(anna);
        }
        Replica again = studio.reopened(1);
        assertThat(again.steps().undoable()).isEqualTo(anna.steps().undoable());
        assertThat(again.steps().redoable()).isEqualTo(anna.steps().redoable());
        again.redo();
        assertThat(textOf(again, second)).isEqualTo("2");
        again.undo();
        again.undo();
        assertThat(textOf(again, first)).isEqualTo("gone");
        while (again.pendingCount() > 0) {
            studio.order(again);
        }
        assertThat(again.checksum()).isEqualTo(studio.song.checksum());
    }

    @Test
    @DisplayName("knows what the same person did on another page, in its place")
    void anotherPage() {
        Replica other = new Replica(anna.person(), new IdSequence(50, 0), element -> {});
        Id there = adds(other, "there");
        adds(anna, "here");
        studio.order(other);
        studio.tell(anna);
        anna.undo();
        assertThat(anna.undo().undoes()).isEqualTo(studio.log.getFirst().id());
        while (anna.pendingCount() > 0) {
            studio.order(anna);
        }
        assertThat(textOf(anna, there)).isEqualTo("gone");
        assertThat(anna.checksum()).isEqualTo(studio.song.checksum());
    }

    @Test
    @DisplayName("that is refused leaves the step, so that the ones before can be undone")
    void refusedUndo() {
        Id id = adds(anna, "1");
        anna.edit("marker.text", List.of(text(id, "2")));
        studio.order(anna);
        Edit undo = anna.undo();
        anna.takeUnsent();
        anna.refused(undo.id());
        assertThat(textOf(anna, id)).isEqualTo("2");
        assertThat(anna.undo().undoes()).isEqualTo(studio.log.getFirst().id());
    }

    @Test
    @DisplayName("n times and redo n times is identity, with pending edits and without")
    void identity() {
        for (int seed = 0; seed < 40; seed++) {
            Studio each = new Studio();
            Dice dice = new Dice(seed);
            IdSequence ids = new IdSequence(seed, 0);
            Replica person = new Replica(new Id(1, 1), ids, element -> {});
            RandomEdits edits = new RandomEdits(dice, ids);
            for (int i = 0; i < 40; i++) {
                try {
                    person.edit("trial", edits.next(person.arrangement()));
                } catch (EditRefused broken) {
                    // Random edits break rules at times.
                }
                if (seed % 2 == 0) {
                    each.order(person);
                }
            }
            long before = person.arrangement().checksum();
            int n = 1 + dice.below(person.steps().undoable().size());
            for (int i = 0; i < n; i++) {
                person.undo();
                if (seed % 4 == 0) {
                    each.order(person);
                }
            }
            for (int i = 0; i < n; i++) {
                person.redo();
            }
            assertThat(person.arrangement().checksum()).as("seed %d, %d steps", seed, n).isEqualTo(before);
            assertThat(person.redo()).isNull();
            while (person.pendingCount() > 0) {
                each.order(person);
            }
            assertThat(each.song.checksum()).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("remembers five hundred steps")
    void depth() {
        Id id = adds(anna, "0");
        for (int i = 0; i < UndoStack.DEPTH + 20; i++) {
            List<Operation> operations = List.of(text(id, "" + i));
            anna.edit("marker.text", operations);
        }
        assertThat(anna.steps().undoable()).hasSize(UndoStack.DEPTH);
    }
}
