package lamplight.engine.play;

import java.util.Optional;
import lamplight.engine.model.Change;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Role;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ThingId;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Cause;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.Occurrence;
import lamplight.engine.rules.Rulebook;

/** How players come into the world and go out of it. */
final class Arrivals {
  private final Rulebook rulebook;

  Arrivals(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  void take(Draft draft, Input input) {
    if (input instanceof Input.Join join) {
      draft.as(Cause.of(join.player()), () -> join(draft, join));
    } else if (input instanceof Input.Leave leave) {
      draft.as(Cause.of(leave.player()), () -> leave(draft, leave.player()));
    } else if (input instanceof Input.Lose lose) {
      draft.as(
          Cause.of(lose.player()),
          () -> present(draft, lose.player(), Presence.AWAY, lose.quietly()));
    } else if (input instanceof Input.Return back) {
      draft.as(
          Cause.of(back.player()),
          () -> {
            present(draft, back.player(), Presence.HERE, back.quietly());
            if (back.afresh()) {
              draft.tell(Audience.ACTOR, TextKind.ROOM, new Event.Content.Surroundings(false));
            }
          });
    } else if (input instanceof Input.Displaced gone) {
      displace(draft, gone.player());
    }
    rulebook.settle(draft);
  }

  private void join(Draft draft, Input.Join join) {
    PlayerId id = join.player();
    if (draft.state().players().containsKey(id)) {
      throw new IllegalArgumentException("player " + id + " has joined already");
    }
    Optional<Role> role = freeRole(draft);
    RoomId start = role.flatMap(Role::start).orElse(draft.world().info().start());
    draft.change(
        new Change.Joined(PlayerState.joining(id, join.name(), role.map(Role::id), start)));
    for (ThingId thing : role.map(Role::things).orElse(java.util.List.of())) {
      draft.change(new Change.Placed(thing, new Place.HeldBy(id, false)));
    }
    draft.notice("PLAYER_JOINED", join.name());
    draft.tell(
        Audience.ACTOR, TextKind.EVENT, new Event.Content.Written(draft.world().info().intro()));
    role.ifPresent(part -> draft.tell(Audience.ACTOR, part.about()));
    draft.tell(Audience.OTHERS, TextKind.EVENT, new Event.Content.Message("join"));
    draft.arrive(id);
    happen(draft, Hook.JOINED, id);
  }

  /** The first role of the world that nobody has. */
  private static Optional<Role> freeRole(Draft draft) {
    return draft.world().roles().values().stream()
        .filter(
            role ->
                draft.state().players().values().stream()
                    .noneMatch(player -> has(player, role.id())))
        .findFirst();
  }

  private static boolean has(PlayerState player, RoleId role) {
    return player.role().equals(Optional.of(role));
  }

  private void leave(Draft draft, PlayerId player) {
    draft.tell(Audience.OTHERS, TextKind.EVENT, new Event.Content.Message("leave"));
    draft.notice("PLAYER_LEFT", draft.state().player(player).name());
    RoomId room = draft.state().player(player).room();
    for (ThingId thing : draft.sight().carried(player)) {
      draft.change(new Change.Placed(thing, new Place.InRoom(room)));
    }
    draft
        .state()
        .player(player)
        .perch()
        .ifPresent(spot -> draft.change(new Change.Perched(player, spot, false)));
    happen(draft, Hook.LEFT, player);
    rulebook.settle(draft);
    Following.lost(draft, player);
    draft.change(new Change.Left(player));
  }

  private void present(Draft draft, PlayerId player, Presence presence, boolean quietly) {
    if (draft.state().player(player).presence() == presence) {
      return;
    }
    boolean here = presence == Presence.HERE;
    draft.change(new Change.Present(player, presence));
    if (!quietly) {
      announce(draft, player, here);
    }
  }

  private void announce(Draft draft, PlayerId player, boolean here) {
    draft.tell(
        Audience.OTHERS, TextKind.EVENT, new Event.Content.Message(here ? "return" : "lose"));
    draft.notice(here ? "PLAYER_RETURNED" : "PLAYER_LOST", draft.state().player(player).name());
    happen(draft, here ? Hook.RETURNED : Hook.LOST, player);
  }

  private void happen(Draft draft, Hook hook, PlayerId player) {
    rulebook.happen(Occurrence.of(hook, player, player.value()), draft);
  }

  /** A player whose room was edited away reads where the player is now. */
  void displace(Draft draft, PlayerId player) {
    draft.as(
        Cause.of(player),
        () -> {
          draft.tell(Audience.ACTOR, TextKind.EVENT, new Event.Content.Message("displaced"));
          draft.change(new Change.Moved(player, draft.state().player(player).room()));
          draft.arrive(player);
        });
  }
}
