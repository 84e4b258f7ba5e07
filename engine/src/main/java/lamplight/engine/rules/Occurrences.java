package lamplight.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Change;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.VariableKey;
import lamplight.engine.model.World;

/**
 * What a change means to the rules: which hooks it is, and whose doing.
 *
 * @param actor who acts while the change is made
 * @param before how the world stood without it
 * @param state how it stands with it
 */
record Occurrences(World world, Optional<PlayerId> actor, State before, State state)
    implements Change.Cases<List<Occurrence>> {

  @Override
  public List<Occurrence> placed(Change.Placed change) {
    String thing = change.thing().value();
    if (change.to() instanceof Place.HeldBy held) {
      Occurrence taken = Occurrence.of(Hook.TAKEN, held.player(), thing);
      boolean given = actor.isPresent() && !actor.get().equals(held.player());
      return given ? List.of(taken, Occurrence.of(Hook.GIVEN, actor, thing)) : List.of(taken);
    }
    if (world.thing(change.thing()).isPerson()) {
      return met(change.thing());
    }
    if (change.to() instanceof Place.With) {
      return List.of(Occurrence.of(Hook.GIVEN, actor, thing));
    }
    return change.to() instanceof Place.InRoom
        ? List.of(Occurrence.of(Hook.DROPPED, actor, thing))
        : List.of();
  }

  @Override
  public List<Occurrence> hidden(Change.Hidden change) {
    return world.thing(change.thing()).isPerson() ? met(change.thing()) : List.of();
  }

  @Override
  public List<Occurrence> joined(Change.Joined change) {
    return met(change.player().id());
  }

  @Override
  public List<Occurrence> moved(Change.Moved change) {
    List<Occurrence> found = new ArrayList<>();
    found.add(
        Occurrence.of(Hook.ENTERED, change.player(), change.to().value())
            .with(state.player(change.player()).comings(change.to())));
    found.add(Occurrence.of(Hook.OCCUPIED, change.player(), change.to().value()));
    state
        .player(change.player())
        .previous()
        .ifPresent(from -> found.add(Occurrence.of(Hook.OCCUPIED, change.player(), from.value())));
    found.addAll(met(change.player()));
    return found;
  }

  @Override
  public List<Occurrence> perched(Change.Perched change) {
    return List.of(Occurrence.of(Hook.OCCUPIED, change.player(), change.spot().value()));
  }

  @Override
  public List<Occurrence> opened(Change.Opened change) {
    return change.open()
        ? List.of(Occurrence.of(Hook.OPENED, actor, change.thing().value()))
        : List.of();
  }

  @Override
  public List<Occurrence> switched(Change.Switched change) {
    return List.of(
        Occurrence.of(change.on() ? Hook.LIT : Hook.UNLIT, actor, change.thing().value()));
  }

  @Override
  public List<Occurrence> seen(Change.Seen change) {
    return List.of(Occurrence.of(Hook.SEEN, change.player(), change.thing().value()));
  }

  @Override
  public List<Occurrence> set(Change.Set change) {
    VariableKey key = change.variable();
    return before.value(world.variable(key.variable()), key.owner()) == change.value()
        ? List.of()
        : List.of(Occurrence.of(Hook.CHANGED, actor, key.variable().value()).with(change.value()));
  }

  @Override
  public List<Occurrence> health(Change.Health change) {
    return change.value() == 0
        ? List.of(Occurrence.of(Hook.DIED, change.player(), change.player().value()))
        : List.of();
  }

  @Override
  public List<Occurrence> ended(Change.Ended change) {
    return List.of(Occurrence.of(Hook.ENDED, actor, change.ending().value()));
  }

  @Override
  public List<Occurrence> other(Change change) {
    return List.of();
  }

  /** Whom a player has come upon, in the world's order. */
  private List<Occurrence> met(PlayerId player) {
    return world.things().values().stream()
        .filter(thing -> thing.isPerson() && meet(player, thing.id()))
        .map(person -> meeting(player, person.id()))
        .toList();
  }

  /** Who has come upon a person, in the order of their ids. */
  private List<Occurrence> met(ThingId person) {
    return state.players().keySet().stream()
        .filter(player -> meet(player, person))
        .map(player -> meeting(player, person))
        .toList();
  }

  private boolean meet(PlayerId player, ThingId person) {
    return together(state, player, person) && !together(before, player, person);
  }

  private boolean together(State in, PlayerId player, ThingId person) {
    Optional<RoomId> room = new Sight(world, in).room(person);
    return !in.thing(person).hidden()
        && in.players().containsKey(player)
        && room.equals(Optional.of(in.player(player).room()));
  }

  private static Occurrence meeting(PlayerId player, ThingId person) {
    return Occurrence.of(Hook.MEETS, player, person.value()).about(person);
  }
}
