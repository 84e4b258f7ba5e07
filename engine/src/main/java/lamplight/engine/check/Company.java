package lamplight.engine.check;

import java.util.List;
import java.util.function.BiPredicate;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Exit;
import lamplight.engine.model.WorldInfo;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Rule;
import lamplight.engine.rules.Topic;

/** What takes several players in a world that one may play. */
final class Company {
  private final Inspection inspection;
  private final Reach one;

  private Company(Inspection inspection) {
    this.inspection = inspection;
    this.one = Reach.ofEverythingForOne(inspection.story());
  }

  /**
   * Puzzles for several that nothing else does the work of, where nothing is said to one player.
   */
  static void puzzles(Inspection inspection) {
    WorldInfo info = inspection.world().info();
    if (info.minPlayers() == 1 && info.maxPlayers() > 1 && info.solo().isEmpty()) {
      new Company(inspection).puzzles();
    }
  }

  private void puzzles() {
    for (Rule rule : inspection.origins().all(Rule.class)) {
      choice(rule.when(), rule.effects(), rule.otherwise(), rule, "rule \"" + rule.name() + "\"");
    }
    for (Effect.If either : inspection.origins().all(Effect.If.class)) {
      choice(either.when(), either.then(), either.otherwise(), either, "this if");
    }
    for (Topic topic : inspection.origins().all(Topic.class)) {
      String what = "topic \"" + topic.id() + "\" of \"" + topic.person() + "\"";
      choice(topic.when(), topic.effects(), List.of(), topic, what);
    }
    for (Exit exit : inspection.origins().all(Exit.class)) {
      if (takesSeveral(exit.when(), Reach::may)
          && !Reach.ofOne(inspection.story()).comesTo(exit.to())) {
        warn(exit, "this exit");
      }
    }
  }

  private void choice(
      Condition when, List<Effect> then, List<Effect> otherwise, Object part, String what) {
    if ((takesSeveral(when, Reach::may) && isOnlyWay(then))
        || (takesSeveral(when, Reach::mayNot) && isOnlyWay(otherwise))) {
      warn(part, what);
    }
  }

  /** Whether a condition can hold, or not hold, for a party and never for one player. */
  private boolean takesSeveral(Condition when, BiPredicate<Reach, Condition> can) {
    return can.test(inspection.everything(), when) && !can.test(one, when);
  }

  /** Whether effects bring what one player never comes to otherwise. */
  private boolean isOnlyWay(List<Effect> effects) {
    return !effects.isEmpty() && Reach.ofOne(inspection.story()).gains(effects);
  }

  private void warn(Object part, String what) {
    inspection.warning(
        inspection.at(part),
        what + " takes several players, one may play, and nothing else does what it does",
        "say in players: solo: what a lone player does, set players: min: 2, or let any: do for one");
  }
}
