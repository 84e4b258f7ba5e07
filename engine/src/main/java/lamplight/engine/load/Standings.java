package lamplight.engine.load;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Condition.Standing;
import lamplight.engine.model.Subject;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Effect.Makes;

/** How things stand and are made to stand: words of the engine, and a thing's own states. */
final class Standings {
  private static final Map<String, Standing> STANDINGS = byWord(Standing.values(), Standing::word);
  private static final Map<String, Makes> MAKES = byWord(Makes.values(), Makes::word);

  /** The words that no thing can have for a state of its own. */
  static final Set<String> TAKEN =
      Stream.concat(STANDINGS.keySet().stream(), MAKES.keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  /** The words that ask for something that opens, or has a lock. */
  private static final Set<String> LIDS = Set.of("open", "closed");

  private static final Set<String> LOCKS = Set.of("locked", "unlocked");

  static final Form<Condition> IS = Forms.entries(shape(), Standings::is).map(Conditions::all);

  static final Form<List<Effect>> MAKE = Forms.entries(shape(), Standings::make);

  private Standings() {}

  private static Shape shape() {
    return new Shape.MapOf(Refs.SUBJECT.shape(), new Shape.Value("how it stands"));
  }

  private static <T> Map<String, T> byWord(
      T[] values, java.util.function.Function<T, String> word) {
    Map<String, T> map = new LinkedHashMap<>();
    Stream.of(values).forEach(value -> map.put(word.apply(value), value));
    return map;
  }

  private static Optional<Condition> is(Node.Entry entry, Reading reading) {
    return entry(
        entry,
        STANDINGS,
        reading,
        (thing, word) -> {
          Standing standing = STANDINGS.get(word);
          return standing == null
              ? new Condition.InState(thing, word)
              : new Condition.Is(thing, standing);
        });
  }

  private static Optional<Effect> make(Node.Entry entry, Reading reading) {
    return entry(
        entry,
        MAKES,
        reading,
        (thing, word) -> {
          Makes makes = MAKES.get(word);
          return makes == null ? new Effect.Become(thing, word) : new Effect.Make(thing, makes);
        });
  }

  private static <T> Optional<T> entry(
      Node.Entry entry,
      Map<String, ?> common,
      Reading reading,
      java.util.function.BiFunction<Subject, String, T> make) {
    return Refs.SUBJECT
        .read(entry.name(), reading)
        .flatMap(
            thing ->
                word(thing, entry.value(), common, reading).map(word -> make.apply(thing, word)));
  }

  /** The word of an entry, if the thing can stand so; a noun of the command might. */
  private static Optional<String> word(
      Subject thing, Node node, Map<String, ?> common, Reading reading) {
    Optional<String> word = Forms.STRING.read(node, reading);
    if (word.isEmpty()) {
      return word;
    }
    Set<String> choices = new TreeSet<>(common.keySet());
    choices.addAll(
        thing
            .fixed()
            .<Collection<String>>map(id -> reading.names().states(id.value()))
            .orElseGet(() -> reading.names().statesOfAll()));
    if (!choices.contains(word.get())) {
      String what = thing.fixed().map(id -> "\"" + id + "\"").orElse("no thing");
      reading.error(
          node.mark(),
          what + (thing.fixed().isPresent() ? " is never \"" : " is ever \"") + word.get() + "\"",
          Nearest.hint(word.get(), choices));
      return Optional.empty();
    }
    thing.fixed().ifPresent(id -> checkParts(id.value(), word.get(), node.mark(), reading));
    return word;
  }

  private static void checkParts(String thing, String word, Mark at, Reading reading) {
    Names names = reading.names();
    boolean opens = names.hasKey(thing, "container") || names.hasKey(thing, "door");
    if (LIDS.contains(word) && !opens) {
      reading.error(
          at, "\"" + thing + "\" does not open", "give it door: or container: with open:");
    }
    if (LOCKS.contains(word) && !names.hasLock(thing)) {
      reading.error(
          at, "\"" + thing + "\" has no lock", "give its door: or container: the key locked:");
    }
  }
}
