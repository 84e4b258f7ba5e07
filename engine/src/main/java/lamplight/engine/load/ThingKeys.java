package lamplight.engine.load;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Article;
import lamplight.engine.model.Capacity;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Id;
import lamplight.engine.model.Place;
import lamplight.engine.model.Pronoun;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;

/** The tables of what things, scenery and people can be given. */
final class ThingKeys {
  /** How many things a container or supporter takes where its author does not say. */
  private static final int ROOMY = 100;

  /** How many there can be of a thing. */
  static final int MOST_COPIES = 100;

  static final Key<String> NAME = Key.required("name", Forms.STRING, "");
  static final Key<List<String>> WORDS = Words.key("words");
  static final Key<List<String>> ADJECTIVES = Words.key("adjectives");
  static final Key<Optional<Article>> ARTICLE =
      Key.of(
          "article",
          Forms.word(
              new Shape.OneOf(List.of("a", "an", "some", "the", "")),
              (node, reading) -> {
                Optional<Article> article = Words.article(((Node.Scalar) node).text());
                return article.isPresent() ? article : reading.wrong(node, articles());
              }));
  static final Key<Boolean> PLURAL = Key.of("plural", Forms.TRUTH, false);
  static final Key<Optional<Place>> AT = Key.of("at", Places.START);
  static final Key<Text> INITIAL = Texts.key("initial");
  static final Key<Text> DESCRIPTION = Texts.key("description");
  static final Key<Optional<Boolean>> PORTABLE = Key.of("portable", Forms.TRUTH);
  static final Key<Text> STUCK = Texts.key("stuck");
  static final Key<Boolean> HIDDEN = Key.of("hidden", Forms.TRUTH, false);
  static final Key<Condition> VISIBLE = Key.of("visible", Conditions.OF_VIEWER, Condition.ALWAYS);
  private static final Key<Condition> REACHED =
      Key.required("when", Conditions.OF_VIEWER, Condition.ALWAYS);
  private static final Key<Text> REFUSE = Texts.key("refuse");
  static final Keys REACH_KEYS = Keys.of("reach", REACHED, REFUSE);
  static final Key<Thing.Reach> REACH = Key.of("reach", reach(), Thing.Reach.NEAR);
  static final Key<Boolean> UNLISTED = Key.of("unlisted", Forms.TRUTH, false);
  static final Key<Integer> WEIGHT = Key.of("weight", Forms.number(0, 10_000), 1);
  static final Key<Integer> BULK = Key.of("bulk", Forms.number(0, 10_000), 1);
  static final Key<Thing.Light> LIGHT =
      Key.of(
          "light",
          Forms.oneOf(Map.of("always", Thing.Light.ALWAYS, "on", Thing.Light.SWITCHED_ON)),
          Thing.Light.NEVER);
  static final Key<Optional<Boolean>> SWITCH =
      Key.of("switch", Forms.oneOf(Map.of("on", true, "off", false)));
  static final Key<Optional<Boolean>> WORN = Key.of("worn", Forms.TRUTH);
  static final Key<Boolean> EDIBLE = Key.of("edible", Forms.TRUTH, false);
  static final Key<Boolean> DRINKABLE = Key.of("drinkable", Forms.TRUTH, false);
  static final Key<Optional<Thing.Enter>> ENTER = Key.of("enter", Forms.oneOf(Thing.Enter.class));
  static final Key<Optional<Direction>> WAY = Key.of("way", Exits.DIRECTION);
  static final Key<Optional<ThingId>> PART_OF = Key.of("part_of", Refs.THING);
  static final Key<Map<String, Text>> STATES =
      Key.of("states", Forms.mapOf(state(), Texts.OF_STATE), Map.of());

  private static final Key<List<ThingId>> LIQUIDS =
      Key.required("liquids", Forms.listOf(Refs.LIQUID), List.of());
  private static final Key<Optional<ThingId>> FILLED = Key.of("start", Refs.LIQUID);
  static final Keys VESSEL_KEYS = Keys.of("a vessel", LIQUIDS, FILLED);
  static final Key<Optional<Fields>> VESSEL =
      Key.of("vessel", VESSEL_KEYS.form((fields, reading) -> Optional.of(fields)));
  static final Key<Optional<ThingId>> SOURCE = Key.of("source", Refs.LIQUID);
  static final Key<Text> DRINK = Texts.key("drink");

  /** Read with the names, because rules refer to them. */
  static final Key<List<String>> TAGS = Key.of("tags", Forms.listOf(tag()), List.of());

  static final Key<Integer> COPIES = Key.of("copies", Forms.number(1, MOST_COPIES), 1);
  static final Key<Integer> TREASURE = Key.of("treasure", Forms.number(0, 10_000), 0);
  static final Key<Optional<Pronoun>> PRONOUN = Key.of("pronoun", Forms.oneOf(Pronoun.class));

  private static final Key<Optional<Boolean>> OPEN = Key.of("open", Forms.TRUTH);
  private static final Key<Boolean> FIXED = Key.of("fixed", Forms.TRUTH, false);
  private static final Key<Optional<Boolean>> LOCKED = Key.of("locked", Forms.TRUTH);
  private static final Key<Optional<ThingId>> KEY = Key.of("key", Refs.THING);
  private static final Key<Boolean> TRANSPARENT = Key.of("transparent", Forms.TRUTH, false);
  private static final Key<Integer> HOLDS = Key.of("holds", Forms.number(1, 10_000), ROOMY);

  private static final Key<Integer> HOLDS_WEIGHT =
      Key.of("holds_weight", Forms.number(0, Variables.MOST), Capacity.BOUNDLESS);
  private static final Key<Integer> HOLDS_BULK =
      Key.of("holds_bulk", Forms.number(0, Variables.MOST), Capacity.BOUNDLESS);

  static final Keys DOOR_KEYS = Keys.of("a door", OPEN, LOCKED, KEY);
  static final Keys CONTAINER_KEYS =
      Keys.of(
          "a container", OPEN, FIXED, LOCKED, KEY, TRANSPARENT, HOLDS, HOLDS_WEIGHT, HOLDS_BULK);
  static final Keys SUPPORTER_KEYS = Keys.of("a supporter", HOLDS, HOLDS_WEIGHT, HOLDS_BULK);

  static final Key<Optional<Thing.Lockable>> DOOR =
      Key.of(
          "door",
          DOOR_KEYS.form(
              (fields, reading) ->
                  Optional.of(lid(fields, fields.get(OPEN).orElse(false), true, reading))));
  static final Key<Optional<Thing.Container>> CONTAINER =
      Key.of("container", CONTAINER_KEYS.form(ThingKeys::container));
  static final Key<Optional<Thing.Supporter>> SUPPORTER =
      Key.of(
          "supporter",
          SUPPORTER_KEYS.form(
              (fields, reading) -> Optional.of(new Thing.Supporter(holds(fields)))));

  /** What senses other than sight find: each a key of its own. */
  static final Map<Thing.Sense, Key<Text>> SENSES = senses();

  static final Keys THING =
      Keys.of(
              "a thing",
              NAME,
              WORDS,
              ADJECTIVES,
              ARTICLE,
              PLURAL,
              AT,
              INITIAL,
              DESCRIPTION,
              PORTABLE,
              STUCK,
              HIDDEN,
              VISIBLE,
              REACH,
              UNLISTED,
              WEIGHT,
              BULK,
              LIGHT,
              SWITCH,
              WORN,
              EDIBLE,
              DRINKABLE,
              CONTAINER,
              SUPPORTER,
              ENTER,
              WAY,
              PART_OF,
              STATES,
              COPIES,
              TAGS,
              TREASURE,
              VESSEL,
              SOURCE,
              DOOR)
          .and("a thing", SENSES.values().toArray(Key<?>[]::new));

  static final Keys SCENERY =
      THING.without("scenery", AT, PORTABLE, PART_OF, COPIES, TREASURE, DOOR, WORN, INITIAL);

  static final Keys LIQUID =
      Keys.of(
              "a liquid",
              NAME,
              WORDS,
              ADJECTIVES,
              ARTICLE,
              DESCRIPTION,
              WEIGHT,
              BULK,
              LIGHT,
              DRINKABLE,
              DRINK)
          .and("a liquid", SENSES.values().toArray(Key<?>[]::new));

  private ThingKeys() {}

  private static Map<Thing.Sense, Key<Text>> senses() {
    Map<Thing.Sense, Key<Text>> keys = new EnumMap<>(Thing.Sense.class);
    for (Thing.Sense sense : Thing.Sense.values()) {
      String name = sense.name().toLowerCase(Locale.ROOT);
      keys.put(
          sense,
          sense == Thing.Sense.READ
              ? Key.of(name, Handouts.TEXT_OR_HANDOUT, Text.EMPTY)
              : Texts.key(name));
    }
    return keys;
  }

  /** A condition, or a map of one and the refusal; no condition has a key of that name. */
  private static Form<Thing.Reach> reach() {
    Form<Thing.Reach> map =
        REACH_KEYS.form(
            (fields, reading) ->
                Optional.of(new Thing.Reach(fields.get(REACHED), fields.get(REFUSE))));
    Form<Thing.Reach> plain = Conditions.OF_VIEWER.map(when -> new Thing.Reach(when, Text.EMPTY));
    return new Form<>(
        new Shape.Either(plain.shape(), map.shape()),
        (node, reading) -> (node.at(REACHED.name()).isPresent() ? map : plain).read(node, reading));
  }

  private static Shape articles() {
    return new Shape.OneOf(List.of("a", "an", "some", "the", ""));
  }

  private static Form<String> tag() {
    return Forms.word(
        new Shape.Value("a tag"),
        (node, reading) -> {
          String word = ((Node.Scalar) node).text();
          if (!Id.valid(word)) {
            reading.error(node.mark(), "\"" + word + "\" is no tag", "write it as an id");
          }
          return Optional.of(word);
        });
  }

  private static Form<String> state() {
    return Forms.word(
        new Shape.Value("a state"),
        (node, reading) -> {
          String word = ((Node.Scalar) node).text();
          if (Standings.TAKEN.contains(word)) {
            reading.error(
                node.mark(),
                "\"" + word + "\" means the same for all things",
                "choose another word");
          } else if (!Id.valid(word)) {
            reading.error(
                node.mark(), "\"" + word + "\" is no word for a state", "write it as an id");
          }
          return Optional.of(word);
        });
  }

  private static Capacity holds(Fields fields) {
    return new Capacity(fields.get(HOLDS), fields.get(HOLDS_WEIGHT), fields.get(HOLDS_BULK));
  }

  private static Optional<Thing.Container> container(Fields fields, Reading reading) {
    boolean opens = (fields.has(OPEN) || fields.has(LOCKED)) && !fields.get(FIXED);
    boolean open = fields.get(OPEN).orElse(!fields.has(LOCKED));
    return Optional.of(
        new Thing.Container(
            lid(fields, open, opens, reading), fields.get(TRANSPARENT), holds(fields)));
  }

  /** What a vessel holds, of the liquids that it names. */
  static Thing.Vessel vessel(ThingId id, Fields fields, Reading reading) {
    Map<ThingId, ThingId> contents = new LinkedHashMap<>();
    for (ThingId liquid : fields.get(LIQUIDS)) {
      contents.put(liquid, new ThingId(Names.content(id.value(), liquid.value())));
    }
    Optional<ThingId> start = fields.get(FILLED);
    if (start.isPresent() && !contents.containsKey(start.get())) {
      reading.error(
          fields.mark(FILLED), "it does not hold \"" + start.get() + "\"", "add it to its liquids");
    }
    return new Thing.Vessel(contents, start);
  }

  private static Thing.Lockable lid(Fields fields, boolean open, boolean opens, Reading reading) {
    boolean locked = fields.get(LOCKED).orElse(false);
    if (open && locked) {
      reading.error(fields.mark(LOCKED), "it is open and locked at once", "close or unlock it");
    }
    if (fields.has(KEY) && !fields.has(LOCKED)) {
      reading.error(fields.mark(KEY), "there is a key and no lock", "add locked: true or false");
    }
    return new Thing.Lockable(open, opens, fields.get(LOCKED), fields.get(KEY));
  }

  /** The texts of the senses that a thing has some for. */
  static Map<Thing.Sense, Text> senses(Fields fields) {
    Map<Thing.Sense, Text> senses = new LinkedHashMap<>();
    SENSES.forEach(
        (sense, key) -> {
          if (!fields.get(key).isEmpty()) {
            senses.put(sense, fields.get(key));
          }
        });
    return senses;
  }
}
