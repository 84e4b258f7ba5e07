package lamplight.server.admin;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import lamplight.server.runtime.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code admin …}: orders to the running server, over the socket in its data folder. */
@Command(
    name = "admin",
    description = "Gives orders to the running server.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SessionsCommand.class, WorldsCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:refused, with the reason", "2:not understood"},
    footer = {
      "",
      "Examples:",
      "  lamplight admin sessions list",
      "  lamplight admin worlds",
      "  lamplight admin stats",
      "  lamplight admin restart",
      "  lamplight admin --data /srv/lamplight --json sessions list"
    })
final class AdminCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The running server's data folder (usually ~/.local/share/lamplight).")
  private Path data = DataFolder.usual();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answers in one line of JSON, for scripts.")
  private boolean json;

  @Command(
      description =
          "Stops the server and starts it again; players' clients come back by themselves.")
  int restart() throws RefusedException {
    return ask(spec.commandLine(), Request.Deed.RESTART);
  }

  @Command(
      description =
          "What the server takes and sends, as a whole, by game and by client; all but memory since it started.")
  int stats(
      @Option(
              names = "--collect",
              description = "Frees unused memory first, so that the heap is what is really held.")
          boolean collect)
      throws RefusedException {
    return ask(spec.commandLine(), Request.Deed.STATS, collect ? "collect" : "");
  }

  /** Has the server do something, and prints what it answers. Returns the exit code. */
  int ask(CommandLine asking, Request.Deed deed, String... words) throws RefusedException {
    return print(asking, answer(new byte[0], deed, words));
  }

  /**
   * What the server answers.
   *
   * @param file for the server to import
   */
  Answer answer(byte[] file, Request.Deed deed, String... words) throws RefusedException {
    DataFolder folder = new DataFolder(data.toAbsolutePath());
    return AdminSocket.ask(folder, new Request(json, deed, List.of(words)), file);
  }

  /** Prints an answer in words. Returns the exit code. */
  int print(CommandLine asking, Answer answer) {
    boolean toOut = answer.exit() == Answer.DONE || json;
    PrintWriter out = toOut ? asking.getOut() : asking.getErr();
    out.print(toOut ? answer.text() : "lamplight: " + answer.text());
    out.flush();
    return answer.exit();
  }
}
