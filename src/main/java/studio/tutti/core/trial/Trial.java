package studio.tutti.core.trial;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.SnapshotFormat;
import studio.tutti.core.replica.Replica;

/**
 * Two people who write at random into one song, each a little behind the other, with undo and redo. Ends with a checksum
 * that must be the same wherever the trial runs: the proof that the page's build of the core and the server's are one.
 */
public final class Trial {

    private final Dice dice;
    private final Arrangement song = new Arrangement();
    private final List<byte[]> log = new ArrayList<>();
    private final Writer[] writers;

    private Trial(long seed) {
        dice = new Dice(seed);
        writers = new Writer[] {new Writer(1), new Writer(2)};
    }

    private final class Writer {
        private final Replica replica;
        private final RandomEdits edits;

        Writer(long number) {
            IdSequence ids = new IdSequence(dice.bits() | 1, dice.bits());
            replica = new Replica(new Id(7, number), ids, element -> {});
            edits = new RandomEdits(dice, ids);
        }

        void write() {
            int chance = dice.below(100);
            try {
                if (chance < 12) {
                    replica.undo();
                } else if (chance < 20) {
                    replica.redo();
                } else {
                    replica.edit("trial", edits.next(replica.arrangement()));
                }
            } catch (EditRefused broken) {
                // Random edits break rules at times; nothing has changed then.
            }
        }

        void send() {
            for (Edit edit : replica.takeUnsent()) {
                byte[] bytes = EditFormat.toBytes(edit);
                try {
                    song.apply(EditFormat.fromBytes(bytes));
                    log.add(bytes);
                } catch (EditRefused misfit) {
                    replica.refused(edit.id());
                }
            }
        }

        void hear() {
            List<Edit> edits = new ArrayList<>();
            for (int i = (int) replica.revision(); i < log.size(); i++) {
                edits.add(EditFormat.fromBytes(log.get(i)));
            }
            replica.ordered(replica.revision() + 1, edits);
        }
    }

    /**
     * Runs a trial.
     *
     * @param seed equal seeds make equal trials
     * @param edits how many are tried
     * @return the checksum of the song at the end
     * @throws IllegalStateException if the two people, the server and a stored copy do not agree at the end
     */
    public static long checksum(long seed, int edits) {
        return new Trial(seed).run(edits);
    }

    private long run(int edits) {
        for (int i = 0; i < edits; i++) {
            Writer writer = writers[dice.below(writers.length)];
            writer.write();
            if (dice.chance(40)) {
                writer.send();
            }
            if (dice.chance(40)) {
                writer.hear();
            }
        }
        for (int round = 0; round < edits + 2 && isPending(); round++) {
            for (Writer writer : writers) {
                writer.send();
                writer.hear();
            }
        }
        long checksum = song.checksum();
        for (Writer writer : writers) {
            writer.hear();
            agree(checksum, writer.replica.checksum());
            agree(checksum, writer.replica.arrangement().checksum());
        }
        byte[] stored = SnapshotFormat.toBytes(log.size(), song);
        agree(checksum, SnapshotFormat.fromBytes(stored).arrangement().checksum());
        return checksum;
    }

    private boolean isPending() {
        return writers[0].replica.pendingCount() + writers[1].replica.pendingCount() > 0;
    }

    private static void agree(long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException("The copies differ: " + expected + " is not " + found + ".");
        }
    }
}
