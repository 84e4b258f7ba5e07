package lamplight.server.admin;

import picocli.CommandLine.Command;

/** {@code world …}: for authors; each order is a subcommand of its own. */
@Command(
    name = "world",
    description = "Checks, tests and draws worlds, and starts new ones.",
    synopsisSubcommandLabel = "COMMAND")
final class WorldCommand {}
