package studio.tutti.cli;

import picocli.CommandLine.Command;
import studio.tutti.cli.bench.CoreBenchmark;
import studio.tutti.cli.bench.EditorBenchmark;
import studio.tutti.cli.bench.EngineBenchmark;

/** {@code tutti bench NAME}: the project's own measurements, printed as JSON. */
@Command(
        name = "bench",
        description = "Measures a part of the studio and prints the figures as JSON.",
        mixinStandardHelpOptions = true,
        subcommands = {CoreBenchmark.class, EditorBenchmark.class, EngineBenchmark.class},
        synopsisSubcommandLabel = "NAME")
final class Bench {}
