package lamplight.engine.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Id;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Subject;
import lamplight.engine.model.Suggestion;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.TopicId;
import lamplight.engine.model.Variable;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Effect.Vital;

/** The table of effects: the author's guide, section Effects. A row can give several at once. */
final class Effects {
  private static final Shape SHAPE = Shape.Table.of("an effect", true, () -> Effects.ROWS);
  private static final Pattern STEP = Pattern.compile("[+-]\\d{1,9}");

  /** A list of effects. */
  static final Form<List<Effect>> EFFECTS =
      Forms.listOf(new Form<>(SHAPE, Effects::read)).map(Effects::flat);

  private static final Map<String, Boolean> MEMBERSHIP = Map.of("add ", true, "remove ", false);

  private static final Key<Optional<Refusal>> CODE = Key.of("code", Forms.oneOf(refusals()));
  private static final Key<Text> TEXT = Key.required("text", Texts.TEXT, Text.EMPTY);
  static final Keys REFUSE_KEYS = Keys.of("refuse", CODE, TEXT);

  private static final Key<Condition> WHEN =
      Key.required("when", Conditions.CONDITION, Condition.ALWAYS);
  private static final Key<List<Effect>> DO = Key.of("do", EFFECTS, List.of());
  private static final Key<List<Effect>> ELSE = Key.of("else", EFFECTS, List.of());
  static final Keys IF_KEYS = Keys.of("if", WHEN, DO, ELSE);

  private static final Key<List<Effect>> EACH = Key.required("do", EFFECTS, List.of());
  static final Keys EVERY_KEYS = Sets.KEYS.and("every", EACH);

  private static final Key<ThingId> BY = Key.required("by", Refs.PERSON, new ThingId("somebody"));
  private static final Key<Effect.From> FROM =
      Key.of("from", Forms.oneOf(Effect.From.class), Effect.From.ACTOR);
  static final Keys STEAL_KEYS = Sets.KEYS.without("steal", Sets.AT).and("steal", BY, FROM);

  private static final Key<Audience> WHO = Key.required("who", Audiences.WHO, Audience.ACTOR);
  private static final Key<Text> LAST = Texts.key("text");
  static final Keys AS_KEYS = Keys.of("as", WHO, EACH);

  /** A room, or {@code back}. */
  private static final Form<Optional<RoomId>> GOAL =
      new Form<>(
          Refs.ROOM.shape(),
          (node, reading) ->
              node instanceof Node.Scalar scalar && scalar.text().equals("back")
                  ? Optional.of(Optional.empty())
                  : Refs.ROOM.optional().read(node, reading));

  private static final Key<List<Effect>> YES = Key.of("yes", EFFECTS, List.of());
  private static final Key<List<Effect>> NO = Key.of("no", EFFECTS, List.of());
  private static final Key<Optional<String>> NAME = Key.of("name", Forms.STRING);
  static final Keys ASK_KEYS = Keys.of("ask", TEXT, YES, NO, NAME);

  private static final Key<ActionId> ACTION =
      Key.required("action", Refs.ACTION, new ActionId("something"));
  static final Keys ASK_WHAT_KEYS = Keys.of("ask_what", TEXT, ACTION);

  private static final Key<Audience> TO = Key.required("to", Audiences.WHO, Audience.ALL);
  private static final Key<Subject> REVEALED = Key.required("thing", Refs.SUBJECT, Subject.NOUN);
  static final Keys REVEAL_KEYS = Keys.of("reveal", TO, REVEALED);

  static final Keys KILL_KEYS = Keys.of("kill", WHO, LAST);

  static final List<Row<List<Effect>>> ROWS =
      List.of(
          row(
              "say",
              Forms.mapOr(Audiences.SAY, one(Texts.TEXT, Effects::toActor)),
              Effect.Say.class),
          row("act", one(Texts.TEXT, t -> new Effect.Say(Audience.PRESENT, t)), Effect.Say.class),
          row(
              "refuse",
              Forms.mapOr(
                  one(
                      REFUSE_KEYS.form(
                          (fields, reading) ->
                              Optional.of(refuse(fields.get(CODE), fields.get(TEXT)))),
                      effect -> effect),
                  one(Texts.TEXT, text -> refuse(Optional.empty(), text))),
              Effect.Refuse.class),
          row(
              "set",
              Forms.entries(
                  new Shape.MapOf(Refs.VARIABLE.shape(), new Shape.Value("its value")),
                  Effects::set),
              Effect.SetTo.class,
              Effect.Count.class,
              Effect.Include.class),
          row("make", Standings.MAKE, Effect.Make.class, Effect.Become.class),
          row(
              "move",
              Forms.mapOf(Refs.SUBJECT, Places.DESTINATION).map(map -> each(map, Effect.Move::new)),
              Effect.Move.class),
          row(
              "spawn",
              Forms.mapOf(Refs.THING, Places.DESTINATION).with(Effects::spawn),
              Effect.Spawn.class),
          row("steal", STEAL_KEYS.form(Effects::steal), Effect.Steal.class),
          row(
              "go",
              Forms.mapOr(
                  Forms.mapOf(Audiences.WHO, GOAL).map(map -> each(map, Effect.Go::new)),
                  one(GOAL, goal -> new Effect.Go(Audience.ACTOR, goal))),
              Effect.Go.class),
          row(
              "swap",
              new Form<>(Forms.listOf(Refs.SUBJECT).shape(), Effects::swap),
              Effect.Swap.class),
          row("redirect", one(Refs.ROOM, Effect.Redirect::new), Effect.Redirect.class),
          row("as", one(AS_KEYS.form(Effects::as), effect -> effect), Effect.As.class),
          row("perform", one(Triggers.ERRAND, effect -> effect), Effect.Perform.class),
          row("ask", one(ASK_KEYS.form(Effects::ask), effect -> effect), Effect.Ask.class),
          row(
              "ask_what",
              one(ASK_WHAT_KEYS.form(Effects::askWhat), effect -> effect),
              Effect.AskWhat.class),
          row("takes_turn", one(Forms.TRUTH, Effect.TakesTurn::new), Effect.TakesTurn.class),
          row("hint", one(Refs.HINT, Effect.Advise::new), Effect.Advise.class),
          row(
              "describe",
              one(Forms.oneOf(Map.of("here", true)), here -> new Effect.Describe()),
              Effect.Describe.class),
          row("start", one(Refs.TIMER, timer -> new Effect.Run(timer, true)), Effect.Run.class),
          row("stop", one(Refs.TIMER, timer -> new Effect.Run(timer, false)), Effect.Run.class),
          row("score", one(Refs.SCORE, Effect.Give::new), Effect.Give.class),
          row("achieve", one(Refs.ACHIEVEMENT, Effect.Achieve::new), Effect.Achieve.class),
          row(
              "follow",
              Forms.mapOf(Refs.PERSON, Forms.oneOf(Map.of("actor", true, "nobody", false)))
                  .map(map -> each(map, Effect.Follow::new)),
              Effect.Follow.class),
          row(
              "reveal",
              Forms.mapOr(
                  one(
                      REVEAL_KEYS.form(
                          (fields, reading) ->
                              Optional.of(new Effect.Reveal(fields.get(TO), fields.get(REVEALED)))),
                      effect -> effect),
                  one(Refs.SUBJECT, thing -> new Effect.Reveal(Audience.ALL, thing))),
              Effect.Reveal.class),
          row("hurt", feel(Vital.HEALTH, -1), Effect.Feel.class),
          row(
              "kill",
              Forms.mapOr(
                  one(
                      KILL_KEYS.form(
                          (fields, reading) ->
                              Optional.of(new Effect.Kill(fields.get(WHO), fields.get(LAST)))),
                      effect -> effect),
                  one(Audiences.WHO, who -> new Effect.Kill(who, Text.EMPTY))),
              Effect.Kill.class),
          row("heal", feel(Vital.HEALTH, 1), Effect.Feel.class),
          row("tire", feel(Vital.ENERGY, -1), Effect.Feel.class),
          row("rest", feel(Vital.ENERGY, 1), Effect.Feel.class),
          row(
              "suggest",
              Forms.entries(
                  new Shape.MapOf(Refs.PERSON.shape(), new Shape.Value("a topic")),
                  Effects::suggest),
              Effect.Suggest.class),
          row(
              "if",
              one(
                  IF_KEYS.form(
                      (fields, reading) ->
                          Optional.of(
                              new Effect.If(fields.get(WHEN), fields.get(DO), fields.get(ELSE)))),
                  effect -> effect),
              Effect.If.class),
          row("fill", Vessels.FILL, Effect.Fill.class),
          row("empty", Vessels.EMPTY, Effect.Fill.class),
          row("every", one(EVERY_KEYS.form(Effects::every), effect -> effect), Effect.Every.class),
          row("random", Forms.listOf(EFFECTS).map(Effects::random), Effect.Random.class),
          row("end", one(Refs.ENDING, Effect.End::new), Effect.End.class),
          row(
              "continue",
              one(Forms.oneOf(Map.of("true", true)), yes -> new Effect.Continue()),
              Effect.Continue.class));

  private static final Form<List<Effect>> ROWS_FORM =
      Forms.entries(SHAPE, Row.reader("effect", ROWS)).map(Effects::flat);

  private Effects() {}

  /** Behind a method, because effects stand in effects. */
  private static Optional<List<Effect>> read(Node node, Reading reading) {
    if (node instanceof Node.Mapping mapping && mapping.entries().size() != 1) {
      reading.error(
          node.mark(),
          "an effect has one key, and this has " + mapping.entries().size(),
          "begin each effect with a dash of its own");
    }
    return ROWS_FORM.read(node, reading);
  }

  private static Row<List<Effect>> row(String name, Form<List<Effect>> form, Class<?>... makes) {
    return new Row<>(name, java.util.Set.of(makes), form);
  }

  private static <T> Form<List<Effect>> one(
      Form<T> form, java.util.function.Function<T, Effect> make) {
    return form.map(value -> List.of(make.apply(value)));
  }

  private static <K, V> List<Effect> each(
      Map<K, V> map, java.util.function.BiFunction<K, V, Effect> make) {
    return map.entrySet().stream()
        .map(entry -> make.apply(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<Effect> flat(List<List<Effect>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }

  private static Effect toActor(Text text) {
    return new Effect.Say(Audience.ACTOR, text);
  }

  private static Effect refuse(Optional<Refusal> code, Text text) {
    return new Effect.Refuse(code.orElse(Refusal.NOT_POSSIBLE), text);
  }

  /** The refusals that are about the world: those of lines, seats and words are not an author's. */
  private static Map<String, Refusal> refusals() {
    Map<String, Refusal> codes = new LinkedHashMap<>();
    for (Refusal refusal : Refusal.values()) {
      if (refusal.compareTo(Refusal.NO_SUCH_EXIT) >= 0
          && refusal.compareTo(Refusal.NO_EFFECT) <= 0) {
        codes.put(refusal.code(), refusal);
      }
    }
    return codes;
  }

  private static List<Effect> spawn(Map<ThingId, Effect.Destination> spawned, Reading reading) {
    return each(
        spawned,
        (thing, to) -> {
          List<String> alike = reading.names().alike(thing.value());
          return new Effect.Spawn(alike.stream().map(ThingId::new).toList(), to);
        });
  }

  private static Optional<List<Effect>> steal(Fields fields, Reading reading) {
    ThingId thief = fields.get(BY);
    Optional<RoomId> lair = People.lair(thief, reading);
    if (fields.has(BY) && lair.isEmpty()) {
      reading.error(
          fields.mark(BY),
          "\"" + thief + "\" has no lair to take anything to",
          "give the person the key lair: ROOM");
    }
    return lair.map(
        room ->
            List.of(
                new Effect.Steal(
                    thief, room, Sets.of(fields, reading).things(), fields.get(FROM))));
  }

  private static Form<List<Effect>> feel(Vital vital, int sign) {
    return one(Forms.number(1, 100), by -> new Effect.Feel(vital, sign * by));
  }

  private static List<Effect> random(List<List<Effect>> choices) {
    return choices.isEmpty() ? List.of() : List.of(new Effect.Random(choices));
  }

  /** Not one within another: what a rule does is bounded by the number of things. */
  private static Optional<Effect> every(Fields fields, Reading reading) {
    List<Effect> effects = fields.get(EACH);
    if (stands(Effect.Every.class, effects)) {
      reading.error(
          fields.mark(EACH), "every stands within every", "make a set of its own for each");
    }
    return Optional.of(new Effect.Every(Sets.of(fields, reading), effects));
  }

  private static Optional<Effect> ask(Fields fields, Reading reading) {
    Optional<String> own = fields.get(NAME);
    if (own.filter(name -> !Id.valid(name)).isPresent()) {
      reading.error(
          fields.mark(NAME), "\"" + own.get() + "\" is no id", "name it as you name things");
    }
    String name = reading.questions().name(own, fields.mark(), reading);
    return Optional.of(new Effect.Ask(name, fields.get(TEXT), fields.get(YES), fields.get(NO)));
  }

  private static Optional<Effect> askWhat(Fields fields, Reading reading) {
    ActionId action = fields.get(ACTION);
    if (fields.has(ACTION)
        && reading.lexicon().lacking(action, 1).isEmpty()
        && reading.lexicon().lacking(action, 2).isEmpty()) {
      reading.error(
          fields.mark(ACTION),
          "\"" + action + "\" has no pattern that ends with a noun",
          "give the verb one, such as: fill THING");
    }
    return Optional.of(new Effect.AskWhat(fields.get(TEXT), action));
  }

  private static Optional<Effect> as(Fields fields, Reading reading) {
    List<Effect> effects = fields.get(EACH);
    if (stands(Effect.As.class, effects)) {
      reading.error(fields.mark(EACH), "as stands within as", "make a rule of its own for each");
    }
    return Optional.of(new Effect.As(fields.get(WHO), effects));
  }

  /** Whether an effect of a kind is among some, or within one of them. */
  static boolean stands(Class<? extends Effect> kind, List<Effect> among) {
    return among.stream().anyMatch(of -> kind.isInstance(of) || stands(kind, of.parts()));
  }

  private static Optional<List<Effect>> swap(Node node, Reading reading) {
    Optional<List<Subject>> things = Forms.listOf(Refs.SUBJECT).read(node, reading);
    if (things.filter(two -> two.size() != 2).isPresent()) {
      reading.error(
          node.mark(),
          "swap takes two things, and this has " + things.get().size(),
          "write it as swap: [lamp, key]");
      return Optional.empty();
    }
    return things.map(two -> List.of(new Effect.Swap(two.get(0), two.get(1))));
  }

  private static Optional<Effect> set(Node.Entry entry, Reading reading) {
    return Refs.VARIABLE
        .read(entry.name(), reading)
        .map(reading.variables()::get)
        .flatMap(variable -> set(variable, entry.value(), reading));
  }

  private static Optional<Effect> set(Variable variable, Node node, Reading reading) {
    boolean counts = variable.type() == Variable.Type.INT;
    if (counts && node instanceof Node.Scalar scalar && STEP.matcher(scalar.text()).matches()) {
      return Optional.of(new Effect.Count(variable.id(), Integer.parseInt(scalar.text())));
    }
    if (variable.type() == Variable.Type.SET && node instanceof Node.Scalar scalar) {
      for (Map.Entry<String, Boolean> word : MEMBERSHIP.entrySet()) {
        if (scalar.text().startsWith(word.getKey())) {
          String member = scalar.text().substring(word.getKey().length()).strip();
          return Variables.member(variable)
              .read(Node.Scalar.plain(node.mark(), member), reading)
              .map(number -> new Effect.Include(variable.id(), number, word.getValue()));
        }
      }
    }
    return Variables.value(variable)
        .read(counts ? unequalled(node) : node, reading)
        .map(value -> new Effect.SetTo(variable.id(), value));
  }

  /** A number without the sign of equality, which tells {@code "= -1"} from a step. */
  private static Node unequalled(Node node) {
    return node instanceof Node.Scalar scalar && scalar.text().startsWith("=")
        ? Node.Scalar.plain(node.mark(), scalar.text().substring(1).strip())
        : node;
  }

  private static Optional<Effect> suggest(Node.Entry entry, Reading reading) {
    Optional<ThingId> person = Refs.PERSON.read(entry.name(), reading);
    return person.flatMap(
        who ->
            Topics.topic(who)
                .read(entry.value(), reading)
                .map((TopicId topic) -> new Effect.Suggest(new Suggestion(who, topic))));
  }
}
