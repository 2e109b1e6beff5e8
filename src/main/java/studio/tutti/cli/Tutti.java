package studio.tutti.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import studio.tutti.cli.bench.Bench;
import studio.tutti.cli.library.Library;
import studio.tutti.cli.palettes.PalettesCommand;
import studio.tutti.cli.profiles.ProfilesCommand;
import studio.tutti.cli.tools.LimitCommand;
import studio.tutti.cli.tools.LoudnessCommand;
import studio.tutti.cli.tools.MasterCommand;
import studio.tutti.cli.tools.MultibandPhaseCommand;
import studio.tutti.cli.tools.ProfileEqCommand;
import studio.tutti.cli.tools.ResonanceEqCommand;
import studio.tutti.cli.tools.XSpecMatchCommand;

/** The command {@code tutti}: exit 0 done, 1 failed, 2 wrong usage; errors are one line on stderr. */
@Command(
        name = "tutti",
        description = "A studio where several people write one piece of music together.",
        mixinStandardHelpOptions = true,
        version = "Tutti 0.1.0",
        subcommands = {
            Bench.class,
            Bounce.class,
            Convert.class,
            Evaluate.class,
            Flow.class,
            Library.class,
            LimitCommand.class,
            LoudnessCommand.class,
            MasterCommand.class,
            MultibandPhaseCommand.class,
            PalettesCommand.class,
            ProfileEqCommand.class,
            ProfilesCommand.class,
            ResonanceEqCommand.class,
            Serve.class,
            XSpecMatchCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Tutti {

    static void main(String[] arguments) {
        int exit = run(arguments);
        if (exit != Serve.RUNNING) {
            System.exit(exit);
        }
    }

    /** Runs one command line and returns its exit code. */
    static int run(String... arguments) {
        return new CommandLine(new Tutti())
                .setExecutionExceptionHandler(new OneLine())
                .setParameterExceptionHandler(new OneLine())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }
}
