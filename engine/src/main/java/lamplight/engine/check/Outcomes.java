package lamplight.engine.check;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Place;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Variable;
import lamplight.engine.rules.Effect;

/**
 * What effects bring, as far as it matters to what players can ever come to. There is a row for
 * each kind of effect, so that none is forgotten.
 */
final class Outcomes {
  /** A kind of effect and what it brings. */
  private record Brings<E extends Effect>(Class<E> type, BiConsumer<E, Reach> what) {
    /** Says or asks something, or is about how the command goes on. */
    static <E extends Effect> Brings<E> nothing(Class<E> type) {
      return new Brings<>(type, (effect, reach) -> {});
    }

    /** What the effects bring that it is made of. */
    static <E extends Effect> Brings<E> parts(Class<E> type) {
      return new Brings<>(type, (effect, reach) -> reach.apply(effect.parts()));
    }

    void apply(Effect effect, Reach reach) {
      what.accept(type.cast(effect), reach);
    }
  }

  private static final List<Brings<?>> BRINGS =
      List.of(
          new Brings<>(Effect.SetTo.class, (set, reach) -> reach.set(set.variable(), set.value())),
          new Brings<>(Effect.Count.class, Outcomes::count),
          new Brings<>(Effect.Include.class, Outcomes::include),
          new Brings<>(Effect.Make.class, Outcomes::make),
          new Brings<>(
              Effect.Become.class,
              (become, reach) ->
                  reach
                      .subjects(become.thing())
                      .forEach(thing -> reach.become(thing, become.state()))),
          new Brings<>(
              Effect.Reveal.class,
              (reveal, reach) -> reach.subjects(reveal.thing()).forEach(reach::reveal)),
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
              Effect.Follow.class,
              (follow, reach) -> {
                if (follow.actor()) {
                  reach.loosen(follow.person());
                }
              }),
          new Brings<>(Effect.Redirect.class, (way, reach) -> reach.come(way.to())),
          new Brings<>(Effect.Go.class, (go, reach) -> go.to().ifPresent(reach::come)),
          new Brings<>(Effect.Perform.class, Outcomes::perform),
          new Brings<>(
              Effect.Run.class,
              (run, reach) -> {
                if (run.start()) {
                  reach.happen(run.timer());
                }
              }),
          new Brings<>(Effect.Give.class, (give, reach) -> reach.happen(give.score())),
          new Brings<>(
              Effect.Achieve.class, (achieve, reach) -> reach.happen(achieve.achievement())),
          new Brings<>(Effect.End.class, (end, reach) -> reach.happen(end.ending())),
          new Brings<>(
              Effect.If.class,
              (either, reach) -> reach.choose(either.when(), either.then(), either.otherwise())),
          new Brings<>(
              Effect.Every.class,
              (every, reach) -> reach.apply(every.set().things(), every.effects())),
          Brings.parts(Effect.As.class),
          Brings.parts(Effect.Ask.class),
          Brings.parts(Effect.Random.class),
          // Liquids are in reach from the beginning, and players can die in any world.
          Brings.nothing(Effect.Fill.class),
          Brings.nothing(Effect.Kill.class),
          Brings.nothing(Effect.Feel.class),
          Brings.nothing(Effect.Say.class),
          Brings.nothing(Effect.Refuse.class),
          Brings.nothing(Effect.TakesTurn.class),
          Brings.nothing(Effect.Advise.class),
          Brings.nothing(Effect.Describe.class),
          Brings.nothing(Effect.AskWhat.class),
          Brings.nothing(Effect.Suggest.class),
          Brings.nothing(Effect.Continue.class));

  private Outcomes() {}

  /** The kinds of effects that something is known of. */
  static Set<Class<?>> kinds() {
    return BRINGS.stream().map(Brings::type).collect(Collectors.toUnmodifiableSet());
  }

  static void apply(Effect effect, Reach reach) {
    BRINGS.stream()
        .filter(row -> row.type().isInstance(effect))
        .findFirst()
        .orElseThrow()
        .apply(effect, reach);
  }

  /** Counting goes on to the bound. */
  private static void count(Effect.Count count, Reach reach) {
    Variable variable = reach.world().variable(count.variable());
    reach.set(variable.id(), count.by() > 0 ? variable.max() : variable.min());
  }

  /** A set has had what it ever had. */
  private static void include(Effect.Include include, Reach reach) {
    if (include.in()) {
      reach.set(include.set(), 1 << include.member());
    }
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

  /** Rules about the nouns can answer; what the action itself does, players could have done. */
  private static void perform(Effect.Perform perform, Reach reach) {
    Stream.of(perform.noun(), perform.second())
        .flatMap(noun -> noun.stream())
        .flatMap(noun -> reach.subjects(noun).stream())
        .forEach(reach::name);
  }
}
