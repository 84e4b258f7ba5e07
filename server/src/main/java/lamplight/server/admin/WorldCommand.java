package lamplight.server.admin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code world …}: for authors; each order is a command of its own. */
@Command(
    name = "world",
    description = "Checks, tests and draws worlds, and starts new ones.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      WorldCheckCommand.class,
      WorldTestCommand.class,
      WorldRecordCommand.class,
      WorldMapCommand.class,
      WorldNewCommand.class,
      WorldSchemaCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:fine", "1:problems found, or refused", "2:not understood"},
    footer = {
      "",
      "Examples:",
      "  lamplight world new my-world              three rooms to begin with",
      "  lamplight world check my-world            every problem, line by line",
      "  lamplight world check --nouns my-world    and what cannot be examined",
      "  lamplight world test my-world             plays the tests",
      "  lamplight world test my-world way --show  shows what everybody reads",
      "  lamplight world test my-world --coverage  names rules and texts that no test reaches",
      "  lamplight world test otter.lamplight      runs an exported game again, as a bug report",
      "  lamplight world record my-world           plays it here and makes a test of it",
      "  lamplight world map my-world --svg my-world.svg",
      "",
      "How worlds are written is told in worlds/AUTHORING.md."
    })
final class WorldCommand {
  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answers in one line of JSON, for scripts.")
  private boolean json;

  boolean json() {
    return json;
  }
}
