package lamplight.engine.check;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import lamplight.engine.model.Comparison;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Place;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Spot;
import lamplight.engine.model.Subject;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Variable;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.On;

/**
 * What conditions ask and effects bring, as far as it matters to what players can ever come to. A
 * condition or effect without a row may always hold and brings nothing in.
 */
final class Prospects {
  /**
   * A kind of condition.
   *
   * @param may whether it can ever hold
   * @param mayNot whether it can ever not hold
   * @param why why it never holds, for "it never fires: …"
   */
  private record Asks<C extends Condition>(
      Class<C> type,
      BiPredicate<C, Reach> may,
      BiPredicate<C, Reach> mayNot,
      Function<C, String> why) {
    static <C extends Condition> Asks<C> of(
        Class<C> type, BiPredicate<C, Reach> may, Function<C, String> why) {
      return new Asks<>(type, may, (condition, reach) -> true, why);
    }

    boolean may(Condition condition, Reach reach) {
      return may.test(type.cast(condition), reach);
    }

    boolean mayNot(Condition condition, Reach reach) {
      return mayNot.test(type.cast(condition), reach);
    }

    String why(Condition condition) {
      return why.apply(type.cast(condition));
    }
  }

  private static final List<Asks<?>> ASKS =
      List.of(
          new Asks<>(
              Condition.All.class,
              (all, reach) ->
                  Contradiction.in(all).isEmpty() && all.conditions().stream().allMatch(reach::may),
              (all, reach) -> all.conditions().stream().anyMatch(reach::mayNot),
              all -> Contradiction.in(all).orElse("they never hold together")),
          new Asks<>(
              Condition.Any.class,
              (any, reach) -> any.conditions().stream().anyMatch(reach::may),
              (any, reach) -> any.conditions().stream().allMatch(reach::mayNot),
              any -> "none of these ever holds"),
          new Asks<>(
              Condition.Not.class,
              (not, reach) -> reach.mayNot(not.condition()),
              (not, reach) -> reach.may(not.condition()),
              not -> "what must not hold always holds"),
          new Asks<>(
              Condition.Compares.class,
              Prospects::compares,
              (asked, reach) -> differs(asked, reach),
              asked -> "variable \"" + asked.variable() + "\" never has such a value"),
          new Asks<>(
              Condition.InState.class,
              (asked, reach) -> named(asked.thing(), thing -> reach.becomes(thing, asked.state())),
              (asked, reach) -> true,
              asked -> id(asked.thing()) + " never becomes \"" + asked.state() + "\""),
          Asks.of(
              Condition.Is.class,
              Prospects::stands,
              asked -> id(asked.thing()) + " is never " + asked.standing().word()),
          Asks.of(
              Condition.Holds.class,
              (asked, reach) -> named(asked.thing(), reach::has),
              asked -> "nobody ever has " + id(asked.thing())),
          Asks.of(
              Condition.Here.class,
              (asked, reach) -> named(asked.thing(), reach::finds),
              asked -> id(asked.thing()) + " is never there"),
          Asks.of(
              Condition.With.class,
              (asked, reach) -> named(asked.thing(), reach::finds),
              asked -> id(asked.thing()) + " is never there"),
          Asks.of(
              Condition.Sees.class,
              (asked, reach) -> named(asked.thing(), reach::finds),
              asked -> "nobody ever sees " + id(asked.thing())),
          Asks.of(
              Condition.Seen.class,
              (asked, reach) -> named(asked.thing(), reach::finds),
              asked -> "nobody ever sees " + id(asked.thing())),
          Asks.of(
              Condition.Placed.class,
              Prospects::placed,
              asked -> id(asked.thing()) + " is never in that place"),
          Asks.of(
              Condition.At.class,
              (asked, reach) -> asked.spots().stream().anyMatch(spot -> comesTo(spot, reach)),
              asked -> "nobody ever comes there"),
          Asks.of(
              Condition.Visited.class,
              (asked, reach) -> reach.comesTo(asked.room()),
              asked -> "nobody ever comes to \"" + asked.room() + "\""),
          Asks.of(
              Condition.Scored.class,
              (asked, reach) -> reach.isGiven(asked.score()),
              asked -> "score \"" + asked.score() + "\" is never given"),
          Asks.of(
              Condition.Running.class,
              (asked, reach) -> !asked.running() || reach.runs(asked.timer()),
              asked -> "timer \"" + asked.timer() + "\" never runs"),
          Asks.of(
              Condition.Occupied.class,
              Prospects::occupied,
              asked -> "the world takes fewer players, or they never come there"),
          Asks.of(
              Condition.Present.class,
              (asked, reach) ->
                  holdsBetween(asked.comparison(), 0, reach.world().info().maxPlayers()),
              asked -> "the world takes fewer players"),
          Asks.of(
              Condition.Chances.class,
              (asked, reach) -> asked.percent() > 0,
              asked -> "it has no chance"),
          Asks.of(
              Condition.NounIs.class,
              (asked, reach) ->
                  asked.things().isEmpty() || asked.things().stream().anyMatch(reach::finds),
              asked -> "none of these things is ever there"),
          Asks.of(
              Condition.SecondIs.class,
              (asked, reach) ->
                  asked.things().isEmpty() || asked.things().stream().anyMatch(reach::finds),
              asked -> "none of these things is ever there"));

  /** A kind of effect and what it brings. */
  private record Brings<E extends Effect>(Class<E> type, BiConsumer<E, Reach> what) {
    void apply(Effect effect, Reach reach) {
      what.accept(type.cast(effect), reach);
    }
  }

  private static final List<Brings<?>> BRINGS =
      List.of(
          new Brings<>(Effect.SetTo.class, (set, reach) -> reach.set(set.variable(), set.value())),
          new Brings<>(Effect.Count.class, Prospects::count),
          new Brings<>(Effect.Make.class, Prospects::make),
          new Brings<>(
              Effect.Become.class,
              (become, reach) ->
                  reach
                      .subjects(become.thing())
                      .forEach(thing -> reach.become(thing, become.state()))),
          new Brings<>(
              Effect.Move.class,
              (move, reach) ->
                  reach.subjects(move.thing()).forEach(thing -> move(thing, move.to(), reach))),
          new Brings<>(
              Effect.Spawn.class,
              (spawn, reach) -> spawn.alike().forEach(thing -> move(thing, spawn.to(), reach))),
          new Brings<>(
              Effect.Steal.class,
              (steal, reach) ->
                  steal
                      .things()
                      .forEach(thing -> reach.place(thing, new Place.InRoom(steal.lair())))),
          new Brings<>(
              Effect.Swap.class,
              (swap, reach) ->
                  Stream.of(swap.one(), swap.other())
                      .flatMap(subject -> reach.subjects(subject).stream())
                      .forEach(reach::loosen)),
          new Brings<>(
              Effect.Every.class,
              (every, reach) -> every.set().things().forEach(thing -> inTurn(every, thing, reach))),
          new Brings<>(Effect.Redirect.class, (way, reach) -> reach.come(way.to())),
          new Brings<>(Effect.Go.class, (go, reach) -> go.to().ifPresent(reach::come)),
          new Brings<>(
              Effect.Run.class,
              (run, reach) -> {
                if (run.start()) {
                  reach.happen(run.timer());
                }
              }),
          new Brings<>(Effect.Give.class, (give, reach) -> reach.happen(give.score())),
          new Brings<>(Effect.End.class, (end, reach) -> reach.happen(end.ending())),
          new Brings<>(
              Effect.If.class,
              (either, reach) -> reach.choose(either.when(), either.then(), either.otherwise())));

  private Prospects() {}

  /** Whether a condition can ever hold. */
  static boolean may(Condition condition, Reach reach) {
    return row(condition).map(row -> row.may(condition, reach)).orElse(true);
  }

  /** Whether a condition can ever not hold. */
  static boolean mayNot(Condition condition, Reach reach) {
    return row(condition).map(row -> row.mayNot(condition, reach)).orElse(true);
  }

  /** The part of a condition that never holds, of one that never does. */
  static Condition cause(Condition condition, Reach reach) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream()
          .filter(part -> !reach.may(part))
          .findFirst()
          .map(part -> cause(part, reach))
          .orElse(condition);
    }
    return condition;
  }

  /** Why a condition never holds, for the end of a sentence. */
  static String why(Condition condition) {
    return row(condition).map(row -> row.why(condition)).orElse("it never holds");
  }

  private static Optional<Asks<?>> row(Condition condition) {
    return ASKS.stream()
        .filter(row -> row.type().isInstance(condition))
        .<Asks<?>>map(row -> row)
        .findFirst();
  }

  /** An effect's own doing; of what has no row, that of its parts. */
  static void apply(Effect effect, Reach reach) {
    BRINGS.stream()
        .filter(row -> row.type().isInstance(effect))
        .findFirst()
        .ifPresentOrElse(row -> row.apply(effect, reach), () -> reach.apply(effect.parts()));
  }

  /** Whether what a rule is about can ever come up. */
  static boolean comesUp(On on, Reach reach) {
    if (on instanceof On.Doing doing) {
      return named(doing.noun(), reach) && named(doing.second(), reach);
    }
    List<String> subjects = ((On.Happening) on).subjects();
    return subjects.isEmpty() || subjects.stream().anyMatch(subject -> comesUp(subject, reach));
  }

  private static boolean comesUp(String subject, Reach reach) {
    ThingId thing = new ThingId(subject);
    if (reach.world().things().containsKey(thing)) {
      return reach.finds(thing);
    }
    RoomId room = new RoomId(subject);
    return !reach.world().rooms().containsKey(room) || reach.comesTo(room);
  }

  private static boolean named(On.Noun noun, Reach reach) {
    return !(noun instanceof On.Noun.Exactly exactly) || reach.finds(exactly.thing());
  }

  /** Of a noun of the command nothing can be said beforehand. */
  private static boolean named(Subject subject, java.util.function.Predicate<ThingId> question) {
    return subject.fixed().map(question::test).orElse(true);
  }

  private static String id(Subject subject) {
    return subject.fixed().map(thing -> "\"" + thing + "\"").orElse("the noun");
  }

  private static boolean comesTo(Spot spot, Reach reach) {
    return spot instanceof Spot.Upon upon
        ? reach.finds(upon.thing())
        : reach.comesTo(((Spot.In) spot).room());
  }

  private static boolean compares(Condition.Compares asked, Reach reach) {
    SortedSet<Integer> values = reach.values(asked.variable());
    if (values.isEmpty()) {
      return true;
    }
    boolean number = reach.world().variable(asked.variable()).type() == Variable.Type.INT;
    return number
        ? holdsBetween(asked.comparison(), values.first(), values.last())
        : values.stream().anyMatch(value -> asked.comparison().test(value));
  }

  private static boolean differs(Condition.Compares asked, Reach reach) {
    SortedSet<Integer> values = reach.values(asked.variable());
    return values.isEmpty() || values.size() > 1 || !asked.comparison().test(values.first());
  }

  /** Whether a comparison holds for any number within bounds. */
  private static boolean holdsBetween(Comparison comparison, int least, int most) {
    int number = comparison.number();
    return Stream.of(least, most, number - 1, number, number + 1)
        .filter(value -> value >= least && value <= most)
        .anyMatch(comparison::test);
  }

  private static boolean stands(Condition.Is asked, Reach reach) {
    return named(
        asked.thing(),
        thing ->
            switch (asked.standing()) {
              case OPEN -> reach.opens(thing);
              case UNLOCKED -> reach.unlocks(thing);
              default -> true;
            });
  }

  private static boolean placed(Condition.Placed asked, Reach reach) {
    return !(asked.where() instanceof Condition.Where.Exactly exactly)
        || named(
            asked.thing(),
            thing ->
                exactly.place().equals(Place.NOWHERE) || reach.isEverAt(thing, exactly.place()));
  }

  private static boolean occupied(Condition.Occupied asked, Reach reach) {
    int players = asked.spots().values().stream().mapToInt(count -> count).sum();
    return players <= reach.world().info().maxPlayers()
        && asked.spots().keySet().stream().allMatch(spot -> comesTo(spot, reach));
  }

  /** Counting goes on to the bound. */
  private static void count(Effect.Count count, Reach reach) {
    Variable variable = reach.world().variable(count.variable());
    reach.set(variable.id(), count.by() > 0 ? variable.max() : variable.min());
  }

  private static void make(Effect.Make make, Reach reach) {
    for (ThingId thing : reach.subjects(make.thing())) {
      switch (make.makes()) {
        case OPEN -> reach.open(thing);
        case UNLOCKED -> reach.unlock(thing);
        case PORTABLE -> reach.free(thing);
        case REVEALED -> reach.reveal(thing);
        case CLOSED, LOCKED, ON, OFF, FIXED, HIDDEN -> {}
      }
    }
  }

  private static void move(ThingId thing, Effect.Destination to, Reach reach) {
    if (to instanceof Effect.Destination.To fixed) {
      reach.place(thing, fixed.to());
    } else if (to instanceof Effect.Destination.Actor) {
      reach.give(thing);
    } else {
      reach.loosen(thing);
    }
  }

  /** In an effect for each of some things, the noun is one of them. */
  private static void inTurn(Effect.Every every, ThingId thing, Reach reach) {
    for (Effect effect : every.effects()) {
      if (effect instanceof Effect.Move move && move.thing().fixed().isEmpty()) {
        move(thing, move.to(), reach);
      } else {
        apply(effect, reach);
      }
    }
  }
}
