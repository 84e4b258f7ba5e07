package lamplight.server.admin;

import java.util.List;
import lamplight.server.runtime.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code admin sessions …}: the games on the running server. */
@Command(
    name = "sessions",
    description = "The games on the running server.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  lamplight admin sessions list",
      "  lamplight admin --json sessions show otter-42",
      "  lamplight admin sessions create mill --password tea",
      "  lamplight admin sessions say otter-42 We stop in ten minutes."
    })
final class SessionsCommand {
  @ParentCommand private AdminCommand admin = new AdminCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(description = "All games, with their worlds and how many play.")
  int list() throws RefusedException {
    return ask(Request.Deed.LIST);
  }

  @Command(description = "One game: who sits there, and who is away.")
  int show(
      @Parameters(paramLabel = "SESSION", description = "Its code, such as otter-42.")
          String session)
      throws RefusedException {
    return ask(Request.Deed.SHOW, session);
  }

  @Command(description = "Opens a game, and prints the code to join it with.")
  int create(
      @Parameters(paramLabel = "WORLD", description = "A world on the server's shelf.")
          String world,
      @Option(
              names = "--password",
              paramLabel = "WORD",
              defaultValue = "",
              description = "What players must know to join.")
          String password)
      throws RefusedException {
    return ask(Request.Deed.CREATE, world, password);
  }

  @Command(description = "Says something to all who play a game.")
  int say(
      @Parameters(paramLabel = "SESSION", description = "Its code.") String session,
      @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What is said.")
          List<String> words)
      throws RefusedException {
    return ask(Request.Deed.SAY, session, String.join(" ", words));
  }

  @Command(description = "Takes a player's seat away and ends the connection.")
  int kick(
      @Parameters(paramLabel = "SESSION", description = "The game's code.") String session,
      @Parameters(paramLabel = "PLAYER", description = "The player's id, as show prints it.")
          String player)
      throws RefusedException {
    return ask(Request.Deed.KICK, session, player);
  }

  @Command(description = "What was said and read in a game, as far as it is kept.")
  int transcript(@Parameters(paramLabel = "SESSION", description = "Its code.") String session)
      throws RefusedException {
    return ask(Request.Deed.TRANSCRIPT, session);
  }

  @Command(
      description =
          "Runs the rules again over what is kept of a game, and tells what comes out otherwise.")
  int replay(@Parameters(paramLabel = "SESSION", description = "Its code.") String session)
      throws RefusedException {
    return ask(Request.Deed.REPLAY, session);
  }

  @Command(description = "Ends a game; its players are told, and nothing of it is kept.")
  int close(@Parameters(paramLabel = "SESSION", description = "Its code.") String session)
      throws RefusedException {
    return ask(Request.Deed.CLOSE, session);
  }

  private int ask(Request.Deed deed, String... words) throws RefusedException {
    return admin.ask(spec.commandLine(), deed, words);
  }
}
