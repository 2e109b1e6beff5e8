package studio.tutti.cli.tools;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.tutti.mastering.Loudness;
import studio.tutti.mastering.Recording;

/** {@code tutti loudness}: how loud files are, after BS.1770-4 and R 128. */
@Command(name = "loudness", mixinStandardHelpOptions = true,
        description = "Measures loudness (I, M and S in LUFS, LRA in LU) and true peak (TP in dBTP) of sounds up to 5.1.")
public final class LoudnessCommand implements Callable<Integer> {

    private static final int MOST_CHANNELS = 6;

    @Parameters(arity = "1..*", paramLabel = "IN", description = "WAV, FLAC or AIFF files.")
    List<Path> in;

    @Option(names = "--json", description = "One JSON object a line, with the keys file, I, M, S, LRA, TP; null where there is nothing to tell.")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        for (Path file : in) {
            Loudness loudness = Loudness.of(Recording.of(file, MOST_CHANNELS));
            Map<String, @Nullable Object> figures = new LinkedHashMap<>();
            figures.put("file", file.toString());
            figures.put("I", told(loudness.integrated()));
            figures.put("M", told(loudness.momentary()));
            figures.put("S", told(loudness.shortTerm()));
            figures.put("LRA", told(loudness.range()));
            figures.put("TP", told(loudness.truePeak()));
            spec.commandLine().getOut().println(json ? Report.json(figures) : String.format(Locale.ROOT,
                    "%s: I %s LUFS, M %s, S %s, LRA %s LU, TP %s dBTP", file, figures.get("I"), figures.get("M"), figures.get("S"),
                    figures.get("LRA"), figures.get("TP")).replace("null", "-"));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    /** To a hundredth; nothing where it is silent. */
    private static @Nullable Double told(double value) {
        return Double.isFinite(value) ? Math.round(value * 100) / 100.0 : null;
    }
}
