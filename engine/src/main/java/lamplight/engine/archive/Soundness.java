package lamplight.engine.archive;

import java.util.Optional;
import lamplight.engine.model.Place;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;

/** What rules take for granted of a state, and a stranger's state may not keep to. */
public final class Soundness {

  private Soundness() {}

  /**
   * Looks at where things are: none is in itself, however far around.
   *
   * @throws IllegalArgumentException with the thing that is
   */
  public static void check(State state) {
    for (ThingId thing : state.things().keySet()) {
      Optional<ThingId> outer = outer(state, thing);
      for (int depth = 0; outer.isPresent(); depth++) {
        if (depth > state.things().size()) {
          throw new IllegalArgumentException(thing + " is inside of itself");
        }
        outer = outer(state, outer.get());
      }
    }
  }

  private static Optional<ThingId> outer(State state, ThingId thing) {
    return Optional.ofNullable(state.things().get(thing))
        .map(ThingState::place)
        .flatMap(Soundness::holder);
  }

  private static Optional<ThingId> holder(Place place) {
    if (place instanceof Place.In in) {
      return Optional.of(in.container());
    } else if (place instanceof Place.On on) {
      return Optional.of(on.supporter());
    }
    return place instanceof Place.With with ? Optional.of(with.person()) : Optional.empty();
  }
}
