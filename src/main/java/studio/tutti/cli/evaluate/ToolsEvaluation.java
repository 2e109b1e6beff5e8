package studio.tutti.cli.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.tutti.mastering.Loudness;
import studio.tutti.mastering.Mastering;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.resonanceeq.ResonanceEq;
import studio.tutti.mastering.xspecmatch.XSpecMatch;

/**
 * {@code tutti evaluate tools}: the audio tools on the mixes of the packs, each brought to the one that follows it, and what they make of mixes to
 * which something known was done. Spectra are measured of what comes out, by third octaves from 50 Hz to 16 kHz.
 */
@Command(name = "tools", description = "Brings every mix to the next one with each audio tool, and measures what comes out.", mixinStandardHelpOptions = true)
public final class ToolsEvaluation implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "A folder of packs, as zip or unpacked, or of sounds.")
    Path data;

    @Option(names = "--json", description = "Print a JSON object a line.")
    boolean json;

    @Option(names = "--pictures", paramLabel = "DIR", description = "Where to draw each mix's spectra.")
    @Nullable Path pictures;

    @Spec
    CommandSpec spec;

    private final PlantedFigures planted = new PlantedFigures();
    private final List<Double> unmatched = new ArrayList<>();
    private final List<Double> matched = new ArrayList<>();
    private final List<Double> followed = new ArrayList<>();
    private final List<Double> mastered = new ArrayList<>();
    private final List<Double> peaks = new ArrayList<>();
    private final List<Double> loudness = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("tutti-mixes");
        try {
            List<Path> mixes = new ArrayList<>();
            new Packs(data, "").visit(List.of(".ogg", ".wav", ".flac"), (name, content) -> {
                if (name.contains("mixes")) {
                    mixes.add(Files.write(folder.resolve(Path.of(name).getFileName().toString()), content));
                }
            });
            for (int i = 0; i < mixes.size(); i++) {
                mix(mixes.get(i), mixes.get((i + 1) % mixes.size()));
                planted.hear(Recording.of(mixes.get(i)), i + 1);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        planted.pink();
        int n = unmatched.size();
        List<Gate> gates = new ArrayList<>(List.of(
                new Gate("tools_profile_match_db", mean(matched), 0, 0.25, mean(unmatched), n),
                new Gate("tools_xspecmatch_long_term_db", mean(followed), 0, 0.4, mean(unmatched), n),
                new Gate("tools_master_spectrum_db", mean(mastered), 0, 0.4, mean(unmatched), n),
                new Gate("tools_master_loudness_lu", most(loudness), 0, 0.1, null, n),
                new Gate("tools_master_true_peak_dbtp", most(peaks), -200, -0.95, null, n)));
        gates.addAll(planted.gates());
        for (Gate gate : gates) {
            spec.commandLine().getOut().println(json ? gate.json() : gate.line());
        }
        return 0;
    }

    private void mix(Path file, Path next) throws IOException {
        Recording in = Recording.of(file);
        Recording reference = Recording.of(next);
        double[] had = BandLevels.of(in);
        double[] wanted = BandLevels.of(reference);
        ProfileEq.Match match = ProfileEq.match(in, reference, ProfileEq.Settings.USUAL);
        double[] profile = BandLevels.of(match.sound());
        int found = ResonanceEq.apply(in, -1).resonances().size();
        double[] following = in.rate() == reference.rate()
                ? BandLevels.of(XSpecMatch.match(in, reference, XSpecMatch.Settings.USUAL)) : profile;
        Mastering.Result master = Mastering.apply(in, reference, new Mastering.Settings(null, -1));
        double[] finished = BandLevels.of(master.sound());
        Loudness after = master.report().after();
        unmatched.add(error(had, wanted));
        matched.add(error(profile, wanted));
        followed.add(error(following, wanted));
        mastered.add(error(finished, wanted));
        peaks.add(after.truePeak());
        loudness.add(Math.abs(after.integrated() - master.report().target()));
        spec.commandLine().getErr().printf(Locale.ROOT,
                "%s: %.2f dB from the next; profile EQ %.2f, XSpecMatch %.2f, master %.2f (%.1f LUFS, %.2f dBTP); %d resonances%n",
                file.getFileName(), error(had, wanted), error(profile, wanted), error(following, wanted), error(finished, wanted),
                after.integrated(), after.truePeak(), found);
        if (pictures != null) {
            String name = file.getFileName().toString().replaceAll("\\.\\w+$", "");
            SpectraPicture.draw(pictures.resolve(name + ".png"), name, had, wanted, profile);
        }
    }

    private static double error(double[] a, double[] b) {
        double sum = 0;
        for (int band = 0; band < a.length; band++) {
            sum += Math.abs(a[band] - b[band]) / a.length;
        }
        return sum;
    }

    private static double mean(List<Double> values) {
        return Math.rint(1000 * values.stream().mapToDouble(each -> each).average().orElse(0)) / 1000;
    }

    private static double most(List<Double> values) {
        return Math.rint(1000 * values.stream().mapToDouble(each -> each).max().orElse(0)) / 1000;
    }
}
