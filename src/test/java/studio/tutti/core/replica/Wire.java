package studio.tutti.core.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.tutti.core.trial.Dice;

/** One direction of a bad connection: what goes in comes out late, twice, or not at all; on some wires out of order too. */
final class Wire {

    private record Parcel(long due, byte[] content) {}

    private final Dice dice;
    private final boolean keepsOrder;
    private final List<Parcel> underway = new ArrayList<>();
    private boolean good;
    private long latest;

    Wire(Dice dice, boolean keepsOrder) {
        this.dice = dice;
        this.keepsOrder = keepsOrder;
    }

    /** From now on nothing is lost, doubled or late. */
    void mend() {
        good = true;
    }

    /** What is underway is lost. */
    void cut() {
        underway.clear();
    }

    boolean isEmpty() {
        return underway.isEmpty();
    }

    void send(byte[] content, long now) {
        if (!good && dice.chance(4)) {
            return;
        }
        for (int copies = !good && dice.chance(4) ? 2 : 1; copies > 0; copies--) {
            long due = now + (good ? 1 : 1 + dice.below(dice.chance(10) ? 40 : 6));
            latest = Math.max(latest, due);
            underway.add(new Parcel(keepsOrder ? latest : due, content));
        }
    }

    void deliver(long now, Consumer<byte[]> receiver) {
        List<Parcel> due = new ArrayList<>();
        underway.removeIf(parcel -> parcel.due() <= now && due.add(parcel));
        due.sort((one, other) -> Long.compare(one.due(), other.due()));
        due.forEach(parcel -> receiver.accept(parcel.content()));
    }
}
