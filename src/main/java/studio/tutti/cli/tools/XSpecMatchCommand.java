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
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.xspecmatch.XSpecMatch;

/** {@code tutti xspecmatch}: a sound's spectrum follows another's in time. */
@Command(name = "xspecmatch", mixinStandardHelpOptions = true,
        description = "Brings a sound's spectrum to another's as it changes in time.")
public final class XSpecMatchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", description = "A WAV, FLAC or AIFF file, mono or stereo.")
    Path in;

    @Option(names = "--reference", required = true, paramLabel = "REF", description = "The sound to follow, from its beginning.")
    Path reference;

    @Mixin
    SoundOut out;

    @Option(names = "--amount", defaultValue = "1", description = "0 (nothing) to 1 (fully) (default: ${DEFAULT-VALUE}).")
    double amount;

    @Option(names = "--speed", defaultValue = "0.25", description = "Seconds over which spectra are smoothed, 0.05 to 10 (default: ${DEFAULT-VALUE}).")
    double speed;

    @Option(names = "--range", defaultValue = "30", description = "Most that is turned up or down, in dB (default: ${DEFAULT-VALUE}).")
    double range;

    @Option(names = "--smoothing", defaultValue = "0.34", description = "Octaves over which the curve of each moment is smoothed, 0.33 (not at all) to 4 (default: ${DEFAULT-VALUE}).")
    double smoothing;

    @Option(names = "--mid-side", description = "Curves of their own for the middle and the sides, where both sounds are stereo.")
    boolean midSide;

    @Option(names = "--freeze", paramLabel = "SECONDS", description = "Keep the curve as it is from there on.")
    @Nullable Double freeze;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!(amount >= 0 && amount <= 1) || !(speed >= 0.05 && speed <= 10) || !(range > 0 && range <= 60)) {
            throw new ParameterException(spec.commandLine(), "--amount lies between 0 and 1, --speed between 0.05 and 10, --range above 0 up to 60.");
        }
        if (!(smoothing >= 0.33 && smoothing <= 4) || freeze != null && !(freeze >= 0)) {
            throw new ParameterException(spec.commandLine(), "--smoothing lies between 0.33 and 4, --freeze at 0 or above.");
        }
        out.encoding();
        out.write(XSpecMatch.match(Recording.of(in), Recording.of(reference),
                new XSpecMatch.Settings(amount, speed, range, smoothing, midSide, freeze == null ? Double.POSITIVE_INFINITY : freeze)));
        return 0;
    }
}
