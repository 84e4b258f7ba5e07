package lamplight.engine.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Position;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;
import lamplight.engine.model.Variable;
import lamplight.engine.model.World;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;

/**
 * Works out what one player may know of a state.
 *
 * <p>A view has three parts, so that what many share can be worked out once: what the party knows
 * (players, the map, scores, public variables), what can be perceived where the player is, and what
 * is the player's own.
 *
 * <p>Invariant: a thing that the player does not perceive, a secret variable, a timer and the seed
 * of chance are in no view.
 */
public final class Viewer {
  private final World world;

  public Viewer(World world) {
    this.world = world;
  }

  /** All that a player may know; nothing for somebody who is not in the session. */
  public EntrySet view(State state, PlayerId player) {
    if (!state.players().containsKey(player)) {
      return EntrySet.EMPTY;
    }
    Facts facts = Facts.of(world, state, player);
    List<Entry> entries = new ArrayList<>();
    party(facts, player, entries);
    map(facts, entries);
    surroundings(facts, player, entries);
    return EntrySet.of(entries);
  }

  private void party(Facts facts, PlayerId viewer, Collection<Entry> entries) {
    State state = facts.state();
    RoomId here = state.player(viewer).room();
    for (PlayerState player : state.players().values()) {
      String id = player.id().value();
      entries.add(Entry.of("PRESENCE", id, player.presence().name().toLowerCase(Locale.ROOT)));
      entries.add(Entry.of("LABEL", id, "player", player.name()));
      if (world.info().partyAware() || player.room().equals(here)) {
        entries.add(
            Entry.of(
                "PLAYER",
                id,
                player.room().value(),
                Integer.toString(player.health()),
                Integer.toString(player.energy())));
      }
    }
    if (world.maximumScore() > 0) {
      entries.add(
          Entry.of(
              "SCORE",
              "party",
              Integer.toString(state.points(world)),
              Integer.toString(world.maximumScore())));
    }
    for (Variable variable : world.variables().values()) {
      if (variable.open()) {
        entries.add(
            Entry.of("FLAG", variable.id().value(), variable.show(facts.value(variable.id()))));
      }
    }
  }

  private void map(Facts facts, Collection<Entry> entries) {
    for (RoomId id : facts.state().visited()) {
      Room room = world.room(id);
      Position at = room.position();
      entries.add(Entry.of("VISITED", id.value()));
      entries.add(
          Entry.of(
              "ROOM",
              id.value(),
              at.east() + "," + at.north() + "," + at.up(),
              exits(room, facts),
              room.name()));
    }
  }

  /** The exits of a room as the map knows them: {@code north=hall,east=?}. */
  private String exits(Room room, Facts facts) {
    List<String> exits = new ArrayList<>();
    for (Map.Entry<Direction, Exit> way : room.exits().entrySet()) {
      if (facts.sight().shows(way.getValue(), facts)) {
        exits.add(way.getKey().word() + "=" + target(way.getValue(), facts.state()));
      }
    }
    return String.join(",", exits);
  }

  private static String target(Exit exit, State state) {
    boolean barred = exit.door().filter(door -> !state.thing(door).open()).isPresent();
    boolean uncertain = exit.cost() > 0 || !exit.when().equals(Condition.ALWAYS);
    String room = state.visited().contains(exit.to()) ? exit.to().value() : "?";
    return (barred ? "!" : uncertain ? "~" : "") + room;
  }

  private void surroundings(Facts facts, PlayerId viewer, Collection<Entry> entries) {
    Sight sight = facts.sight();
    for (ThingId id : sight.seen(viewer)) {
      Thing thing = world.thing(id);
      ThingState state = facts.state().thing(id);
      entries.add(Entry.of("LABEL", id.value(), traits(thing, state), thing.name()));
      if (thing.kind() == Thing.Kind.DOOR) {
        entries.add(
            Entry.of(
                "DOOR", id.value(), state.open() ? "open" : state.locked() ? "locked" : "closed"));
      } else if (thing.kind() != Thing.Kind.SCENERY && !(state.place() instanceof Place.Nowhere)) {
        entries.add(item(id, state.place()));
      }
    }
  }

  private static Entry item(ThingId id, Place place) {
    String owner = "-";
    String location = "-";
    if (place instanceof Place.HeldBy held) {
      owner = held.player().value();
    } else if (place instanceof Place.InRoom in) {
      location = in.room().value();
    } else if (place instanceof Place.In in) {
      location = "in." + in.container();
    } else if (place instanceof Place.On on) {
      location = "on." + on.supporter();
    } else if (place instanceof Place.With with) {
      location = "in." + with.person();
    }
    return Entry.of("ITEM", id.value(), owner, location);
  }

  /** What a client may offer to do with a thing. */
  private static String traits(Thing thing, ThingState state) {
    List<String> traits = new ArrayList<>();
    traits.add(thing.kind().name().toLowerCase(Locale.ROOT));
    add(traits, state.portable() && thing.kind() == Thing.Kind.THING, "takeable");
    add(traits, thing.container().isPresent(), "container");
    add(traits, thing.supporter().isPresent(), "supporter");
    add(traits, thing.lid().filter(Thing.Lockable::openable).isPresent(), "openable");
    add(traits, !thing.sense(Thing.Sense.READ).isEmpty(), "readable");
    add(traits, thing.switched().isPresent(), "switchable");
    add(traits, thing.worn().isPresent(), "wearable");
    add(traits, thing.enter().isPresent(), "enterable");
    return String.join(",", traits);
  }

  private static void add(List<String> traits, boolean has, String trait) {
    if (has) {
      traits.add(trait);
    }
  }
}
