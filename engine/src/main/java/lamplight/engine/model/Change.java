package lamplight.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * One difference between two states. The set is closed: whatever happens in a world is said with
 * these.
 */
public sealed interface Change {
  /** The state with this change made. */
  State apply(State state);

  /** Tells the kinds apart that set something off; the others answer {@link Cases#other}. */
  default <R> R match(Cases<R> cases) {
    return cases.other(this);
  }

  /** An answer for each kind of change that sets something off. */
  interface Cases<R> {
    R placed(Placed change);

    R hidden(Hidden change);

    R joined(Joined change);

    R moved(Moved change);

    R perched(Perched change);

    R opened(Opened change);

    R switched(Switched change);

    R seen(Seen change);

    R set(Set change);

    R health(Health change);

    R ended(Ended change);

    R other(Change change);
  }

  /** A thing is somewhere else. */
  record Placed(ThingId thing, Place to) implements Change {
    @Override
    public State apply(State state) {
      return state.withThing(thing, state.thing(thing).withPlace(to));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.placed(this);
    }
  }

  /** A thing is open, or closed. */
  record Opened(ThingId thing, boolean open) implements Change {
    @Override
    public State apply(State state) {
      return state.withThing(thing, state.thing(thing).withOpen(open));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.opened(this);
    }
  }

  /** A thing is locked, or unlocked. */
  record Locked(ThingId thing, boolean locked) implements Change {
    @Override
    public State apply(State state) {
      return state.withThing(thing, state.thing(thing).withLocked(locked));
    }
  }

  /** A thing is switched on, or off. */
  record Switched(ThingId thing, boolean on) implements Change {
    @Override
    public State apply(State state) {
      return state.withThing(thing, state.thing(thing).withOn(on));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.switched(this);
    }
  }

  /** A thing is hidden, or revealed. */
  record Hidden(ThingId thing, boolean hidden) implements Change {
    @Override
    public State apply(State state) {
      return state.withThing(thing, state.thing(thing).withHidden(hidden));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.hidden(this);
    }
  }

  /** A thing can be taken, or no longer. */
  record Portable(ThingId thing, boolean portable) implements Change {
    @Override
    public State apply(State state) {
      return state.withThing(thing, state.thing(thing).withPortable(portable));
    }
  }

  /** A thing is in another of its own states. */
  record Became(ThingId thing, String value) implements Change {
    @Override
    public State apply(State state) {
      return state.withThing(thing, state.thing(thing).withState(value));
    }
  }

  /** A player is in the session from now on. */
  record Joined(PlayerState player) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(player);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.joined(this);
    }
  }

  /** A player is no longer in the session. */
  record Left(PlayerId player) implements Change {
    @Override
    public State apply(State state) {
      return state
          .withPlayers(state.players().minus(player))
          .withTurn(state.turn(), state.acted().minus(player))
          .withFollowing(
              state
                  .following()
                  .minusAll(
                      state.following().entrySet().stream()
                          .filter(entry -> entry.getValue().equals(player))
                          .map(java.util.Map.Entry::getKey)
                          .toList()));
    }
  }

  /** A player is in another room. */
  record Moved(PlayerId player, RoomId to) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withRoom(to));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.moved(this);
    }
  }

  /** A player gets onto a thing that can be entered, or off it. */
  record Perched(PlayerId player, ThingId spot, boolean on) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(
          state.player(player).withPerch(on ? Optional.of(spot) : Optional.empty()));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.perched(this);
    }
  }

  /** A player has more or less health, 0 to 100. */
  record Health(PlayerId player, int value) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withHealth(value));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.health(this);
    }
  }

  /** A player has died, once more, and the party has lost points by it. */
  record Died(PlayerId player, int points) implements Change {
    @Override
    public State apply(State state) {
      return state.withDeath(player, points);
    }
  }

  /** A player has more or less energy, 0 to 100. */
  record Energy(PlayerId player, int value) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withEnergy(value));
    }
  }

  /** Somebody sits at a player's terminal, or no longer. */
  record Present(PlayerId player, Presence presence) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withPresence(presence));
    }
  }

  /** A player has been in a room and seen it, and so has the party. */
  record Visited(PlayerId player, RoomId room) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withVisited(room)).withVisited(room);
    }
  }

  /** A player has seen a thing. */
  record Seen(PlayerId player, ThingId thing) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withSeen(thing));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.seen(this);
    }
  }

  /** A player has been in one room with a person. */
  record Met(PlayerId player, ThingId person) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withMet(person));
    }
  }

  /** A player wants short descriptions, or long ones. */
  record Brief(PlayerId player, boolean brief) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withBrief(brief));
    }
  }

  /** What the parser remembers of a player's talk. */
  record Minded(PlayerId player, Mind mind) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withMind(mind));
    }
  }

  /** A rule has asked a player something, or the question is over. */
  record Asked(PlayerId player, Optional<lamplight.engine.model.Asked> question) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withAsked(question));
    }
  }

  /** Something was achieved. */
  record Unlocked(Achieved what) implements Change {
    @Override
    public State apply(State state) {
      return state.withAchieved(state.achieved().plus(what));
    }
  }

  /** A person follows a player from now on, or nobody. */
  record Followed(ThingId person, Optional<PlayerId> player) implements Change {
    @Override
    public State apply(State state) {
      return state.withFollowing(
          player
              .map(leader -> state.following().plus(person, leader))
              .orElseGet(() -> state.following().minus(person)));
    }
  }

  /** A player follows another from now on, or nobody. */
  record Led(PlayerId player, Optional<PlayerId> leader) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withLeader(leader));
    }
  }

  /** A hidden thing is there for one player from now on. */
  record Revealed(PlayerId player, ThingId thing) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(
          state.player(player).withRevealed(state.player(player).revealed().plus(thing)));
    }
  }

  /** A variable has a value. */
  record Set(VariableKey variable, int value) implements Change {
    @Override
    public State apply(State state) {
      return state.withVariable(variable, value);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.set(this);
    }
  }

  /** A timer runs, stops, or has come further. */
  record Timed(TimerId timer, TimerState to) implements Change {
    @Override
    public State apply(State state) {
      return state.withTimer(timer, to);
    }
  }

  /** The party was given points. */
  record Scored(ScoreId score) implements Change {
    @Override
    public State apply(State state) {
      return state.withScored(score);
    }
  }

  /** A rule that fires once has. */
  record Fired(String rule) implements Change {
    @Override
    public State apply(State state) {
      return state.withFired(rule);
    }
  }

  /** A topic was suggested. */
  record Suggested(Suggestion suggestion) implements Change {
    @Override
    public State apply(State state) {
      return state.withSuggested(suggestion);
    }
  }

  /** A topic was raised with a person. */
  record Raised(Suggestion topic) implements Change {
    @Override
    public State apply(State state) {
      return state.withRaised(topic);
    }
  }

  /** A player spent a turn on an action. */
  record Spent(PlayerId player, ActionId action) implements Change {
    @Override
    public State apply(State state) {
      return state.withPlayer(state.player(player).withSpent(action));
    }
  }

  /** A player did something that rules may ask about for a while. */
  record Done(Deed deed) implements Change {
    @Override
    public State apply(State state) {
      return state.withDeed(deed);
    }
  }

  /** A player has acted in this turn of the party. */
  record Acted(PlayerId player) implements Change {
    @Override
    public State apply(State state) {
      return state.withTurn(state.turn(), state.acted().plus(player));
    }
  }

  /** A turn of the party has passed. */
  record TurnPassed() implements Change {
    @Override
    public State apply(State state) {
      PSortedSet<PlayerId> nobody = TreePSet.empty();
      return state.withTurn(state.turn() + 1, nobody);
    }
  }

  /** So many tiers of a hint were read. */
  record Hinted(int hint, int tiers) implements Change {
    @Override
    public State apply(State state) {
      return state.withHint(hint, tiers);
    }
  }

  /** The session's clock went on to so many milliseconds. */
  record Clock(long millis) implements Change {
    @Override
    public State apply(State state) {
      return state.withMillis(millis);
    }
  }

  /** Chance was drawn from; this is the seed of the next draw. */
  record Drawn(long seed) implements Change {
    @Override
    public State apply(State state) {
      return state.withChance(seed);
    }
  }

  /** The world was edited: from now on the session stands so, which fits the world as it is now. */
  record Renewed(State to) implements Change {
    @Override
    public State apply(State state) {
      return to;
    }
  }

  /**
   * A player took back a command: these parts of the state stand again as they stood before it.
   * Nothing follows from that.
   *
   * @param values of all parts then
   */
  record TakenBack(PlayerId player, List<Part> parts, Map<Part, Object> values) implements Change {
    public TakenBack {
      parts = List.copyOf(parts);
      values = Map.copyOf(values);
    }

    @Override
    public State apply(State state) {
      State back = state;
      for (Part part : parts) {
        back = part.in(back, values);
      }
      return back;
    }
  }

  /** The game has ended. */
  record Ended(EndingId ending) implements Change {
    @Override
    public State apply(State state) {
      return state.withEnded(ending);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ended(this);
    }
  }
}
