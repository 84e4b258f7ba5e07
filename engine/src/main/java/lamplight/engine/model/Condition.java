package lamplight.engine.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A question about a state, from the closed list of the author's guide (section Conditions). Asking
 * changes nothing, but {@link Chances} and {@link ChancesOf} draw from chance; so conditions are
 * asked in a defined order, and no more of them than needed.
 */
public sealed interface Condition {
  Condition ALWAYS = new All(List.of());

  Truth test(Facts facts);

  /** What a condition is if it is made of others. */
  interface Compound {
    List<Condition> parts();
  }

  /** All of them hold. */
  record All(List<Condition> conditions) implements Condition, Compound {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public List<Condition> parts() {
      return conditions;
    }

    @Override
    public Truth test(Facts facts) {
      Truth truth = Truth.YES;
      for (Condition condition : conditions) {
        truth = truth.and(condition.test(facts));
        if (truth == Truth.NO) {
          return truth;
        }
      }
      return truth;
    }
  }

  /** One of them holds. */
  record Any(List<Condition> conditions) implements Condition, Compound {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public List<Condition> parts() {
      return conditions;
    }

    @Override
    public Truth test(Facts facts) {
      Truth truth = Truth.NO;
      for (Condition condition : conditions) {
        truth = truth.or(condition.test(facts));
        if (truth == Truth.YES) {
          return truth;
        }
      }
      return truth;
    }
  }

  /** It does not hold. */
  record Not(Condition condition) implements Condition, Compound {
    @Override
    public List<Condition> parts() {
      return List.of(condition);
    }

    @Override
    public Truth test(Facts facts) {
      return condition.test(facts).not();
    }
  }

  /** The actor is at one of these. */
  record At(List<Spot> spots) implements Condition {
    public At {
      spots = List.copyOf(spots);
    }

    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> spots.stream().anyMatch(spot -> spot.holds(player)));
    }
  }

  /** The actor's room is in a region. */
  record InRegion(RegionId region) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> facts.world().room(player.room()).isIn(region));
    }
  }

  /** The actor carries it. */
  record Holds(Subject thing) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofThing(facts, thing, (player, id) -> facts.sight().carries(player.id(), id));
    }
  }

  /** It is in the actor's room and no player carries it. */
  record Here(Subject thing) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofThing(facts, thing, (player, id) -> isHere(facts, player, id));
    }
  }

  /** The actor carries it, or it is here. */
  record With(Subject thing) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofThing(
          facts,
          thing,
          (player, id) -> facts.sight().carries(player.id(), id) || isHere(facts, player, id));
    }
  }

  /** It is in the actor's sight. */
  record Sees(Subject thing) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofThing(facts, thing, (player, id) -> facts.sight().sees(player.id(), id));
    }
  }

  /** A thing is where it is asked for. */
  record Placed(Subject thing, Where where) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(thing.in(facts).filter(id -> where.holds(facts, id)).isPresent());
    }
  }

  /** A thing stands as it is asked for. */
  record Is(Subject thing, Standing standing) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(thing.in(facts).filter(id -> standing.holds(facts, id)).isPresent());
    }
  }

  /** A thing is in one of its own states. */
  record InState(Subject thing, String state) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(
          thing.in(facts).filter(id -> facts.state().thing(id).state().equals(state)).isPresent());
    }
  }

  /** What lies in and on a thing weighs so much, with the players on it. */
  record Weighs(Subject thing, Comparison comparison) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(thing.in(facts).filter(id -> comparison.test(load(facts, id))).isPresent());
    }

    private static long load(Facts facts, ThingId thing) {
      long players =
          facts.state().players().values().stream().filter(new Spot.Upon(thing)::holds).count();
      return facts.sight().weight(facts.sight().contents(thing))
          + players * facts.world().info().playerWeight();
    }
  }

  /** So many of some things are where they are asked for. */
  record Counts(ThingSet set, Comparison comparison) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return comparison.truth(set.now(facts).size());
    }
  }

  /** Something in the actor's room gives a liquid. */
  record LiquidHere(ThingId liquid) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofActor(
          facts,
          player ->
              facts.world().things().values().stream()
                  .filter(thing -> thing.source().equals(Optional.of(liquid)))
                  .filter(thing -> !facts.state().thing(thing.id()).hidden())
                  .anyMatch(
                      thing -> facts.sight().room(thing.id()).equals(Optional.of(player.room()))));
    }
  }

  /** A vessel holds a liquid, or none. */
  record Content(Subject vessel, Optional<ThingId> liquid) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(
          vessel
              .in(facts)
              .filter(id -> facts.world().thing(id).vessel().isPresent())
              .filter(id -> content(facts, id).equals(liquid))
              .isPresent());
    }

    private static Optional<ThingId> content(Facts facts, ThingId vessel) {
      return facts.sight().liquidIn(vessel).map(content -> facts.world().thing(content).alike());
    }
  }

  /** A variable compares. */
  record Compares(VariableId variable, Comparison comparison) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return comparison.truth(facts.value(variable));
    }
  }

  /** A set has a value. */
  record Has(VariableId set, int member) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of((facts.value(set) & (1 << member)) != 0);
    }
  }

  /** A set has so many values. */
  record Size(VariableId set, Comparison comparison) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return comparison.truth(Integer.bitCount(facts.value(set)));
    }
  }

  /** A timer runs, or not. */
  record Running(TimerId timer, boolean running) implements Condition {
    @Override
    public Truth test(Facts facts) {
      TimerState state = facts.state().timers().get(timer);
      return Truth.of(state != null && state.running() == running);
    }
  }

  /** What remains of a timer compares. */
  record Remains(TimerId timer, Comparison comparison) implements Condition {
    @Override
    public Truth test(Facts facts) {
      TimerState state = facts.state().timers().get(timer);
      return comparison.truth(state == null ? 0 : state.remaining());
    }
  }

  /**
   * At least so many players are at each of these, no one counted twice: a player is in one room
   * and on one thing.
   */
  record Occupied(Map<Spot, Integer> spots) implements Condition {
    public Occupied {
      spots = Map.copyOf(spots);
    }

    @Override
    public Truth test(Facts facts) {
      return Truth.of(
          spots.entrySet().stream()
              .allMatch(
                  spot ->
                      facts.state().players().values().stream().filter(spot.getKey()::holds).count()
                          >= spot.getValue()));
    }
  }

  /** So many players are present. */
  record Present(Comparison comparison) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return comparison.truth(
          facts.state().players().values().stream()
              .filter(player -> player.presence() == Presence.HERE)
              .count());
    }
  }

  /** No other player is in the actor's room. */
  record Alone(boolean alone) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> facts.sight().company(player.id()).isEmpty() == alone);
    }
  }

  /** The actor has this role. */
  record HasRole(RoleId role) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> player.role().equals(Optional.of(role)));
    }
  }

  /** It is dark for the actor. */
  record Dark(boolean dark) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> facts.sight().dark(player.id()) == dark);
    }
  }

  /** So many turns in a row the actor has been in this room. */
  record TurnsHere(Comparison comparison) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> comparison.test(player.turnsHere()));
    }
  }

  /** The actor came from a room. */
  record Previous(RoomId room) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> player.previous().equals(Optional.of(room)));
    }
  }

  /** So often has the actor come into a room. */
  record Visits(RoomId room, Comparison comparison) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> comparison.test(player.comings(room)));
    }
  }

  /** It was dark for the actor before the command. */
  record WasDark(boolean dark) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> facts.moment().wasDark(player.id()) == dark);
    }
  }

  /** The actor's last turns were these actions, oldest first; the present one is none of them. */
  record Last(List<ActionId> actions) implements Condition {
    public Last {
      actions = List.copyOf(actions);
    }

    @Override
    public Truth test(Facts facts) {
      return ofActor(
          facts,
          player -> {
            List<ActionId> last = player.last();
            int from = last.size() - actions.size();
            return from >= 0 && last.subList(from, last.size()).equals(actions);
          });
    }
  }

  /** A player is the actor, or nobody is. */
  record Acting(boolean player) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(facts.player().isPresent() == player);
    }
  }

  /** A topic was raised with a person, by whomever. */
  record Raised(Suggestion topic) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(facts.state().raised().contains(topic));
    }
  }

  /** A rule was asked in this command, and its condition did not hold. */
  record Failed(String rule) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(facts.moment().failed().contains(rule));
    }
  }

  /** The actor, or somebody of the party, has been in a room. */
  record Visited(RoomId room, boolean byParty) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return byParty
          ? Truth.of(facts.state().visited().contains(room))
          : ofActor(facts, player -> player.visited().contains(room));
    }
  }

  /** The actor has seen a thing. */
  record Seen(Subject thing) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofThing(facts, thing, (player, id) -> player.seen().contains(id));
    }
  }

  /** The party, or the actor, has achieved something. */
  record HasAchieved(AchievementId achievement) implements Condition {
    @Override
    public Truth test(Facts facts) {
      Achievement of = facts.world().achievement(achievement);
      return Truth.of(
          Achieved.by(of, facts.actor()).filter(facts.state().achieved()::contains).isPresent());
    }
  }

  /** The actor has met one of these people. */
  record Met(List<ThingId> people) implements Condition {
    public Met {
      people = List.copyOf(people);
    }

    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> people.stream().anyMatch(player.met()::contains));
    }
  }

  /**
   * Something was done shortly before.
   *
   * @param noun what it was done to; empty: anything
   * @param within so many turns of the party, or milliseconds
   */
  record Recently(ActionId action, Optional<Subject> noun, Timer.Unit unit, long within, Who by)
      implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(facts.state().recent().stream().anyMatch(deed -> matches(facts, deed)));
    }

    private boolean matches(Facts facts, Deed deed) {
      State state = facts.state();
      boolean inTime =
          switch (unit) {
            case TURNS -> state.turn() - deed.turn() <= within;
            case SECONDS -> state.millis() - deed.millis() <= within * 1000;
          };
      boolean byThem =
          switch (by) {
            case ACTOR -> facts.actor().equals(Optional.of(deed.player()));
            case OTHER -> !facts.actor().equals(Optional.of(deed.player()));
            case ANYONE -> true;
          };
      return inTime
          && byThem
          && deed.action().equals(action)
          && noun.map(subject -> subject.in(facts).filter(thing -> did(deed, thing)).isPresent())
              .orElse(true);
    }

    private static boolean did(Deed deed, ThingId thing) {
      return deed.noun().equals(Optional.of(thing));
    }
  }

  /** In so many of 100 cases; draws. */
  record Chances(int percent) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(facts.chance().percent(percent));
    }
  }

  /** In as many of 100 cases as a variable says; draws. */
  record ChancesOf(VariableId variable) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(facts.chance().percent(facts.value(variable)));
    }
  }

  /** These points were given. */
  record Scored(ScoreId score) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return Truth.of(facts.state().scored().contains(score));
    }
  }

  /** The command's first noun is one of these. */
  record NounIs(List<ThingId> things) implements Condition {
    public NounIs {
      things = List.copyOf(things);
    }

    @Override
    public Truth test(Facts facts) {
      return Truth.of(facts.noun().filter(things::contains).isPresent());
    }
  }

  /** The command's second noun is one of these. */
  record SecondIs(List<ThingId> things) implements Condition {
    public SecondIs {
      things = List.copyOf(things);
    }

    @Override
    public Truth test(Facts facts) {
      return Truth.of(facts.second().filter(things::contains).isPresent());
    }
  }

  /** The actor carries so many things. */
  record Carried(Comparison comparison) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return ofActor(facts, player -> comparison.test(facts.sight().carried(player.id()).size()));
    }
  }

  /** Whose deeds are asked for. */
  enum Who {
    ACTOR,
    OTHER,
    ANYONE
  }

  /** Where a thing may be asked for. */
  sealed interface Where {
    boolean holds(Facts facts, ThingId thing);

    /** Exactly in this place. */
    record Exactly(Place place) implements Where {
      @Override
      public boolean holds(Facts facts, ThingId thing) {
        return facts.state().place(thing).equals(place);
      }
    }

    /** Directly in, on or with a thing. */
    record Held(Place.Holding how, Subject by) implements Where {
      @Override
      public boolean holds(Facts facts, ThingId thing) {
        return by.in(facts)
            .filter(holder -> facts.state().place(thing).equals(how.of(holder)))
            .isPresent();
      }
    }

    /** Inside a thing, on it or with it, however deep. */
    record Within(Subject by) implements Where {
      @Override
      public boolean holds(Facts facts, ThingId thing) {
        return by.in(facts)
            .filter(outer -> !outer.equals(thing) && facts.sight().isWithin(thing, outer))
            .isPresent();
      }
    }

    /** In a room of a region, or with somebody there. */
    record InRegion(RegionId region) implements Where {
      @Override
      public boolean holds(Facts facts, ThingId thing) {
        return facts
            .sight()
            .room(thing)
            .filter(room -> facts.world().room(room).isIn(region))
            .isPresent();
      }
    }

    /** Anywhere in the world. */
    record Anywhere() implements Where {
      @Override
      public boolean holds(Facts facts, ThingId thing) {
        return facts.sight().room(thing).isPresent();
      }
    }

    /** The actor has it. */
    record Actor() implements Where {
      @Override
      public boolean holds(Facts facts, ThingId thing) {
        return facts.actor().filter(actor -> facts.sight().carries(actor, thing)).isPresent();
      }
    }

    /** In the actor's room and carried by no player. */
    record Here() implements Where {
      @Override
      public boolean holds(Facts facts, ThingId thing) {
        return facts.player().filter(player -> isHere(facts, player, thing)).isPresent();
      }
    }

    /** Some player has it. */
    record Anyone() implements Where {
      @Override
      public boolean holds(Facts facts, ThingId thing) {
        return facts.sight().holder(thing).isPresent();
      }
    }
  }

  /** How any thing may stand. */
  enum Standing {
    OPEN,
    CLOSED,
    LOCKED,
    UNLOCKED,
    ON,
    OFF,
    WORN,
    LIT,
    MOVED,
    REVEALED,
    HIDDEN;

    boolean holds(Facts facts, ThingId thing) {
      ThingState state = facts.state().thing(thing);
      return switch (this) {
        case OPEN -> state.open();
        case CLOSED -> !state.open();
        case LOCKED -> state.locked();
        case UNLOCKED -> !state.locked();
        case ON -> state.on();
        case OFF -> !state.on();
        case WORN -> state.place() instanceof Place.HeldBy held && held.worn();
        case LIT -> facts.sight().lit(thing);
        case MOVED -> state.moved();
        case REVEALED -> !state.hidden();
        case HIDDEN -> state.hidden();
      };
    }

    /** The word of the author's guide. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static boolean isHere(Facts facts, PlayerState player, ThingId thing) {
    Sight sight = facts.sight();
    return sight.holder(thing).isEmpty()
        && (sight.room(thing).equals(Optional.of(player.room()))
            || facts.world().doors(player.room()).contains(thing));
  }

  /** Nobody acts, or the command has no such noun: the answer is no. */
  private static Truth ofThing(
      Facts facts, Subject subject, BiPredicate<PlayerState, ThingId> question) {
    return ofActor(
        facts,
        player -> subject.in(facts).filter(thing -> question.test(player, thing)).isPresent());
  }

  /** Nobody acts: the answer is no. */
  private static Truth ofActor(Facts facts, Predicate<PlayerState> question) {
    return Truth.of(facts.player().filter(question).isPresent());
  }
}
