package lamplight.server.admin;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code admin …}: orders to the running server, over the socket in its data folder. */
@Command(
    name = "admin",
    description = "Gives orders to the running server.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = SessionsCommand.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:refused, with the reason", "2:not understood"},
    footer = {
      "",
      "Examples:",
      "  lamplight admin sessions list",
      "  lamplight admin --data /srv/lamplight --json sessions list"
    })
final class AdminCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The running server's data folder (usually ~/.local/share/lamplight).")
  private Path data = DataFolder.usual();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answers in one line of JSON, for scripts.")
  private boolean json;

  DataFolder folder() {
    return new DataFolder(data.toAbsolutePath());
  }

  boolean json() {
    return json;
  }
}
