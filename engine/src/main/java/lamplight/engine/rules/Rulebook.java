package lamplight.engine.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Change;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Facts;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Timer;
import lamplight.engine.model.TimerId;
import lamplight.engine.model.Truth;
import lamplight.engine.rules.Observer.Outcome;

/**
 * The rules of a world, and the order in which they are asked.
 *
 * <p>For a command, in each phase the first rule that matches wins: higher priority first, then the
 * author's order. For what happens (hooks), all rules that match run, in the same order. {@link
 * #settle} follows the draft's changes until nothing more happens; what rules set off in turn is
 * bounded by {@link #LONGEST_CHAIN}, so that a world in which two rules answer each other for ever
 * still answers its players.
 */
public final class Rulebook {
  /** How many happenings one input may be followed through. */
  public static final int LONGEST_CHAIN = 2_000;

  /** How rules of a phase answered a command. */
  public enum Verdict {
    /** No rule was about it. */
    SILENT,
    /** A rule took its place. */
    DONE,
    /** A rule did something, and the action goes on. */
    CONTINUE;

    /** What several rules come to: one that takes its place is enough. */
    Verdict and(Verdict other) {
      return this == SILENT || other == DONE ? other : this;
    }
  }

  private final List<Rule> rules;
  private final Map<ActionId, Map<Phase, List<Rule>>> byAction = new HashMap<>();
  private final Map<Hook, List<Rule>> byHook = new EnumMap<>(Hook.class);
  private final Map<ThingId, Talk> talks;
  private final List<Wander> wanders;
  private final Map<TimerId, Map<Integer, List<Effect>>> timers;
  private final List<Condition.Recently> deeds;
  private final Set<ActionId> remembered = new HashSet<>();
  private final Optional<Death> death;
  private final Map<String, Effect.Ask> questions = new HashMap<>();

  /**
   * @param rules in the author's order
   * @param timers what happens when a timer has so much left
   * @param death empty: players collapse and come to where the world begins
   */
  public Rulebook(
      List<Rule> rules,
      Map<ThingId, Talk> talks,
      List<Wander> wanders,
      Map<TimerId, Map<Integer, List<Effect>>> timers,
      Optional<Death> death) {
    this.rules = List.copyOf(rules);
    this.deeds = deeds(rules);
    deeds.forEach(asked -> remembered.add(asked.action()));
    this.talks = Collections.unmodifiableMap(new LinkedHashMap<>(talks));
    this.wanders = List.copyOf(wanders);
    this.timers = Map.copyOf(timers);
    this.death = death;
    effects().forEach(this::ask);
    List<Rule> ordered = new ArrayList<>(rules);
    ordered.sort(Comparator.comparingInt(Rule::priority).reversed());
    ordered.forEach(this::index);
  }

  private void index(Rule rule) {
    for (On on : rule.on()) {
      List<Rule> list =
          on instanceof On.Doing doing
              ? byAction
                  .computeIfAbsent(doing.action(), action -> new EnumMap<>(Phase.class))
                  .computeIfAbsent(rule.phase(), phase -> new ArrayList<>())
              : byHook.computeIfAbsent(((On.Happening) on).hook(), hook -> new ArrayList<>());
      if (!list.contains(rule)) {
        list.add(rule);
      }
    }
  }

  /** All rules in the author's order. */
  public List<Rule> rules() {
    return rules;
  }

  public List<Wander> wanders() {
    return wanders;
  }

  /** What becomes of the dead, if the world says anything of it. */
  public Optional<Death> death() {
    return death;
  }

  public Talk talk(ThingId person) {
    return talks.getOrDefault(person, Talk.SILENT);
  }

  public Map<ThingId, Talk> talks() {
    return talks;
  }

  public Map<TimerId, Map<Integer, List<Effect>>> timers() {
    return timers;
  }

  /** Whether some rule asks how many seconds ago something was done. */
  public boolean asksForSeconds() {
    return deeds.stream().anyMatch(asked -> asked.unit() == Timer.Unit.SECONDS);
  }

  /** Whether some rule asks whether an action was done lately, so that it is worth remembering. */
  public boolean remembers(ActionId action) {
    return remembered.contains(action);
  }

  /** What rules ask about deeds, wherever they ask it. */
  private static List<Condition.Recently> deeds(List<Rule> rules) {
    List<Condition.Recently> found = new ArrayList<>();
    for (Rule rule : rules) {
      collect(rule.when(), found);
      rule.effects().forEach(effect -> collect(effect, found));
      rule.otherwise().forEach(effect -> collect(effect, found));
    }
    return found;
  }

  private static void collect(Effect effect, List<Condition.Recently> found) {
    effect.conditions().forEach(condition -> collect(condition, found));
    effect.parts().forEach(part -> collect(part, found));
  }

  private static void collect(Condition condition, List<Condition.Recently> found) {
    if (condition instanceof Condition.Recently recently) {
      found.add(recently);
    } else if (condition instanceof Condition.Compound made) {
      made.parts().forEach(part -> collect(part, found));
    }
  }

  /** Whether some rule is about happenings of a kind. */
  public boolean hears(Hook hook) {
    return byHook.containsKey(hook);
  }

  /** A question that some rule asks, by its name. */
  public Optional<Effect.Ask> question(String name) {
    return Optional.ofNullable(questions.get(name));
  }

  /** All effects of rules, topics and timers, in this order, without their parts. */
  private Stream<Effect> effects() {
    return Stream.of(
            rules.stream().flatMap(rule -> Stream.of(rule.effects(), rule.otherwise())),
            talks.values().stream().flatMap(talk -> talk.topics().stream()).map(Topic::effects),
            timers.values().stream().flatMap(at -> at.values().stream()))
        .flatMap(lists -> lists)
        .flatMap(List::stream);
  }

  private void ask(Effect effect) {
    if (effect instanceof Effect.Ask ask) {
      questions.put(ask.name(), ask);
    }
    effect.parts().forEach(this::ask);
  }

  /** What happens when a timer has so much left. */
  public List<Effect> at(TimerId timer, int remaining) {
    return timers.getOrDefault(timer, Map.of()).getOrDefault(remaining, List.of());
  }

  /** Asks the rules of a phase about a command; the first that matches is done. */
  public Verdict run(Phase phase, Command command, Draft draft) {
    for (Rule rule :
        byAction.getOrDefault(command.action(), Map.of()).getOrDefault(phase, List.of())) {
      if (isAbout(rule, command, draft)) {
        Optional<List<Effect>> effects = answer(rule, draft);
        if (effects.isPresent()) {
          Effect.applyAll(effects.get(), draft);
          return verdict(effects.get());
        }
      }
    }
    return Verdict.SILENT;
  }

  private static boolean isAbout(Rule rule, Command command, Draft draft) {
    for (On on : rule.on()) {
      if (on instanceof On.Doing doing && doing.matches(draft.world(), command)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAbout(Rule rule, Occurrence occurrence) {
    for (On on : rule.on()) {
      if (on instanceof On.Happening happening && happening.matches(occurrence)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs all rules about something that happened.
   *
   * @return done if one of them answered, and did not say that the ordinary goes on
   */
  public Verdict happen(Occurrence occurrence, Draft draft) {
    Verdict verdict = Verdict.SILENT;
    for (Rule rule : byHook.getOrDefault(occurrence.hook(), List.of())) {
      if (isAbout(rule, occurrence) && !draft.isRefused()) {
        Cause cause =
            draft.cause().actor().equals(occurrence.actor())
                ? draft.cause()
                : occurrence.actor().map(Cause::of).orElse(Cause.NOBODY);
        verdict =
            verdict.and(run(rule, occurrence.noun().map(cause::withNoun).orElse(cause), draft));
      }
    }
    return verdict;
  }

  /** Asks one rule on behalf of somebody, and does what it answers. */
  private static Verdict run(Rule rule, Cause cause, Draft draft) {
    Verdict[] verdict = {Verdict.SILENT};
    draft.as(
        cause,
        () ->
            answer(rule, draft)
                .ifPresent(
                    effects -> {
                      Effect.applyAll(effects, draft);
                      verdict[0] = verdict(effects);
                    }));
    return verdict[0];
  }

  private static Verdict verdict(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Continue) {
        return Verdict.CONTINUE;
      }
    }
    return Verdict.DONE;
  }

  /**
   * Follows what happened in a draft, and what that sets off, until nothing more happens.
   *
   * @throws IllegalStateException if there is no end to it
   */
  public void settle(Draft draft) {
    draft.settling(() -> follow(draft));
  }

  private void follow(Draft draft) {
    int length = 0;
    while (!draft.isRefused()) {
      Optional<Occurrence> next = draft.follow();
      if (next.isEmpty()) {
        return;
      }
      if (length++ > LONGEST_CHAIN) {
        throw new IllegalStateException(
            "rules set each other off without end; the last was about " + next.get());
      }
      happen(next.get(), draft);
      remember(next.get(), draft);
    }
  }

  /** A meeting is known once the rules about it have run, so that they can tell the first. */
  private static void remember(Occurrence occurrence, Draft draft) {
    if (occurrence.hook() == Hook.MEETS && !draft.isRefused()) {
      PlayerState player = draft.state().players().get(occurrence.actor().orElseThrow());
      ThingId person = new ThingId(occurrence.subject());
      if (player != null && !player.met().contains(person)) {
        draft.change(new Change.Met(player.id(), person));
      }
    }
  }

  /** The effects that a rule answers with, if it does. */
  private static Optional<List<Effect>> answer(Rule rule, Draft draft) {
    Facts facts = draft.facts();
    Outcome outcome = outcome(rule, facts);
    draft.observer().ruleAsked(rule, outcome, facts);
    if (outcome == Outcome.OTHERWISE || outcome == Outcome.PASSED) {
      draft.failed(rule.name());
    }
    if (outcome == Outcome.HELD && rule.once()) {
      draft.change(new Change.Fired(rule.name()));
    }
    return switch (outcome) {
      case HELD -> Optional.of(rule.effects());
      case OTHERWISE -> Optional.of(rule.otherwise());
      case PASSED, SPENT -> Optional.empty();
    };
  }

  private static Outcome outcome(Rule rule, Facts facts) {
    if (rule.once() && facts.state().fired().contains(rule.name())) {
      return Outcome.SPENT;
    }
    if (rule.when().test(facts) == Truth.YES) {
      return Outcome.HELD;
    }
    return rule.otherwise().isEmpty() ? Outcome.PASSED : Outcome.OTHERWISE;
  }
}
