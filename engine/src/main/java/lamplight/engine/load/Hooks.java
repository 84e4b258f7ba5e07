package lamplight.engine.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Id;
import lamplight.engine.model.Spot;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableId;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.On;

/** The table of hooks: what rules can be about besides commands. */
final class Hooks {
  private static final Shape SHAPE = new Shape.Table("a hook", false, Hooks::columns);

  private static final Form<List<String>> ROOMS = ids(Forms.oneOrMany(Refs.ROOM));
  private static final Form<List<String>> VARIABLES = ids(Forms.oneOrMany(Refs.VARIABLE));
  private static final Form<List<String>> THINGS = ids(Refs.ALIKE);
  private static final Form<List<String>> PEOPLE = ids(Refs.PEOPLE);
  private static final Form<List<String>> WORDS = Forms.oneOrMany(Forms.STRING).with(Hooks::plain);
  private static final Form<List<String>> QUESTIONS =
      Forms.oneOrMany(
          Forms.word(
              new Shape.Value("a question"),
              (node, reading) -> {
                String name = ((Node.Scalar) node).text();
                reading.questions().refer(name, node.mark());
                return Optional.of(name);
              }));
  private static final Form<List<String>> SPOTS =
      Forms.oneOrMany(Refs.SPOT).map(spots -> spots.stream().map(Hooks::id).toList());

  static final List<Row<On>> ROWS =
      List.of(
          row(Hook.ENTERING, orAny(ROOMS)),
          row(Hook.ENTERED, orAny(ROOMS)),
          row(Hook.LEAVING, orAny(ROOMS)),
          row(Hook.TAKEN, orAny(THINGS)),
          row(Hook.DROPPED, orAny(THINGS)),
          row(Hook.GIVEN, orAny(THINGS)),
          row(Hook.OPENED, orAny(THINGS)),
          row(Hook.LIT, orAny(THINGS)),
          row(Hook.UNLIT, orAny(THINGS)),
          row(Hook.THROWN, orAny(THINGS)),
          row(Hook.SEEN, orAny(THINGS)),
          row(Hook.MEETS, orAny(PEOPLE)),
          row(Hook.OCCUPIED, SPOTS),
          among("turn", Map.of("player", Hook.TURN_PLAYER, "party", Hook.TURN_PARTY)),
          row(Hook.CHANGED, orAny(VARIABLES)),
          row(Hook.TYPED, orAny(WORDS)),
          row(Hook.UNKNOWN, orAny(WORDS)),
          row(Hook.ANSWERED, orAny(QUESTIONS)),
          row(Hook.ENDED, orAny(ids(Forms.oneOrMany(Refs.ENDING)))),
          among("start", Map.of("world", Hook.START)),
          among(
              "player",
              byWord(Hook.JOINED, Hook.LEFT, Hook.LOST, Hook.RETURNED, Hook.DIED, Hook.REVIVED)));

  private static final Form<Integer> COUNT = Forms.number(1, Variables.MOST);

  /** Keys that stand beside a hook and narrow it down. */
  private static final Map<String, Narrowed> NARROWED = narrowed();

  private static final Forms.EntryReader<On> ROW = Row.reader("hook", ROWS);

  static final Form<On> HOOK = new Form<>(SHAPE, Hooks::read);

  /** How a key narrows a hook down. */
  private interface Narrowing {
    Optional<On> read(On.Happening on, Node.Entry entry, Reading reading);
  }

  /** A key that only one hook can have. */
  private record Narrowed(Hook hook, Shape shape, Narrowing how) {}

  private Hooks() {}

  /** A hook has one of these keys; what narrows it down may stand beside it. */
  private static List<Shape.Column> columns() {
    return Stream.concat(
            ROWS.stream().map(row -> new Shape.Column(row.name(), row.form().shape(), false)),
            NARROWED.entrySet().stream()
                .map(key -> new Shape.Column(key.getKey(), key.getValue().shape(), false)))
        .toList();
  }

  private static Optional<On> read(Node node, Reading reading) {
    if (!(node instanceof Node.Mapping mapping)) {
      return reading.wrong(node, SHAPE);
    }
    List<Node.Entry> hooks =
        mapping.entries().stream().filter(entry -> !NARROWED.containsKey(entry.key())).toList();
    if (hooks.size() != 1) {
      reading.error(
          node.mark(),
          "a hook has one key, and this has " + hooks.size(),
          "write several as a list");
      return Optional.empty();
    }
    Optional<On> hook = ROW.read(hooks.get(0), reading);
    for (Node.Entry entry : mapping.entries()) {
      Narrowed narrowed = NARROWED.get(entry.key());
      if (narrowed != null) {
        hook = hook.flatMap(on -> narrowed(narrowed, on, entry, reading));
      }
    }
    return hook;
  }

  private static Map<String, Narrowed> narrowed() {
    Map<String, Narrowed> keys = new LinkedHashMap<>();
    keys.put("exit", new Narrowed(Hook.LEAVING, Exits.DIRECTION.shape(), Hooks::exit));
    keys.put("nth", new Narrowed(Hook.ENTERED, COUNT.shape(), Hooks::nth));
    keys.put("to", new Narrowed(Hook.CHANGED, new Shape.Value("its value"), Hooks::to));
    return keys;
  }

  private static Optional<On> narrowed(
      Narrowed narrowed, On on, Node.Entry entry, Reading reading) {
    On.Happening happening = (On.Happening) on;
    if (happening.hook() != narrowed.hook()) {
      reading.error(
          entry.mark(), "only " + narrowed.hook().word() + " has " + entry.key(), "delete it");
      return Optional.of(on);
    }
    return narrowed.how().read(happening, entry, reading);
  }

  private static Optional<On> exit(On.Happening on, Node.Entry entry, Reading reading) {
    return Exits.DIRECTION
        .read(entry.value(), reading)
        .map(
            (Direction way) ->
                new On.Happening(on.hook(), on.subjects(), Optional.of(way), on.number()));
  }

  private static Optional<On> nth(On.Happening on, Node.Entry entry, Reading reading) {
    return COUNT.read(entry.value(), reading).map(number -> numbered(on, number));
  }

  private static Optional<On> to(On.Happening on, Node.Entry entry, Reading reading) {
    if (on.subjects().size() != 1) {
      reading.error(entry.mark(), "to needs one variable", "name the one that takes the value");
      return Optional.empty();
    }
    Variable variable = reading.variables().get(new VariableId(on.subjects().get(0)));
    return Optional.ofNullable(variable)
        .flatMap(of -> Variables.value(of).read(entry.value(), reading))
        .map(value -> numbered(on, value));
  }

  private static On numbered(On.Happening on, int number) {
    return new On.Happening(on.hook(), on.subjects(), on.exit(), Optional.of(number));
  }

  private static Row<On> row(Hook hook, Form<List<String>> subjects) {
    return new Row<>(
        hook.word(),
        Set.of(hook),
        subjects.map(ids -> new On.Happening(hook, ids, Optional.empty(), Optional.empty())));
  }

  private static Row<On> among(String name, Map<String, Hook> words) {
    return new Row<>(
        name,
        Set.copyOf(words.values()),
        Forms.oneOf(words)
            .map(hook -> new On.Happening(hook, List.of(), Optional.empty(), Optional.empty())));
  }

  private static Map<String, Hook> byWord(Hook... hooks) {
    Map<String, Hook> words = new LinkedHashMap<>();
    for (Hook hook : hooks) {
      words.put(hook.word(), hook);
    }
    return words;
  }

  /** These ids, or {@code any}: no ids, which is all of them. */
  private static Form<List<String>> orAny(Form<List<String>> ids) {
    return new Form<>(
        ids.shape(),
        (node, reading) ->
            node instanceof Node.Scalar scalar && scalar.text().equals("any")
                ? Optional.of(List.of())
                : ids.read(node, reading));
  }

  private static <T extends Id> Form<List<String>> ids(Form<List<T>> form) {
    return form.map(ids -> ids.stream().map(Id::value).toList());
  }

  private static List<String> plain(List<String> phrases, Reading reading) {
    return phrases.stream().map(reading.lexicon()::plain).toList();
  }

  private static String id(Spot spot) {
    return spot instanceof Spot.Upon upon ? upon.thing().value() : ((Spot.In) spot).room().value();
  }
}
