package lamplight.server.admin;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lamplight.engine.check.WorldChecker;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problem;
import lamplight.engine.load.Severity;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.model.Thing;
import lamplight.engine.play.Story;
import lamplight.server.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code world check DIR…}: all problems of worlds, and one line of what is in each. */
@Command(
    name = "check",
    description = "Tells every problem of a world: file, line, column, what is wrong, what to do.")
final class WorldCheckCommand implements Callable<Integer> {
  @ParentCommand private WorldCommand world = new WorldCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "A world's folder.")
  private List<Path> folders = List.of();

  @Option(names = "--strict", description = "Lets warnings count as problems.")
  private boolean strict;

  @Option(
      names = "--nouns",
      description = "Also lists nouns of rooms that nothing seems to answer to: a guess.")
  private boolean nouns;

  @Option(
      names = "--advice",
      description = "Also lists what is often meant so and sometimes not, such as ways that turn.")
  private boolean advice;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    WorldLoader loader = new WorldLoader();
    List<Checked> all = folders.stream().map(folder -> check(loader, folder)).toList();
    if (world.json()) {
      out.println(Json.of(all.stream().map(Checked::value).toList()));
    } else {
      for (Checked checked : all) {
        checked.problems().stream()
            .filter(problem -> advice || !checked.isAdvice(problem))
            .forEach(out::println);
        out.println(checked.summary());
      }
    }
    out.flush();
    boolean fine = all.stream().allMatch(checked -> checked.isFine(strict));
    return fine ? Answer.DONE : Answer.REFUSED;
  }

  private Checked check(WorldLoader loader, Path folder) {
    Loaded loaded = loader.load(new WorldFolder(folder));
    List<Problem> problems = new ArrayList<>(WorldChecker.check(loaded));
    if (nouns) {
      problems.addAll(WorldChecker.nouns(loaded));
    }
    return new Checked(folder, loaded.story(), problems);
  }

  /** A world and its problems. */
  private record Checked(Path folder, Optional<Story> story, List<Problem> problems) {

    boolean isFine(boolean strict) {
      return errors() == 0 && (!strict || warnings() == 0);
    }

    boolean isAdvice(Problem problem) {
      return problem.severity() == Severity.ADVICE;
    }

    private long errors() {
      return problems.stream().filter(Problem::isError).count();
    }

    private long warnings() {
      return problems.stream().filter(of -> of.severity() == Severity.WARNING).count();
    }

    private long advices() {
      return problems.stream().filter(this::isAdvice).count();
    }

    private long people(Story of) {
      return of.world().things().values().stream().filter(Thing::isPerson).count();
    }

    String summary() {
      String counts =
          story
              .map(
                  of ->
                      WorldProblems.count(of.world().rooms().size(), "room", "rooms")
                          + ", "
                          + WorldProblems.count(
                              of.world().things().size() - people(of), "thing", "things")
                          + ", "
                          + WorldProblems.count(people(of), "person", "people")
                          + ", "
                          + WorldProblems.count(of.rulebook().rules().size(), "rule", "rules")
                          + "; ")
              .orElse("");
      String found =
          errors() + warnings() == 0
              ? "no problems"
              : WorldProblems.count(errors(), "error", "errors")
                  + ", "
                  + WorldProblems.count(warnings(), "warning", "warnings");
      String more =
          advices() == 0
              ? ""
              : "; " + WorldProblems.count(advices(), "piece", "pieces") + " of advice (--advice)";
      return folder + ": " + counts + found + more;
    }

    Map<String, Object> value() {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("folder", folder);
      story.ifPresent(
          of -> {
            value.put("world", of.world().id());
            value.put("rooms", of.world().rooms().size());
            value.put("things", of.world().things().size() - people(of));
            value.put("people", people(of));
            value.put("rules", of.rulebook().rules().size());
          });
      value.put("errors", errors());
      value.put("warnings", warnings());
      value.put("advice", advices());
      value.put("problems", problems.stream().map(WorldProblems::value).toList());
      return value;
    }
  }
}
