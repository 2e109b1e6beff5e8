package studio.tutti.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.tutti.assistant.flowmachines.FlowMachine;
import studio.tutti.assistant.flowmachines.FlowRequest;
import studio.tutti.assistant.flowmachines.FormSection;
import studio.tutti.assistant.flowmachines.Key;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.assistant.flowmachines.Palette;
import studio.tutti.assistant.flowmachines.Palettes;
import studio.tutti.assistant.flowmachines.ShippedPalettes;
import studio.tutti.assistant.flowmachines.SongSheet;
import studio.tutti.assistant.flowmachines.score.LeadSheetFile;
import studio.tutti.assistant.flowmachines.score.ScoreSheet;
import studio.tutti.exchange.MediaFolder;
import studio.tutti.exchange.SongReader;

/** {@code tutti flow}: a lead sheet in a style, or a new style from one's own lead sheets. */
@Command(
        name = "flow",
        description = "Makes chords, a melody and a bass in a style, under constraints; or learns a style.",
        mixinStandardHelpOptions = true)
final class Flow implements Callable<Integer> {

    private static final String SUFFIX = ".tpal";

    @Option(names = "--style", paramLabel = "NAME", description = "The style: a shipped one (see --styles), one learned, or a .tpal file.")
    @Nullable String style;

    @Option(names = "--styles", description = "Print the names of all styles.")
    boolean list;

    @Option(names = "--out", paramLabel = "OUT", description = "The lead sheet to write: .musicxml or .mxl.")
    @Nullable Path out;

    @Option(names = "--bars", description = "How many bars, 1 to 512 (default: those of what is kept, or 16).")
    @Nullable Integer bars;

    @Option(names = "--key", description = "The key: C, Eb, F#m … (default: that of what is kept, or C).")
    @Nullable String key;

    @Option(names = "--metre", description = "The metre (default: that of what is kept, or 4/4).")
    @Nullable String metre;

    @Option(names = "--form", description = "Sections of equal length by their letters, such as AABA; equal letters repeat, A' varies A.")
    @Nullable String form;

    @Option(names = "--keep", paramLabel = "PARTIAL", description = "A lead sheet whose chords and notes stay; the rest is made.")
    @Nullable Path keep;

    @Option(names = "--max-copy", paramLabel = "N", description = "The longest run of notes, and of chords, that may be as in a song of the style (at least 4; default: 8 notes, 16 chords; 0: any).")
    @Nullable Integer copy;

    @Option(names = "--stray", description = "How far it may stray from what the style did before, 0 to 1 (default: ${DEFAULT-VALUE}).", defaultValue = "0.5")
    double stray;

    @Option(names = "--chords-per-bar", description = "Chord changes a bar (default: as in the style).", defaultValue = "0")
    double chordsPerBar;

    @Option(names = "--notes-per-bar", description = "Melody notes a bar (default: as in the style).", defaultValue = "0")
    double notesPerBar;

    @Option(names = "--no-bass", description = "Leave the bass out.")
    boolean noBass;

    @Option(names = "--seed", description = "The same seed gives the same notes (default: ${DEFAULT-VALUE}).", defaultValue = "1")
    long seed;

    @Option(names = "--learn", paramLabel = "NAME", description = "Learn a style of this name from the songs.")
    @Nullable String learn;

    @Option(names = "--learned", paramLabel = "DIR", description = "Where learned styles are kept (default: .tutti/styles in the home folder).")
    @Nullable Path learned;

    @Parameters(paramLabel = "SONG", description = "With --learn: songs with chords, .musicxml, .mxl, .mid or .tutti.")
    List<Path> songs = List.of();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (list) {
            ShippedPalettes.cards().forEach(card -> spec.commandLine().getOut().printf("%-22s %s%n", card.name(), card.description()));
            return 0;
        }
        if (learn != null) {
            learnStyle(learn);
            return 0;
        }
        if (style == null || out == null) {
            throw new ParameterException(spec.commandLine(), "Give --style and --out, or --learn with songs.");
        }
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".musicxml") && !name.endsWith(".mxl")) {
            throw new ParameterException(spec.commandLine(), "The lead sheet's name ends in .musicxml or .mxl.");
        }
        FlowRequest request = request();
        LeadSheet sheet = FlowMachine.of(palette(style)).compose(request, seed);
        ScoreSheet score = ScoreSheet.of(named(sheet), 0);
        byte[] bytes = name.endsWith(".mxl") ? LeadSheetFile.mxl(score, !noBass) : LeadSheetFile.musicXml(score, !noBass);
        Path whole = Files.createTempFile(out.toAbsolutePath().getParent(), "flow", ".part");
        try {
            Files.write(whole, bytes);
            Files.move(whole, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        return 0;
    }

    private FlowRequest request() throws IOException {
        LeadSheet kept = keep == null ? null : LeadSheetFile.read(Files.readAllBytes(keep)).played();
        Key wantedKey = key == null ? kept == null ? Key.C : kept.key()
                : Key.parse(key).orElseThrow(() -> new ParameterException(spec.commandLine(), "“" + key + "” is no key: write C, Eb or F#m."));
        Metre wantedMetre = metre == null ? kept == null ? Metre.COMMON : kept.metre()
                : Metre.parse(metre).orElseThrow(() -> new ParameterException(spec.commandLine(), "“" + metre + "” is no metre: write 4/4 or 6/8."));
        int count = bars != null ? bars : kept == null ? 16 : kept.bars();
        try {
            FlowRequest request = FlowRequest.of(count, wantedKey, wantedMetre).withKept(kept, true).withLines(true, !noBass)
                    .withRates(chordsPerBar, notesPerBar).withForm(sections(count));
            return request.withFreedom(stray, copy == null ? request.copyNotes() : copy, copy == null ? request.copyChords() : copy);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private List<FormSection> sections(int count) {
        if (form == null) {
            return List.of();
        }
        return FormSection.of(form, count);
    }

    private LeadSheet named(LeadSheet sheet) {
        return new LeadSheet(style + ", " + seed, "", sheet.key(), sheet.metre(), 0, sheet.bars(), sheet.chords(), sheet.melody(), sheet.bass(),
                sheet.sections());
    }

    private Palette palette(String name) throws IOException {
        Palette shipped = ShippedPalettes.find(name).orElse(null);
        if (shipped != null) {
            return shipped;
        }
        Path file = name.endsWith(SUFFIX) ? Path.of(name) : folder().resolve(name + SUFFIX);
        if (!Files.exists(file)) {
            throw new ParameterException(spec.commandLine(), "There is no style “" + name + "”: --styles prints those that there are.");
        }
        return Palette.read(Files.readAllBytes(file));
    }

    private Path folder() {
        return learned != null ? learned : Path.of(System.getProperty("user.home"), ".tutti", "styles");
    }

    private void learnStyle(String name) throws Exception {
        if (songs.isEmpty() || !name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new ParameterException(spec.commandLine(), songs.isEmpty()
                    ? "Name songs to learn from." : "A style's name is made of lower-case letters, digits and hyphens.");
        }
        List<LeadSheet> sheets = new ArrayList<>();
        for (Path song : songs) {
            sheets.add(sheet(song));
        }
        Palette palette = Palettes.learned(name, name, sheets);
        Files.createDirectories(folder());
        Files.write(folder().resolve(name + SUFFIX), palette.bytes());
        spec.commandLine().getOut().printf("%s: %d songs, %d chords, %d melody notes, %d bass notes%n", name, palette.songs(), palette.chords(),
                palette.melodyNotes(), palette.bassNotes());
    }

    private static LeadSheet sheet(Path song) throws Exception {
        String name = song.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".musicxml") || name.endsWith(".mxl") || name.endsWith(".xml")) {
            return LeadSheetFile.read(Files.readAllBytes(song)).played();
        }
        Path media = Files.createTempDirectory("tutti-media");
        try {
            return SongSheet.of(SongReader.read(song, new MediaFolder(media)).arrangement(), SongSheet.Wanted.WHOLE).sheet();
        } finally {
            FileSystemUtils.deleteRecursively(media);
        }
    }
}
