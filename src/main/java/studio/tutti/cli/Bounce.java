package studio.tutti.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.tutti.audiofile.Encoding;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.mixer.OwnFont;
import studio.tutti.exchange.MediaFolder;
import studio.tutti.exchange.Mixdown;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.StemNames;
import studio.tutti.library.Instruments;
import studio.tutti.library.SoundFolder;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code tutti bounce}: a song's mix, and its stems, as WAV, FLAC or Opus. */
@Command(
        name = "bounce",
        description = "Plays a song into a WAV, FLAC or Opus file, with the engine that plays in the browser.",
        mixinStandardHelpOptions = true)
final class Bounce implements Callable<Integer> {

    /**
     * What was made.
     *
     * @param out the mix
     * @param seconds how long it is
     * @param rate frames a second
     * @param peakDbfs its highest sample in dBFS, −144 for silence
     * @param stems the stems
     * @param timesRealTime seconds of sound made in a second, stems left out
     */
    record Report(String out, double seconds, int rate, double peakDbfs, List<String> stems, double timesRealTime) {}

    @Parameters(paramLabel = "SONG", description = "A .mid, .musicxml, .mxl or .tutti file.")
    Path song;

    @Option(names = "--out", required = true, description = "The file to write: .wav, .flac or .opus (that at 48000 only).")
    Path out;

    @Option(names = "--stems", description = "Folder for a file of each track, of the same kind, from bar 1, all as long as the song.")
    @Nullable Path stems;

    @Option(names = "--rate", defaultValue = "44100", description = "Frames a second, 8000 to 192000 (default: ${DEFAULT-VALUE}).")
    int rate;

    @Option(names = "--bars", paramLabel = "A-B", description = "Only the bars A to B, exactly as long as they are.")
    @Nullable String bars;

    @Option(names = "--bits", defaultValue = "24", description = "16, 24 or 32f, in FLAC 16 or 24 (default: ${DEFAULT-VALUE}).")
    String bits;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec
    CommandSpec spec;

    private final Instruments instruments = new Instruments();

    @Override
    public Integer call() throws Exception {
        if (rate < 8_000 || rate > 192_000) {
            throw new ParameterException(spec.commandLine(), "The rate is between 8000 and 192000 Hz.");
        }
        Encoding encoding = encoding();
        Path folder = Files.createTempDirectory("tutti-media");
        try {
            Arrangement arrangement = SongReader.read(song, new MediaFolder(folder)).arrangement();
            own(arrangement, folder);
            return bounce(arrangement, mixdown(arrangement).with(new SoundFolder(folder)), encoding);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** The song's own SoundFonts and kits, as they lie in its file. */
    private void own(Arrangement arrangement, Path folder) {
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            String font = OwnFont.media(track);
            if (font != null) {
                instruments.file(font, folder.resolve(font));
            }
        }
    }

    private Integer bounce(Arrangement arrangement, Mixdown mix, Encoding encoding) throws Exception {
        List<String> written = new ArrayList<>();
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), !json)) {
            int parts = stems == null ? 1 : 1 + mix.tracks();
            long began = System.nanoTime();
            Mixdown.Range range = mix.write(out, encoding, share -> bar.show(share / parts));
            double took = (System.nanoTime() - began) * 1e-9;
            for (int track = 0; stems != null && track < mix.tracks(); track++) {
                Path file = stems.resolve(StemNames.of(arrangement, track, mix.trackName(track)) + "." + encoding.suffix());
                int done = 1 + track;
                mix.until(range.to()).stem(track).write(file, encoding, share -> bar.show((done + share) / parts));
                written.add(file.toString());
            }
            report(range, took, written);
        }
        return 0;
    }

    private void report(Mixdown.Range range, double took, List<String> written) {
        double seconds = (double) range.length() / rate;
        double peak = range.peak() > 6.3e-8 ? 20 * Math.log10(range.peak()) : -144;
        Report report = new Report(out.toString(), seconds, rate, Math.round(peak * 100) / 100.0, written,
                Math.round(10 * seconds / took) / 10.0);
        spec.commandLine().getOut().println(json
                ? JsonMapper.builder().build().writeValueAsString(report)
                : String.format(Locale.ROOT, "%s: %.1f s, peak %.1f dBFS%s", out, seconds, peak,
                        written.isEmpty() ? "" : ", " + written.size() + " stems"));
    }

    private Encoding encoding() {
        try {
            return Encoding.of(out.getFileName().toString(), bits);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
    }

    private Mixdown mixdown(Arrangement arrangement) throws Exception {
        if (bars == null) {
            return Mixdown.of(arrangement, instruments, rate);
        }
        String[] ends = bars.split("-", -1);
        try {
            int first = Integer.parseInt(ends[0].strip());
            int last = ends.length == 1 ? first : Integer.parseInt(ends[1].strip());
            if (ends.length > 2 || first < 1 || last < first) {
                throw new NumberFormatException();
            }
            return Mixdown.of(arrangement, instruments, rate, first, last);
        } catch (NumberFormatException mistake) {
            throw new ParameterException(spec.commandLine(), "Bars are given as A-B, counted from 1: " + bars + " is not.");
        }
    }
}
