package lamplight.server.admin;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lamplight.engine.check.Recorder;
import lamplight.engine.model.Id;
import lamplight.engine.play.Game;
import lamplight.server.runtime.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code world record DIR}: plays a world here and makes a transcript of it. */
@Command(
    name = "record",
    description = {
      "Plays a world here and writes all of it into a transcript, which world test then plays.",
      "Type as in the game. \"Bea: north\" types for Bea; lines such as \"* 30 seconds pass\", \"* Bea loses the"
          + " line\" or \"* score: 5\" are those of transcripts. Ctrl-D ends it."
    })
final class WorldRecordCommand implements Callable<Integer> {
  private static final int SEEDS = 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The world's folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--players",
      paramLabel = "NAMES",
      split = ",",
      description = "Who plays: Ann,Bea; Ann alone if left out.")
  private List<String> players = List.of("Ann");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of chance; that of the world, or any, if left out.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The transcript, a new file; DIR/tests/recorded-N.transcript if left out.")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws RefusedException, IOException {
    Game game = new Game(WorldProblems.sound(folder));
    for (String player : players) {
      if (!Id.valid(player.toLowerCase(Locale.ROOT))) {
        throw new RefusedException("\"" + player + "\" is no name for a player; use one word");
      }
    }
    Path file = output.orElseGet(this::free);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Recorder recorder = new Recorder(game, seed(game), players);
    PrintWriter out = spec.commandLine().getOut();
    try (BufferedWriter transcript =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      play(recorder, out, transcript);
    } catch (FileAlreadyExistsException e) {
      throw new RefusedException(file + " is there already; choose another file");
    }
    out.println();
    out.println(file + ": written");
    out.flush();
    return Answer.DONE;
  }

  /**
   * Whether nobody sees what is typed; from Java 22 on this is not told, and only the echo lacks.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isPiped() {
    return System.console() == null;
  }

  /** Writes each line through to the file at once, so that however it ends nothing is lost. */
  private static void play(Recorder recorder, PrintWriter out, BufferedWriter transcript)
      throws IOException {
    boolean piped = isPiped();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    take(recorder.begin(), out, transcript);
    prompt(recorder, out);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (piped) {
        out.println(line);
      }
      take(recorder.take(line), out, transcript);
      prompt(recorder, out);
    }
  }

  private static void prompt(Recorder recorder, PrintWriter out) {
    out.print(recorder.typist() + "> ");
    out.flush();
  }

  private static void take(Recorder.Taken taken, PrintWriter out, BufferedWriter transcript)
      throws IOException {
    taken.shown().forEach(out::println);
    for (String line : taken.written()) {
      transcript.write(line + "\n");
    }
    transcript.flush();
  }

  private long seed(Game game) {
    return seed.orElseGet(
        () -> game.world().info().seed().orElseGet(() -> new SecureRandom().nextInt(SEEDS)));
  }

  /** The first name of a recording that is not there yet. */
  private Path free() {
    int number = 1;
    Path file = recording(number);
    while (Files.exists(file)) {
      file = recording(++number);
    }
    return file;
  }

  private Path recording(int number) {
    return folder.resolve("tests").resolve("recorded-" + number + ".transcript");
  }
}
