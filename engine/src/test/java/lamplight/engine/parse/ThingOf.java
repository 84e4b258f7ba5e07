package lamplight.engine.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Article;
import lamplight.engine.model.Capacity;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Pronoun;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.Thing.Lockable;
import lamplight.engine.model.ThingId;

/** Builds a thing for a test: portable, with the nouns and adjectives of its name. */
final class ThingOf {
  private final String id;
  private final String name;
  private String alike;
  private Thing.Kind kind = Thing.Kind.THING;
  private Place place = Place.NOWHERE;
  private Article article = Article.A;
  private boolean plural;
  private Pronoun pronoun = Pronoun.IT;
  private List<String> nouns;
  private List<String> adjectives;
  private Map<Thing.Sense, Text> senses = Map.of();
  private boolean portable = true;
  private boolean hidden;
  private Optional<Boolean> switched = Optional.empty();
  private Optional<Boolean> worn = Optional.empty();
  private boolean edible;
  private Optional<Thing.Container> container = Optional.empty();
  private Optional<Thing.Supporter> supporter = Optional.empty();
  private Optional<Thing.Enter> enter = Optional.empty();
  private Optional<Lockable> door = Optional.empty();

  ThingOf(String id, String name) {
    this.id = id;
    this.alike = id;
    this.name = name;
    List<String> words = List.of(name.split(" "));
    nouns = words.subList(words.size() - 1, words.size());
    adjectives = words.subList(0, words.size() - 1);
  }

  ThingOf in(String room) {
    place = new Place.InRoom(new RoomId(room));
    return this;
  }

  ThingOf inside(String container) {
    place = new Place.In(new ThingId(container));
    return this;
  }

  ThingOf on(String supporter) {
    place = new Place.On(new ThingId(supporter));
    return this;
  }

  ThingOf heldBy(String player) {
    place = new Place.HeldBy(new PlayerId(player), false);
    return this;
  }

  ThingOf wornBy(String player) {
    place = new Place.HeldBy(new PlayerId(player), true);
    worn = Optional.of(true);
    return this;
  }

  ThingOf copyOf(String other) {
    alike = other;
    return this;
  }

  ThingOf words(String... nouns) {
    this.nouns = List.of(nouns);
    return this;
  }

  ThingOf adjectives(String... adjectives) {
    this.adjectives = List.of(adjectives);
    return this;
  }

  ThingOf plural() {
    plural = true;
    return this;
  }

  ThingOf scenery() {
    kind = Thing.Kind.SCENERY;
    portable = false;
    return this;
  }

  ThingOf fixed() {
    portable = false;
    return this;
  }

  ThingOf hidden() {
    hidden = true;
    return this;
  }

  ThingOf person(Pronoun pronoun) {
    kind = Thing.Kind.PERSON;
    article = Character.isUpperCase(name.charAt(0)) ? Article.NONE : Article.A;
    portable = false;
    this.pronoun = pronoun;
    return this;
  }

  ThingOf switched(boolean on) {
    switched = Optional.of(on);
    return this;
  }

  ThingOf wearable() {
    worn = Optional.of(false);
    return this;
  }

  ThingOf edible() {
    edible = true;
    return this;
  }

  ThingOf readable() {
    senses = Map.of(Thing.Sense.READ, Text.of("Words."));
    return this;
  }

  ThingOf container(boolean open, boolean openable, boolean transparent) {
    Lockable lid = new Lockable(open, openable, Optional.empty(), Optional.empty());
    container = Optional.of(new Thing.Container(lid, transparent, Capacity.of(9)));
    return this;
  }

  ThingOf supporter() {
    supporter = Optional.of(new Thing.Supporter(Capacity.of(9)));
    return this;
  }

  ThingOf enterable() {
    enter = Optional.of(Thing.Enter.ON);
    return this;
  }

  ThingOf door(boolean open, boolean locked) {
    kind = Thing.Kind.DOOR;
    portable = false;
    door = Optional.of(new Lockable(open, true, Optional.of(locked), Optional.empty()));
    return this;
  }

  Thing build() {
    return new Thing(
        new ThingId(id),
        new ThingId(alike),
        kind,
        place,
        name,
        article,
        plural,
        pronoun,
        nouns,
        adjectives,
        Text.EMPTY,
        Text.EMPTY,
        senses,
        portable,
        Text.EMPTY,
        hidden,
        false,
        1,
        1,
        Thing.Light.NEVER,
        switched,
        worn,
        edible,
        false,
        container,
        supporter,
        enter,
        Optional.empty(),
        Map.of(),
        door,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Condition.ALWAYS,
        Thing.Reach.NEAR);
  }
}
