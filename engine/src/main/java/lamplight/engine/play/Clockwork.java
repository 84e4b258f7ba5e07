package lamplight.engine.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Change;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Timer;
import lamplight.engine.model.TimerState;
import lamplight.engine.model.Truth;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Cause;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.Occurrence;
import lamplight.engine.rules.Rulebook;
import lamplight.engine.rules.Wander;

/**
 * What happens by itself, in this order. After each command that takes a turn: who follows that
 * player ({@link Following}), rules about whom they meet, rules about the player's turn. After each
 * turn of the party: timers in the author's order, each with what it sets off; people who wander,
 * in the author's order; rules about whom they meet; then rules about the party's turn.
 */
final class Clockwork {
  private final Rulebook rulebook;

  Clockwork(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /** A player has acted: who follows that player comes along. Before {@link #acted}. */
  void led(Draft draft, PlayerId actor) {
    draft.as(
        Cause.of(actor),
        () -> {
          Following.strays(draft, actor);
          Following.come(draft, actor);
          rulebook.settle(draft);
        });
  }

  /**
   * A player has acted. The party's turn passes when everybody here has acted, or one acts a second
   * time: the quickest player drives the clock, and two players do not drive it twice as fast as
   * one.
   */
  void acted(Draft draft, PlayerId actor, ActionId action) {
    draft.as(
        Cause.of(actor),
        () -> {
          rulebook.happen(Occurrence.of(Hook.TURN_PLAYER, actor, actor.value()), draft);
          rulebook.settle(draft);
        });
    draft.change(new Change.Spent(actor, action));
    boolean again = draft.state().acted().contains(actor);
    draft.change(new Change.Acted(actor));
    if (again || everybodyActed(draft)) {
      draft.change(new Change.TurnPassed());
      if (again && !isAlone(draft, actor)) {
        draft.change(new Change.Acted(actor));
      }
      turn(draft);
    }
  }

  private static boolean everybodyActed(Draft draft) {
    for (PlayerState player : draft.state().players().values()) {
      if (player.presence() == Presence.HERE && !draft.state().acted().contains(player.id())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlone(Draft draft, PlayerId actor) {
    for (PlayerState player : draft.state().players().values()) {
      if (player.presence() == Presence.HERE && !player.id().equals(actor)) {
        return false;
      }
    }
    return true;
  }

  private void turn(Draft draft) {
    draft.as(
        Cause.NOBODY,
        () -> {
          tick(draft, Timer.Unit.TURNS, 1);
          rulebook.wanders().forEach(wander -> wander(draft, wander));
          rulebook.settle(draft);
          rulebook.happen(Occurrence.of(Hook.TURN_PARTY, Optional.empty(), ""), draft);
          rulebook.settle(draft);
        });
  }

  /** The session's clock goes on by so many milliseconds; timers count the full seconds. */
  void pass(Draft draft, long millis) {
    long before = draft.state().millis();
    draft.change(new Change.Clock(before + millis));
    int seconds = (int) ((before + millis) / 1000 - before / 1000);
    draft.as(Cause.NOBODY, () -> tick(draft, Timer.Unit.SECONDS, seconds));
  }

  private void tick(Draft draft, Timer.Unit unit, int times) {
    for (Timer timer : draft.world().timers().values()) {
      for (int i = 0; i < times && timer.unit() == unit; i++) {
        TimerState state = draft.state().timers().get(timer.id());
        if (state == null
            || !state.running()
            || state.remaining() == 0
            || timer.runsWhile().test(draft.facts()) != Truth.YES) {
          break;
        }
        int remaining = state.remaining() - 1;
        draft.change(new Change.Timed(timer.id(), new TimerState(remaining > 0, remaining)));
        Effect.applyAll(rulebook.at(timer.id(), remaining), draft);
        rulebook.settle(draft);
      }
    }
  }

  static boolean isOpen(Draft draft, Exit exit) {
    return !draft.state().isShut(exit) && exit.when().test(draft.facts()) == Truth.YES;
  }

  private static void wander(Draft draft, Wander wander) {
    if (!(draft.state().place(wander.person()) instanceof Place.InRoom in)
        || draft.state().thing(wander.person()).hidden()
        || draft.state().following().containsKey(wander.person())
        || draft.state().turn() % wander.every() != 0
        || !draft.chance().percent(wander.chance())) {
      return;
    }
    List<Map.Entry<Direction, Exit>> ways = new ArrayList<>();
    Room room = draft.world().room(in.room());
    for (Map.Entry<Direction, Exit> way : room.exits().entrySet()) {
      Exit exit = way.getValue();
      boolean inRegion = draft.world().room(exit.to()).isIn(wander.region());
      if (inRegion && !wander.avoid().contains(exit.to()) && isOpen(draft, exit)) {
        ways.add(way);
      }
    }
    if (!ways.isEmpty()) {
      Map.Entry<Direction, Exit> way = ways.get(draft.chance().draw(ways.size()));
      walk(draft, wander, room.id(), way.getKey(), way.getValue().to());
    }
  }

  private static void walk(Draft draft, Wander wander, RoomId from, Direction way, RoomId to) {
    Cause cause = Cause.NOBODY.withNoun(wander.person());
    seen(draft, cause.withWords(way.word()), from, "wander.leaves");
    draft.change(new Change.Placed(wander.person(), new Place.InRoom(to)));
    seen(draft, cause.withWords(way.opposite().word()), to, "wander.arrives");
  }

  static void seen(Draft draft, Cause cause, RoomId room, String message) {
    if (!draft.sight().dark(room)) {
      draft.as(
          cause,
          () ->
              draft.tell(
                  new Audience.InRoom(room), TextKind.EVENT, new Event.Content.Message(message)));
    }
  }
}
