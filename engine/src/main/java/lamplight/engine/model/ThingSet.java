package lamplight.engine.model;

import java.util.List;

/**
 * Some things of the world, wherever they are, or those of them that are in a place.
 *
 * @param things in the world's order
 */
public record ThingSet(List<ThingId> things, Condition.Where at) {
  public ThingSet {
    things = List.copyOf(things);
  }

  /** Those that are in the place now, in the world's order. */
  public List<ThingId> now(Facts facts) {
    return things.stream().filter(thing -> at.holds(facts, thing)).toList();
  }
}
