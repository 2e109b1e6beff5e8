package studio.tutti.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.core.arrangement.Sketch.add;
import static studio.tutti.core.arrangement.Sketch.remove;
import static studio.tutti.core.arrangement.Sketch.set;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.trial.Dice;
import studio.tutti.core.trial.RandomEdits;

@DisplayName("Taking an edit back")
class UndoRulesTest {

    private final Sketch sketch = new Sketch();

    @Test
    @DisplayName("restores value and writer, to the checksum")
    void restores() {
        long before = sketch.song.checksum();
        Journal change = sketch.apply(set(sketch.note, Property.PITCH, 72L));
        sketch.undo(change);

        assertThat(sketch.number(sketch.note, Property.PITCH)).isEqualTo(60);
        assertThat(sketch.song.checksum()).isEqualTo(before);
    }

    @Test
    @DisplayName("leaves a property alone that somebody else has written since, and restores the others")
    void onlyTheLastWriter() {
        Journal mine = sketch.apply(set(sketch.note, Property.PITCH, 72L), set(sketch.note, Property.LENGTH, 240L));
        sketch.apply(set(sketch.note, Property.PITCH, 48L));
        Journal undo = sketch.undo(mine);

        assertThat(sketch.number(sketch.note, Property.PITCH)).isEqualTo(48);
        assertThat(sketch.number(sketch.note, Property.LENGTH)).isEqualTo(960);
        assertThat(undo.passed()).isEqualTo(1);
    }

    @Test
    @DisplayName("brings what was removed back under its id, with all that lies in it")
    void resurrects() {
        Journal removal = sketch.apply(remove(sketch.content));
        sketch.undo(removal);

        assertThat(sketch.isAlive(sketch.content)).isTrue();
        assertThat(sketch.isAlive(sketch.note)).isTrue();
    }

    @Test
    @DisplayName("removes what it added, with what others changed on it; doing it again brings their changes too")
    void undoOfAdding() {
        Id marker = sketch.ids.next();
        Journal adding = sketch.apply(add(marker, Kind.MARKER, Arrangement.ROOT));
        sketch.apply(set(marker, Property.TEXT, "theirs"));
        Journal undo = sketch.undo(adding);
        assertThat(sketch.isAlive(marker)).isFalse();
        sketch.undo(undo);
        assertThat(sketch.song.alive(marker).text(Property.TEXT)).isEqualTo("theirs");
    }

    @Test
    @DisplayName("does not change what was removed meanwhile")
    void deletingBeatsUndoing() {
        Journal change = sketch.apply(set(sketch.note, Property.PITCH, 72L));
        sketch.apply(remove(sketch.note));
        assertThat(sketch.undo(change).isEmpty()).isTrue();
        assertThat(sketch.isAlive(sketch.note)).isFalse();
    }

    @Test
    @DisplayName("does not remove again what somebody removed and brought back, unless it is the adding itself")
    void removalOfTheRemoved() {
        Journal removal = sketch.apply(remove(sketch.note));
        sketch.undo(removal);
        Journal second = sketch.apply(remove(sketch.note));
        assertThat(sketch.undo(removal).isEmpty()).isTrue();
        assertThat(sketch.isAlive(sketch.note)).isFalse();
        sketch.undo(second);
        assertThat(sketch.isAlive(sketch.note)).isTrue();
    }

    @Test
    @DisplayName("works where one edit wrote a property twice")
    void twiceInOneEdit() {
        Journal twice = sketch.apply(set(sketch.note, Property.PITCH, 1L), set(sketch.note, Property.PITCH, 2L));
        Journal undo = sketch.undo(twice);
        assertThat(sketch.number(sketch.note, Property.PITCH)).isEqualTo(60);
        sketch.undo(undo);
        assertThat(sketch.number(sketch.note, Property.PITCH)).isEqualTo(2);
    }

    @Test
    @DisplayName("works where one edit added, changed and removed a thing")
    void wholeLifeInOneEdit() {
        Id id = sketch.ids.next();
        Journal life = sketch.apply(add(id, Kind.MARKER, Arrangement.ROOT), set(id, Property.TEXT, "x"), remove(id));
        long after = sketch.song.checksum();
        Journal undo = sketch.undo(life);
        assertThat(sketch.isAlive(id)).isFalse();
        sketch.undo(undo);
        assertThat(sketch.song.checksum()).isEqualTo(after);
    }

    @Test
    @DisplayName("leaves folders alone where they would lie in themselves by it, and says so")
    void noCircleByUndo() {
        Id outer = sketch.another(Kind.TRACK, Arrangement.ROOT);
        Id inner = sketch.another(Kind.TRACK, Arrangement.ROOT, Property.FOLDER, outer);
        Journal out = sketch.apply(set(inner, Property.FOLDER, Id.NONE));
        sketch.apply(set(outer, Property.FOLDER, inner));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> sketch.undo(out))
                .isInstanceOf(EditRefused.class)
                .hasMessage("A folder can't lie in itself.");
        ModelRules.check(sketch.song);
    }

    @Test
    @DisplayName("n times and doing it again n times is identity, and what is undone looks as before")
    void undoAndRedoAreIdentity() {
        for (int seed = 0; seed < 60; seed++) {
            Dice dice = new Dice(seed);
            Sketch each = new Sketch();
            RandomEdits edits = new RandomEdits(dice, each.ids);
            List<Journal> done = new ArrayList<>();
            List<List<String>> sights = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                List<String> sight = each.sight();
                try {
                    done.add(each.song.apply(each.edit(edits.next(each.song).toArray(new Operation[0]))));
                    sights.add(sight);
                } catch (EditRefused broken) {
                    assertThat(each.sight()).isEqualTo(sight);
                }
            }
            int n = 1 + dice.below(done.size());
            long sum = each.song.checksum();
            sights.add(each.sight());
            List<Journal> undone = new ArrayList<>();
            for (int i = done.size() - 1; i >= done.size() - n; i--) {
                undone.add(each.undo(done.get(i)));
                assertThat(each.sight()).as("seed %d, edit %d undone", seed, i).isEqualTo(sights.get(i));
            }
            for (int i = done.size() - n; i < done.size(); i++) {
                each.undo(undone.removeLast());
                assertThat(each.sight()).as("seed %d, edit %d done again", seed, i).isEqualTo(sights.get(i + 1));
            }
            assertThat(each.song.checksum()).as("seed %d", seed).isEqualTo(sum);
        }
    }

    @Test
    @DisplayName("exactly, as a replica does before it applies what came first, leaves no difference at all")
    void rollBackIsExact() {
        Dice dice = new Dice(5);
        RandomEdits edits = new RandomEdits(dice, sketch.ids);
        for (int i = 0; i < 300; i++) {
            long sum = sketch.song.checksum();
            try {
                Edit edit = sketch.edit(edits.next(sketch.song).toArray(new Operation[0]));
                Journal journal = sketch.song.apply(edit);
                long after = sketch.song.checksum();
                sketch.song.rollBack(journal);
                assertThat(sketch.song.checksum()).isEqualTo(sum);
                ModelRules.check(sketch.song);
                sketch.apply(edit);
                assertThat(sketch.song.checksum()).isEqualTo(after);
            } catch (EditRefused broken) {
                assertThat(sketch.song.checksum()).isEqualTo(sum);
            }
        }
    }
}
