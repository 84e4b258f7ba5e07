package lamplight.engine.load;

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
import lamplight.engine.model.ThingId;
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
    return new Shape.MapOf(Refs.THING.shape(), new Shape.Value("how it stands"));
  }

  private static <T> Map<String, T> byWord(
      T[] values, java.util.function.Function<T, String> word) {
    Map<String, T> map = new LinkedHashMap<>();
    Stream.of(values).forEach(value -> map.put(word.apply(value), value));
    return map;
  }

  private static Optional<Condition> is(Node.Entry entry, Reading reading) {
    return word(entry, STANDINGS, reading)
        .map(
            word -> {
              ThingId thing = new ThingId(entry.key());
              Standing standing = STANDINGS.get(word);
              return standing == null
                  ? new Condition.InState(thing, word)
                  : new Condition.Is(thing, standing);
            });
  }

  private static Optional<Effect> make(Node.Entry entry, Reading reading) {
    return word(entry, MAKES, reading)
        .map(
            word -> {
              ThingId thing = new ThingId(entry.key());
              Makes makes = MAKES.get(word);
              return makes == null ? new Effect.Become(thing, word) : new Effect.Make(thing, makes);
            });
  }

  /** The word of an entry, if the thing can stand so. */
  private static Optional<String> word(Node.Entry entry, Map<String, ?> common, Reading reading) {
    Optional<ThingId> thing = Refs.THING.read(entry.name(), reading);
    Optional<String> word = Forms.STRING.read(entry.value(), reading);
    if (thing.isEmpty() || word.isEmpty()) {
      return Optional.empty();
    }
    String id = thing.get().value();
    List<String> states = reading.names().states(id);
    if (!common.containsKey(word.get()) && !states.contains(word.get())) {
      Set<String> choices = new TreeSet<>(common.keySet());
      choices.addAll(states);
      reading.error(
          entry.value().mark(),
          "\"" + id + "\" is never \"" + word.get() + "\"",
          Nearest.hint(word.get(), choices));
      return Optional.empty();
    }
    checkParts(id, word.get(), entry.value().mark(), reading);
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
