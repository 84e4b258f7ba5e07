package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.Article;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Referent;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;
import org.jspecify.annotations.Nullable;

/**
 * What one player's nouns can mean here and now, and what the words that stand for it are.
 *
 * <p>Invariant: nothing here depends on things that the player neither sees nor has seen.
 *
 * <p>Many sentences have no noun, so what is in sight and what players are called is found out only
 * when somebody asks.
 */
final class Scope {
  /** How deep things can stand in one another. */
  private static final int DEPTH = 12;

  /** The words of all things of a world; they never change. */
  static Map<ThingId, Called> words(World world) {
    Map<ThingId, Called> words = new HashMap<>();
    world.things().forEach((id, thing) -> words.put(id, Called.of(thing)));
    return Map.copyOf(words);
  }

  private final Sight sight;
  private final PlayerId player;
  private final Map<ThingId, Called> things;
  private final Map<Referent, Called> players = new HashMap<>();
  private final Effort effort;
  private @Nullable List<Referent> present;

  private Scope(
      Sight sight,
      PlayerId player,
      Map<ThingId, Called> things,
      Effort effort,
      @Nullable List<Referent> present) {
    this.sight = sight;
    this.player = player;
    this.things = things;
    this.effort = effort;
    this.present = present;
  }

  /**
   * What a player can mean now.
   *
   * @param things the words of all things of the world
   */
  static Scope of(
      World world, State state, PlayerId player, Map<ThingId, Called> things, Effort effort) {
    return new Scope(new Sight(world, state), player, things, effort, null);
  }

  Sight sight() {
    return sight;
  }

  PlayerId player() {
    return player;
  }

  /** What looking around has cost so far. */
  Effort effort() {
    return effort;
  }

  /** What is in sight, the player included, in a fixed order. */
  List<Referent> present() {
    if (present == null) {
      present = all();
    }
    return present;
  }

  private List<Referent> all() {
    List<Referent> all = new ArrayList<>(sight.seen(player));
    all.addAll(sight.company(player));
    all.add(player);
    return List.copyOf(all);
  }

  /** The same moment, but only these can be meant. */
  Scope only(List<Referent> choices) {
    List<Referent> left = present().stream().filter(choices::contains).toList();
    return new Scope(sight, player, things, effort, left);
  }

  Called words(Referent referent) {
    if (referent instanceof ThingId thing) {
      return things.getOrDefault(thing, Called.NOTHING);
    }
    return players.computeIfAbsent(referent, this::nameOf);
  }

  private Called nameOf(Referent id) {
    PlayerState other = sight.state().players().get(id);
    return other == null ? Called.NOTHING : Called.player(other.name());
  }

  boolean isPresent(Referent referent) {
    return present().contains(referent);
  }

  boolean dark() {
    return sight.dark(player);
  }

  boolean isPerson(Referent referent) {
    return !(referent instanceof ThingId thing) || thing(thing).isPerson();
  }

  boolean isScenery(Referent referent) {
    return referent instanceof ThingId thing && thing(thing).kind() == Thing.Kind.SCENERY;
  }

  boolean suits(Referent referent, Fit fit) {
    return referent instanceof ThingId thing
        ? fit.suits(sight, player, thing)
        : fit == Fit.PERSON && !referent.equals(player);
  }

  boolean reaches(Referent referent) {
    return !(referent instanceof ThingId thing) || sight.reaches(player, thing);
  }

  boolean carries(Referent referent) {
    return referent instanceof ThingId thing && sight.carries(player, thing);
  }

  /** The same moment, with all that is in sight. */
  Scope whole() {
    return new Scope(sight, player, things, effort, null);
  }

  /** What a thing is directly in, on, with or part of; the player who has it. */
  Optional<Referent> holder(Referent referent) {
    if (!(referent instanceof ThingId thing)) {
      return Optional.empty();
    }
    Place place = sight.state().place(thing);
    if (place instanceof Place.In in) {
      return Optional.of(in.container());
    }
    if (place instanceof Place.On on) {
      return Optional.of(on.supporter());
    }
    if (place instanceof Place.With with) {
      return Optional.of(with.person());
    }
    return place instanceof Place.HeldBy held
        ? Optional.of(held.player())
        : sight.world().thing(thing).partOf().map(Referent.class::cast);
  }

  /** Whether a thing is in, on, with or part of something, however deep. */
  boolean isAt(Referent referent, Referent outer) {
    Optional<Referent> at = holder(referent);
    for (int depth = 0; depth < DEPTH && at.isPresent(); depth++) {
      if (at.get().equals(outer)) {
        return true;
      }
      at = holder(at.get());
    }
    return false;
  }

  /** Whether no player has a thing. */
  boolean heldByNobody(Referent referent) {
    return referent instanceof ThingId thing && sight.holder(thing).isEmpty();
  }

  /** Whether a thing lies in the room itself. */
  boolean lies(Referent referent) {
    return referent instanceof ThingId thing && sight.state().place(thing) instanceof Place.InRoom;
  }

  /** What is the same for all copies that nobody can tell apart. */
  Referent kind(Referent referent) {
    return referent instanceof ThingId thing ? thing(thing).alike() : referent;
  }

  /** The rooms that the player has been in and seen, in the world's order. */
  List<RoomId> visited() {
    Set<RoomId> visited = sight.state().player(player).visited();
    return sight.world().rooms().keySet().stream().filter(visited::contains).toList();
  }

  /** Whether something in sight is called by a word. */
  boolean knows(String word) {
    return present().stream().anyMatch(referent -> words(referent).knows(word));
  }

  /** Whether something that the player has seen is called by a word. */
  boolean remembers(String word) {
    return seen().stream().anyMatch(thing -> words(thing).knows(word));
  }

  /** Somebody with a name of their own whom the player has seen, and who is called by a word. */
  Optional<Referent> remembered(String word) {
    return seen().stream()
        .sorted(Comparator.comparing(ThingId::value))
        .filter(id -> thing(id).isPerson() && thing(id).article() == Article.NONE)
        .filter(id -> words(id).isNoun(word))
        .map(Referent.class::cast)
        .findFirst();
  }

  /** A player of the party who is somewhere else; that there is one is no secret. */
  Optional<Referent> absentPlayer(String word) {
    return sight.state().players().keySet().stream()
        .filter(other -> words(other).knows(word) && !isPresent(other))
        .map(Referent.class::cast)
        .findFirst();
  }

  /** The words that may be suggested: of what is in sight and of what the player has seen. */
  Set<String> suggestions() {
    Set<String> words = new HashSet<>();
    present().forEach(referent -> words(referent).all().forEach(words::add));
    seen().forEach(thing -> words(thing).all().forEach(words::add));
    return words;
  }

  /** A name with its article: "the brass lamp", "Ada". */
  String name(Referent referent, String articled, String yourself) {
    if (referent instanceof ThingId id) {
      Thing thing = thing(id);
      return thing.article() == Article.NONE
          ? thing.name()
          : articled.replace("{name}", thing.name());
    }
    PlayerState other = sight.state().players().get((PlayerId) referent);
    return referent.equals(player) ? yourself : other == null ? referent.value() : other.name();
  }

  /** A name without an article. */
  String bareName(Referent referent) {
    return name(referent, "{name}", referent.value());
  }

  private Thing thing(ThingId id) {
    return sight.world().thing(id);
  }

  private Set<ThingId> seen() {
    return sight.state().player(player).seen();
  }
}
