package lamplight.engine.parse;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Sight;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;

/**
 * What makes a thing a likely noun of a verb. It decides between several things that a word could
 * mean; it never keeps a player from naming another.
 */
public enum Fit {
  /** In the actor's hands. */
  HELD,
  WORN,
  /** Can be taken, and nobody has it. */
  LOOSE,
  /** Can be opened now. */
  SHUT,
  /** Can be closed now. */
  OPEN,
  LOCKED,
  UNLOCKED,
  ON,
  OFF,
  EDIBLE,
  DRINKABLE,
  WEARABLE,
  READABLE,
  ENTERABLE,
  DOOR,
  CONTAINER,
  SUPPORTER,
  /** Can be filled with a liquid. */
  VESSEL,
  LIQUID,
  /** A liquid can be drawn from it. */
  SOURCE,
  /** Somebody of the world. */
  PERSON,
  /** What the actor stands on or sits in. */
  PERCH;

  /** The lower-case word that data writes. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fit of a lower-case word. */
  public static Optional<Fit> named(String word) {
    return Stream.of(values()).filter(fit -> fit.word().equals(word)).findFirst();
  }

  boolean suits(Sight sight, PlayerId actor, ThingId id) {
    Thing thing = sight.world().thing(id);
    ThingState state = sight.state().thing(id);
    return switch (this) {
      case HELD -> state.place().equals(new Place.HeldBy(actor, false));
      case WORN -> state.place().equals(new Place.HeldBy(actor, true));
      case LOOSE ->
          thing.kind() == Thing.Kind.THING
              && state.portable()
              && !(state.place() instanceof Place.HeldBy)
              && sight.reaches(actor, id);
      case SHUT -> openable(thing) && !state.open();
      case OPEN -> openable(thing) && state.open();
      case LOCKED -> lockable(thing) && state.locked();
      case UNLOCKED -> lockable(thing) && !state.locked();
      case ON -> thing.switched().isPresent() && state.on();
      case OFF -> thing.switched().isPresent() && !state.on();
      case EDIBLE -> thing.edible();
      case DRINKABLE -> drinkable(sight, thing);
      case WEARABLE -> thing.worn().isPresent();
      case READABLE -> !thing.sense(Thing.Sense.READ).isEmpty();
      case ENTERABLE -> thing.enter().isPresent();
      case DOOR -> thing.kind() == Thing.Kind.DOOR;
      case CONTAINER -> thing.container().isPresent();
      case SUPPORTER -> thing.supporter().isPresent();
      case VESSEL -> thing.vessel().isPresent();
      case LIQUID -> thing.liquid().isPresent();
      case SOURCE -> thing.source().isPresent();
      case PERSON -> thing.isPerson();
      case PERCH -> sight.state().player(actor).perch().equals(Optional.of(id));
    };
  }

  private static boolean drinkable(Sight sight, Thing thing) {
    return thing.source().map(sight.world()::thing).orElse(thing).drinkable();
  }

  private static boolean openable(Thing thing) {
    return thing.lid().map(Thing.Lockable::openable).orElse(false);
  }

  private static boolean lockable(Thing thing) {
    return thing.lid().flatMap(Thing.Lockable::locked).isPresent();
  }
}
