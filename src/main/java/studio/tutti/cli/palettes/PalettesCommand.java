package studio.tutti.cli.palettes;

import picocli.CommandLine.Command;

/** {@code tutti palettes}: the styles that come along. */
@Command(name = "palettes", description = "Makes the style palettes that come along.", mixinStandardHelpOptions = true,
        subcommands = {PalettesBuild.class}, synopsisSubcommandLabel = "COMMAND")
public final class PalettesCommand {}
