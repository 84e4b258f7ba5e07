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
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.On;

/** The table of hooks: what rules can be about besides commands. */
final class Hooks {
  private static final String EXIT = "exit";
  private static final Shape SHAPE = new Shape.Table("a hook", false, Hooks::columns);

  private static final Form<List<String>> ROOMS = ids(Forms.oneOrMany(Refs.ROOM));
  private static final Form<List<String>> VARIABLES = ids(Forms.oneOrMany(Refs.VARIABLE));
  private static final Form<List<String>> THINGS = ids(Refs.ALIKE);
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
          row(Hook.SEEN, orAny(THINGS)),
          row(Hook.OCCUPIED, SPOTS),
          among("turn", Map.of("player", Hook.TURN_PLAYER, "party", Hook.TURN_PARTY)),
          row(Hook.CHANGED, orAny(VARIABLES)),
          among("start", Map.of("world", Hook.START)),
          among("player", byWord(Hook.JOINED, Hook.LEFT, Hook.LOST, Hook.RETURNED, Hook.DIED)));

  private static final Forms.EntryReader<On> ROW = Row.reader("hook", ROWS);

  static final Form<On> HOOK = new Form<>(SHAPE, Hooks::read);

  private Hooks() {}

  /** A hook has one of these keys; a way out may stand beside it. */
  private static List<Shape.Column> columns() {
    return Stream.concat(
            ROWS.stream().map(row -> new Shape.Column(row.name(), row.form().shape(), false)),
            Stream.of(new Shape.Column(EXIT, Exits.DIRECTION.shape(), false)))
        .toList();
  }

  private static Optional<On> read(Node node, Reading reading) {
    if (!(node instanceof Node.Mapping mapping)) {
      return reading.wrong(node, SHAPE);
    }
    List<Node.Entry> hooks =
        mapping.entries().stream().filter(entry -> !entry.key().equals(EXIT)).toList();
    if (hooks.size() != 1) {
      reading.error(
          node.mark(),
          "a hook has one key, and this has " + hooks.size(),
          "write several as a list");
      return Optional.empty();
    }
    Optional<On> hook = ROW.read(hooks.get(0), reading);
    Optional<Node.Entry> exit = mapping.entry(EXIT);
    return exit.isEmpty() ? hook : hook.flatMap(on -> leaving(on, exit.get(), reading));
  }

  private static Optional<On> leaving(On on, Node.Entry exit, Reading reading) {
    if (on instanceof On.Happening happening && happening.hook() == Hook.LEAVING) {
      return Exits.DIRECTION
          .read(exit.value(), reading)
          .map(
              (Direction way) ->
                  new On.Happening(Hook.LEAVING, happening.subjects(), Optional.of(way)));
    }
    reading.error(exit.mark(), "only leaving has an exit", "delete it");
    return Optional.of(on);
  }

  private static Row<On> row(Hook hook, Form<List<String>> subjects) {
    return new Row<>(
        hook.word(),
        Set.of(hook),
        subjects.map(ids -> new On.Happening(hook, ids, Optional.empty())));
  }

  private static Row<On> among(String name, Map<String, Hook> words) {
    return new Row<>(
        name,
        Set.copyOf(words.values()),
        Forms.oneOf(words).map(hook -> new On.Happening(hook, List.of(), Optional.empty())));
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

  private static String id(Spot spot) {
    return spot instanceof Spot.Upon upon ? upon.thing().value() : ((Spot.In) spot).room().value();
  }
}
