package studio.tutti.cli.tools;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.profileeq.EqBands;
import studio.tutti.mastering.profileeq.GraphicEq;
import studio.tutti.mastering.profileeq.Profile;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.profileeq.ShippedProfile;
import studio.tutti.mastering.profileeq.ShippedProfiles;
import studio.tutti.mastering.profileeq.SlowProfileEq;

/** {@code tutti profile-eq}: a sound's mean spectrum made like a profile's or another sound's, or changed by given gains. */
@Command(name = "profile-eq", mixinStandardHelpOptions = true,
        description = "Brings a sound's mean spectrum to that of a profile or of another sound, or sets it by given gains.")
public final class ProfileEqCommand implements Callable<Integer> {

    private enum Phase { linear, minimum }

    private static final class Goal {
        @Option(names = "--profile", required = true, paramLabel = "NAME", description = "A profile; --profiles lists them.")
        @Nullable String profile;

        @Option(names = "--reference", required = true, paramLabel = "REF", description = "A sound to match: its spectrum, level and width by band.")
        @Nullable Path reference;

        @Option(names = "--gains", required = true, paramLabel = "CSV", description = "Rows of frequency_hz,gain_db.")
        @Nullable Path gains;

        @Option(names = "--bands", required = true, paramLabel = "CSV", description = "Rows of channel,type,frequency_hz,gain_db,q, as --bands-out writes them.")
        @Nullable Path bands;

        @Option(names = "--profiles", required = true, description = "List the profiles and where they come from.")
        boolean profiles;
    }

    @Parameters(paramLabel = "IN", arity = "0..1", description = "A WAV, FLAC or AIFF file, mono or stereo.")
    @Nullable Path in;

    @ArgGroup(multiplicity = "1")
    Goal goal;

    @Mixin
    SoundOut out;

    @Option(names = "--amount", defaultValue = "1", description = "0 (nothing) to 1 (fully) (default: ${DEFAULT-VALUE}).")
    double amount;

    @Option(names = "--tilt", defaultValue = "0", description = "dB an octave added to the target (default: ${DEFAULT-VALUE}).")
    double tilt;

    @Option(names = "--range", defaultValue = "30", description = "Most that is turned up or down, in dB (default: ${DEFAULT-VALUE}).")
    double range;

    @Option(names = "--resolution", defaultValue = "0.1667", description = "Octaves, 0.08 to 1 (default: ${DEFAULT-VALUE}).")
    double resolution;

    @Option(names = "--linked", description = "One curve for both channels, instead of one for the middle and one for the sides.")
    boolean linked;

    @Option(names = "--keep-level", description = "Keep the level instead of taking the reference's.")
    boolean keepLevel;

    @Option(names = "--phase", defaultValue = "linear", description = "linear or minimum (default: ${DEFAULT-VALUE}).")
    Phase phase;

    @Option(names = "--slow", paramLabel = "SECONDS", description = "Follow the sound slowly instead of one curve for the whole: over so many seconds, 1 to 60.")
    @Nullable Double slow;

    @Option(names = "--bands-out", paramLabel = "CSV", description = "Where to write the curve as bands of an equaliser, to edit them and give them as --bands. The sound is then made by the bands.")
    @Nullable Path bandsOut;

    @Option(names = "--band-count", defaultValue = "8", description = "How many bands, 1 to 8 (default: ${DEFAULT-VALUE}).")
    int bandCount;

    @Option(names = "--report", paramLabel = "JSON", description = "Where to write what was done, by third octaves.")
    @Nullable Path report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!(amount >= 0 && amount <= 1) || !(range > 0 && range <= 60) || !(resolution >= 0.08 && resolution <= 1)
                || !(Math.abs(tilt) <= 12)) {
            throw new ParameterException(spec.commandLine(),
                    "--amount lies between 0 and 1, --range above 0 up to 60, --resolution between 0.08 and 1, --tilt between -12 and 12.");
        }
        if (slow != null && (!(slow >= 1 && slow <= 60) || goal.gains != null || goal.bands != null || bandsOut != null) || bandCount < 1 || bandCount > 8) {
            throw new ParameterException(spec.commandLine(),
                    "--slow lies between 1 and 60 and goes with a profile or a reference, and not with bands; --band-count lies between 1 and 8.");
        }
        if (goal.profiles) {
            list(spec.commandLine().getOut());
            return 0;
        }
        if (in == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'IN'");
        }
        out.encoding();
        Recording recording = Recording.of(in);
        if (goal.gains != null) {
            graphic(recording, goal.gains);
        } else if (goal.bands != null) {
            out.write(EqBands.read(Files.readAllLines(goal.bands)).apply(recording, phase == Phase.minimum));
        } else {
            match(recording);
        }
        return 0;
    }

    private void match(Recording recording) throws IOException {
        ProfileEq.Settings settings = new ProfileEq.Settings(amount, tilt, range, resolution, !linked, phase == Phase.minimum, !keepLevel);
        if (slow != null) {
            Profile target = goal.reference != null ? SlowProfileEq.of(Recording.of(goal.reference)) : profile(goal.profile);
            out.write(SlowProfileEq.match(recording, target, settings, slow));
            return;
        }
        ProfileEq.Match match = goal.reference != null
                ? ProfileEq.match(recording, Recording.of(goal.reference), settings)
                : ProfileEq.match(recording, profile(goal.profile), settings);
        if (bandsOut != null) {
            EqBands bands = EqBands.of(match, bandCount);
            Files.writeString(bandsOut, bands.table());
            out.write(bands.apply(recording, phase == Phase.minimum));
        } else {
            out.write(match.sound());
        }
        if (report != null) {
            Report.write(report, match.report());
        }
    }

    private static void list(PrintWriter print) {
        for (ShippedProfile each : ShippedProfiles.all()) {
            print.printf("%-16s %s %s%n", each.name(), each.description(), each.card().sounds() == 0 ? each.card().method()
                    : "%d sounds, %d of them rendered.".formatted(each.card().sounds(), each.card().rendered()));
            each.card().sources().forEach(source -> print.printf("%-16s %4d %s, %s%n", "", source.sounds(), source.credit(), source.licence()));
        }
        ShippedProfiles.MISSING.forEach((name, why) -> print.printf("%-16s missing: %s.%n", name, why));
    }

    private Profile profile(String name) {
        try {
            return Profile.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
    }

    private void graphic(Recording recording, Path csv) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(csv)) {
            String[] parts = line.strip().split("[,;\\s]+");
            if (line.isBlank() || line.startsWith("#") || rows.isEmpty() && parts[0].startsWith("frequency")) {
                continue;
            }
            try {
                double[] row = {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
                if (!(row[0] > 0 && row[0] < 1e6) || !(Math.abs(row[1]) <= 60)) {
                    throw new NumberFormatException();
                }
                rows.add(row);
            } catch (RuntimeException mistake) {
                throw new IOException("Rows of gains are frequency_hz,gain_db, frequencies above 0 and gains within 60 dB: \"" + line.strip() + "\" is not.");
            }
        }
        rows.sort(Comparator.comparingDouble(row -> row[0]));
        if (rows.isEmpty()) {
            throw new IOException("The file of gains holds no row of frequency_hz,gain_db.");
        }
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i)[0] == rows.get(i - 1)[0]) {
                throw new IOException("The file of gains has " + rows.get(i)[0] + " Hz twice.");
            }
        }
        double[] hertz = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[] gains = rows.stream().mapToDouble(row -> amount * row[1]).toArray();
        out.write(GraphicEq.apply(recording, hertz, gains, phase == Phase.minimum));
        if (report != null) {
            Report.write(report, Map.of("hertz", hertz, "gain", gains));
        }
    }
}
