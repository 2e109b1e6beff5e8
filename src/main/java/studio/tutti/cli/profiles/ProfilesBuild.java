package studio.tutti.cli.profiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.tutti.cli.ProgressBar;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.profileeq.ProfileCard;
import studio.tutti.mastering.profileeq.ShippedProfile;
import tools.jackson.databind.json.JsonMapper;

/** {@code tutti profiles build}: the same packs give the same files, to the byte. */
@Command(name = "build", description = "Makes the profiles from the data packs, of which only the training sounds are heard; of the released mixes, all.",
        mixinStandardHelpOptions = true)
final class ProfilesBuild implements Callable<Integer> {

    private static final String METHOD = "Power by third octaves (Welch's method, windows of 0.37 s) at equal loudness (K-weighting of BS.1770); "
            + "median of the sounds, spread half of what lies between the 16th and the 84th per cent, at least 1.5 dB, smoothed over neighbours. "
            + "No kit counts more than eight sounds.";

    @Option(names = "--data", required = true, paramLabel = "DIR",
            description = "The folder with the packs drum_oneshots.zip, instrument_notes.zip, multitrack_midi.zip and full_mixes_stereo.zip.")
    Path data;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "src/main/resources/profiles", description = "Where the profiles go (${DEFAULT-VALUE}).")
    Path out;

    @Option(names = "--pictures", paramLabel = "DIR", description = "Where to draw each profile.")
    @Nullable Path pictures;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("tutti-profiles");
        List<Heard> heard = new ArrayList<>();
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), true)) {
            heard.addAll(DrumHits.read(data, folder));
            heard.addAll(InstrumentNotes.read(data, folder));
            heard.addAll(Mixes.read(data, folder));
            heard.addAll(new PlayedBands(folder).read(data, folder, bar::show));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        Files.createDirectories(out);
        StringBuilder index = new StringBuilder();
        for (Families.Family family : Families.ALL) {
            List<Heard> sounds = heard.stream().filter(each -> each.family().equals(family.name())).toList();
            if (!sounds.isEmpty()) {
                write(profile(family, sounds), index);
            }
        }
        write(pink(), index);
        Files.writeString(out.resolve("index.txt"), index);
        return 0;
    }

    private static ShippedProfile profile(Families.Family family, List<Heard> sounds) {
        Statistics.Curves curves = Statistics.of(sounds);
        int rendered = (int) sounds.stream().filter(Heard::rendered).count();
        Map<String, Integer> sources = new TreeMap<>();
        sounds.forEach(each -> sources.merge(each.licence() + "\t" + each.credit() + (each.rendered() ? ", played by Tutti with Fluid (R3) General MIDI SoundFont by Frank Wen, MIT" : ""),
                1, Integer::sum));
        List<ProfileCard.Source> named = new ArrayList<>();
        sources.forEach((source, count) -> named.add(new ProfileCard.Source(source.split("\t")[0], source.split("\t")[1], count)));
        String method = METHOD + (rendered > 0 && rendered < sounds.size() ? " What was recorded and what was rendered count half each." : "");
        return new ShippedProfile(family.name(), family.title(), family.description(), new ProfileCard(sounds.size(), rendered, method, named),
                hertz(), curves.median(), curves.spread());
    }

    private static ShippedProfile pink() {
        double[] flat = new double[ThirdOctaves.BANDS];
        double level = Math.rint(10 * Heard.levels(ones())[0]) / 10;
        Arrays.fill(flat, level);
        return new ShippedProfile("pink", "Pink", "As loud in every third octave: 3 dB less an octave, for a tilt to start from.",
                new ProfileCard(0, 0, "Computed.", List.of()), hertz(), flat, new double[ThirdOctaves.BANDS]);
    }

    private static double[] ones() {
        double[] ones = new double[ThirdOctaves.BANDS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] hertz() {
        double[] hertz = new double[ThirdOctaves.BANDS];
        for (int band = 0; band < hertz.length; band++) {
            hertz[band] = Math.rint(10 * ThirdOctaves.centre(band)) / 10;
        }
        return hertz;
    }

    private void write(ShippedProfile profile, StringBuilder index) throws IOException {
        byte[] bytes = JsonMapper.builder().build().writeValueAsString(profile).replace("\"median_db\"", "\n\"median_db\"")
                .replace("\"spread_db\"", "\n\"spread_db\"").replace("\"frequencies_hz\"", "\n\"frequencies_hz\"").replace("\"card\"", "\n\"card\"")
                .concat("\n").getBytes(StandardCharsets.UTF_8);
        Files.write(out.resolve(profile.name() + ".json"), bytes);
        index.append(profile.name()).append('\n');
        if (pictures != null) {
            ProfilePicture.draw(pictures.resolve("profile-" + profile.name() + ".png"), profile);
        }
        spec.commandLine().getOut().printf("%-16s %4d sounds, %3d of them rendered, %5d bytes%n", profile.name(), profile.card().sounds(),
                profile.card().rendered(), bytes.length);
    }
}
