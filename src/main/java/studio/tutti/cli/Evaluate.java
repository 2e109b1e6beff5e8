package studio.tutti.cli;

import picocli.CommandLine.Command;
import studio.tutti.cli.evaluate.ChordEvaluation;
import studio.tutti.cli.evaluate.FlowEvaluation;
import studio.tutti.cli.evaluate.LeadSheetEvaluation;
import studio.tutti.cli.evaluate.MidiEvaluation;
import studio.tutti.cli.evaluate.ScoreEvaluation;
import studio.tutti.cli.evaluate.ToolsEvaluation;

/** {@code tutti evaluate MODEL --data DIR}: figures on the data packs, with the bounds they must keep. */
@Command(
        name = "evaluate",
        description = "Measures a part of the studio on data packs and prints its figures with their bounds.",
        mixinStandardHelpOptions = true,
        subcommands = {MidiEvaluation.class, ScoreEvaluation.class, LeadSheetEvaluation.class, ChordEvaluation.class, FlowEvaluation.class, ToolsEvaluation.class},
        synopsisSubcommandLabel = "MODEL")
final class Evaluate {}
