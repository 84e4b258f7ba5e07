package lamplight.engine.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Mark;
import lamplight.engine.load.Origins;
import lamplight.engine.model.Ending;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Hint;
import lamplight.engine.model.Template;
import lamplight.engine.model.Text;
import lamplight.engine.model.TimerId;
import lamplight.engine.model.World;
import lamplight.engine.play.Story;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Rule;
import lamplight.engine.rules.Topic;

/**
 * Which of a world's rules and texts transcripts have reached. It listens while they are played,
 * and knows the parts of the world by their identity; the game is the same with it and without.
 */
public final class Coverage implements Observer {
  private static final int EXCERPT = 60;

  /** What can be reached. */
  public enum Kind {
    RULES,
    TEXTS,
    TOPICS,
    HINTS,
    ENDINGS,
    TIMERS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that can be reached.
   *
   * @param what a sentence about it for when it was not
   * @param signs parts of the world that are only heard of when it is reached
   */
  public record Item(Kind kind, Mark at, String what, Collection<?> signs) {
    @Override
    public String toString() {
      return at + ": " + what;
    }
  }

  /** How much of a kind was reached. */
  public record Count(Kind kind, int reached, int all) {
    /** Rounded down, so that 100 is all. */
    public int percent() {
      return all == 0 ? 100 : 100 * reached / all;
    }

    @Override
    public String toString() {
      return kind.word() + " " + reached + " of " + all + " (" + percent() + " %)";
    }
  }

  private static final Comparator<Item> ORDER =
      Comparator.comparing(Item::kind)
          .thenComparing(item -> item.at().file())
          .thenComparing(item -> item.at().line())
          .thenComparing(item -> item.at().column());

  private final Origins origins;
  private final World world;
  private final List<Item> items = new ArrayList<>();
  private final Set<Object> heard = Collections.newSetFromMap(new IdentityHashMap<>());

  private Coverage(Story story, Origins origins) {
    this.origins = origins;
    this.world = story.world();
    origins.all(Rule.class).forEach(this::addRule);
    origins.all(Template.class).forEach(this::addText);
    origins.all(Topic.class).forEach(this::addTopic);
    world.hints().forEach(this::addHint);
    world.endings().values().forEach(this::addEnding);
    story.rulebook().timers().keySet().stream()
        .sorted()
        .forEach(timer -> addTimer(timer, story.rulebook().timers().getOrDefault(timer, Map.of())));
  }

  /**
   * Of a world that has no errors.
   *
   * @throws IllegalArgumentException if it has
   */
  public static Coverage of(Loaded loaded) {
    return new Coverage(
        loaded.story().orElseThrow(() -> new IllegalArgumentException("the world has errors")),
        loaded.origins());
  }

  private void add(Kind kind, Object part, String what, Collection<?> signs) {
    items.add(new Item(kind, origins.at(part).orElse(origins.world()), what, signs));
  }

  private void addRule(Rule rule) {
    if (!rule.effects().isEmpty()) {
      add(Kind.RULES, rule, "rule \"" + rule.name() + "\" never fires", List.of(rule));
    }
    if (!rule.otherwise().isEmpty()) {
      add(
          Kind.RULES,
          rule,
          "the else of rule \"" + rule.name() + "\" never happens",
          List.of(rule.otherwise()));
    }
  }

  private void addText(Template template) {
    if (!template.pieces().isEmpty()) {
      add(Kind.TEXTS, template, "nobody reads \"" + excerpt(template) + "\"", List.of(template));
    }
  }

  private void addTopic(Topic topic) {
    add(
        Kind.TOPICS,
        topic,
        "nobody raises topic \"" + topic.id() + "\" of \"" + topic.person() + "\"",
        Stream.concat(topic.say().parts().stream(), topic.effects().stream()).toList());
  }

  private void addHint(Hint hint) {
    List<Text.Part> parts = hint.tiers().stream().flatMap(tier -> tier.parts().stream()).toList();
    parts.stream()
        .findFirst()
        .map(Text.Part::text)
        .ifPresent(
            first ->
                add(
                    Kind.HINTS,
                    first,
                    "nobody is given the hint \"" + excerpt(first) + "\"",
                    parts));
  }

  private void addEnding(Ending ending) {
    items.add(
        new Item(
            Kind.ENDINGS,
            origins.of(ending.id()),
            "nobody comes to ending \"" + ending.id() + "\"",
            List.of(ending)));
  }

  private void addTimer(TimerId timer, Map<Integer, List<Effect>> steps) {
    steps.forEach(
        (left, effects) -> {
          if (!effects.isEmpty()) {
            add(
                Kind.TIMERS,
                effects.get(0),
                "timer \"" + timer + "\" never has " + left + " left",
                effects);
          }
        });
  }

  private static String excerpt(Template template) {
    String words =
        Heard.oneLine(
            template.pieces().stream()
                .map(piece -> piece instanceof Template.Words plain ? plain.text() : "{…}")
                .collect(Collectors.joining()));
    return words.length() > EXCERPT ? words.substring(0, EXCERPT) + "…" : words;
  }

  @Override
  public void ruleAsked(Rule rule, Outcome outcome, Facts facts) {
    if (outcome == Outcome.HELD) {
      heard.add(rule);
    } else if (outcome == Outcome.OTHERWISE) {
      heard.add(rule.otherwise());
    }
  }

  @Override
  public void effectApplied(Effect effect) {
    heard.add(effect);
  }

  @Override
  public void textWorded(Text text, Text.Part part, Template said) {
    heard.add(part);
    heard.add(said);
  }

  /** Takes into account how a play ended. */
  public void ended(Playthrough play) {
    play.state().ended().map(world::ending).ifPresent(heard::add);
  }

  private boolean isReached(Item item) {
    return item.signs().stream().anyMatch(heard::contains);
  }

  /** What was not reached: by kind, in the order of their places. */
  public List<Item> missing() {
    return items.stream().filter(item -> !isReached(item)).sorted(ORDER).toList();
  }

  /** How much of each kind was reached; kinds that the world has none of are left out. */
  public List<Count> counts() {
    return Stream.of(Kind.values())
        .map(
            kind -> {
              List<Item> all = items.stream().filter(item -> item.kind() == kind).toList();
              return new Count(
                  kind, (int) all.stream().filter(this::isReached).count(), all.size());
            })
        .filter(count -> count.all() > 0)
        .toList();
  }
}
