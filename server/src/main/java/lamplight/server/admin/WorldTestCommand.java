package lamplight.server.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lamplight.engine.archive.ExportException;
import lamplight.engine.archive.Exported;
import lamplight.engine.archive.Rerun;
import lamplight.engine.check.Coverage;
import lamplight.engine.check.Playthrough;
import lamplight.engine.check.Report;
import lamplight.engine.check.Rewriting;
import lamplight.engine.check.Transcript;
import lamplight.engine.check.TranscriptReader;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problems;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.play.Game;
import lamplight.engine.store.Recovery;
import lamplight.server.json.Json;
import lamplight.server.runtime.RefusedException;
import lamplight.server.runtime.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code world test DIR}: plays a world's transcripts, or an exported game again. */
@Command(
    name = "test",
    description =
        "Plays the transcripts in a world's folder tests, or runs an exported game again.")
final class WorldTestCommand implements Callable<Integer> {
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";

  /** What a folder of a world may be called, so that an export names none elsewhere. */
  private static final String WORLD_NAME = "[a-z0-9][a-z0-9_-]{0,63}";

  private static final String PLAIN = "\u001b[0m";

  @ParentCommand private WorldCommand world = new WorldCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR|FILE",
      index = "0",
      arity = "0..1",
      description =
          "The world's folder; or an exported game, as with --session, whose world is then looked"
              + " for among those that come with Lamplight.")
  private Optional<Path> given = Optional.empty();

  @Parameters(
      paramLabel = "TEST",
      index = "1..*",
      arity = "0..*",
      description = "Only these, by name: way, or tests/way.transcript.")
  private List<String> only = List.of();

  @Option(names = "--show", description = "Prints all that everybody reads.")
  private boolean show;

  @Option(
      names = "--update",
      description =
          "Writes what came into the transcript, where a command expects nothing yet or what it"
              + " expects did not come.")
  private boolean update;

  @Option(
      names = "--coverage",
      description =
          "Also lists rules, texts, topics, hints, endings and steps of timers that no test reaches.")
  private boolean coverage;

  @Option(
      names = "--session",
      paramLabel = "FILE",
      description =
          "Runs what players said in an exported game again, and tells what comes out otherwise,"
              + " of the world and of what everybody reads. DIR may be its world, or a folder of"
              + " worlds.")
  private Optional<Path> session = Optional.empty();

  private Path folder = Path.of("");

  @Override
  public Integer call() throws RefusedException, IOException {
    if (session.isPresent()) {
      return rerun(session.get(), given);
    }
    folder =
        given.orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "name a world's folder, or an exported game"));
    if (Files.isRegularFile(folder)) {
      return rerun(folder, Optional.empty());
    }
    Loaded loaded = WorldProblems.loaded(folder);
    Game game = new Game(WorldProblems.sound(loaded));
    Coverage reached = Coverage.of(loaded);
    List<Playthrough> plays =
        transcripts().stream()
            .map(transcript -> Playthrough.of(game, transcript, reached))
            .toList();
    plays.forEach(reached::ended);
    PrintWriter out = spec.commandLine().getOut();
    if (update) {
      for (Playthrough play : plays) {
        out.println(play.transcript().file().shown() + ": " + updated(play));
      }
    } else if (world.json()) {
      List<Object> tests = List.copyOf(plays.stream().map(WorldTestCommand::value).toList());
      out.println(Json.of(coverage ? Map.of("tests", tests, "coverage", value(reached)) : tests));
    } else {
      plays.forEach(play -> print(play, out));
      out.println(summary(plays));
      if (coverage) {
        reached.missing().forEach(out::println);
        reached.counts().forEach(out::println);
      }
    }
    out.flush();
    return update || plays.stream().allMatch(Playthrough::passed) ? Answer.DONE : Answer.REFUSED;
  }

  /** A bug report: a game's inputs, run by the rules as they are now. */
  private int rerun(Path file, Optional<Path> worlds) throws RefusedException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Exported export = Exported.of(in.readNBytes(Exported.FILE_BYTES + 1));
      Path dir = worldOf(export, worlds);
      Game game = new Game(WorldProblems.sound(WorldProblems.loaded(dir)));
      Rerun.Report report = Rerun.of(game, export.records());
      PrintWriter out = spec.commandLine().getOut();
      if (world.json()) {
        out.println(
            Json.of(
                Map.of(
                    "world", dir.toString(),
                    "steps", report.records(),
                    "different", report.different(),
                    "lines", report.lines())));
      } else {
        out.printf(
            "%s of %s run again in %s, %s%n",
            WorldProblems.count(report.records(), "step", "steps"),
            export.about().session(),
            dir,
            report.different() == 0
                ? "all as they were"
                : report.different() + " came out otherwise; the first of them:");
        report.lines().forEach(out::println);
      }
      out.flush();
      return report.different() == 0 ? Answer.DONE : Answer.REFUSED;
    } catch (NoSuchFileException e) {
      throw new RefusedException("there is no file " + file);
    } catch (ExportException | Recovery.Damaged e) {
      throw new RefusedException(file + " cannot be run: " + e.getMessage());
    }
  }

  /**
   * The world's folder: the one that is given, or one of the export's world in a folder of worlds.
   */
  private static Path worldOf(Exported export, Optional<Path> given) throws RefusedException {
    Path in = given.orElseGet(Shelf::usual);
    String name = export.about().world();
    if (given.isPresent() && Shelf.isWorld(in)) {
      return in;
    } else if (name.matches(WORLD_NAME) && Shelf.isWorld(in.resolve(name))) {
      return in.resolve(name);
    }
    throw new RefusedException(
        "that game is of the world \""
            + name
            + "\", which is not in "
            + in
            + "; name its folder: lamplight world test DIR --session FILE");
  }

  private List<Transcript> transcripts() throws RefusedException {
    Problems problems = new Problems();
    List<Transcript> transcripts =
        TranscriptReader.all(new WorldFolder(folder), problems).stream()
            .filter(
                transcript ->
                    only.isEmpty() || only.stream().anyMatch(name -> is(transcript, name)))
            .toList();
    if (problems.hasErrors()) {
      throw WorldProblems.refusal(problems.sorted());
    }
    if (transcripts.isEmpty()) {
      throw new RefusedException(
          folder
              + " has no such test; write one into tests/NAME.transcript, as worlds/AUTHORING.md tells");
    }
    return transcripts;
  }

  private boolean is(Transcript transcript, String name) {
    String path = transcript.file().path();
    return path.equals("tests/" + name + ".transcript")
        || path.equals(name)
        || folder.resolve(path).equals(Path.of(name));
  }

  private void print(Playthrough play, PrintWriter out) {
    if (show) {
      Report.play(play).forEach(out::println);
    }
    out.println(Report.summary(play));
    Report.failure(play).forEach(line -> out.println("  " + coloured(line)));
  }

  /** Lines of a diff in colours, where the terminal shows any and NO_COLOR is not set. */
  private String coloured(String line) {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    if (!ansi.enabled()) {
      return line;
    }
    String colour = line.startsWith("- ") ? RED : line.startsWith("+ ") ? GREEN : "";
    return colour.isEmpty() ? line : colour + line + PLAIN;
  }

  private static String summary(List<Playthrough> plays) {
    long failed = plays.stream().filter(play -> !play.passed()).count();
    String all = WorldProblems.count(plays.size(), "transcript", "transcripts");
    return all + (failed == 0 ? ", all as written" : ", " + failed + " FAILED");
  }

  /** Writes what came; says whether that changed anything. */
  private String updated(Playthrough play) throws IOException {
    String text = Rewriting.of(play);
    if (text.equals(play.transcript().file().text())) {
      return "as it was";
    }
    Files.writeString(folder.resolve(play.transcript().file().path()), text);
    return "updated";
  }

  private static List<Map<String, Object>> value(Coverage reached) {
    List<Map<String, Object>> values = new ArrayList<>();
    for (Coverage.Count count : reached.counts()) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("kind", count.kind().word());
      value.put("reached", count.reached());
      value.put("all", count.all());
      value.put("percent", count.percent());
      value.put(
          "missing",
          reached.missing().stream()
              .filter(item -> item.kind() == count.kind())
              .map(WorldTestCommand::value)
              .toList());
      values.add(value);
    }
    return values;
  }

  private static Map<String, Object> value(Coverage.Item item) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("file", item.at().file());
    value.put("line", item.at().line());
    value.put("column", item.at().column());
    value.put("message", item.what());
    return value;
  }

  private static Map<String, Object> value(Playthrough play) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("test", play.transcript().file().shown());
    value.put("passed", play.passed());
    value.put("commands", play.transcript().commands());
    value.put("failure", Report.failure(play));
    return value;
  }
}
