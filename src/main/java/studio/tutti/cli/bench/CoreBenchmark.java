package studio.tutti.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.SnapshotFormat;
import studio.tutti.core.replica.Replica;
import studio.tutti.core.trial.BigSong;
import studio.tutti.core.trial.Dice;
import studio.tutti.core.trial.Trial;

/**
 * {@code tutti bench core}: what the model itself costs, without sockets or store. Times are those that the one thread had
 * of its processor, so that a busy machine measures the same.
 */
@Command(name = "core", description = "Edits, snapshots and rebasing, without network and store.", mixinStandardHelpOptions = true)
public final class CoreBenchmark implements Callable<Integer> {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Id ANNA = new Id(1, 1);
    private static final Id BEN = new Id(1, 2);

    @Option(names = "--notes", defaultValue = "100000", description = "Size of the large song (default: ${DEFAULT-VALUE}).")
    int notes;

    @Option(names = "--runs", defaultValue = "15", description = "How often each thing is measured; the median is told (default: ${DEFAULT-VALUE}).")
    int runs;

    private final Figures figures = new Figures();

    @Override
    public Integer call() {
        figures.add("notes", notes).add("runs", runs);
        large();
        edits();
        rebase();
        figures.add("trial_10000_edits_ms", median(run -> () -> Trial.checksum(run, 10_000)));
        System.out.println(figures);
        return 0;
    }

    private void large() {
        Edit making = BigSong.edit(notes, new IdSequence(5, 0), ANNA);
        byte[] wire = EditFormat.toBytes(making);
        figures.add("import_edit_bytes_per_note", (double) wire.length / notes);
        figures.add("import_edit_write_ms", median(run -> () -> EditFormat.toBytes(making)));
        figures.add("import_edit_read_ms", median(run -> () -> EditFormat.fromBytes(wire)));
        figures.add("import_edit_apply_ms", median(run -> () -> {
            Arrangement song = new Arrangement();
            song.apply(making);
            return song;
        }));
        Arrangement song = new Arrangement();
        song.apply(making);
        byte[] snapshot = SnapshotFormat.toBytes(1, song);
        figures.add("snapshot_bytes_per_note", (double) snapshot.length / notes);
        figures.add("snapshot_write_ms", median(run -> () -> SnapshotFormat.toBytes(1, song)));
        figures.add("snapshot_open_ms", median(run -> () -> SnapshotFormat.fromBytes(snapshot)));
        long before = used();
        Arrangement opened = SnapshotFormat.fromBytes(snapshot).arrangement();
        figures.add("heap_bytes_per_note", (double) (used() - before) / notes);
        if (opened.checksum() != song.checksum()) {
            throw new IllegalStateException("The opened song is another one.");
        }
    }

    /** One's own edits on a song of 10,000 notes, pending and then acknowledged. */
    private void edits() {
        Replica anna = replica(10_000);
        List<Element> all = notesOf(anna.arrangement());
        Dice dice = new Dice(1);
        figures.add("edit_one_note_of_10000_us", 1000 * median(run -> () -> change(anna, List.of(all.get(dice.below(all.size()))), run)));
        figures.add("edit_1000_notes_of_10000_ms", median(run -> () -> change(anna, all.subList(0, 1000), run)));
        figures.add("undo_1000_notes_of_10000_ms", median(run -> () -> {
            Edit undo = anna.undo();
            acknowledge(anna);
            return undo;
        }));
        Arrangement song = anna.arrangement();
        int count = 200_000;
        List<Edit> single = new ArrayList<>();
        IdSequence ids = new IdSequence(9, 0);
        for (int i = 0; i < count; i++) {
            single.add(new Edit(ids.next(), BEN, 0, "trial", Id.NONE, List.of(
                    new Operation.Set(all.get(dice.below(all.size())).id(), Property.START, dice.between(0, 30_000)))));
        }
        double spent = median(run -> () -> {
            long passed = 0;
            for (Edit edit : single) {
                passed += song.apply(edit).passed();
            }
            return passed;
        });
        figures.add("applied_edits_per_second", Math.rint(count / spent * 1000));
    }

    /** Somebody else's edit comes in while own ones are pending. */
    private void rebase() {
        Replica anna = replica(10_000);
        List<Element> all = notesOf(anna.arrangement());
        IdSequence ids = new IdSequence(10, 0);
        IntFunction<Supplier<Object>> theirs = run -> () -> anna.ordered(anna.revision() + 1, List.of(new Edit(ids.next(), BEN, 0,
                "trial", Id.NONE, List.of(new Operation.Set(all.get(run).id(), Property.PITCH, 60L)))));
        figures.add("others_edit_none_pending_us", 1000 * median(theirs));
        for (int i = 0; i < 100; i++) {
            anna.edit("trial", List.of(new Operation.Set(all.get(i).id(), Property.PITCH, 61L)));
        }
        figures.add("others_edit_100_pending_us", 1000 * median(theirs));
        List<Operation> adds = new ArrayList<>();
        Id content = all.getFirst().reference(Property.PARENT);
        for (int i = 0; i < 10_000; i++) {
            adds.add(new Operation.Add(anna.newId(), Kind.NOTE, Map.of(Property.PARENT, content, Property.START, 10L * i)));
        }
        anna.edit("trial", adds);
        figures.add("others_edit_10000_notes_pending_ms", median(theirs));
    }

    private static Object change(Replica person, List<Element> notes, long run) {
        List<Operation> operations = new ArrayList<>(notes.size());
        for (Element note : notes) {
            operations.add(new Operation.Set(note.id(), Property.START, note.start() + 1 + run % 2));
        }
        Edit edit = person.edit("trial", operations);
        acknowledge(person);
        return edit;
    }

    private static void acknowledge(Replica person) {
        for (Edit edit : person.takeUnsent()) {
            person.accepted(edit.id(), person.revision() + 1);
        }
    }

    private static Replica replica(int notes) {
        Replica replica = new Replica(ANNA, new IdSequence(7, 0), element -> {});
        replica.ordered(1, List.of(BigSong.edit(notes, new IdSequence(6, 0), BEN)));
        return replica;
    }

    private static List<Element> notesOf(Arrangement song) {
        List<Element> notes = new ArrayList<>();
        for (Element content : song.root().children(Kind.CONTENT)) {
            notes.addAll(content.children(Kind.NOTE));
        }
        return notes;
    }

    private double median(IntFunction<Supplier<Object>> task) {
        double[] spent = new double[runs];
        Object kept = null;
        for (int run = -runs; run < runs; run++) {
            Supplier<Object> prepared = task.apply(run + runs);
            long begin = THREADS.getCurrentThreadCpuTime();
            kept = prepared.get();
            if (run >= 0) {
                spent[run] = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
            }
        }
        if (kept == null) {
            throw new IllegalStateException("Nothing was measured.");
        }
        return Figures.median(spent);
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
