package studio.tutti.cli.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tutti library build}: the same packs give the same files, to the byte. */
@Command(name = "build", description = "Makes the loops and instrument notes of the library from the data packs.", mixinStandardHelpOptions = true)
final class LibraryBuild implements Callable<Integer> {

    private static final int BEATS_A_FAMILY = 3;
    /** Music that is its composer's own from beginning to end. */
    private static final List<String> ORIGINALS = List.of("A Memory Away", "Crossroads", "Cyaron's Gate", "Dark Knight", "Daybreak", "Deeper",
            "Defiance", "Deserve to be Loved", "Destiny", "Faith", "Fate", "Find You", "From Here", "Halls of Despair", "Hidden Tears",
            "Home", "Honky-Tonk Villain", "King of the Desert", "Leaving Millie", "Nevermore", "Now or Never", "Ominosity", "Reign of Anarchy",
            "Remember", "Retribution", "Surreptitious", "Syntheticity", "The Forest Awakes", "The Haunting", "Thugs", "Wild Waters");

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder with the packs groove_midi.zip, multitrack_midi.zip and instrument_notes.zip.")
    Path data;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "src/main/resources/library", description = "Where the library goes (${DEFAULT-VALUE}).")
    Path out;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<MidiLoop> loops = new ArrayList<>(beats());
        loops.addAll(phrases());
        StringBuilder text = new StringBuilder("id\tname\tcategory\ttempo\tbars\ttonic\tmode\tprogram\tlicence\tcredit\tnotes\n");
        for (MidiLoop loop : loops) {
            text.append(loop.line()).append('\n');
        }
        Files.createDirectories(out);
        Files.writeString(out.resolve("loops.tsv"), text);
        int notes = new NotePick(data.resolve("instrument_notes.zip")).write(out);
        spec.commandLine().getOut().printf("%s: %d loops, %d instrument notes%n", out, loops.size(), notes);
        return 0;
    }

    /** Four bars of each of some performances of each family of styles, those in common time. */
    private List<MidiLoop> beats() throws IOException {
        TreeMap<String, List<MidiLoop>> families = new TreeMap<>();
        try (Pack pack = new Pack(data.resolve("groove_midi.zip"))) {
            for (String path : pack.ending("_beat_4-4.mid")) {
                String[] parts = path.substring(path.lastIndexOf('/') + 1).split("_");
                String style = parts[1];
                String family = style.contains("-") ? style.substring(0, style.indexOf('-')) : style;
                List<MidiLoop> found = families.computeIfAbsent(family, each -> new ArrayList<>());
                boolean sameStyle = found.stream().anyMatch(each -> each.style().equals(style));
                if (found.size() < BEATS_A_FAMILY && (!sameStyle || pack.styles(family) < BEATS_A_FAMILY)) {
                    MidiLoop loop = new MidiTune(pack.read(path)).beat(style, Integer.parseInt(parts[2]), path);
                    if (loop != null) {
                        found.add(loop);
                    }
                }
            }
        }
        List<MidiLoop> all = new ArrayList<>();
        families.values().forEach(all::addAll);
        return all;
    }

    /** Phrases of four bars for bass, piano, guitar and strings. */
    private List<MidiLoop> phrases() throws IOException {
        List<MidiLoop> all = new ArrayList<>();
        try (Pack pack = new Pack(data.resolve("multitrack_midi.zip"))) {
            for (String title : ORIGINALS) {
                String path = "tannerhelland/" + title + ".mid";
                if (pack.has(path)) {
                    MidiTune tune = new MidiTune(pack.read(path));
                    for (MidiTune.Family family : MidiTune.Family.values()) {
                        MidiLoop loop = tune.phrase(family, title);
                        if (loop != null) {
                            all.add(loop);
                        }
                    }
                }
            }
        }
        all.sort(Comparator.comparing(MidiLoop::category).thenComparing(MidiLoop::name));
        return all;
    }

    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
