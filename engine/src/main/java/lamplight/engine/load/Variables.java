package lamplight.engine.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableId;

/** The section {@code variables}: they refer to nothing, so they are read before all else. */
final class Variables {
  /** The bounds of what a number can be. */
  static final int MOST = 1_000_000;

  private static final Form<Integer> ANY = Forms.number(-MOST, MOST);

  private static final Key<Variable.Type> TYPE =
      Key.required("type", Forms.oneOf(Variable.Type.class), Variable.Type.FLAG);
  private static final Key<Variable.Scope> SCOPE =
      Key.of("scope", Forms.oneOf(Variable.Scope.class), Variable.Scope.SHARED);
  private static final Key<Boolean> PUBLIC = Key.of("public", Forms.TRUTH, false);
  private static final Key<List<String>> VALUES =
      Key.of("values", Forms.listOf(Forms.STRING), List.of());
  private static final Key<Optional<Integer>> MIN = Key.of("min", ANY);
  private static final Key<Optional<Integer>> MAX = Key.of("max", ANY);
  private static final Key<List<String>> OF = Key.of("of", Forms.listOf(Forms.STRING), List.of());
  private static final Key<Optional<List<String>>> START =
      Key.of("start", Forms.oneOrMany(Forms.STRING));

  static final Keys KEYS = Keys.of("a variable", TYPE, SCOPE, PUBLIC, VALUES, OF, MIN, MAX, START);

  private static final Map<Key<?>, Variable.Type> TYPES =
      Map.of(
          MIN, Variable.Type.INT,
          MAX, Variable.Type.INT,
          VALUES, Variable.Type.ENUM,
          OF, Variable.Type.SET);

  private Variables() {}

  /** A value of a variable as data writes it, as the number that the state keeps. */
  static Form<Integer> value(Variable variable) {
    if (variable.type() == Variable.Type.INT) {
      return Forms.number(variable.min(), variable.max());
    }
    if (variable.type() == Variable.Type.SET) {
      return Forms.oneOrMany(member(variable))
          .map(
              members ->
                  members.stream().mapToInt(member -> 1 << member).reduce(0, (a, b) -> a | b));
    }
    Map<String, Integer> choices = new LinkedHashMap<>();
    for (int value = variable.min(); value <= variable.max(); value++) {
      choices.put(variable.show(value), value);
    }
    return Forms.oneOf(choices);
  }

  /** One of the values that a set is of, by its number. */
  static Form<Integer> member(Variable set) {
    Map<String, Integer> members = new LinkedHashMap<>();
    set.values().forEach(value -> members.put(value, members.size()));
    return Forms.oneOf(members);
  }

  static Map<VariableId, Variable> read(Node node, Reading reading) {
    Map<VariableId, Variable> variables = new LinkedHashMap<>();
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        if (reading.names().has(Kind.VARIABLE, entry.key())) {
          VariableId id = new VariableId(entry.key());
          KEYS.form((fields, r) -> variable(id, fields, entry, r))
              .read(entry.value(), reading)
              .ifPresent(variable -> variables.put(id, variable));
        }
      }
    } else {
      reading.wrong(node, new Shape.MapOf(new Shape.Value("an id"), KEYS.shape()));
    }
    return variables;
  }

  private static Optional<Variable> variable(
      VariableId id, Fields fields, Node.Entry entry, Reading reading) {
    Variable.Type type = fields.get(TYPE);
    if (!fits(type, fields, reading)) {
      return Optional.empty();
    }
    List<String> values = fields.get(type == Variable.Type.SET ? OF : VALUES);
    if (type == Variable.Type.SET && values.size() > Variable.LARGEST_SET) {
      reading.error(
          fields.mark(OF),
          "a set is of at most " + Variable.LARGEST_SET + " values",
          "make two of it");
      return Optional.empty();
    }
    int min = type == Variable.Type.INT ? fields.get(MIN).orElse(0) : 0;
    int max =
        switch (type) {
          case FLAG -> 1;
          case INT -> fields.get(MAX).orElse(0);
          case ENUM -> values.size() - 1;
          case SET -> (1 << values.size()) - 1;
        };
    if (min > max) {
      reading.error(fields.mark(MIN), "min is more than max", "swap them");
      return Optional.empty();
    }
    int usual = Math.max(min, Math.min(max, 0));
    Variable unset =
        new Variable(id, type, fields.get(SCOPE), fields.get(PUBLIC), values, min, max, usual);
    return Optional.of(
        fields
            .get(START)
            .flatMap(start -> start(unset, entry, reading))
            .map(start -> startingAt(unset, start))
            .orElse(unset));
  }

  /** Whether a variable has the keys that its type asks for, and no others. */
  private static boolean fits(Variable.Type type, Fields fields, Reading reading) {
    boolean fits = true;
    for (Key<?> key : List.of(MIN, MAX, VALUES, OF)) {
      boolean wanted = type == TYPES.get(key);
      if (fields.has(key) != wanted) {
        fits = false;
        String what = "a variable of type " + type.name().toLowerCase(java.util.Locale.ROOT);
        reading.error(
            fields.mark(key),
            what + (wanted ? " needs " : " has no ") + "\"" + key.name() + "\"",
            wanted ? "every variable is bounded" : "delete it, or change the type");
      }
    }
    boolean named = type == Variable.Type.ENUM || type == Variable.Type.SET;
    return fits && (!named || !(fields.get(VALUES).isEmpty() && fields.get(OF).isEmpty()));
  }

  private static Optional<Integer> start(Variable variable, Node.Entry entry, Reading reading) {
    return entry.value().at(START.name()).flatMap(start -> value(variable).read(start, reading));
  }

  private static Variable startingAt(Variable variable, int start) {
    return new Variable(
        variable.id(),
        variable.type(),
        variable.scope(),
        variable.open(),
        variable.values(),
        variable.min(),
        variable.max(),
        start);
  }
}
