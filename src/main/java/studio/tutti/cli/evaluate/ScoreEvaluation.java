package studio.tutti.cli.evaluate;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.RoundTrip;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongRefused;

/** {@code tutti evaluate musicxml}: what every score of the packs keeps when it is read, written and read again. */
@Command(name = "musicxml", description = "Sends every MusicXML file through the studio and compares.", mixinStandardHelpOptions = true)
public final class ScoreEvaluation implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "A folder of packs, as zip or unpacked, or of MusicXML files.")
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
    private long syllables;
    private long chords;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        new Packs(data, split).visit(List.of(".mxl", ".musicxml"), (name, content) -> {
            files++;
            try {
                Arrangement song = SongReader.read(new ByteArrayInputStream(content), name, MediaSink.NONE).arrangement();
                RoundTrip trip = RoundTrip.throughScore(song);
                notes += trip.notes();
                syllables += song.count(Kind.LYRIC);
                chords += song.count(Kind.CHORD);
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
            throw new SongRefused("There is no MusicXML file in " + data + ".");
        }
        List<Gate> gates = List.of(
                new Gate("musicxml.files_refused", refused, 0, 0, null, files),
                new Gate("musicxml.files_that_differ", unlike, 0, 0, null, files),
                new Gate("musicxml.notes_compared", notes, 1, 1e12, null, files),
                new Gate("musicxml.syllables_compared", syllables, 0, 1e12, null, files),
                new Gate("musicxml.chords_compared", chords, 0, 1e12, null, files));
        gates.forEach(gate -> spec.commandLine().getOut().println(json ? gate.json() : gate.line()));
        return gates.stream().allMatch(Gate::pass) ? 0 : 1;
    }
}
