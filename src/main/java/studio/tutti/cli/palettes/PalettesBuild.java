package studio.tutti.cli.palettes;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Palette;

/** {@code tutti palettes build}: learns every shipped palette from the training songs of the packs, and makes an example of each; the same packs give the same files, to the byte. */
@Command(name = "build", description = "Learns the shipped style palettes from the data packs, of which only the training songs are read.",
        mixinStandardHelpOptions = true)
final class PalettesBuild implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder with the packs openewld_leadsheets.zip, "
            + "mcgill_billboard_chords.zip, rock_corpus.zip and multitrack_midi.zip.")
    Path data;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "src/main/resources/palettes", description = "Where the palettes go (${DEFAULT-VALUE}).")
    Path out;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        Files.createDirectories(out);
        Map<Corpora, List<CorpusSong>> corpora = new EnumMap<>(Corpora.class);
        Map<String, Palette> palettes = new LinkedHashMap<>();
        long all = 0;
        StringBuilder index = new StringBuilder();
        for (PalettePlan plan : PalettePlan.ALL) {
            List<CorpusSong> songs = corpora.get(plan.corpus());
            if (songs == null) {
                songs = plan.corpus().songs(data, Split.TRAIN);
                corpora.put(plan.corpus(), songs);
            }
            List<LeadSheet> sheets = plan.of(songs);
            Palette palette = Palette.learn(plan.card(sheets.size()), sheets);
            byte[] bytes = palette.bytes();
            Files.write(out.resolve(plan.name() + ".tpal"), bytes);
            palettes.put(plan.name(), palette);
            index.append(plan.name()).append('\n');
            all += bytes.length;
            print.printf("%-22s %4d songs %6d chords %6d melody notes %6d bass notes %7d bytes%n", plan.name(), palette.songs(), palette.chords(),
                    palette.melodyNotes(), palette.bassNotes(), bytes.length);
        }
        for (Palette palette : palettes.values()) {
            byte[] example = PaletteExample.of(palette, borrowed(palettes, palette.card().melodyFrom(), palette), borrowed(palettes, palette.card().bassFrom(), palette));
            Files.write(out.resolve(palette.card().name() + ".mxl"), example);
            all += example.length;
        }
        Files.write(out.resolve("index.txt"), index.toString().getBytes(StandardCharsets.UTF_8));
        print.printf("%d palettes, %d bytes in %s%n", PalettePlan.ALL.size(), all, out);
        return 0;
    }

    private static Palette borrowed(Map<String, Palette> palettes, String name, Palette own) {
        return name.isEmpty() ? own : Objects.requireNonNull(palettes.get(name), name);
    }
}
