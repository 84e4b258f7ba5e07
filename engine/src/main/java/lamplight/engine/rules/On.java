package lamplight.engine.rules;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Direction;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;

/** What a rule is about. */
public sealed interface On {

  /**
   * A command: an action with its nouns.
   *
   * @param way the direction that it names; empty: any, or none
   */
  record Doing(ActionId action, Noun noun, Noun second, Optional<Direction> way) implements On {
    boolean matches(World world, Command command) {
      return action.equals(command.action())
          && noun.matches(world, command.noun())
          && second.matches(world, command.second())
          && (way.isEmpty() || way.equals(command.direction()));
    }
  }

  /**
   * Something that happened.
   *
   * @param subjects ids, of which any will do; empty: whatever it happened to
   * @param exit for {@link Hook#LEAVING}: the way; empty: every way
   * @param number for {@link Hook#CHANGED}: to which value; for {@link Hook#ENTERED}: which coming
   *     of that player; empty: any
   */
  record Happening(
      Hook hook, List<String> subjects, Optional<Direction> exit, Optional<Integer> number)
      implements On {
    public Happening {
      subjects = List.copyOf(subjects);
    }

    boolean matches(Occurrence occurrence) {
      return hook == occurrence.hook()
          && (subjects.isEmpty() || subjects.contains(occurrence.subject()))
          && (exit.isEmpty() || exit.equals(occurrence.exit()))
          && (number.isEmpty() || number.equals(occurrence.number()));
    }
  }

  /** What a noun of the command must be. */
  sealed interface Noun {
    Noun NONE = new None();
    Noun ANY = new Any();

    boolean matches(World world, Optional<Referent> noun);

    /** The command has no such noun. */
    record None() implements Noun {
      @Override
      public boolean matches(World world, Optional<Referent> noun) {
        return noun.isEmpty();
      }
    }

    /** Any noun, but there is one. */
    record Any() implements Noun {
      @Override
      public boolean matches(World world, Optional<Referent> noun) {
        return noun.isPresent();
      }
    }

    /** Any person of the world. */
    record Person() implements Noun {
      @Override
      public boolean matches(World world, Optional<Referent> noun) {
        return noun.filter(it -> it instanceof ThingId thing && world.thing(thing).isPerson())
            .isPresent();
      }
    }

    /** Any player. */
    record Player() implements Noun {
      @Override
      public boolean matches(World world, Optional<Referent> noun) {
        return noun.filter(PlayerId.class::isInstance).isPresent();
      }
    }

    /** This thing, or one of its copies; if it is a liquid, also what it can be drawn from. */
    record Exactly(ThingId thing) implements Noun {
      @Override
      public boolean matches(World world, Optional<Referent> noun) {
        return noun.filter(it -> it instanceof ThingId named && is(world, named)).isPresent();
      }

      private boolean is(World world, ThingId named) {
        return named.equals(thing)
            || world.thing(named).alike().equals(thing)
            || world.thing(named).source().equals(Optional.of(thing));
      }
    }
  }
}
