package lamplight.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lamplight.engine.model.Facts;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Referent;
import lamplight.engine.model.RegionId;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ThingId;

/** Who reads something. What is seen is not seen in the dark; what is heard is. */
public sealed interface Audience {
  Audience ACTOR = new Actor();
  Audience OTHERS = new Others();
  Audience PRESENT = new Present();
  Audience WITHIN_EARSHOT = new WithinEarshot();
  Audience ALL = new All();
  Audience TOGETHER = new Together();
  Audience NOUN = new Noun();
  Audience SECOND = new Second();

  Set<PlayerId> listeners(Facts facts);

  /** Whoever acts. */
  record Actor() implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return facts.player().map(PlayerState::id).map(Set::of).orElse(Set.of());
    }
  }

  /** Those in the actor's room who see the actor. */
  record Others() implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return Set.copyOf(onlookers(facts));
    }
  }

  /** The actor, and those who see the actor. */
  record Present() implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return withActor(facts, onlookers(facts));
    }
  }

  /** Those in the actor's room, in the dark too, without the actor. */
  record WithinEarshot() implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return Set.copyOf(company(facts));
    }
  }

  /** The actor and all in the actor's room, in the dark too. */
  record Together() implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return withActor(facts, company(facts));
    }
  }

  /** The command's first noun, if that is a player. */
  record Noun() implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return named(facts, facts.noun());
    }
  }

  /** The command's second noun, if that is a player. */
  record Second() implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return named(facts, facts.second());
    }
  }

  /** Those in the rooms of a region. */
  record InRegion(RegionId region) implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return facts.state().players().values().stream()
          .filter(player -> facts.world().room(player.room()).isIn(region))
          .map(PlayerState::id)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** The whole party. */
  record All() implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return Set.copyOf(facts.state().players().keySet());
    }
  }

  /** One player. */
  record Only(PlayerId player) implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return facts.state().players().containsKey(player) ? Set.of(player) : Set.of();
    }
  }

  /** Those in a room. */
  record InRoom(RoomId room) implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return Set.copyOf(facts.sight().playersIn(room));
    }
  }

  /** Whoever has a role. */
  record WithRole(RoleId role) implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      return facts.state().players().values().stream()
          .filter(player -> player.role().equals(Optional.of(role)))
          .map(PlayerState::id)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** Whoever carries a thing; if nobody does, those in its room. */
  record HolderOf(ThingId thing) implements Audience {
    @Override
    public Set<PlayerId> listeners(Facts facts) {
      Optional<PlayerId> holder = facts.sight().holder(thing);
      if (holder.isPresent()) {
        return new Only(holder.get()).listeners(facts);
      }
      return facts
          .sight()
          .room(thing)
          .map(room -> new InRoom(room).listeners(facts))
          .orElse(Set.of());
    }
  }

  private static Set<PlayerId> named(Facts facts, Optional<Referent> noun) {
    return noun.orElse(null) instanceof PlayerId player
        ? new Only(player).listeners(facts)
        : Set.of();
  }

  private static Set<PlayerId> withActor(Facts facts, List<PlayerId> others) {
    if (others.isEmpty()) {
      return ACTOR.listeners(facts);
    }
    List<PlayerId> all = new ArrayList<>(others);
    all.addAll(ACTOR.listeners(facts));
    return Set.copyOf(all);
  }

  /** The company, if there is light to see the actor by. */
  private static List<PlayerId> onlookers(Facts facts) {
    Optional<PlayerState> actor = facts.player();
    return actor.isPresent() && facts.sight().dark(actor.get().room()) ? List.of() : company(facts);
  }

  private static List<PlayerId> company(Facts facts) {
    return facts.player().map(player -> facts.sight().company(player.id())).orElse(List.of());
  }
}
