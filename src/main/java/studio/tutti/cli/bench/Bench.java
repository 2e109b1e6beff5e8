package studio.tutti.cli.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tutti bench}: the project's own measurements. */
@Command(name = "bench", description = "Measures the studio itself.", mixinStandardHelpOptions = true,
        subcommands = {BounceBenchmark.class, CollaborationBench.class, CoreBenchmark.class, EditorBenchmark.class, EffectsBenchmark.class, EngineBenchmark.class, FlowBenchmark.class, JobsBenchmark.class, OpeningBenchmark.class, TakesBenchmark.class, ToolsBenchmark.class}, synopsisSubcommandLabel = "NAME")
public final class Bench implements Callable<Integer> {

    @Spec
    CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(command.commandLine(), "Name a benchmark: "
                + String.join(", ", command.subcommands().keySet()) + ".");
    }
}
