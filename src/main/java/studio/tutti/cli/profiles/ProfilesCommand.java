package studio.tutti.cli.profiles;

import picocli.CommandLine.Command;

/** {@code tutti profiles}: the profiles of kinds of sound that come along. */
@Command(name = "profiles", description = "Makes the profiles of kinds of sound that come along.", mixinStandardHelpOptions = true,
        subcommands = {ProfilesBuild.class}, synopsisSubcommandLabel = "COMMAND")
public final class ProfilesCommand {}
