package studio.tutti.cli.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.tutti.mastering.Album;
import studio.tutti.mastering.Colour;
import studio.tutti.mastering.Mastering;
import studio.tutti.mastering.Passes;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.profileeq.Profile;
import studio.tutti.mastering.sheet.MasterSheet;

/** {@code tutti master}: the chain that finishes a song, or several at one loudness. */
@Command(name = "master", mixinStandardHelpOptions = true,
        description = "Brings songs to a loudness under a true-peak ceiling; with a reference to its spectrum, width and loudness, with a profile to its spectrum.")
public final class MasterCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "IN", description = "WAV, FLAC or AIFF files, mono or stereo.")
    List<Path> in;

    @ArgGroup(multiplicity = "1")
    Place place;

    /** Where it goes. */
    static final class Place {
        @Option(names = "--out", description = "The file to write for a single song: .wav or .flac.")
        @Nullable Path out;

        @Option(names = "--out-dir", paramLabel = "DIR", description = "The folder to write several songs into, as .wav under their names.")
        @Nullable Path folder;
    }

    @Option(names = "--bits", description = "16, 24 or 32f, in FLAC 16 or 24 (default: 24; a WAV file louder than full scale becomes 32f).")
    @Nullable String bits;

    @Option(names = "--keep-relations", description = "Songs keep their differences of loudness, the whole of them having the target's; else each has it.")
    boolean related;

    @Option(names = "--target", paramLabel = "LUFS", description = "Loudness, -60 to 0 (default: the reference's, or -14).")
    @Nullable Double target;

    @Option(names = "--ceiling", defaultValue = "-1", description = "dBTP, -24 to 0 (default: ${DEFAULT-VALUE}).")
    double ceiling;

    @ArgGroup
    @Nullable Goal goal;

    /** What the spectrum is brought to. */
    static final class Goal {
        @Option(names = "--reference", paramLabel = "REF", description = "A song to match.")
        @Nullable Path reference;

        @Option(names = "--profile", paramLabel = "NAME", description = "A profile to match instead, as of profile-eq.")
        @Nullable String profile;
    }

    @Option(names = "--compress", paramLabel = "RATIO", defaultValue = "1", description = "A slow compressor before the limiter, 1 (none) to 10 (default: ${DEFAULT-VALUE}).")
    double compress;

    @Option(names = "--multiband", description = "Compress lows, middles and highs apart.")
    boolean multiband;

    @Option(names = "--width", paramLabel = "PERCENT", defaultValue = "100", description = "Stereo width, 0 to 200 (default: ${DEFAULT-VALUE}).")
    double width;

    @Option(names = "--drive", paramLabel = "DB", defaultValue = "0", description = "Tape saturation, 0 (none) to 36 (default: ${DEFAULT-VALUE}).")
    double drive;

    @Option(names = "--report", paramLabel = "FILE", description = "Where to write the figures before and after: .pdf with curves and pictures, or .json.")
    @Nullable Path report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!(ceiling >= -24 && ceiling <= 0) || target != null && !(target >= -60 && target <= 0)) {
            throw new ParameterException(spec.commandLine(), "--ceiling lies between -24 and 0 dBTP, --target between -60 and 0 LUFS.");
        }
        if (!(compress >= 1 && compress <= 10) || !(width >= 0 && width <= 200) || !(drive >= 0 && drive <= 36)) {
            throw new ParameterException(spec.commandLine(), "--compress lies between 1 and 10, --width between 0 and 200, --drive between 0 and 36.");
        }
        if (report != null && !named(report, ".pdf") && !named(report, ".json")) {
            throw new ParameterException(spec.commandLine(), "--report is a .pdf or a .json file.");
        }
        List<SoundOut> outs = outs();
        Profile profile = profile();
        Path reference = goal == null ? null : goal.reference;
        List<Recording> songs = new ArrayList<>();
        for (Path file : in) {
            songs.add(Recording.of(file));
        }
        List<Mastering.Result> masters = Album.master(songs, reference == null ? null : Recording.of(reference),
                new Mastering.Settings(target, ceiling, new Colour(compress, multiband, width, drive), profile), related, Passes.UNTOLD);
        for (int song = 0; song < masters.size(); song++) {
            outs.get(song).write(masters.get(song).sound());
        }
        if (report != null) {
            report(report, songs, masters);
        }
        return 0;
    }

    private List<SoundOut> outs() throws IOException {
        if (place.folder == null && in.size() > 1) {
            throw new ParameterException(spec.commandLine(), "Several songs go into a folder: say --out-dir DIR.");
        }
        List<SoundOut> outs = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        for (Path file : in) {
            Path out = place.folder == null ? place.out : place.folder.resolve(title(file) + ".wav");
            if (!taken.add(out) || place.folder != null && out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
                throw new ParameterException(spec.commandLine(), out.getFileName() + " would be written over something of yours: choose another folder or rename a song.");
            }
            outs.add(SoundOut.to(out, bits, spec));
        }
        for (SoundOut out : outs) {
            out.encoding();
        }
        if (place.folder != null) {
            Files.createDirectories(place.folder);
        }
        return outs;
    }

    private @Nullable Profile profile() {
        if (goal == null || goal.profile == null) {
            return null;
        }
        try {
            return Profile.named(goal.profile);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
    }

    private void report(Path file, List<Recording> songs, List<Mastering.Result> masters) throws IOException {
        if (named(file, ".json")) {
            Report.write(file, masters.size() == 1 ? masters.getFirst().report()
                    : masters.stream().map(Mastering.Result::report).toList());
            return;
        }
        List<MasterSheet.Page> pages = new ArrayList<>();
        for (int song = 0; song < songs.size(); song++) {
            pages.add(new MasterSheet.Page(title(in.get(song)), songs.get(song), masters.get(song).sound(), masters.get(song).report(), told()));
        }
        Report.write(file, out -> MasterSheet.write(pages, out));
    }

    /** What was set, for people. */
    private Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("Target", target != null ? number(target) + " LUFS" : goal != null && goal.reference != null ? "the reference's" : number(Mastering.USUAL) + " LUFS");
        told.put("Ceiling", number(ceiling) + " dBTP");
        told.put("Songs", in.size() == 1 ? "one" : related ? in.size() + ", relations kept" : in.size() + ", each at the target");
        told.put("Reference", goal == null || goal.reference == null ? "none" : title(goal.reference));
        told.put("Profile", goal == null || goal.profile == null ? "none" : goal.profile);
        told.put("Compressor", compress <= 1 ? "none" : number(compress) + " : 1" + (multiband ? ", three bands" : ""));
        told.put("Width", String.format(Locale.ROOT, "%.0f %%", width));
        told.put("Saturation", drive <= 0 ? "none" : number(drive) + " dB");
        return told;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value).replace('-', '−');
    }

    private static boolean named(Path file, String suffix) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(suffix);
    }

    private static String title(Path file) {
        return file.getFileName().toString().replaceAll("\\.\\w{2,5}$", "");
    }
}
