package studio.tutti.core.proposal;

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
import studio.tutti.core.editing.Labels;
import studio.tutti.core.editing.TakeGestures;
import studio.tutti.core.protocol.TakeFormat;

@DisplayName("A master in the song")
class MasterSoundTest {

    private static final MasterSound LOUD = new MasterSound("Roads", "a".repeat(64), -14.02, -1.05, "b".repeat(64), "c".repeat(64), 12);
    private static final MasterSound SOFT = new MasterSound("Roads", "d".repeat(64), -23, -7.5, "e".repeat(64), "f".repeat(64), 15);

    private final Arrangement song = new Arrangement();
    private long edits = 1;

    @Test
    @DisplayName("is what its take says, as bytes too")
    void take() {
        assertThat(MasterSound.of(TakeFormat.fromBytes(TakeFormat.toBytes(LOUD.take("−14 LUFS"))))).isEqualTo(LOUD);
        assertThat(MasterSound.of(Take.EMPTY)).isNull();
        assertThat(MasterSound.of(song)).isNull();
    }

    @Test
    @DisplayName("comes in place of the one before; taken back, that one is the song's again")
    void accepted() {
        apply(accept(LOUD));
        assertThat(MasterSound.of(song)).isEqualTo(LOUD);
        Journal second = apply(accept(SOFT));
        assertThat(MasterSound.of(song)).isEqualTo(SOFT);
        assertThat(song.root().children(Kind.MASTER)).hasSize(1);
        song.rollBack(second);
        assertThat(MasterSound.of(song)).isEqualTo(LOUD);
    }

    @Test
    @DisplayName("is the one made of the later revision where two were accepted at once, whatever their ids; of one revision that with the higher id")
    void two() {
        MasterSound again = new MasterSound("Roads", "1".repeat(64), -16, -2, "2".repeat(64), "3".repeat(64), SOFT.base());
        apply(List.of(added(new Id(8, 1), SOFT), added(new Id(7, 5), LOUD), added(new Id(900, 1), LOUD)));
        assertThat(MasterSound.of(song)).isEqualTo(SOFT);
        Journal higher = apply(List.of(added(new Id(8, 2), again)));
        assertThat(MasterSound.of(song)).isEqualTo(again);
        song.rollBack(higher);
        apply(List.of(added(new Id(2, 1), again)));
        assertThat(MasterSound.of(song)).isEqualTo(SOFT);
    }

    @Test
    @DisplayName("is stale when the mix changes, and not for what it doesn't hear")
    void stale() {
        Id track = new Id(5, 1);
        Id device = new Id(5, 2);
        apply(List.of(new Operation.Add(track, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT)),
                new Operation.Add(device, Kind.DEVICE, Map.of(Property.PARENT, track, Property.DEVICE, "compressor"))));
        Card card = new Card(Card.MASTERING, "", "", "", 0, 9600, List.of(track), List.of(), List.of(), List.of(), Settings.NONE, 1, 1, 1,
                ContextDigest.of(song, List.of(track), 0, 9600) + ContextDigest.mixer(song), Rights.OWN, Id.NONE);
        assertThat(ContextDigest.isStale(card, song)).isFalse();
        apply(List.of(new Operation.Set(track, Property.COLOUR, 3L), new Operation.Set(Arrangement.ROOT, Property.NAME, "Roads")));
        apply(accept(LOUD));
        assertThat(ContextDigest.isStale(card, song)).isFalse();
        List<Operation> changes = List.of(
                new Operation.Set(track, Property.VOLUME, -300L),
                new Operation.Set(track, Property.MUTED, 1L),
                new Operation.Set(Arrangement.ROOT, Property.VOLUME, -100L),
                new Operation.Set(device, Property.BYPASSED, 1L),
                new Operation.Add(new Id(5, 3), Kind.SETTING, Map.of(Property.PARENT, device, Property.TARGET, "ratio", Property.LEVEL, 4.0)));
        for (Operation change : changes) {
            Journal changed = apply(List.of(change));
            assertThat(ContextDigest.isStale(card, song)).as("%s", change).isTrue();
            song.rollBack(changed);
            assertThat(ContextDigest.isStale(card, song)).isFalse();
        }
    }

    /** Accepted elsewhere, so that nothing goes for it. */
    private static Operation added(Id id, MasterSound master) {
        return new Operation.Add(id, Kind.MASTER, ((Operation.Add) master.take("").others().getFirst()).values());
    }

    private List<Operation> accept(MasterSound master) {
        return TakeGestures.lay(song, new IdSequence(77, 1000 * edits), master.take(""), 0, 9600, TakeGestures.Manner.IN_PLACE, Labels.PROPOSAL_ACCEPT)
                .operations();
    }

    private Journal apply(List<Operation> operations) {
        return song.apply(new Edit(new Id(9, edits++), new Id(3, 3), 0, "", Id.NONE, operations));
    }
}
