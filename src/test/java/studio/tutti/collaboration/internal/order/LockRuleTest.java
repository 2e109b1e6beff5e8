package studio.tutti.collaboration.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.BarGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.TakingBack;

@DisplayName("The rule of locks")
class LockRuleTest {

    private static final Id OWNER = new Id(1, 1);
    private static final Id HOLDER = new Id(2, 2);
    private static final Id OTHER = new Id(3, 3);
    private static final Id TRACK = new Id(9, 1);
    private static final Id LOCK = new Id(9, 2);
    private static final Id MARKER = new Id(9, 3);

    private final Arrangement song = new Arrangement();
    private final LockRule rule = new LockRule(song, OWNER);
    private int edits;

    LockRuleTest() {
        apply(edit(OWNER, new Operation.Add(TRACK, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT)),
                new Operation.Add(MARKER, Kind.MARKER, Map.of(Property.PARENT, Arrangement.ROOT, Property.START, 960L))));
        apply(edit(HOLDER, new Operation.Add(LOCK, Kind.LOCK, Map.of(Property.PARENT, TRACK, Property.HOLDER, HOLDER, Property.NAME, "Bo",
                Property.START, 3840L, Property.LENGTH, 7680L))));
    }

    private Edit edit(Id author, Operation... operations) {
        return new Edit(new Id(7, ++edits), author, 0, "test", Id.NONE, List.of(operations));
    }

    private Journal apply(Edit edit) {
        return song.apply(edit);
    }

    private boolean mayDo(Id author, Operation... operations) {
        return rule.fault(edit(author, operations)) == null;
    }

    @Test
    @DisplayName("lets holder and owner release a lock, and tells everybody else whose it is")
    void release() {
        assertThat(mayDo(HOLDER, new Operation.Remove(LOCK))).isTrue();
        assertThat(mayDo(OWNER, new Operation.Remove(LOCK))).isTrue();
        assertThat(rule.fault(edit(OTHER, new Operation.Remove(LOCK)))).isEqualTo("This was locked by Bo: only they and the song's owner can release it.");
    }

    @Test
    @DisplayName("lets nobody else make it smaller, move it away, give it to somebody or put it elsewhere; moved bars take it along")
    void changes() {
        assertThat(mayDo(OTHER, new Operation.Set(LOCK, Property.LENGTH, 960L))).isFalse();
        assertThat(mayDo(OTHER, new Operation.Set(LOCK, Property.LENGTH, 9_600L))).isTrue();
        assertThat(mayDo(OTHER, new Operation.Set(LOCK, Property.START, 0L))).isFalse();
        assertThat(mayDo(OTHER, new Operation.Set(MARKER, Property.START, 4_800L), new Operation.Set(LOCK, Property.START, 7_680L)))
                .as("its bars are empty").isTrue();
        assertThat(mayDo(OTHER, new Operation.Set(MARKER, Property.START, 4_800L), new Operation.Set(LOCK, Property.START, 9_600L))).isFalse();
        assertThat(mayDo(OTHER, new Operation.Set(LOCK, Property.HOLDER, OTHER))).isFalse();
        assertThat(mayDo(OTHER, new Operation.Set(LOCK, Property.PARENT, Arrangement.ROOT))).isFalse();
        assertThat(mayDo(OTHER, new Operation.Restore(LOCK, Property.ALIVE, 0L, new Id(7, 2), Id.NONE))).isFalse();
    }

    @Test
    @DisplayName("lets nobody else move it away from the music that it holds; bars that are put in, taken out or moved take it along, also where clips are cut")
    void music() {
        Id content = new Id(9, 20);
        Id loop = new Id(9, 22);
        apply(edit(OWNER, new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)),
                new Operation.Add(new Id(9, 21), Kind.CLIP, Map.of(Property.PARENT, TRACK, Property.CONTENT, content, Property.LENGTH, 30_720L)),
                new Operation.Add(new Id(9, 30), Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT)),
                new Operation.Add(loop, Kind.CLIP, Map.of(Property.PARENT, new Id(9, 30), Property.CONTENT, content, Property.LENGTH, 30_720L,
                        Property.LOOP, 960L)),
                new Operation.Add(new Id(9, 31), Kind.LOCK, Map.of(Property.PARENT, new Id(9, 30), Property.HOLDER, HOLDER,
                        Property.START, 19_200L, Property.LENGTH, 3_840L))));
        assertThat(mayDo(OTHER, new Operation.Set(MARKER, Property.START, 4_800L), new Operation.Set(LOCK, Property.START, 7_680L))).isFalse();
        assertThat(mayDo(OTHER, new Operation.Set(loop, Property.START, 3_840L), new Operation.Set(LOCK, Property.START, 7_680L)))
                .as("another track").isFalse();
        Id its = new Id(9, 31);
        assertThat(mayDo(OTHER, new Operation.Set(loop, Property.LENGTH, 30_720L), new Operation.Set(its, Property.START, 0L)))
                .as("a loop that stays as it is takes no lock along").isFalse();
        assertThat(mayDo(OTHER, new Operation.Set(loop, Property.LENGTH, 30_700L), new Operation.Set(its, Property.START, 0L)))
                .as("nor one that is cut a little").isFalse();
        assertThat(mayDo(OTHER, new Operation.Set(loop, Property.START, 700L), new Operation.Set(its, Property.START, 19_900L)))
                .as("one that moves by itself does").isTrue();
        BarGestures bars = new BarGestures(song, new IdSequence(9, 100));
        for (Gesture gesture : List.of(bars.insert(0, 2), bars.insert(1_920, 1), bars.insert(9_600, 1), bars.delete(0, 1_920), bars.delete(0, 3_840))) {
            Edit moved = edit(OTHER, gesture.operations().toArray(Operation[]::new));
            assertThat(rule.fault(moved)).as(moved.toString()).isNull();
            Journal journal = apply(moved);
            assertThat(rule.fault(new Edit(new Id(7, 1_000 + edits), OTHER, 0, "", moved.id(), journal.inverse()))).as("undone").isNull();
            if (song.find(LOCK).length() == 7_680) {
                assertThat(mayDo(OTHER, new TakingBack(song, journal.inverse()).operations(new Id(7, 2_000)).toArray(Operation[]::new)))
                        .as("taken back").isTrue();
            }
            song.rollBack(journal);
        }
    }

    @Test
    @DisplayName("lets one lock in one's own name only; the owner's files may bring the locks of others")
    void ownName() {
        Map<Property, Object> others = Map.of(Property.PARENT, TRACK, Property.HOLDER, HOLDER);
        assertThat(mayDo(OTHER, new Operation.Add(new Id(9, 5), Kind.LOCK, others))).isFalse();
        assertThat(mayDo(HOLDER, new Operation.Add(new Id(9, 5), Kind.LOCK, others))).isTrue();
        assertThat(mayDo(OWNER, new Operation.Add(new Id(9, 5), Kind.LOCK, others))).isTrue();
    }

    @Test
    @DisplayName("lets everybody bring a released lock back by undoing, and write in what is locked")
    void people() {
        Journal released = apply(edit(OWNER, new Operation.Remove(LOCK)));
        assertThat(rule.fault(new Edit(new Id(7, 99), OTHER, 0, "", new Id(7, edits), released.inverse()))).isNull();
        assertThat(mayDo(OTHER, new Operation.Set(TRACK, Property.VOLUME, -600L), new Operation.Remove(TRACK))).isTrue();
    }
}
