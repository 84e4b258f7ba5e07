package lamplight.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Change;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.State;

/**
 * What a change means to the rules: which hooks it is, and whose doing.
 *
 * @param actor who acts while the change is followed
 * @param state how the world stands then
 */
record Occurrences(Optional<PlayerId> actor, State state)
    implements Change.Cases<List<Occurrence>> {

  static List<Occurrence> of(Change change, Draft draft) {
    return change.match(new Occurrences(draft.cause().actor(), draft.state()));
  }

  @Override
  public List<Occurrence> placed(Change.Placed change) {
    String thing = change.thing().value();
    if (change.to() instanceof Place.HeldBy held) {
      Occurrence taken = Occurrence.of(Hook.TAKEN, held.player(), thing);
      boolean given = actor.isPresent() && !actor.get().equals(held.player());
      return given ? List.of(taken, Occurrence.of(Hook.GIVEN, actor, thing)) : List.of(taken);
    }
    if (change.to() instanceof Place.With) {
      return List.of(Occurrence.of(Hook.GIVEN, actor, thing));
    }
    return change.to() instanceof Place.InRoom
        ? List.of(Occurrence.of(Hook.DROPPED, actor, thing))
        : List.of();
  }

  @Override
  public List<Occurrence> moved(Change.Moved change) {
    List<Occurrence> found = new ArrayList<>();
    found.add(Occurrence.of(Hook.ENTERED, change.player(), change.to().value()));
    found.add(Occurrence.of(Hook.OCCUPIED, change.player(), change.to().value()));
    state
        .player(change.player())
        .previous()
        .ifPresent(from -> found.add(Occurrence.of(Hook.OCCUPIED, change.player(), from.value())));
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
    return List.of(Occurrence.of(Hook.CHANGED, actor, change.variable().variable().value()));
  }

  @Override
  public List<Occurrence> health(Change.Health change) {
    return change.value() == 0
        ? List.of(Occurrence.of(Hook.DIED, change.player(), change.player().value()))
        : List.of();
  }

  @Override
  public List<Occurrence> other(Change change) {
    return List.of();
  }
}
