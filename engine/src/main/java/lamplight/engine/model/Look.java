package lamplight.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A look around a room in which it is light: from what the room and its players have through all
 * that can be seen through, so that each thing there is met once and no other thing at all. It
 * comes to the same as asking {@link Sight#sees} about every thing of the world.
 */
final class Look {
  private final Sight sight;
  private final World world;
  private final State state;
  private final PlayerState player;
  private final List<ThingId> seen = new ArrayList<>();

  private Look(Sight sight, PlayerState player) {
    this.sight = sight;
    this.world = sight.world();
    this.state = sight.state();
    this.player = player;
  }

  /** What a player sees, in no order that means anything. */
  static List<ThingId> around(Sight sight, PlayerState player) {
    Look look = new Look(sight, player);
    look.at(sight.world().doors(player.room()), 0);
    look.into(look.state.things().heldBy(player.room()), false, 0);
    look.state.things().carried().forEach(look::withPlayer);
    return look.seen;
  }

  private void withPlayer(PlayerId id, List<ThingId> things) {
    PlayerState holder = state.players().get(id);
    if (holder != null && holder.room().equals(player.room())) {
      into(things, false, 0);
    }
  }

  private void at(List<ThingId> things, int depth) {
    for (ThingId thing : things) {
      at(thing, world.thing(thing), state.thing(thing), depth);
    }
  }

  private void at(ThingId id, Thing thing, ThingState stands, int depth) {
    if (depth == Sight.DEPTH
        || sight.isHidden(player, id, stands)
        || sight.isUnseen(player.id(), thing)) {
      return;
    }
    seen.add(id);
    List<ThingId> inside = state.things().heldBy(id);
    if (!inside.isEmpty()) {
      into(inside, sight.isOpaque(thing, stands), depth + 1);
    }
    List<ThingId> parts = world.parts(id);
    if (!parts.isEmpty()) {
      partsAt(parts, depth + 1);
    }
  }

  /** What is part of something, as long as nobody has put it anywhere. */
  private void partsAt(List<ThingId> parts, int depth) {
    for (ThingId part : parts) {
      ThingState own = state.thing(part);
      if (own.place() instanceof Place.Nowhere) {
        at(part, world.thing(part), own, depth);
      }
    }
  }

  /**
   * Looks at what a room, a player or a thing has, but for doors: they are in the rooms between
   * which they are, wherever they are put.
   *
   * @param shut whether nobody can look inside
   */
  private void into(List<ThingId> things, boolean shut, int depth) {
    for (ThingId inner : things) {
      Thing thing = world.thing(inner);
      ThingState stands = state.thing(inner);
      boolean inside = shut && stands.place() instanceof Place.In;
      if (!inside && thing.kind() != Thing.Kind.DOOR) {
        at(inner, thing, stands, depth);
      }
    }
  }
}
