package lamplight.engine.check;

import java.util.List;
import java.util.function.Consumer;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problem;
import lamplight.engine.load.Problems;

/** Finds what no single line of a world is wrong about: what is never reached, given or set. */
public final class WorldChecker {
  private static final List<Consumer<Inspection>> CHECKS =
      List.of(
          Ways::unreached,
          Ways::dead,
          Belongings::lost,
          Belongings::doorless,
          Belongings::oneSided,
          Belongings::undescribed,
          Belongings::hidden,
          Belongings::locked,
          Belongings::misnamed,
          Progress::scores,
          Progress::achievements,
          Progress::endings,
          Progress::variables,
          Clocks::unwound,
          Clocks::endless,
          Possibilities::conditions,
          Possibilities::rules,
          Possibilities::locks,
          Order::shadowed,
          Order::topics,
          Ways::traps,
          Ways::askew,
          Names::alike,
          Names::taken,
          Secrets::told,
          Secrets::shown,
          Secrets::described,
          Secrets::braces,
          Company::puzzles,
          Possibilities::knots);

  private WorldChecker() {}

  /** All problems of a world: those of its files and, if it could be read, those of its sense. */
  public static List<Problem> check(Loaded loaded) {
    Problems problems = new Problems();
    loaded.problems().forEach(problems::add);
    inspect(loaded, CHECKS, problems);
    return problems.sorted();
  }

  /** Nouns of descriptions that nothing seems to answer to: a guess, with false alarms. */
  public static List<Problem> nouns(Loaded loaded) {
    Problems problems = new Problems();
    inspect(loaded, List.of(Nouns::unanswered), problems);
    return problems.sorted();
  }

  private static void inspect(Loaded loaded, List<Consumer<Inspection>> checks, Problems problems) {
    loaded
        .story()
        .map(story -> Inspection.of(story, loaded.origins(), problems))
        .ifPresent(inspection -> checks.forEach(check -> check.accept(inspection)));
  }
}
