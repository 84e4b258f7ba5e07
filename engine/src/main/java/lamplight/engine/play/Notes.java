package lamplight.engine.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Truth;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Rule;
import lamplight.engine.rules.Sources;

/**
 * What was noted of one input, in lines for whoever writes the world: the rules that were asked,
 * why they were passed over, what their effects were, and why the command was refused.
 *
 * <p>Conditions are asked once more for it, with chance of their own: what a note says of one that
 * is about chance need not be what was drawn.
 */
public final class Notes implements Observer {
  /** How many lines are kept of one input. */
  public static final int MOST = 200;

  /** How many characters of a line are kept. */
  private static final int LONGEST = 600;

  private final Sources sources;
  private final List<String> lines = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private int more;
  private Optional<Asked> answered = Optional.empty();
  private Optional<Effect> effect = Optional.empty();

  /** A rule that did something. */
  private record Asked(Rule rule, Outcome outcome, Facts facts) {
    boolean does(Effect effect) {
      List<Effect> done = outcome == Outcome.HELD ? rule.effects() : rule.otherwise();
      return isAmong(done, effect);
    }

    private static boolean isAmong(List<Effect> effects, Effect effect) {
      return effects.stream().anyMatch(one -> one == effect || isAmong(one.parts(), effect));
    }
  }

  public Notes(Sources sources) {
    this.sources = sources;
  }

  /** What happened, in order. */
  public List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (more > 0) {
      all.add("and " + more + " more");
    }
    return all;
  }

  /** Why it was refused: what refused it, and on which conditions. */
  public List<String> reasons(Answer answer) {
    if (!(answer instanceof Answer.Refused refused)) {
      return List.of("Nothing was refused.");
    }
    return reasons.isEmpty()
        ? List.of(
            "It was not understood, or is over: " + refused.code().code() + ". No rule was asked.")
        : List.copyOf(reasons);
  }

  @Override
  public void ruleAsked(Rule rule, Outcome outcome, Facts facts) {
    String name = "rule " + name(rule);
    switch (outcome) {
      case HELD -> note(name + ": do");
      case OTHERWISE -> note(name + ": else, for " + conditions(rule.when(), facts));
      case PASSED -> note(name + " passed over: " + conditions(rule.when(), facts));
      case SPENT -> note(name + " passed over: it has fired once");
    }
    if (outcome == Outcome.HELD || outcome == Outcome.OTHERWISE) {
      answered = Optional.of(new Asked(rule, outcome, facts));
    }
  }

  @Override
  public void effectApplied(Effect applied) {
    effect = Optional.of(applied);
    note("  " + words(applied));
  }

  @Override
  public void refused(Draft.Refused reason) {
    String code = reason.code().code();
    Optional<Asked> by = answered.filter(rule -> effect.filter(rule::does).isPresent());
    boolean ruled = by.isPresent() && effect.filter(Effect.Refuse.class::isInstance).isPresent();
    if (ruled) {
      Asked rule = by.get();
      String conditions = conditions(rule.rule().when(), rule.facts());
      reasons.add("Rule " + name(rule.rule()) + " refused it (" + code + ").");
      reasons.add(
          conditions.isEmpty() ? "It has no condition." : "Its condition: " + conditions + ".");
    } else {
      reasons.add(
          "The standard action refused it ("
              + code
              + (reason.event().content() instanceof Event.Content.Message message
                  ? ", text " + message.key()
                  : "")
              + ").");
    }
    note("refused: " + code);
  }

  private void note(String line) {
    if (lines.size() < MOST) {
      lines.add(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
    } else {
      more++;
    }
  }

  private String name(Rule rule) {
    return rule.name() + sources.of(rule).map(written -> " (" + written.at() + ")").orElse("");
  }

  private String words(Object part) {
    return sources.of(part).map(Sources.Written::words).orElseGet(part::toString);
  }

  /** Each part of a condition, and whether it holds. */
  private String conditions(Condition condition, Facts facts) {
    List<Condition> parts =
        condition instanceof Condition.All all ? all.parts() : List.of(condition);
    List<String> words = new ArrayList<>();
    for (Condition part : parts) {
      boolean holds = part.test(facts.apart()) == Truth.YES;
      words.add("{" + words(part) + "} " + (holds ? "holds" : "does not hold"));
    }
    return String.join(", ", words);
  }
}
