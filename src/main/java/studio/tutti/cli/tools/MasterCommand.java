package studio.tutti.cli.tools;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.tutti.mastering.Colour;
import studio.tutti.mastering.Mastering;
import studio.tutti.mastering.Recording;

/** {@code tutti master}: the chain that finishes a song. */
@Command(name = "master", mixinStandardHelpOptions = true,
        description = "Brings a song to a loudness under a true-peak ceiling; with a reference to its spectrum, width and loudness, too.")
public final class MasterCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", description = "A WAV, FLAC or AIFF file, mono or stereo.")
    Path in;

    @Mixin
    SoundOut out;

    @Option(names = "--target", paramLabel = "LUFS", description = "Loudness, -60 to 0 (default: the reference's, or -14).")
    @Nullable Double target;

    @Option(names = "--ceiling", defaultValue = "-1", description = "dBTP, -24 to 0 (default: ${DEFAULT-VALUE}).")
    double ceiling;

    @Option(names = "--reference", paramLabel = "REF", description = "A song to match.")
    @Nullable Path reference;

    @Option(names = "--compress", paramLabel = "RATIO", defaultValue = "1", description = "A slow compressor before the limiter, 1 (none) to 10 (default: ${DEFAULT-VALUE}).")
    double compress;

    @Option(names = "--width", paramLabel = "PERCENT", defaultValue = "100", description = "Stereo width, 0 to 200 (default: ${DEFAULT-VALUE}).")
    double width;

    @Option(names = "--drive", paramLabel = "DB", defaultValue = "0", description = "Tape saturation, 0 (none) to 36 (default: ${DEFAULT-VALUE}).")
    double drive;

    @Option(names = "--report", paramLabel = "JSON", description = "Where to write the figures before and after.")
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
        out.encoding();
        Mastering.Result result = Mastering.apply(Recording.of(in), reference == null ? null : Recording.of(reference),
                new Mastering.Settings(target, ceiling, new Colour(compress, width, drive)));
        out.write(result.sound());
        if (report != null) {
            Report.write(report, result.report());
        }
        return 0;
    }
}
