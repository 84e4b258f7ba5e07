package lamplight.engine.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lamplight.engine.model.Article;
import lamplight.engine.model.Place;
import lamplight.engine.model.Pronoun;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;

/** Reads things, scenery, doors and the part of people that is a thing. */
final class Things {
  private final Reading reading;
  private final Map<ThingId, Thing> things = new LinkedHashMap<>();
  private final Map<ThingId, Fields> liquids = new LinkedHashMap<>();

  Things(Reading reading) {
    this.reading = reading;
  }

  /** All that were read, in order: scenery, things, people. */
  Map<ThingId, Thing> all() {
    return things;
  }

  /** The world's liquids, which are read first. */
  void liquid(ThingId id, Fields fields) {
    liquids.put(id, fields);
    add(id, id, Thing.Kind.LIQUID, Place.NOWHERE, fields);
  }

  void things(List<Node.Entry> entries) {
    for (Node.Entry entry : entries) {
      if (reading.names().isDefinedBy(Kind.THING, entry)) {
        ThingKeys.THING
            .read(entry.value(), reading)
            .ifPresent(fields -> thing(new ThingId(entry.key()), fields));
      }
    }
  }

  /** Scenery of a room, whose id it gives. */
  Optional<ThingId> scenery(RoomId room, Node.Entry entry) {
    String id = Names.scenery(room.value(), entry.key());
    if (!reading.names().has(Kind.THING, id)) {
      return Optional.empty();
    }
    ThingId thing = new ThingId(id);
    return ThingKeys.SCENERY
        .read(entry.value(), reading)
        .map(
            fields -> {
              add(thing, thing, Thing.Kind.SCENERY, new Place.InRoom(room), fields);
              return thing;
            });
  }

  /** A person, as far as a person is a thing. */
  void person(ThingId id, Fields fields) {
    addCopies(id, Thing.Kind.PERSON, fields);
  }

  private void thing(ThingId id, Fields fields) {
    Thing.Kind kind = fields.has(ThingKeys.DOOR) ? Thing.Kind.DOOR : Thing.Kind.THING;
    for (Key<?> placed : List.of(ThingKeys.DOOR, ThingKeys.PART_OF)) {
      if (fields.has(placed) && fields.has(ThingKeys.AT)) {
        reading.error(
            fields.mark(ThingKeys.AT),
            "\"" + id + "\" has " + placed.name() + ", which says where it is",
            "delete at");
      }
    }
    addCopies(id, kind, fields);
  }

  private void addCopies(ThingId id, Thing.Kind kind, Fields fields) {
    Place at = fields.get(ThingKeys.AT).orElse(Place.NOWHERE);
    for (String copy : reading.names().alike(id.value())) {
      add(new ThingId(copy), id, kind, at, fields);
    }
  }

  private void add(ThingId id, ThingId alike, Thing.Kind kind, Place at, Fields fields) {
    Optional<Thing.Vessel> vessel =
        fields.get(ThingKeys.VESSEL).map(of -> ThingKeys.vessel(id, of, reading));
    if (vessel.isPresent() && fields.has(ThingKeys.CONTAINER)) {
      reading.error(
          fields.mark(ThingKeys.VESSEL),
          "\"" + id + "\" is a container, which holds things",
          "delete vessel or container");
    }
    put(id, alike, kind, at, fields, vessel);
    vessel.ifPresent(of -> contents(id, of));
  }

  /** What a vessel can hold: like the liquid, and in the vessel if it is there at the start. */
  private void contents(ThingId vessel, Thing.Vessel of) {
    of.contents()
        .forEach(
            (liquid, content) -> {
              Fields fields = liquids.get(liquid);
              boolean filled = of.start().equals(Optional.of(liquid));
              if (fields != null) {
                Place at = filled ? new Place.In(vessel) : Place.NOWHERE;
                put(content, liquid, Thing.Kind.LIQUID, at, fields, Optional.empty());
              }
            });
  }

  private void put(
      ThingId id,
      ThingId alike,
      Thing.Kind kind,
      Place at,
      Fields fields,
      Optional<Thing.Vessel> vessel) {
    String name = fields.get(ThingKeys.NAME);
    boolean plural = fields.get(ThingKeys.PLURAL);
    List<String> nouns = nouns(fields);
    List<String> adjectives =
        fields.has(ThingKeys.ADJECTIVES)
            ? fields.get(ThingKeys.ADJECTIVES)
            : Words.adjectives(name, nouns);
    things.put(
        id,
        new Thing(
            id,
            alike,
            kind,
            at,
            name,
            article(kind, plural, fields),
            plural,
            pronoun(kind, plural, fields),
            nouns,
            adjectives,
            fields.get(ThingKeys.INITIAL),
            fields.get(ThingKeys.DESCRIPTION),
            ThingKeys.senses(fields),
            portable(kind, fields),
            fields.get(ThingKeys.STUCK),
            fields.get(ThingKeys.HIDDEN),
            fields.get(ThingKeys.UNLISTED),
            fields.get(ThingKeys.WEIGHT),
            fields.get(ThingKeys.BULK),
            fields.get(ThingKeys.LIGHT),
            fields.get(ThingKeys.SWITCH),
            fields.get(ThingKeys.WORN),
            fields.get(ThingKeys.EDIBLE),
            fields.get(ThingKeys.DRINKABLE),
            fields.get(ThingKeys.CONTAINER),
            fields.get(ThingKeys.SUPPORTER),
            fields.get(ThingKeys.ENTER),
            fields.get(ThingKeys.PART_OF),
            fields.get(ThingKeys.STATES),
            fields.get(ThingKeys.DOOR),
            fields.get(ThingKeys.TREASURE),
            vessel,
            fields.get(ThingKeys.SOURCE),
            kind == Thing.Kind.LIQUID
                ? Optional.of(new Thing.Liquid(fields.get(ThingKeys.DRINK)))
                : Optional.empty(),
            fields.get(ThingKeys.WAY),
            fields.get(ThingKeys.VISIBLE),
            fields.get(ThingKeys.REACH)));
  }

  /** Its own nouns, and those of the liquid that it is a source of. */
  private List<String> nouns(Fields fields) {
    List<String> own =
        fields.has(ThingKeys.WORDS)
            ? fields.get(ThingKeys.WORDS)
            : Words.nouns(fields.get(ThingKeys.NAME));
    List<String> drawn =
        fields.get(ThingKeys.SOURCE).map(liquids::get).map(this::nouns).orElse(List.of());
    return Stream.concat(own.stream(), drawn.stream()).distinct().toList();
  }

  private static Article article(Thing.Kind kind, boolean plural, Fields fields) {
    Article usual = Words.article(fields.get(ThingKeys.NAME), plural);
    boolean some = kind == Thing.Kind.LIQUID && usual != Article.NONE;
    return fields.get(ThingKeys.ARTICLE).orElse(some ? Article.SOME : usual);
  }

  private static Pronoun pronoun(Thing.Kind kind, boolean plural, Fields fields) {
    boolean several = plural || kind == Thing.Kind.PERSON;
    return fields.get(ThingKeys.PRONOUN).orElse(several ? Pronoun.THEY : Pronoun.IT);
  }

  private static boolean portable(Thing.Kind kind, Fields fields) {
    boolean usual = kind == Thing.Kind.THING && !fields.has(ThingKeys.PART_OF);
    return fields.get(ThingKeys.PORTABLE).orElse(usual);
  }
}
