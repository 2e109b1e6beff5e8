package studio.tutti.cli.tools;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.tutti.core.tone.Fleeting;
import studio.tutti.core.tone.GivenGains;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.resonanceeq.Delta;
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

    @Option(names = "--range", defaultValue = "30", description = "Most that is turned down or up at a frequency, in dB (default: ${DEFAULT-VALUE}).")
    double range;

    @Option(names = "--sharpness", defaultValue = "0.5", description = "0 (cuts twice as wide as what is found) to 1 (half as wide) (default: ${DEFAULT-VALUE}).")
    double sharpness;

    @Option(names = "--speed", defaultValue = "0.05", description = "Seconds in which what comes and goes is faded, 0.01 to 1 (default: ${DEFAULT-VALUE}).")
    double speed;

    @Option(names = "--weights", paramLabel = "HZ:W,…", split = ",", description = "How much of the amount frequencies get, 0 to 1, for instance 100:0,200:1,4000:0.5.")
    List<String> weights = new ArrayList<>();

    @Option(names = "--delta", description = "Write what is taken away (or, above 0, the difference) instead of the result.")
    boolean delta;

    @Option(names = "--report", paramLabel = "JSON", description = "Where to write the resonances that were found.")
    @Nullable Path report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ResonanceEq.Settings settings = settings();
        out.encoding();
        Recording recording = Recording.of(in);
        ResonanceEq.Result result = ResonanceEq.apply(recording, settings);
        out.write(delta ? Delta.of(recording, result.sound()) : result.sound());
        if (report != null) {
            Report.write(report, Map.of("lasting", result.resonances(), "fleeting", result.fleeting().stream().map(each -> told(each, result.frameSeconds())).toList()));
        }
        return 0;
    }

    private ResonanceEq.Settings settings() {
        if (!(amount >= -1 && amount <= 1)) {
            throw new ParameterException(spec.commandLine(), "--amount lies between -1 and 1.");
        }
        try {
            return new ResonanceEq.Settings(amount, range, sharpness, speed, weights.isEmpty() ? null : weights());
        } catch (IllegalArgumentException mistake) {
            throw new ParameterException(spec.commandLine(), mistake.getMessage());
        }
    }

    private GivenGains weights() {
        double[] hertz = new double[weights.size()];
        double[] parts = new double[hertz.length];
        for (int i = 0; i < hertz.length; i++) {
            String[] pair = weights.get(i).split(":", -1);
            try {
                hertz[i] = Double.parseDouble(pair[0]);
                parts[i] = Double.parseDouble(pair[1]);
            } catch (RuntimeException mistake) {
                throw new IllegalArgumentException("Weights are given as HZ:W, parted by commas: \"" + weights.get(i) + "\" is not.");
            }
            if (!(parts[i] >= 0 && parts[i] <= 1)) {
                throw new IllegalArgumentException("Weights lie between 0 and 1.");
            }
        }
        return new GivenGains(hertz, parts);
    }

    private static Map<String, Object> told(Fleeting each, double seconds) {
        return Map.of("fromSeconds", each.from() * seconds, "toSeconds", each.to() * seconds, "hertz", each.hertz(), "decibels", each.most(), "quality", each.quality());
    }
}
