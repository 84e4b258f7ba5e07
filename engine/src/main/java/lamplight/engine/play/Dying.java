package lamplight.engine.play;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lamplight.engine.model.Change;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ThingId;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Cause;
import lamplight.engine.rules.Death;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.Occurrence;
import lamplight.engine.rules.Rulebook;

/** What becomes of players who have no health left, when rules about it have had their say. */
final class Dying {
  /** The health that a player has after a collapse, in a world that says nothing of death. */
  private static final int RECOVERED = 50;

  private final Rulebook rulebook;

  Dying(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /**
   * Sees to all who have no health left, in the order of their ids, each at most once.
   *
   * @return who they were
   */
  Set<PlayerId> see(Draft draft) {
    Set<PlayerId> died = new TreeSet<>();
    Optional<PlayerId> next = next(draft, died);
    while (next.isPresent()) {
      PlayerId player = next.get();
      died.add(player);
      draft.as(
          Cause.of(player),
          () ->
              rulebook
                  .death()
                  .ifPresentOrElse(
                      death -> die(draft, player, death),
                      () -> comeTo(draft, player, RECOVERED, draft.world().info().start())));
      rulebook.settle(draft);
      next = next(draft, died);
    }
    return died;
  }

  private static Optional<PlayerId> next(Draft draft, Set<PlayerId> died) {
    if (draft.state().ended().isEmpty()) {
      for (PlayerState player : draft.state().players().values()) {
        if (player.health() == 0 && !died.contains(player.id())) {
          return Optional.of(player.id());
        }
      }
    }
    return Optional.empty();
  }

  private static void die(Draft draft, PlayerId id, Death death) {
    if (death.text().isEmpty()) {
      draft.tell(Audience.PRESENT, TextKind.EVENT, new Event.Content.Message("death"));
    } else {
      draft.tell(Audience.PRESENT, death.text());
    }
    RoomId where = draft.state().player(id).room();
    if (death.drop()) {
      for (ThingId thing : draft.sight().carried(id)) {
        draft.change(new Change.Placed(thing, new Place.InRoom(where)));
      }
    }
    draft.change(new Change.Died(id, death.cost()));
    if (death.cost() > 0) {
      count(draft, Audience.ALL, "death.cost", death.cost());
    }
    if (death.isLast(draft.state(), draft.state().player(id))) {
      death.ending().map(Effect.End::new).ifPresent(ending -> ending.apply(draft));
    } else {
      death
          .lives()
          .ifPresent(
              lives -> tellLives(draft, death.left(draft.state(), draft.state().player(id))));
      comeBack(draft, id, death.revive().orElse(draft.world().info().start()));
    }
  }

  private static void tellLives(Draft draft, int left) {
    count(
        draft,
        Audience.ACTOR,
        left == 0 ? "death.none" : left == 1 ? "death.one" : "death.lives",
        left);
  }

  private static void count(Draft draft, Audience to, String message, int number) {
    draft.as(
        draft.cause().withWords(Integer.toString(number)),
        () -> draft.tell(to, TextKind.SYSTEM, new Event.Content.Message(message)));
  }

  private static void comeTo(Draft draft, PlayerId player, int health, RoomId room) {
    draft.tell(Audience.PRESENT, TextKind.EVENT, new Event.Content.Message("collapse"));
    rise(draft, player, health, room);
  }

  private static void comeBack(Draft draft, PlayerId player, RoomId room) {
    rise(draft, player, PlayerState.FULL, room);
    draft.happen(Occurrence.of(Hook.REVIVED, player, player.value()));
  }

  private static void rise(Draft draft, PlayerId player, int health, RoomId room) {
    draft.change(new Change.Health(player, health));
    draft
        .state()
        .player(player)
        .perch()
        .ifPresent(spot -> draft.change(new Change.Perched(player, spot, false)));
    draft.change(new Change.Moved(player, room));
    draft.tell(Audience.OTHERS, TextKind.EVENT, new Event.Content.Message("revive"));
    draft.arrive(player);
  }
}
