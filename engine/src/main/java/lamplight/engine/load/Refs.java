package lamplight.engine.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lamplight.engine.model.AchievementId;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.EndingId;
import lamplight.engine.model.HintId;
import lamplight.engine.model.RegionId;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ScoreId;
import lamplight.engine.model.Spot;
import lamplight.engine.model.Subject;
import lamplight.engine.model.TagId;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.TimerId;
import lamplight.engine.model.VariableId;

/** The forms of what refers to something by its id. */
final class Refs {
  static final Form<RoomId> ROOM = to(Kind.ROOM, RoomId::new);
  static final Form<ThingId> THING = to(Kind.THING, ThingId::new);
  static final Form<RegionId> REGION = to(Kind.REGION, RegionId::new);
  static final Form<RoleId> ROLE = to(Kind.ROLE, RoleId::new);
  static final Form<VariableId> VARIABLE = to(Kind.VARIABLE, VariableId::new);
  static final Form<TimerId> TIMER = to(Kind.TIMER, TimerId::new);
  static final Form<ScoreId> SCORE = to(Kind.SCORE, ScoreId::new);
  static final Form<EndingId> ENDING = to(Kind.ENDING, EndingId::new);
  static final Form<HintId> HINT = to(Kind.HINT, HintId::new);
  static final Form<AchievementId> ACHIEVEMENT = to(Kind.ACHIEVEMENT, AchievementId::new);
  static final Form<ActionId> ACTION = to(Kind.ACTION, ActionId::new);
  static final Form<List<ThingId>> THINGS = Forms.oneOrMany(THING);

  /** The words for the nouns of the command. */
  private static final Map<String, Subject> NOUNS =
      Map.of("noun", Subject.NOUN, "second", Subject.SECOND);

  /** Things, each with its copies. */
  static final Form<List<ThingId>> ALIKE =
      Forms.oneOrMany(
              new Form<>(
                  THING.shape(),
                  (node, reading) ->
                      THING.read(node, reading).map(thing -> reading.names().alike(thing.value()))))
          .map(all -> all.stream().flatMap(List::stream).map(ThingId::new).toList());

  /** A liquid of the world. */
  static final Form<ThingId> LIQUID =
      Forms.word(
          new Shape.Value("a liquid"),
          (node, reading) -> {
            String name = ((Node.Scalar) node).text();
            if (reading.names().isLiquid(name)) {
              return Optional.of(new ThingId(name));
            }
            reading.error(
                node.mark(),
                "\"" + name + "\" is no liquid",
                Nearest.hint(name, reading.names().liquids()));
            return Optional.empty();
          });

  /** A thing, or a noun of the command. A liquid is in many vessels, so it is none. */
  static final Form<Subject> SUBJECT =
      Forms.word(
          new Shape.Value("a thing, noun or second"),
          (node, reading) -> {
            Optional<Subject> noun = noun(((Node.Scalar) node).text());
            return noun.isPresent()
                ? noun
                : THING.read(node, reading).map(id -> one(id, node, reading));
          });

  /** The things that have a tag, in the world's order. */
  static final Form<List<ThingId>> TAGGED =
      new Form<>(
          new Shape.Reference(Kind.TAG),
          (node, reading) ->
              to(Kind.TAG, TagId::new)
                  .read(node, reading)
                  .map(tag -> reading.names().tagged(tag.value()))
                  .map(ids -> ids.stream().map(ThingId::new).toList()));

  /** A person of the world. */
  static final Form<ThingId> PERSON =
      Forms.word(
          new Shape.Value("a person"),
          (node, reading) ->
              THING
                  .read(node, reading)
                  .filter(
                      thing -> {
                        boolean person = reading.names().isPerson(thing.value());
                        if (!person) {
                          reading.error(
                              node.mark(),
                              "\"" + thing + "\" is a thing, no person",
                              "people are defined in people/*.yaml");
                        }
                        return person;
                      }));

  /** People, each with its copies. */
  static final Form<List<ThingId>> PEOPLE =
      Forms.oneOrMany(
              new Form<>(
                  PERSON.shape(),
                  (node, reading) ->
                      PERSON.read(node, reading).map(who -> reading.names().alike(who.value()))))
          .map(all -> all.stream().flatMap(List::stream).map(ThingId::new).toList());

  /** A room, or a thing that can be entered. */
  static final Form<Spot> SPOT =
      Forms.word(new Shape.Value("a room or a thing that can be entered"), Refs::spot);

  private Refs() {}

  private static Subject one(ThingId thing, Node node, Reading reading) {
    if (reading.names().isLiquid(thing.value())) {
      reading.error(
          node.mark(),
          "\"" + thing + "\" is a liquid, which is in many vessels",
          "ask content: {VESSEL: " + thing + "}, or use the effects fill and empty");
    }
    return new Subject.Named(thing);
  }

  /** A noun of the command, if it is one of the words for them. */
  static Optional<Subject> noun(String word) {
    return Optional.ofNullable(NOUNS.get(word));
  }

  private static <T> Form<T> to(Kind kind, Function<String, T> id) {
    return to(kind, id, "\"%s\" is no " + kind.word());
  }

  /** The room that an exit leads to. */
  static Form<RoomId> exitTo(String direction) {
    return to(Kind.ROOM, RoomId::new, "exit " + direction + " leads to \"%s\", which is no room");
  }

  private static <T> Form<T> to(Kind kind, Function<String, T> id, String complaint) {
    return Forms.word(
        new Shape.Reference(kind),
        (node, reading) -> {
          String name = ((Node.Scalar) node).text();
          if (reading.names().has(kind, name)) {
            return Optional.of(id.apply(name));
          }
          if (!reading.names().isPartial()) {
            reading.error(node.mark(), String.format(complaint, name), hint(kind, name, reading));
          }
          return Optional.empty();
        });
  }

  private static String hint(Kind kind, String name, Reading reading) {
    return reading
        .names()
        .kindOf(name)
        .map(other -> "it is " + other.words())
        .orElseGet(() -> Nearest.hintOfId(name, reading.names().ids(kind)));
  }

  private static Optional<Spot> spot(Node node, Reading reading) {
    String name = ((Node.Scalar) node).text();
    if (!reading.names().has(Kind.THING, name)) {
      return ROOM.read(node, reading).map(Spot.In::new);
    }
    if (!reading.names().hasKey(name, "enter")) {
      reading.error(
          node.mark(), "nobody can be on \"" + name + "\"", "give it enter: on, or enter: in");
    }
    return Optional.of(new Spot.Upon(new ThingId(name)));
  }
}
