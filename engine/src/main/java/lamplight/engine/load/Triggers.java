package lamplight.engine.load;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Subject;
import lamplight.engine.model.ThingId;
import lamplight.engine.parse.Trigger;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.On;

/** The commands that rules are about: an action with its nouns, as {@code put any in basin}. */
final class Triggers {
  static final Form<On> COMMAND =
      Forms.word(new Shape.Value("a command such as \"pull lever\""), Triggers::read);

  /** A command for somebody to do, as {@code take lamp}. */
  static final Form<Effect.Perform> ERRAND =
      Forms.word(new Shape.Value("a command such as \"pull lever\""), Triggers::errand);

  /** What a rule is about: a command, a hook, or several of them. */
  static final Form<List<On>> ON = Forms.oneOrMany(Forms.mapOr(Hooks.HOOK, COMMAND));

  private Triggers() {}

  private static Optional<On> read(Node node, Reading reading) {
    Optional<Trigger> trigger = trigger(node, reading);
    if (trigger.isEmpty()) {
      return Optional.empty();
    }
    Optional<On.Noun> noun = noun(trigger.get().noun(), node, reading);
    Optional<On.Noun> second = noun(trigger.get().second(), node, reading);
    return noun.flatMap(
        one ->
            second.map(
                other -> new On.Doing(trigger.get().action(), one, other, trigger.get().way())));
  }

  private static Optional<Trigger> trigger(Node node, Reading reading) {
    String words = ((Node.Scalar) node).text();
    Optional<Trigger> trigger = reading.lexicon().trigger(words);
    if (trigger.isEmpty() && !reading.names().isPartial()) {
      reading.error(node.mark(), "\"" + words + "\" fits no verb", hint(words, reading));
    }
    return trigger;
  }

  /** A command that somebody is to do. */
  private static Optional<Effect.Perform> errand(Node node, Reading reading) {
    Optional<Trigger> trigger = trigger(node, reading);
    return trigger.flatMap(
        of ->
            subject(of.noun(), node, reading)
                .flatMap(
                    noun ->
                        subject(of.second(), node, reading)
                            .map(
                                second ->
                                    new Effect.Perform(of.action(), noun, second, of.way()))));
  }

  /** One thing, or a noun of the command at hand; empty inside where there is none to read. */
  private static Optional<Optional<Subject>> subject(
      Optional<String> name, Node node, Reading reading) {
    return name.isEmpty()
        ? Optional.of(Optional.empty())
        : Refs.SUBJECT.optional().read(Node.Scalar.plain(node.mark(), name.get()), reading);
  }

  private static String hint(String words, Reading reading) {
    String verb = words.strip().split("\\s+", -1)[0];
    return reading.lexicon().firstWords().contains(verb)
        ? "write its nouns as ids, such as \"unlock vault with golden_key\""
        : Nearest.to(verb, reading.lexicon().firstWords())
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("add the verb to vocabulary.yaml");
  }

  /** What a noun must be; empty where it is nothing of the world. */
  private static Optional<On.Noun> noun(Optional<String> name, Node node, Reading reading) {
    if (name.isEmpty()) {
      return Optional.of(On.Noun.NONE);
    }
    return switch (name.get()) {
      case "any" -> Optional.of(On.Noun.ANY);
      case "person" -> Optional.of(new On.Noun.Person());
      case "player" -> Optional.of(new On.Noun.Player());
      default ->
          Refs.THING
              .read(Node.Scalar.plain(node.mark(), name.get()), reading)
              .map((ThingId thing) -> new On.Noun.Exactly(thing));
    };
  }
}
