package lamplight.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A thing, a door or a person as its author defined it.
 *
 * @param alike the definition that copies share: equal for things that nobody can tell apart
 * @param kind a word about what it is: an ordinary thing, scenery, a door or a person
 * @param start where it is when the world begins
 * @param name its name without an article
 * @param nouns lower-case words that name it; the plural of each is understood too
 * @param adjectives lower-case words that narrow it down
 * @param initial a sentence of the room's description until it is moved; empty: it is listed
 * @param stuck the refusal to take it; empty: the standard text
 * @param senses what smelling, hearing, touching, tasting, looking under or behind it, or reading
 *     it finds
 * @param states its enum with a text for each; the first is how it starts; empty if it has none
 * @param weight at least 0; counts where weight is limited or asked for
 * @param bulk at least 0; counts where bulk is limited
 * @param way where one comes to along it: stairs, a path; a direction of the room where it is
 * @param visible who may see it at all: asked for each player
 * @param reach who can touch it, and what is in or on it: asked for each player
 * @param vessel what it can be filled with
 * @param source the liquid that can be drawn from it
 * @param liquid if it is one: each liquid is a thing that is nowhere, and one like it in each
 *     vessel that can hold it
 */
public record Thing(
    ThingId id,
    ThingId alike,
    Kind kind,
    Place start,
    String name,
    Article article,
    boolean plural,
    Pronoun pronoun,
    List<String> nouns,
    List<String> adjectives,
    Text initial,
    Text description,
    Map<Sense, Text> senses,
    boolean portable,
    Text stuck,
    boolean hidden,
    boolean unlisted,
    int weight,
    int bulk,
    Light light,
    Optional<Boolean> switched,
    Optional<Boolean> worn,
    boolean edible,
    boolean drinkable,
    Optional<Container> container,
    Optional<Supporter> supporter,
    Optional<Enter> enter,
    Optional<ThingId> partOf,
    Map<String, Text> states,
    Optional<Lockable> door,
    int treasure,
    Optional<Vessel> vessel,
    Optional<ThingId> source,
    Optional<Liquid> liquid,
    Optional<Direction> way,
    Condition visible,
    Reach reach) {
  public Thing {
    nouns = List.copyOf(nouns);
    adjectives = List.copyOf(adjectives);
    senses = Map.copyOf(senses);
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  /** What sort of thing it is. */
  public enum Kind {
    THING,
    SCENERY,
    DOOR,
    PERSON,
    LIQUID
  }

  /** When it gives light. */
  public enum Light {
    NEVER,
    ALWAYS,
    SWITCHED_ON
  }

  /** How players get onto it. */
  public enum Enter {
    ON,
    IN
  }

  /** What can be found by something else than looking at it. */
  public enum Sense {
    READ,
    SMELL,
    SOUND,
    FEEL,
    TASTE,
    UNDER,
    BEHIND
  }

  /**
   * Something that opens.
   *
   * @param open how it starts
   * @param openable whether players can open and close it at all
   * @param locked how it starts; empty: it has no lock
   */
  public record Lockable(
      boolean open, boolean openable, Optional<Boolean> locked, Optional<ThingId> key) {}

  /**
   * When something that is seen can be touched, too.
   *
   * @param refuse read by whoever tries in vain; empty: the standard text
   */
  public record Reach(Condition when, Text refuse) {
    /** Whoever is there can touch it. */
    public static final Reach NEAR = new Reach(Condition.ALWAYS, Text.EMPTY);
  }

  /** Holds things inside. */
  public record Container(Lockable lid, boolean transparent, Capacity holds) {}

  /**
   * Holds one liquid at a time.
   *
   * @param contents by liquid, what it is while it is in this vessel
   * @param start the liquid that is in it when the world begins
   */
  public record Vessel(Map<ThingId, ThingId> contents, Optional<ThingId> start) {
    public Vessel {
      contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
    }
  }

  /**
   * Flows.
   *
   * @param drink read by whoever drinks it; empty: the standard text
   */
  public record Liquid(Text drink) {}

  /** Holds things on top. */
  public record Supporter(Capacity holds) {}

  /** The part of it that opens, if any: it is a door or a container. */
  public Optional<Lockable> lid() {
    return door.isPresent() ? door : container.map(Container::lid);
  }

  /** Whether something else can be in or on it. */
  public boolean holdsThings() {
    return container.isPresent() || supporter.isPresent() || vessel.isPresent();
  }

  public boolean isPerson() {
    return kind == Kind.PERSON;
  }

  public Text sense(Sense sense) {
    return senses.getOrDefault(sense, Text.EMPTY);
  }
}
