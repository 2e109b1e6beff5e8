package studio.tutti.cli.tools;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.TruePeakLimiter;

/** {@code tutti limit}: the true-peak limiter alone. */
@Command(name = "limit", mixinStandardHelpOptions = true,
        description = "Keeps the true peak of a sound under a ceiling, without making it louder.")
public final class LimitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", description = "A WAV, FLAC or AIFF file, mono or stereo.")
    Path in;

    @Mixin
    SoundOut out;

    @Option(names = "--ceiling", defaultValue = "-1", description = "dBTP, -24 to 0 (default: ${DEFAULT-VALUE}).")
    double ceiling;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!(ceiling >= -24 && ceiling <= 0)) {
            throw new ParameterException(spec.commandLine(), "--ceiling lies between -24 and 0 dBTP.");
        }
        out.encoding();
        out.write(TruePeakLimiter.apply(Recording.of(in), 0, ceiling));
        return 0;
    }
}
