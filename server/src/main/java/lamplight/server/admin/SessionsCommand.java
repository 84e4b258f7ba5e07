package lamplight.server.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import lamplight.engine.archive.Exported;
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
      "  lamplight admin sessions say otter-42 We stop in ten minutes.",
      "  lamplight admin sessions export otter-42 > otter.lamplight",
      "  lamplight admin sessions rewind otter-42 --to 10:35"
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
      description = "Writes a game as a file on standard output; nothing in it opens its seats.",
      footer = {"", "Example: lamplight admin sessions export otter-42 > otter.lamplight"})
  int export(@Parameters(paramLabel = "SESSION", description = "Its code.") String session)
      throws RefusedException {
    Answer answer = admin.answer(new byte[0], Request.Deed.EXPORT, session);
    if (answer.exit() != Answer.DONE) {
      return admin.print(spec.commandLine(), answer);
    }
    System.out.write(answer.body().array(), 0, answer.body().limit());
    System.out.flush();
    if (!answer.note().isEmpty()) {
      spec.commandLine().getErr().println("lamplight: " + answer.note());
    }
    return answer.exit();
  }

  @Command(
      name = "import",
      description = "Makes a game of an export, and prints its code and each player's new words.")
  int importFile(
      @Parameters(paramLabel = "FILE", description = "The export; - for standard input.")
          String file,
      @Option(
              names = "--password",
              paramLabel = "WORD",
              defaultValue = "",
              description = "What players must know to join; the old one does not travel.")
          String password)
      throws RefusedException {
    byte[] bytes = bytes(file);
    return admin.print(
        spec.commandLine(), admin.answer(bytes, Request.Deed.IMPORT, file, password));
  }

  private static byte[] bytes(String file) throws RefusedException {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      return in.readNBytes(Exported.FILE_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new RefusedException("there is no file " + file);
    } catch (IOException | InvalidPathException e) {
      throw new RefusedException(file + " cannot be read: " + e.getMessage());
    }
  }

  @Command(description = "Copies a game, to try something; prints the code and the new words.")
  int fork(@Parameters(paramLabel = "SESSION", description = "Its code.") String session)
      throws RefusedException {
    return ask(Request.Deed.FORK, session);
  }

  @Command(description = "Copies a game as it was; prints the code and the new words.")
  int rewind(
      @Parameters(paramLabel = "SESSION", description = "Its code.") String session,
      @Option(
              names = "--to",
              paramLabel = "MOMENT",
              required = true,
              description =
                  "A step (37, as in the transcript), a version (v120, as in the status line), or"
                      + " a time (10:35, 2026-11-22T10:35).")
          String moment)
      throws RefusedException {
    return ask(Request.Deed.REWIND, session, moment);
  }

  @Command(
      aliases = "close",
      description =
          "Ends a game, a damaged one too; its players are told, and nothing of it is kept.")
  int delete(@Parameters(paramLabel = "SESSION", description = "Its code.") String session)
      throws RefusedException {
    return ask(Request.Deed.DELETE, session);
  }

  private int ask(Request.Deed deed, String... words) throws RefusedException {
    return admin.ask(spec.commandLine(), deed, words);
  }
}
