package studio.tutti.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.tutti.core.arrangement.Sketch.add;
import static studio.tutti.core.arrangement.Sketch.remove;
import static studio.tutti.core.arrangement.Sketch.set;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An edit on a song")
class EditRulesTest {

    private final Sketch sketch = new Sketch();

    @Test
    @DisplayName("leaves what others changed on the same note, if it was another property")
    void differentPropertiesBothSucceed() {
        sketch.apply(set(sketch.note, Property.PITCH, 72L));
        sketch.apply(set(sketch.note, Property.LENGTH, 240L));

        assertThat(sketch.number(sketch.note, Property.PITCH)).isEqualTo(72);
        assertThat(sketch.number(sketch.note, Property.LENGTH)).isEqualTo(240);
    }

    @Test
    @DisplayName("wins over what others wrote to the same property, if it is ordered last")
    void lastWins() {
        Edit first = sketch.edit(set(sketch.note, Property.PITCH, 72L));
        Edit second = sketch.edit(set(sketch.note, Property.PITCH, 48L));
        sketch.apply(second);
        sketch.apply(first);

        assertThat(sketch.number(sketch.note, Property.PITCH)).isEqualTo(72);
        assertThat(sketch.song.find(sketch.note).writer(Property.PITCH)).isEqualTo(first.id());
    }

    @Test
    @DisplayName("becomes the last writer even where it writes the value that is there already")
    void sameValueIsAWrite() {
        Edit edit = sketch.edit(set(sketch.note, Property.PITCH, 60L));
        long before = sketch.song.checksum();
        sketch.apply(edit);

        assertThat(sketch.song.find(sketch.note).writer(Property.PITCH)).isEqualTo(edit.id());
        assertThat(sketch.song.checksum()).isNotEqualTo(before);
    }

    @Test
    @DisplayName("does nothing to what was removed, while its other operations stand")
    void deletingBeatsChanging() {
        Id other = sketch.another(Kind.NOTE, sketch.content);
        sketch.apply(remove(sketch.note));
        Journal journal = sketch.apply(set(sketch.note, Property.PITCH, 72L), set(other, Property.PITCH, 72L));

        assertThat(sketch.isAlive(sketch.note)).isFalse();
        assertThat(sketch.number(sketch.note, Property.PITCH)).isEqualTo(60);
        assertThat(sketch.number(other, Property.PITCH)).isEqualTo(72);
        assertThat(journal.passed()).isEqualTo(1);
    }

    @Test
    @DisplayName("that moves what was removed does nothing")
    void movingTheRemoved() {
        Id elsewhere = sketch.another(Kind.CONTENT, Arrangement.ROOT);
        sketch.apply(remove(sketch.note));
        assertThat(sketch.apply(set(sketch.note, Property.PARENT, elsewhere)).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("that removes what was removed already does nothing")
    void removingTwice() {
        sketch.apply(remove(sketch.note));
        Journal again = sketch.apply(remove(sketch.note));

        assertThat(again.isEmpty()).isTrue();
        assertThat(again.passed()).isEqualTo(1);
    }

    @Test
    @DisplayName("is refused whole if it names what never existed")
    void neverKnown() {
        Id never = new Id(9, 9);
        for (Operation operation : List.of(set(never, Property.PITCH, 1L), remove(never), add(sketch.ids.next(), Kind.NOTE, never),
                set(sketch.clip, Property.CONTENT, never), set(sketch.note, Property.PARENT, never),
                new Operation.Restore(never, Property.PITCH, 1L, Id.NONE, Id.NONE))) {
            refuses("never had", set(sketch.note, Property.PITCH, 99L), operation);
        }
        assertThat(sketch.number(sketch.note, Property.PITCH)).isEqualTo(60);
    }

    @Test
    @DisplayName("is refused whole if a value is out of its range or of the wrong type")
    void outOfRange() {
        refuses("pitch of a note must be a whole number between 0 and 127", set(sketch.note, Property.PITCH, 128L));
        refuses("between", set(sketch.note, Property.VELOCITY, 0L));
        refuses("whole number", set(sketch.note, Property.PITCH, "C"));
        refuses("whole number", set(sketch.note, Property.PITCH, 60.0));
        refuses("at most 200 characters", set(sketch.track, Property.NAME, "x".repeat(201)));
        refuses("name something", set(sketch.clip, Property.CONTENT, Id.NONE));
        Id lane = sketch.another(Kind.LANE, sketch.track);
        Id point = sketch.another(Kind.POINT, lane);
        refuses("a number between", set(point, Property.LEVEL, Double.NaN));
        refuses("a number between", set(point, Property.LEVEL, Double.POSITIVE_INFINITY));
    }

    @Test
    @DisplayName("is refused if it speaks of a property that the thing doesn't have")
    void wrongProperty() {
        refuses("A track has no pitch", set(sketch.track, Property.PITCH, 60L));
        refuses("An automation lane has no pitch", set(sketch.another(Kind.LANE, sketch.track), Property.PITCH, 60L));
        refuses("unknown to its kind", add(sketch.ids.next(), Kind.NOTE, sketch.content, Property.NAME, "x"));
    }

    @Test
    @DisplayName("is refused if it writes existence outright")
    void existenceIsNotWritten() {
        refuses("exists", set(sketch.note, Property.ALIVE, 0L));
        refuses("exists", add(sketch.ids.next(), Kind.NOTE, sketch.content, Property.ALIVE, 0L));
    }

    @Test
    @DisplayName("is refused if it puts something where its kind can't lie")
    void wrongPlace() {
        refuses("A note can't lie in a track", add(sketch.ids.next(), Kind.NOTE, sketch.track));
        refuses("A clip can't lie in a song", set(sketch.clip, Property.PARENT, Arrangement.ROOT));
    }

    @Test
    @DisplayName("is refused if a reference leads to another kind of thing")
    void wrongReference() {
        refuses("must be a content", set(sketch.clip, Property.CONTENT, sketch.track));
    }

    @Test
    @DisplayName("is refused if it adds something under an id that is or was in use, or without place or what it needs")
    void badAdds() {
        refuses("taken", add(sketch.note, Kind.NOTE, sketch.content));
        refuses("taken", add(Id.NONE, Kind.NOTE, sketch.content));
        refuses("taken", add(Arrangement.ROOT, Kind.MARKER, Arrangement.ROOT));
        refuses("taken", add(sketch.ids.next(), Kind.SONG, Arrangement.ROOT));
        sketch.apply(remove(sketch.note));
        refuses("taken", add(sketch.note, Kind.NOTE, sketch.content));
        refuses("must say its content", add(sketch.ids.next(), Kind.CLIP, sketch.track));
        refuses("must say its holder", add(sketch.ids.next(), Kind.LOCK, sketch.track));
        refuses("must say its parent", new Operation.Add(sketch.ids.next(), Kind.NOTE, new HashMap<>()));
    }

    @Test
    @DisplayName("is refused if it removes the song itself")
    void theSongStays() {
        refuses("can't be removed", remove(Arrangement.ROOT));
        refuses("can't be removed", new Operation.Restore(Arrangement.ROOT, Property.ALIVE, 0L, Id.NONE, Id.NONE));
    }

    @Test
    @DisplayName("may add into what was removed meanwhile: the new thing comes to life when its place does")
    void addingIntoTheRemoved() {
        Journal removal = sketch.apply(remove(sketch.track));
        Id late = sketch.another(Kind.CLIP, sketch.track, Property.CONTENT, sketch.content);

        assertThat(sketch.song.find(late).exists()).isTrue();
        assertThat(sketch.isAlive(late)).isFalse();
        sketch.undo(removal);
        assertThat(sketch.isAlive(late)).isTrue();
    }

    @Test
    @DisplayName("removes with a thing all that lies in it, and nothing that only refers to it")
    void removalTakesTheInside() {
        sketch.apply(remove(sketch.content));

        assertThat(sketch.isAlive(sketch.note)).isFalse();
        assertThat(sketch.song.find(sketch.note).exists()).isTrue();
        assertThat(sketch.isAlive(sketch.clip)).isTrue();
    }

    @Test
    @DisplayName("moves a clip to another track, and of two moves the last ordered holds")
    void moves() {
        Id second = sketch.another(Kind.TRACK, Arrangement.ROOT);
        Id third = sketch.another(Kind.TRACK, Arrangement.ROOT);
        sketch.apply(set(sketch.clip, Property.PARENT, second));
        sketch.apply(set(sketch.clip, Property.PARENT, third));

        assertThat(sketch.song.find(third).children(Kind.CLIP)).containsExactly(sketch.song.find(sketch.clip));
        assertThat(sketch.song.find(second).children(Kind.CLIP)).isEmpty();
        assertThat(sketch.song.find(sketch.track).children(Kind.CLIP)).isEmpty();
    }

    @Test
    @DisplayName("may not put a folder into itself, however deep, removed folders included")
    void noFolderInItself() {
        Id outer = sketch.another(Kind.TRACK, Arrangement.ROOT);
        Id middle = sketch.another(Kind.TRACK, Arrangement.ROOT, Property.FOLDER, outer);
        Id inner = sketch.another(Kind.TRACK, Arrangement.ROOT, Property.FOLDER, middle);
        refuses("lie in itself", set(outer, Property.FOLDER, outer));
        refuses("lie in itself", set(outer, Property.FOLDER, inner));
        sketch.apply(remove(middle));
        refuses("lie in itself", set(outer, Property.FOLDER, inner));
        sketch.apply(set(inner, Property.FOLDER, Id.NONE));
        sketch.apply(set(outer, Property.FOLDER, inner));
    }

    @Test
    @DisplayName("on a removed folder does nothing, even where it would make a circle")
    void circleWithTheRemoved() {
        Id outer = sketch.another(Kind.TRACK, Arrangement.ROOT);
        Id inner = sketch.another(Kind.TRACK, Arrangement.ROOT, Property.FOLDER, outer);
        sketch.apply(remove(outer));
        assertThat(sketch.apply(set(outer, Property.FOLDER, inner)).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("may name in later operations what its earlier ones add")
    void laterOperationsSeeEarlierOnes() {
        Id content = sketch.ids.next();
        Id note = sketch.ids.next();
        sketch.apply(add(content, Kind.CONTENT, Arrangement.ROOT), add(note, Kind.NOTE, content), set(note, Property.PITCH, 40L));
        assertThat(sketch.number(note, Property.PITCH)).isEqualTo(40);
        refuses("never had", add(sketch.ids.next(), Kind.NOTE, new Id(5, 5)), add(new Id(5, 5), Kind.CONTENT, Arrangement.ROOT));
    }

    @Test
    @DisplayName("that is refused leaves no trace, not even memory")
    void refusalLeavesNoTrace() {
        int handles = sketch.song.handles();
        long sum = sketch.song.checksum();
        List<String> sight = sketch.sight();
        Id marker = sketch.ids.next();
        refuses("never had", add(marker, Kind.MARKER, Arrangement.ROOT), set(sketch.note, Property.PITCH, 3L),
                remove(sketch.track), set(sketch.clip, Property.START, 960L), remove(new Id(9, 9)));

        assertThat(sketch.song.checksum()).isEqualTo(sum);
        assertThat(sketch.sight()).isEqualTo(sight);
        assertThat(sketch.song.find(marker)).isNull();
        assertThat(sketch.song.handles()).isEqualTo(handles);
    }

    @Test
    @DisplayName("may come after a refused one under the same ids")
    void refusedIdsStayFree() {
        Id marker = sketch.ids.next();
        refuses("never had", add(marker, Kind.MARKER, Arrangement.ROOT), remove(new Id(9, 9)));
        sketch.apply(add(marker, Kind.CHORD, Arrangement.ROOT));
        assertThat(sketch.song.find(marker).kind()).isEqualTo(Kind.CHORD);
    }

    @Test
    @DisplayName("keeps its values whatever becomes of the map that they came in")
    void valuesAreCopied() {
        Map<Property, Object> values = new HashMap<>(Map.of(Property.PARENT, sketch.content, Property.PITCH, 50L));
        Operation.Add add = new Operation.Add(sketch.ids.next(), Kind.NOTE, values);
        values.put(Property.PITCH, 51L);
        values.put(Property.VELOCITY, 1L);
        assertThat(add.values()).containsOnly(Map.entry(Property.PARENT, sketch.content), Map.entry(Property.PITCH, 50L));
    }

    @Test
    @DisplayName("takes minus zero for zero, so that all builds agree on what is initial")
    void minusZero() {
        Id lane = sketch.another(Kind.LANE, sketch.track);
        Id point = sketch.another(Kind.POINT, lane, Property.LEVEL, -0.0);
        assertThat(sketch.song.find(point).writer(Property.LEVEL)).isEqualTo(Id.NONE);
        sketch.apply(set(point, Property.LEVEL, -0.0));
        assertThat(sketch.song.find(point).get(Property.LEVEL)).isEqualTo(0.0);
        assertThat(sketch.song.find(point).writer(Property.LEVEL)).isNotEqualTo(Id.NONE);
    }

    private void refuses(String reason, Operation... operations) {
        long before = sketch.song.checksum();
        assertThatThrownBy(() -> sketch.song.apply(sketch.edit(operations)))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining(reason);
        assertThat(sketch.song.checksum()).isEqualTo(before);
        ModelRules.check(sketch.song);
    }
}
