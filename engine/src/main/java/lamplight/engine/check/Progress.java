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
import lamplight.engine.model.Timer;
import lamplight.engine.model.TimerId;
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

  /** Timers that never run. */
  static void timers(Inspection inspection) {
    Set<TimerId> started =
        all(
            inspection
                .census()
                .effects(Effect.Run.class)
                .filter(Effect.Run::start)
                .map(Effect.Run::timer));
    for (Timer timer : inspection.world().timers().values()) {
      if (!timer.running() && !started.contains(timer.id())) {
        inspection.warning(
            timer.id(),
            "timer \"" + timer.id() + "\" never runs",
            "add running: true, or the effect start: " + timer.id());
      }
    }
  }

  /** What a lone player is told about puzzles for several. */
  static void solo(Inspection inspection) {
    Census census = inspection.census();
    WorldInfo info = inspection.world().info();
    boolean together =
        census
                .conditions(Condition.Occupied.class)
                .anyMatch(of -> of.spots().values().stream().mapToInt(count -> count).sum() > 1)
            || census
                .conditions(Condition.Recently.class)
                .anyMatch(of -> of.by() == Condition.Who.OTHER);
    if (together && info.minPlayers() == 1 && info.solo().isEmpty()) {
      inspection.warning(
          "there is a puzzle for two, and one player may play",
          "say in players: solo: what a lone player does, or set players: min: 2");
    }
  }

  private static <T> Set<T> all(Stream<T> values) {
    return values.collect(Collectors.toSet());
  }
}
