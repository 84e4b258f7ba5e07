package lamplight.engine.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Comparison;
import lamplight.engine.model.Comparison.Operator;
import lamplight.engine.model.Condition;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Subject;
import lamplight.engine.model.Suggestion;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Timer;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableId;

/** The table of conditions: the author's guide, section Conditions. */
final class Conditions {
  private static final Shape SHAPE = Shape.Table.of("a condition", false, () -> Conditions.ROWS);

  /** A map of conditions, all of which have to hold. */
  static final Form<Condition> CONDITION = new Form<>(SHAPE, Conditions::read);

  private static final String HAS = "has ";

  private static final Comparison TRUE = new Comparison(Operator.EQUAL, 1);

  private static final Form<List<Condition>> SEVERAL = Forms.listOf(CONDITION);

  private static final Key<RoomId> ROOM = Key.required("room", Refs.ROOM, new RoomId("somewhere"));
  private static final Key<Boolean> BY_PARTY =
      Key.of("by", Forms.oneOf(Map.of("party", true, "actor", false)), false);
  static final Keys VISITED_KEYS = Keys.of("visited", ROOM, BY_PARTY);

  private static final Key<ActionId> ACTION =
      Key.required("action", Refs.ACTION, new ActionId("something"));
  private static final Key<Optional<Subject>> THING = Key.of("thing", Refs.SUBJECT);
  private static final Key<Optional<Integer>> SECONDS =
      Key.of("seconds", Forms.number(1, Variables.MOST));
  private static final Key<Optional<Integer>> TURNS =
      Key.of("turns", Forms.number(1, Variables.MOST));
  private static final Key<Condition.Who> BY =
      Key.of("by", Forms.oneOf(Condition.Who.class), Condition.Who.ANYONE);
  static final Keys RECENTLY_KEYS = Keys.of("recently", ACTION, THING, SECONDS, TURNS, BY);

  private static final Key<Comparison> IS =
      Key.required("is", Comparisons.number(Operator.EQUAL), TRUE);
  static final Keys COUNT_KEYS = Sets.KEYS.and("count", IS);

  private static final Key<VariableId> PERCENT =
      Key.required("var", percentage(), new VariableId("something"));
  static final Keys CHANCE_KEYS = Keys.of("chance", PERCENT);

  static final List<Row<Condition>> ROWS =
      List.of(
          Row.of("at", Forms.oneOrMany(Refs.SPOT).map(Condition.At::new), Condition.At.class),
          Row.of("region", Refs.REGION.map(Condition.InRegion::new), Condition.InRegion.class),
          Row.of("holds", each(Condition.Holds::new), Condition.Holds.class),
          Row.of("here", each(Condition.Here::new), Condition.Here.class),
          Row.of("with", each(Condition.With::new), Condition.With.class),
          Row.of("sees", each(Condition.Sees::new), Condition.Sees.class),
          Row.of(
              "placed",
              all(Refs.SUBJECT, Places.WHERE, Condition.Placed::new),
              Condition.Placed.class),
          Row.of("is", Standings.IS, Condition.Is.class, Condition.InState.class),
          Row.of("liquid", Refs.LIQUID.map(Condition.LiquidHere::new), Condition.LiquidHere.class),
          Row.of("content", Vessels.CONTENT, Condition.Content.class),
          Row.of(
              "flag",
              Forms.oneOrMany(flag()).map(Conditions::all),
              Condition.Compares.class,
              Condition.Has.class,
              Condition.Size.class),
          Row.of(
              "var",
              Forms.entries(
                      new Shape.MapOf(Refs.VARIABLE.shape(), new Shape.Value("its value")),
                      Conditions::compares)
                  .map(Conditions::all),
              Condition.Compares.class),
          Row.of(
              "timer",
              Forms.entries(
                      new Shape.MapOf(
                          Refs.TIMER.shape(), new Shape.Value("running or a comparison")),
                      Conditions::timer)
                  .map(Conditions::all),
              Condition.Running.class,
              Condition.Remains.class),
          Row.of(
              "occupied",
              Forms.mapOf(Refs.SPOT, Forms.number(1, 100)).map(Condition.Occupied::new),
              Condition.Occupied.class),
          Row.of(
              "present",
              Comparisons.number(Operator.AT_LEAST).map(Condition.Present::new),
              Condition.Present.class),
          Row.of("alone", Forms.TRUTH.map(Condition.Alone::new), Condition.Alone.class),
          Row.of("role", Refs.ROLE.map(Condition.HasRole::new), Condition.HasRole.class),
          Row.of("dark", Forms.TRUTH.map(Condition.Dark::new), Condition.Dark.class),
          Row.of(
              "visited",
              Forms.mapOr(
                  VISITED_KEYS.form(
                      (fields, reading) ->
                          Optional.of(
                              new Condition.Visited(fields.get(ROOM), fields.get(BY_PARTY)))),
                  Refs.ROOM.map(room -> new Condition.Visited(room, false))),
              Condition.Visited.class),
          Row.of("seen", each(Condition.Seen::new), Condition.Seen.class),
          Row.of(
              "achieved",
              Refs.ACHIEVEMENT.map(Condition.HasAchieved::new),
              Condition.HasAchieved.class),
          Row.of("met", Refs.PEOPLE.map(Condition.Met::new), Condition.Met.class),
          Row.of("recently", RECENTLY_KEYS.form(Conditions::recently), Condition.Recently.class),
          Row.of("turns_here", number().map(Condition.TurnsHere::new), Condition.TurnsHere.class),
          Row.of("previous", Refs.ROOM.map(Condition.Previous::new), Condition.Previous.class),
          Row.of("visits", all(Refs.ROOM, number(), Condition.Visits::new), Condition.Visits.class),
          Row.of("was_dark", Forms.TRUTH.map(Condition.WasDark::new), Condition.WasDark.class),
          Row.of("last", last(), Condition.Last.class),
          Row.of(
              "acting",
              Forms.oneOf(Map.of("player", true, "nobody", false)).map(Condition.Acting::new),
              Condition.Acting.class),
          Row.of(
              "raised",
              Forms.entries(
                      new Shape.MapOf(
                          Refs.PERSON.shape(), new Shape.OneOrMany(new Shape.Value("a topic"))),
                      Conditions::raised)
                  .map(Conditions::all),
              Condition.Raised.class),
          Row.of("failed", rule().map(Condition.Failed::new), Condition.Failed.class),
          Row.of(
              "chance",
              Forms.mapOr(
                  CHANCE_KEYS.form(
                      (fields, reading) ->
                          Optional.of(new Condition.ChancesOf(fields.get(PERCENT)))),
                  Forms.number(0, 100).map(Condition.Chances::new)),
              Condition.Chances.class,
              Condition.ChancesOf.class),
          Row.of("scored", Refs.SCORE.map(Condition.Scored::new), Condition.Scored.class),
          Row.of("noun", Refs.ALIKE.map(Condition.NounIs::new), Condition.NounIs.class),
          Row.of("second", Refs.ALIKE.map(Condition.SecondIs::new), Condition.SecondIs.class),
          Row.of("noun_tag", Refs.TAGGED.map(Condition.NounIs::new), Condition.NounIs.class),
          Row.of("second_tag", Refs.TAGGED.map(Condition.SecondIs::new), Condition.SecondIs.class),
          Row.of(
              "weighs", all(Refs.SUBJECT, number(), Condition.Weighs::new), Condition.Weighs.class),
          Row.of("count", COUNT_KEYS.form(Conditions::count), Condition.Counts.class),
          Row.of(
              "carried",
              Comparisons.number(Operator.EQUAL).map(Condition.Carried::new),
              Condition.Carried.class),
          Row.of("all", SEVERAL.map(Condition.All::new), Condition.All.class),
          Row.of("any", SEVERAL.map(Condition.Any::new), Condition.Any.class),
          Row.of("not", CONDITION.map(Condition.Not::new), Condition.Not.class));

  private static final Form<Condition> ROWS_FORM =
      Forms.entries(SHAPE, Row.reader("condition", ROWS)).map(Conditions::all);

  private Conditions() {}

  /** Behind a method, because conditions stand in conditions. */
  private static Optional<Condition> read(Node node, Reading reading) {
    return ROWS_FORM.read(node, reading);
  }

  /**
   * A condition about whoever looks. It does not ask what they see, which would ask it again, and
   * chance would say something else at each look.
   */
  static final Form<Condition> OF_VIEWER =
      new Form<>(
          SHAPE,
          (node, reading) ->
              CONDITION
                  .read(node, reading)
                  .filter(
                      condition -> {
                        boolean fits = isOfViewer(condition);
                        if (!fits) {
                          reading.error(
                              node.mark(),
                              "what can be seen asks for what is seen, or for chance",
                              "ask for a role, a variable, or something that was done");
                        }
                        return fits;
                      }));

  private static boolean isOfViewer(Condition condition) {
    return !(condition instanceof Condition.Sees
            || condition instanceof Condition.Chances
            || condition instanceof Condition.ChancesOf)
        && (!(condition instanceof Condition.Compound compound)
            || compound.parts().stream().allMatch(Conditions::isOfViewer));
  }

  /** One condition that holds when all of these do. */
  static Condition all(List<? extends Condition> conditions) {
    return conditions.size() == 1 ? conditions.get(0) : new Condition.All(List.copyOf(conditions));
  }

  /** A map, each entry of which makes a condition. */
  static <K, V> Form<Condition> all(
      Form<K> key, Form<V> value, java.util.function.BiFunction<K, V, Condition> make) {
    return Forms.mapOf(key, value)
        .map(
            map ->
                all(
                    map.entrySet().stream()
                        .map(entry -> make.apply(entry.getKey(), entry.getValue()))
                        .toList()));
  }

  /** One thing or several, all of which it has to hold for. */
  private static Form<Condition> each(java.util.function.Function<Subject, Condition> make) {
    Form<Condition> one =
        new Form<>(
            Refs.SUBJECT.shape(),
            (node, reading) ->
                node instanceof Node.Scalar scalar && reading.names().isLiquid(scalar.text())
                    ? Optional.of(anywhere(scalar.text(), make, reading))
                    : Refs.SUBJECT.read(node, reading).map(make));
    return Forms.oneOrMany(one).map(Conditions::all);
  }

  /** A liquid, in whatever vessel it is, or what it can be drawn from. */
  private static Condition anywhere(
      String liquid, java.util.function.Function<Subject, Condition> make, Reading reading) {
    return new Condition.Any(
        reading.names().alike(liquid).stream()
            .map(id -> make.apply(new Subject.Named(new ThingId(id))))
            .toList());
  }

  private static Form<Comparison> number() {
    return Comparisons.number(Operator.EQUAL);
  }

  /** A variable whose values are percentages. */
  private static Form<VariableId> percentage() {
    return Forms.word(
        new Shape.Value("a number from 0 to 100"),
        (node, reading) ->
            Refs.VARIABLE
                .read(node, reading)
                .filter(
                    id -> {
                      Variable variable = reading.variables().get(id);
                      boolean fits =
                          variable != null
                              && variable.type() == Variable.Type.INT
                              && variable.min() >= 0
                              && variable.max() <= 100;
                      if (!fits) {
                        reading.error(
                            node.mark(),
                            "\"" + id + "\" is no percentage",
                            "declare it as an int with min: 0 and max: 100");
                      }
                      return fits;
                    }));
  }

  private static Form<Condition> last() {
    Form<List<ActionId>> actions = Forms.oneOrMany(Refs.ACTION);
    return new Form<>(
        actions.shape(),
        (node, reading) ->
            actions
                .read(node, reading)
                .map(
                    list -> {
                      if (list.size() > PlayerState.LAST) {
                        reading.error(
                            node.mark(),
                            "only the last " + PlayerState.LAST + " actions are remembered",
                            "name fewer");
                      }
                      return new Condition.Last(list);
                    }));
  }

  private static Form<String> rule() {
    return Forms.word(
        new Shape.Value("a rule"),
        (node, reading) -> {
          String name = ((Node.Scalar) node).text();
          if (!reading.names().rules().contains(name)) {
            reading.error(
                node.mark(),
                "\"" + name + "\" is no rule",
                Nearest.hint(name, reading.names().rules()));
          }
          return Optional.of(name);
        });
  }

  private static Optional<Condition> raised(Node.Entry entry, Reading reading) {
    return Refs.PERSON
        .read(entry.name(), reading)
        .flatMap(
            person ->
                Forms.oneOrMany(Topics.topic(person))
                    .read(entry.value(), reading)
                    .map(
                        topics ->
                            all(
                                topics.stream()
                                    .map(topic -> new Suggestion(person, topic))
                                    .map(Condition.Raised::new)
                                    .toList())));
  }

  private static Form<Condition> flag() {
    return Forms.word(
        new Shape.Value("a flag"),
        (node, reading) ->
            Refs.VARIABLE
                .read(node, reading)
                .map(reading.variables()::get)
                .filter(variable -> isFlag(variable, node, reading))
                .map(variable -> new Condition.Compares(variable.id(), TRUE)));
  }

  private static boolean isFlag(Variable variable, Node node, Reading reading) {
    boolean flag = variable.type() == Variable.Type.FLAG;
    if (!flag) {
      reading.error(
          node.mark(),
          "\"" + variable.id() + "\" is no flag",
          "write var: {" + variable.id() + ": …}");
    }
    return flag;
  }

  private static Optional<Condition> compares(Node.Entry entry, Reading reading) {
    return Refs.VARIABLE
        .read(entry.name(), reading)
        .map(reading.variables()::get)
        .flatMap(
            variable ->
                variable.type() == Variable.Type.SET
                    ? set(variable, entry.value(), reading)
                    : Comparisons.with(variable)
                        .read(entry.value(), reading)
                        .map(comparison -> new Condition.Compares(variable.id(), comparison)));
  }

  /** {@code has red}, or how many values a set has. */
  private static Optional<Condition> set(Variable set, Node node, Reading reading) {
    if (node instanceof Node.Scalar scalar && scalar.text().startsWith(HAS)) {
      return Variables.member(set)
          .read(
              Node.Scalar.plain(node.mark(), scalar.text().substring(HAS.length()).strip()),
              reading)
          .map(member -> new Condition.Has(set.id(), member));
    }
    return number().read(node, reading).map(size -> new Condition.Size(set.id(), size));
  }

  private static Optional<Condition> timer(Node.Entry entry, Reading reading) {
    Map<String, Boolean> words = Map.of("running", true, "stopped", false);
    Boolean running = entry.value() instanceof Node.Scalar scalar ? words.get(scalar.text()) : null;
    return Refs.TIMER
        .read(entry.name(), reading)
        .flatMap(
            timer ->
                running == null
                    ? Comparisons.number(Operator.EQUAL)
                        .read(entry.value(), reading)
                        .map(comparison -> new Condition.Remains(timer, comparison))
                    : Optional.of(new Condition.Running(timer, running)));
  }

  private static Optional<Condition> count(Fields fields, Reading reading) {
    return Optional.of(new Condition.Counts(Sets.of(fields, reading), fields.get(IS)));
  }

  private static Optional<Condition> recently(Fields fields, Reading reading) {
    Optional<Integer> seconds = fields.get(SECONDS);
    Optional<Integer> turns = fields.get(TURNS);
    if (seconds.isPresent() == turns.isPresent()) {
      reading.error(fields.mark(), "recently needs either seconds or turns", "say within how many");
    }
    return Optional.of(
        new Condition.Recently(
            fields.get(ACTION),
            fields.get(THING),
            seconds.isPresent() ? Timer.Unit.SECONDS : Timer.Unit.TURNS,
            seconds.or(() -> turns).orElse(0),
            fields.get(BY)));
  }
}
