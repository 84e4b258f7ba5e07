package lamplight.engine.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lamplight.engine.model.Condition;
import lamplight.engine.rules.On;
import lamplight.engine.rules.Rule;
import lamplight.engine.rules.Topic;

/** What never has its turn, because something before it always answers. */
final class Order {
  private Order() {}

  /** Rules behind which, in the order in which they are asked, nothing is left to answer. */
  static void shadowed(Inspection inspection) {
    List<Rule> rules = new ArrayList<>(inspection.origins().all(Rule.class));
    rules.sort(Comparator.comparingInt(Rule::priority).reversed());
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      rules.stream()
          .limit(i)
          .filter(earlier -> shadows(inspection, earlier, rule))
          .findFirst()
          .ifPresent(
              earlier ->
                  inspection.warning(
                      inspection.at(rule),
                      "rule \""
                          + rule.name()
                          + "\" never fires: rule \""
                          + earlier.name()
                          + "\" always answers first",
                      "give it a higher priority, or the other one a condition"));
    }
  }

  private static boolean shadows(Inspection inspection, Rule earlier, Rule rule) {
    return earlier.phase() == rule.phase()
        && !earlier.once()
        && (!earlier.otherwise().isEmpty() || implies(rule.when(), earlier.when()))
        && rule.on().stream()
            .allMatch(on -> earlier.on().stream().anyMatch(other -> covers(inspection, other, on)));
  }

  /** Whether whatever the second asks has to hold for the first as well. */
  static boolean implies(Condition first, Condition second) {
    Set<Condition> parts = Contradiction.parts(first).collect(Collectors.toSet());
    return Contradiction.parts(second)
        .allMatch(part -> parts.contains(part) && !(part instanceof Condition.Chances));
  }

  /** Of what happens all rules run; only commands have one answer. */
  private static boolean covers(Inspection inspection, On wide, On narrow) {
    return wide instanceof On.Doing one
        && narrow instanceof On.Doing other
        && one.action().equals(other.action())
        && (one.way().isEmpty() || one.way().equals(other.way()))
        && covers(inspection, one.noun(), other.noun())
        && covers(inspection, one.second(), other.second());
  }

  private static boolean covers(Inspection inspection, On.Noun wide, On.Noun narrow) {
    if (wide.equals(narrow)) {
      return true;
    }
    if (wide instanceof On.Noun.Any) {
      return !(narrow instanceof On.Noun.None);
    }
    return narrow instanceof On.Noun.Exactly exactly
        && (wide instanceof On.Noun.Person
            ? inspection.world().thing(exactly.thing()).isPerson()
            : wide instanceof On.Noun.Exactly all
                && inspection.world().thing(exactly.thing()).alike().equals(all.thing()));
  }

  /** Topics all of whose words an earlier topic of the same person always answers to. */
  static void topics(Inspection inspection) {
    List<Topic> topics = inspection.origins().all(Topic.class);
    for (int i = 0; i < topics.size(); i++) {
      Topic topic = topics.get(i);
      topics.stream()
          .limit(i)
          .filter(earlier -> earlier.person().equals(topic.person()))
          .filter(earlier -> earlier.words().containsAll(topic.words()))
          .filter(earlier -> implies(topic.when(), earlier.when()))
          .findFirst()
          .ifPresent(
              earlier ->
                  inspection.warning(
                      inspection.at(topic),
                      "topic \""
                          + topic.id()
                          + "\" of \""
                          + topic.person()
                          + "\" is never raised: topic \""
                          + earlier.id()
                          + "\" answers to its words",
                      "give it a word of its own, or put it first"));
    }
  }
}
