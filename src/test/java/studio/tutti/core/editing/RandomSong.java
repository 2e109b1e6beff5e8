package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
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
        lanes(desk, new java.util.Random(seed), steady);
        return desk;
    }

    /** Some of what lies above the tracks, closer together than chance would lay it. */
    private static void lanes(Desk desk, java.util.Random random, boolean steady) {
        for (int i = 0; i < 12; i++) {
            long start = random.nextInt(400) * 480L;
            desk.does(desk.lanes.section(start, (1 + random.nextInt(16)) * 1920L, "Section " + i));
            desk.does(desk.lanes.chord(start + 960, (1 + random.nextInt(8)) * 960L, "Am7/G"));
            desk.does(desk.lanes.marker(start + 480, "Marker " + i));
            desk.does(desk.lanes.metre(start, 2 + random.nextInt(6), 4));
            if (!steady) {
                desk.does(desk.lanes.tempo(start, 60 + random.nextInt(100)));
            }
        }
        for (Element lane : desk.all(Kind.LANE)) {
            for (int i = 0; i < 6; i++) {
                Draft draft = new Draft(desk.ids);
                draft.add(Kind.POINT, lane.id()).with(Property.START, random.nextInt(400) * 480L)
                        .with(Property.LEVEL, random.nextDouble()).with(Property.CURVE, random.nextInt(2));
                desk.apply(draft.as("test").operations());
            }
        }
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
