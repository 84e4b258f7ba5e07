package lamplight.engine.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Comparison;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Place;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Spot;
import lamplight.engine.model.Subject;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Variable;
import lamplight.engine.rules.On;

/**
 * What conditions ask, as far as it matters to what players can ever come to. There is a row for
 * each kind of condition; what nothing is known of may always hold and always not.
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

    /** Depends on how the game goes: it may hold, and may not. */
    static <C extends Condition> Asks<C> open(Class<C> type) {
      return of(type, (condition, reach) -> true, condition -> "it never holds");
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
          new Asks<>(
              Condition.Present.class,
              (asked, reach) -> holdsBetween(asked.comparison(), 0, reach.players()),
              (asked, reach) -> differsBetween(asked.comparison(), 0, reach.players()),
              asked -> "the world takes fewer players"),
          new Asks<>(
              Condition.Alone.class,
              (asked, reach) -> asked.alone() || reach.players() > 1,
              (asked, reach) -> !asked.alone() || reach.players() > 1,
              asked -> "the world takes one player"),
          Asks.of(
              Condition.Recently.class,
              (asked, reach) ->
                  (asked.by() != Condition.Who.OTHER || reach.players() > 1)
                      && asked.noun().map(noun -> named(noun, reach::finds)).orElse(true),
              asked -> "nobody is there to do it, or nothing to do it to"),
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
              asked -> "none of these things is ever there"),
          Asks.of(
              Condition.ChancesOf.class,
              (asked, reach) ->
                  reach.values(asked.variable()).isEmpty()
                      || reach.values(asked.variable()).last() > 0,
              asked -> "variable \"" + asked.variable() + "\" is never more than 0"),
          Asks.of(
              Condition.Has.class,
              (asked, reach) -> (reach.members(asked.set()) & (1 << asked.member())) != 0,
              asked -> "set \"" + asked.set() + "\" never has that value"),
          Asks.of(
              Condition.Size.class,
              (asked, reach) ->
                  holdsBetween(asked.comparison(), 0, Integer.bitCount(reach.members(asked.set()))),
              asked -> "set \"" + asked.set() + "\" never has so many values"),
          Asks.of(
              Condition.Counts.class,
              (asked, reach) -> holdsBetween(asked.comparison(), 0, asked.set().things().size()),
              asked -> "there are fewer such things"),
          Asks.of(
              Condition.HasAchieved.class,
              (asked, reach) -> reach.isAchieved(asked.achievement()),
              asked -> "\"" + asked.achievement() + "\" is never achieved"),
          Asks.of(
              Condition.Met.class,
              (asked, reach) -> asked.people().stream().anyMatch(reach::finds),
              asked -> "nobody ever meets them"),
          Asks.of(
              Condition.Raised.class,
              (asked, reach) -> reach.finds(asked.topic().person()),
              asked -> "nobody ever meets \"" + asked.topic().person() + "\""),
          Asks.of(
              Condition.Previous.class,
              (asked, reach) -> reach.comesTo(asked.room()),
              asked -> "nobody ever comes to \"" + asked.room() + "\""),
          Asks.of(
              Condition.Visits.class,
              (asked, reach) -> asked.comparison().test(0) || reach.comesTo(asked.room()),
              asked -> "nobody ever comes to \"" + asked.room() + "\""),
          Asks.of(
              Condition.InRegion.class,
              (asked, reach) ->
                  reach.world().rooms().values().stream()
                      .anyMatch(room -> room.isIn(asked.region()) && reach.comesTo(room.id())),
              asked -> "nobody ever comes to \"" + asked.region() + "\""),
          Asks.of(
              Condition.LiquidHere.class,
              (asked, reach) ->
                  reach.world().things().values().stream()
                      .anyMatch(
                          thing ->
                              thing.source().equals(Optional.of(asked.liquid()))
                                  && reach.finds(thing.id())),
              asked -> "nobody ever comes to a source of \"" + asked.liquid() + "\""),
          Asks.of(
              Condition.Remains.class,
              (asked, reach) ->
                  holdsBetween(asked.comparison(), 0, reach.world().timer(asked.timer()).length()),
              asked -> "timer \"" + asked.timer() + "\" never has so much left"),
          Asks.open(Condition.Weighs.class),
          Asks.open(Condition.Content.class),
          Asks.open(Condition.HasRole.class),
          Asks.open(Condition.Dark.class),
          Asks.open(Condition.WasDark.class),
          Asks.open(Condition.TurnsHere.class),
          Asks.open(Condition.Last.class),
          Asks.open(Condition.Acting.class),
          Asks.open(Condition.Failed.class),
          Asks.open(Condition.Carried.class));

  private Prospects() {}

  /** The kinds of conditions that something is known of. */
  static Set<Class<?>> kinds() {
    return ASKS.stream().map(Asks::type).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a condition can ever hold. */
  static boolean may(Condition condition, Reach reach) {
    return row(condition).may(condition, reach);
  }

  /** Whether a condition can ever not hold. */
  static boolean mayNot(Condition condition, Reach reach) {
    return row(condition).mayNot(condition, reach);
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
    return row(condition).why(condition);
  }

  private static Asks<?> row(Condition condition) {
    return ASKS.stream()
        .filter(row -> row.type().isInstance(condition))
        .<Asks<?>>map(row -> row)
        .findFirst()
        .orElseThrow();
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
    return telling(comparison, least, most).anyMatch(comparison::test);
  }

  /** Whether a comparison does not hold for some number within bounds. */
  private static boolean differsBetween(Comparison comparison, int least, int most) {
    return !telling(comparison, least, most).allMatch(comparison::test);
  }

  /** Numbers within bounds between which a comparison does not change. */
  private static Stream<Integer> telling(Comparison comparison, int least, int most) {
    int number = comparison.number();
    return Stream.of(least, most, number - 1, number, number + 1)
        .filter(value -> value >= least && value <= most);
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
    return players <= reach.players()
        && asked.spots().keySet().stream().allMatch(spot -> comesTo(spot, reach));
  }
}
