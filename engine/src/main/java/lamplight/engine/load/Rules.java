package lamplight.engine.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Id;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.On;
import lamplight.engine.rules.Phase;
import lamplight.engine.rules.Rule;

/** The section {@code rules}. */
final class Rules {
  private static final Key<List<On>> ON = Key.required("on", Triggers.ON, List.of());
  private static final Key<Optional<Phase>> PHASE = Key.of("phase", Forms.oneOf(Phase.class));
  private static final Key<Integer> PRIORITY =
      Key.of("priority", Forms.number(-Variables.MOST, Variables.MOST), 0);
  private static final Key<Condition> WHEN = Key.of("when", Conditions.CONDITION, Condition.ALWAYS);
  private static final Key<List<Effect>> DO = Key.of("do", Effects.EFFECTS, List.of());
  private static final Key<List<Effect>> ELSE = Key.of("else", Effects.EFFECTS, List.of());
  private static final Key<Boolean> ONCE = Key.of("once", Forms.TRUTH, false);

  static final Keys KEYS = Keys.of("a rule", ON, PHASE, PRIORITY, WHEN, DO, ELSE, ONCE);

  private Rules() {}

  /** All rules, in the author's order. */
  static List<Rule> read(List<Node.Entry> entries, Reading reading) {
    List<Rule> rules = new ArrayList<>();
    Map<String, Mark> names = new HashMap<>();
    for (Node.Entry entry : entries) {
      Mark first = names.putIfAbsent(entry.key(), entry.mark());
      if (first != null) {
        reading.error(
            entry.mark(),
            "there is a rule \"" + entry.key() + "\" already: " + first,
            "give one of them another name");
      }
      if (!Id.valid(entry.key())) {
        reading.error(
            entry.mark(), "\"" + entry.key() + "\" is no id", "name rules as you name things");
      }
      reading.questions().within(entry.key());
      KEYS.form((fields, r) -> Optional.of(rule(entry.key(), fields, r)))
          .read(entry.value(), reading)
          .ifPresent(
              rule -> {
                reading.marks().put(rule, entry);
                rules.add(rule);
              });
    }
    return rules;
  }

  private static Rule rule(String name, Fields fields, Reading reading) {
    Rule rule =
        new Rule(
            name,
            fields.get(ON),
            fields.get(PHASE).orElse(Phase.INSTEAD),
            fields.get(PRIORITY),
            fields.get(WHEN),
            fields.get(DO),
            fields.get(ELSE),
            fields.get(ONCE));
    if (!fields.has(DO) && !fields.has(ELSE)) {
      reading.error(fields.mark(), "rule \"" + name + "\" does nothing", "give it do, or else");
    }
    boolean command = rule.on().stream().anyMatch(On.Doing.class::isInstance);
    if (fields.has(PHASE) && !command && !rule.on().isEmpty()) {
      reading.error(fields.mark(PHASE), "hooks have no phases", "delete it");
    }
    checkContinue(rule, command, fields, reading);
    checkRedirect(rule, fields, reading);
    return rule;
  }

  /** Going on with the action is for rules that would take its place, and for whole answers. */
  private static void checkContinue(Rule rule, boolean command, Fields fields, Reading reading) {
    for (Key<List<Effect>> key : List.of(DO, ELSE)) {
      List<Effect> effects = fields.get(key);
      boolean inside = effects.stream().anyMatch(Rules::continuesInside);
      boolean outside = effects.stream().anyMatch(Effect.Continue.class::isInstance);
      if (inside) {
        reading.error(
            fields.mark(key),
            "continue stands inside another effect",
            "put it at the end of do or else, or make two rules");
      } else if (outside && !(command && rule.phase() == Phase.INSTEAD) && !isAboutWords(rule)) {
        reading.error(
            fields.mark(key),
            "continue is for instead rules about a command, and for rules about words",
            "delete it");
      }
    }
  }

  private static boolean isAboutWords(Rule rule) {
    return rule.on().stream()
        .allMatch(
            on ->
                on instanceof On.Happening of
                    && (of.hook() == Hook.TYPED || of.hook() == Hook.UNKNOWN));
  }

  /** Only who is about to go can be led elsewhere. */
  private static void checkRedirect(Rule rule, Fields fields, Reading reading) {
    boolean leaving =
        rule.on().stream()
            .allMatch(on -> on instanceof On.Happening of && of.hook() == Hook.LEAVING);
    for (Key<List<Effect>> key : List.of(DO, ELSE)) {
      if (!leaving && Effects.stands(Effect.Redirect.class, fields.get(key))) {
        reading.error(
            fields.mark(key), "redirect is for rules about leaving", "use go, or on: {leaving: …}");
      }
    }
  }

  private static boolean continuesInside(Effect effect) {
    return effect.parts().stream()
        .anyMatch(part -> part instanceof Effect.Continue || continuesInside(part));
  }
}
