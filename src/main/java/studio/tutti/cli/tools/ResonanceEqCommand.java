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
import studio.tutti.mastering.resonanceeq.ResonanceEq;

/** {@code tutti resonance-eq}: takes resonances away, or brings them out. */
@Command(name = "resonance-eq", mixinStandardHelpOptions = true,
        description = "Takes resonances away (amount below 0), or emphasises resonances and harmonics (above 0).")
public final class ResonanceEqCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", description = "A WAV, FLAC or AIFF file, mono or stereo.")
    Path in;

    @Mixin
    SoundOut out;

    @Option(names = "--amount", defaultValue = "-1", description = "-1 takes what it finds fully away, 0 changes nothing, 1 emphasises most (default: ${DEFAULT-VALUE}).")
    double amount;

    @Option(names = "--report", paramLabel = "JSON", description = "Where to write the resonances that were found.")
    @Nullable Path report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!(amount >= -1 && amount <= 1)) {
            throw new ParameterException(spec.commandLine(), "--amount lies between -1 and 1.");
        }
        out.encoding();
        ResonanceEq.Result result = ResonanceEq.apply(Recording.of(in), amount);
        out.write(result.sound());
        if (report != null) {
            Report.write(report, result.resonances());
        }
        return 0;
    }
}
