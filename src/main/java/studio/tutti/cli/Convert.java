package studio.tutti.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.exchange.MediaFolder;
import studio.tutti.exchange.Song;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongWriter;
import tools.jackson.databind.json.JsonMapper;

/** {@code tutti convert}: a song from one format to another. */
@Command(
        name = "convert",
        description = "Converts a song between .mid, .musicxml, .mxl and .tutti, and says what the target can't hold.",
        mixinStandardHelpOptions = true)
final class Convert implements Callable<Integer> {

    /**
     * What was done.
     *
     * @param out the file written
     * @param tracks how many tracks the song has
     * @param notes how many notes
     * @param read what was mended or left out on the way in
     * @param lost what the target can't hold
     */
    record Report(String out, int tracks, int notes, List<String> read, List<String> lost) {}

    @Parameters(index = "0", paramLabel = "IN", description = "A .mid, .musicxml, .mxl or .tutti file.")
    Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; its name ends in .mid, .musicxml, .mxl or .tutti.")
    Path out;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("tutti-media");
        Song song;
        List<String> lost;
        try {
            MediaFolder media = new MediaFolder(folder);
            song = SongReader.read(in, media);
            lost = SongWriter.write(song.arrangement(), media, out);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        if (json) {
            Report report = new Report(out.toString(), song.arrangement().count(Kind.TRACK),
                    song.arrangement().count(Kind.NOTE), song.remarks(), lost);
            spec.commandLine().getOut().println(JsonMapper.builder().build().writeValueAsString(report));
        } else {
            song.remarks().forEach(each -> spec.commandLine().getOut().println(in.getFileName() + ": " + each));
            lost.forEach(each -> spec.commandLine().getOut().println(out.getFileName() + ": " + each));
        }
        return 0;
    }
}
