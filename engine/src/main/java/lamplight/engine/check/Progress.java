package lamplight.engine.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Achievement;
import lamplight.engine.model.AchievementId;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Ending;
import lamplight.engine.model.EndingId;
import lamplight.engine.model.Id;
import lamplight.engine.model.Score;
import lamplight.engine.model.ScoreId;
import lamplight.engine.model.Template;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableId;
import lamplight.engine.model.WorldInfo;
import lamplight.engine.rules.Death;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.On;

/** Whether what keeps count of the game is both written and read. */
final class Progress {
  private Progress() {}

  /** Scores that are never given, and ranks that nobody can have. */
  static void scores(Inspection inspection) {
    Set<ScoreId> given =
        all(inspection.census().effects(Effect.Give.class).map(Effect.Give::score));
    for (Score score : inspection.world().scores().values()) {
      if (!given.contains(score.id())) {
        inspection.warning(
            score.id(), "score \"" + score.id() + "\" is never given", "add: score: " + score.id());
      }
    }
    WorldInfo info = inspection.world().info();
    int most = inspection.world().maximumScore();
    info.ranks().tailMap(most, false).keySet().stream()
        .forEach(
            points ->
                inspection.warning(
                    "rank \""
                        + info.ranks().get(points)
                        + "\" needs "
                        + points
                        + " points of "
                        + most,
                    "make it less, or give more points"));
  }

  /** Endings that the game never comes to. */
  static void endings(Inspection inspection) {
    Set<EndingId> reached =
        all(
            Stream.concat(
                inspection.census().effects(Effect.End.class).map(Effect.End::ending),
                inspection.story().rulebook().death().flatMap(Death::ending).stream()));
    if (reached.isEmpty()) {
      inspection.warning("the game never ends", "add an ending, and the effect end for it");
    }
    for (Ending ending : inspection.world().endings().values()) {
      if (!reached.contains(ending.id())) {
        inspection.error(
            ending.id(),
            "the game never comes to ending \"" + ending.id() + "\"",
            "add: end: " + ending.id());
      }
    }
  }

  /** Achievements that nobody can have. */
  static void achievements(Inspection inspection) {
    Set<AchievementId> given =
        all(inspection.census().effects(Effect.Achieve.class).map(Effect.Achieve::achievement));
    for (Achievement achievement : inspection.world().achievements().values()) {
      if (!given.contains(achievement.id())) {
        inspection.warning(
            achievement.id(),
            "achievement \"" + achievement.id() + "\" is never achieved",
            "add: achieve: " + achievement.id());
      }
    }
  }

  /** Variables that are never asked, or asked and never set. */
  static void variables(Inspection inspection) {
    Census census = inspection.census();
    Set<VariableId> set =
        all(
            Stream.of(
                    census.effects(Effect.SetTo.class).map(Effect.SetTo::variable),
                    census.effects(Effect.Count.class).map(Effect.Count::variable),
                    census.effects(Effect.Include.class).map(Effect.Include::set))
                .flatMap(ids -> ids));
    Set<String> asked =
        Stream.of(
                census.conditions(Condition.Compares.class).map(Condition.Compares::variable),
                census.conditions(Condition.ChancesOf.class).map(Condition.ChancesOf::variable),
                census.conditions(Condition.Has.class).map(Condition.Has::set),
                census.conditions(Condition.Size.class).map(Condition.Size::set),
                census.templates().stream()
                    .flatMap(template -> template.pieces().stream())
                    .filter(Template.Value.class::isInstance)
                    .map(piece -> ((Template.Value) piece).variable()))
            .flatMap(ids -> ids)
            .map(Id::value)
            .collect(Collectors.toSet());
    asked.addAll(watched(inspection));
    for (Variable variable : inspection.world().variables().values()) {
      if (!asked.contains(variable.id().value()) && !variable.open()) {
        inspection.warning(
            variable.id(), "variable \"" + variable.id() + "\" is never asked", "delete it");
      } else if (!set.contains(variable.id())) {
        inspection.warning(
            variable.id(),
            "variable \"" + variable.id() + "\" is never set",
            "add: set: {" + variable.id() + ": …}");
      }
    }
  }

  /** What rules wait to see changed. */
  private static Set<String> watched(Inspection inspection) {
    return inspection.story().rulebook().rules().stream()
        .flatMap(rule -> rule.on().stream())
        .filter(on -> on instanceof On.Happening happening && happening.hook() == Hook.CHANGED)
        .flatMap(on -> ((On.Happening) on).subjects().stream())
        .collect(Collectors.toSet());
  }

  private static <T> Set<T> all(Stream<T> values) {
    return values.collect(Collectors.toSet());
  }
}
