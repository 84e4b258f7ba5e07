package lamplight.engine.play;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Change;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ThingId;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Cause;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Event;

/**
 * Who goes where a player goes: people whom a rule has told to, and players who want to.
 *
 * <p>A player comes along out of the room that the leader has just left, by a way that is open to
 * both, as if the way had been typed, with all that rules say about it; but it takes no turn.
 * Whoever cannot come is told why, and follows again when they meet. It ends with {@code stop
 * following}, or when the follower goes another way.
 */
final class Following {
  private static final ActionId GO = new ActionId("go");

  private Following() {}

  static Map<String, Action> actions() {
    return Map.of("follow", Following::follow, "unfollow", Following::stop);
  }

  private static void follow(Performance performance, Command command) {
    if (command.noun().orElse(null) instanceof PlayerId leader) {
      begin(performance, leader);
    } else if (command.noun().orElse(null) instanceof ThingId thing
        && Moving.isWay(performance, thing)) {
      Moving.enter(performance, command);
    } else {
      performance.refuse(Refusal.NO_EFFECT, "follow.here");
    }
  }

  private static void begin(Performance performance, PlayerId leader) {
    if (leader.equals(performance.actor())) {
      performance.refuse(Refusal.NO_EFFECT, "follow.self");
    } else if (performance.player().leader().equals(Optional.of(leader))) {
      performance.refuse(Refusal.NO_EFFECT, "follow.already");
    } else {
      performance.change(new Change.Led(performance.actor(), Optional.of(leader)));
      performance.act("follow.begins");
    }
  }

  private static void stop(Performance performance, Command command) {
    Optional<PlayerId> leader = performance.player().leader();
    if (command.noun().isPresent() && !command.noun().equals(leader)) {
      performance.refuse(Refusal.NO_EFFECT, "follow.another");
    } else if (leader.isEmpty()) {
      performance.refuse(Refusal.NO_EFFECT, "follow.nobody");
    } else {
      end(performance.draft(), performance.actor(), leader.get());
    }
  }

  /** All who see the follower are told. */
  private static void end(Draft draft, PlayerId follower, PlayerId leader) {
    draft.change(new Change.Led(follower, Optional.empty()));
    draft.as(
        Cause.of(follower).withNoun(leader),
        () ->
            draft.tell(Audience.PRESENT, TextKind.EVENT, new Event.Content.Message("follow.ends")));
  }

  /** A player is no longer there to be followed. */
  static void lost(Draft draft, PlayerId leader) {
    for (PlayerState player : draft.state().players().values()) {
      if (player.leader().equals(Optional.of(leader))) {
        end(draft, player.id(), leader);
      }
    }
  }

  /** A player who went another way than the one to be followed follows no more. */
  static void strays(Draft draft, PlayerId actor) {
    PlayerState player = draft.state().player(actor);
    player
        .leader()
        .filter(leader -> hasJustCome(player) && !isWith(draft, player, leader))
        .ifPresent(leader -> end(draft, actor, leader));
  }

  private static boolean isWith(Draft draft, PlayerState player, PlayerId leader) {
    return draft.state().player(leader).room().equals(player.room());
  }

  private static boolean hasJustCome(PlayerState player) {
    return player.turnsHere() == 0 && player.previous().isPresent();
  }

  /** Who follows a player comes along, and who follows those. */
  static void come(Draft draft, PlayerId leader) {
    come(draft, leader, new TreeSet<>(Set.of(leader)));
  }

  /**
   * @param walked who has walked already, and does not walk again
   */
  private static void come(Draft draft, PlayerId leader, Set<PlayerId> walked) {
    people(draft, leader);
    if (!hasJustCome(draft.state().player(leader))) {
      return;
    }
    for (PlayerState player : draft.state().players().values()) {
      if (player.leader().equals(Optional.of(leader))
          && player.presence() == Presence.HERE
          && player.room().equals(draft.state().player(leader).previous().orElseThrow())
          && !isWith(draft, player, leader)
          && walked.add(player.id())) {
        walk(draft, player, leader);
        come(draft, player.id(), walked);
      }
    }
  }

  private static void walk(Draft draft, PlayerState player, PlayerId leader) {
    Optional<Direction> way = way(draft, player.room(), draft.state().player(leader).room());
    draft.as(
        Cause.of(player.id()).withNoun(leader),
        () -> tell(draft, way.isPresent() ? "follow.goes" : "follow.cannot"));
    way.ifPresent(
        direction ->
            draft.as(
                Cause.of(player.id()),
                () ->
                    new Effect.Perform(
                            GO, Optional.empty(), Optional.empty(), Optional.of(direction))
                        .apply(draft)));
  }

  private static void tell(Draft draft, String message) {
    draft.tell(Audience.ACTOR, TextKind.RESULT, new Event.Content.Message(message));
  }

  /** People come along if a way leads from where they are to where the player is. */
  private static void people(Draft draft, PlayerId leader) {
    RoomId to = draft.state().player(leader).room();
    for (Map.Entry<ThingId, PlayerId> pair : draft.state().following().entrySet()) {
      if (pair.getValue().equals(leader)
          && draft.state().place(pair.getKey()) instanceof Place.InRoom in
          && !in.room().equals(to)) {
        way(draft, in.room(), to).ifPresent(way -> come(draft, pair, in.room(), way, to));
      }
    }
  }

  private static void come(
      Draft draft, Map.Entry<ThingId, PlayerId> pair, RoomId from, Direction way, RoomId to) {
    Cause cause = Cause.NOBODY.withNoun(pair.getKey()).withSecond(pair.getValue());
    Clockwork.seen(draft, cause.withWords(way.word()), from, "wander.leaves");
    draft.change(new Change.Placed(pair.getKey(), new Place.InRoom(to)));
    Clockwork.seen(draft, cause, to, "follow");
  }

  private static Optional<Direction> way(Draft draft, RoomId from, RoomId to) {
    return draft.world().room(from).exits().entrySet().stream()
        .filter(way -> way.getValue().to().equals(to) && Clockwork.isOpen(draft, way.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
