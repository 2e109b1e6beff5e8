package studio.tutti.cli.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.tutti.exchange.RoundTrip;
import studio.tutti.exchange.SongRefused;

/** {@code tutti evaluate midi}: what every MIDI file of the packs keeps when it is read, written and read again. */
@Command(name = "midi", description = "Sends every MIDI file through the studio and compares.", mixinStandardHelpOptions = true)
public final class MidiEvaluation implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "A folder of packs, as zip or unpacked, or of MIDI files.")
    Path data;

    @Option(names = "--split", defaultValue = "", description = "Only files of this split of the manifests.")
    String split;

    @Option(names = "--json", description = "Print a JSON object a line.")
    boolean json;

    @Spec
    CommandSpec spec;

    private int files;
    private int refused;
    private int unlike;
    private long notes;
    private long controllers;
    private double worst;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        new Packs(data, split).visit(List.of(".mid", ".midi"), (name, content) -> {
            files++;
            try {
                RoundTrip trip = RoundTrip.of(content, name);
                notes += trip.notes();
                controllers += trip.controllers();
                worst = Math.max(worst, trip.worst());
                if (!trip.difference().isEmpty()) {
                    unlike++;
                    err.println(name + ": " + trip.difference());
                }
            } catch (SongRefused reason) {
                refused++;
                err.println(name + ": " + reason.getMessage());
            }
        });
        if (files == 0) {
            throw new SongRefused("There is no MIDI file in " + data + ".");
        }
        List<Gate> gates = List.of(
                new Gate("midi.files_refused", refused, 0, 0, null, files),
                new Gate("midi.files_that_differ", unlike, 0, 0, null, files),
                new Gate("midi.worst_time_error_ticks", worst, 0, RoundTrip.HALF_A_TICK, null, files),
                new Gate("midi.notes_compared", notes, 1, 1e12, null, files),
                new Gate("midi.controllers_compared", controllers, 0, 1e12, null, files));
        gates.forEach(gate -> spec.commandLine().getOut().println(json ? gate.json() : gate.line()));
        return gates.stream().allMatch(Gate::pass) ? 0 : 1;
    }
}
