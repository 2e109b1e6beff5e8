package studio.tutti.cli.library;

import picocli.CommandLine.Command;

/** {@code tutti library}: the loops and sounds that come along. */
@Command(name = "library", description = "Makes the library of loops and sounds.", mixinStandardHelpOptions = true,
        subcommands = {LibraryBuild.class}, synopsisSubcommandLabel = "COMMAND")
public final class Library {}
