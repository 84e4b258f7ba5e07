package lamplight.server.admin;

import lamplight.server.runtime.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** {@code lamplight}: the root of all commands. */
@Command(
    name = "lamplight",
    description = "Text adventures that you play together.",
    versionProvider = LamplightCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PlayCommand.class,
      ServeCommand.class,
      AdminCommand.class,
      LoadCommand.class,
      WorldCommand.class,
      MudletCommand.class,
      HelpOnCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  lamplight play                    play in this terminal",
      "  lamplight serve                   let others in: telnet on 4000, sync on 4001",
      "  lamplight admin sessions list     what is played on the running server",
      "",
      "\"lamplight help COMMAND\" tells more about one."
    })
public final class LamplightCommand {
  /** Done, refused, not understood. */
  private static final int REFUSED = 1;

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = LamplightCommand.class.getPackage().getImplementationVersion();
      return new String[] {"lamplight " + (version == null ? "from the sources" : version)};
    }
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Tells how this is used.")
  void help(boolean wanted) {} // picocli looks at the annotation

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Tells the version.")
  void version(boolean wanted) {}

  private LamplightCommand() {}

  /** The command line, ready to execute; a refusal is one line on stderr and exit code 1. */
  public static CommandLine commandLine() {
    return new CommandLine(new LamplightCommand())
        .setExecutionExceptionHandler(LamplightCommand::refused);
  }

  private static int refused(Exception problem, CommandLine line, ParseResult words) {
    String why =
        problem instanceof RefusedException refused
            ? refused.words()
            : "that failed inside the program: " + problem;
    line.getErr().println("lamplight: " + why);
    line.getErr().flush();
    return REFUSED;
  }
}
