package studio.tutti.cli.tools;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.multibandphase.MultibandPhase;

/** {@code tutti multiband-phase}: phases brought together, band by band. */
@Command(name = "multiband-phase", mixinStandardHelpOptions = true,
        description = "Brings the second channel into phase with the first, or a sound into phase with another.")
public final class MultibandPhaseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", description = "A WAV, FLAC or AIFF file; stereo where there is no reference.")
    Path in;

    @Option(names = "--reference", paramLabel = "REF", description = "The sound to which IN is brought, recorded at the same time.")
    @Nullable Path reference;

    @Mixin
    SoundOut out;

    @Option(names = "--report", paramLabel = "JSON", description = "Where to write what was found, by third octaves.")
    @Nullable Path report;

    @Override
    public Integer call() throws Exception {
        out.encoding();
        Recording recording = Recording.of(in);
        MultibandPhase.Result result = reference == null
                ? MultibandPhase.channels(recording)
                : MultibandPhase.to(recording, Recording.of(reference));
        out.write(result.sound());
        if (report != null) {
            Report.write(report, result.report());
        }
        return 0;
    }
}
