package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.trial.Dice;
import studio.tutti.core.trial.RandomEdits;

/** Real songs from a seed: what some hundred random edits of every kind leave. */
final class RandomSong {

    private RandomSong() {}

    /** @param steady whether the tempo stays at 120 quarters a minute */
    static Desk of(long seed, int edits, boolean steady) {
        Desk desk = new Desk();
        RandomEdits random = new RandomEdits(new Dice(seed), desk.ids);
        for (int i = 0; i < edits; i++) {
            List<Operation> operations = new ArrayList<>(random.next(desk.arrangement));
            operations.removeIf(RandomSong::reachesFar);
            if (steady) {
                operations.removeIf(RandomSong::changesTempo);
            }
            try {
                desk.apply(operations);
            } catch (EditRefused broken) {
                // One edit in thirty breaks a rule; the song is as before.
            }
        }
        return desk;
    }

    private static boolean changesTempo(Operation operation) {
        return operation instanceof Operation.Add add && add.kind() == Kind.TEMPO
                || operation instanceof Operation.Set set && set.property() == Property.TEMPO;
    }

    /** The last ticks of all would leave no room for anything to move. */
    private static boolean reachesFar(Operation operation) {
        return operation instanceof Operation.Add add && add.values().values().stream().anyMatch(RandomSong::isFar)
                || operation instanceof Operation.Set set && isFar(set.value());
    }

    private static boolean isFar(Object value) {
        return value instanceof Long number && number >= 1 << 30 && number < 1L << 40;
    }
}
