package studio.tutti.cli.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.tutti.exchange.RoundTrip;
import studio.tutti.exchange.SongRefused;

/** Sends every file of one form through the studio, out and in again, and counts what was refused and what differs. */
abstract class RoundTripEvaluation implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "A folder of packs, as zip or unpacked, or of such files.")
    Path data;

    @Option(names = "--split", defaultValue = "", description = "Only files of this split of the manifests.")
    String split;

    @Option(names = "--json", description = "Print a JSON object a line.")
    boolean json;

    @Spec
    CommandSpec spec;

    private final String figure;
    private final String form;
    private final List<String> endings;
    private int files;
    private int refused;
    private int unlike;
    private long notes;

    /**
     * @param figure what the figures' names begin with
     * @param form what people call these files
     */
    RoundTripEvaluation(String figure, String form, List<String> endings) {
        this.figure = figure;
        this.form = form;
        this.endings = endings;
    }

    /** Sends one file through. */
    abstract RoundTrip trip(String name, byte[] content) throws IOException, SongRefused;

    /** What else is counted, once all files are through. */
    abstract List<Gate> others();

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        new Packs(data, split).visit(endings, (name, content) -> {
            files++;
            try {
                RoundTrip trip = trip(name, content);
                notes += trip.notes();
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
            throw new SongRefused("There is no " + form + " file in " + data + ".");
        }
        List<Gate> gates = new ArrayList<>(List.of(
                gate("files_refused", refused, 0, 0),
                gate("files_that_differ", unlike, 0, 0),
                gate("notes_compared", notes, 1, 1e12)));
        gates.addAll(others());
        gates.forEach(gate -> spec.commandLine().getOut().println(json ? gate.json() : gate.line()));
        return gates.stream().allMatch(Gate::pass) ? 0 : 1;
    }

    Gate gate(String name, double value, double least, double most) {
        return new Gate(figure + "." + name, value, least, most, null, files);
    }
}
