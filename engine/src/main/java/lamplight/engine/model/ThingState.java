package lamplight.engine.model;

/**
 * How a thing of the world stands in a session.
 *
 * @param state one of its own states; "" if it has none
 * @param moved whether a player ever had it
 */
public record ThingState(
    Place place,
    boolean open,
    boolean locked,
    boolean on,
    boolean hidden,
    boolean portable,
    boolean moved,
    String state) {

  /** How a thing stands when the world begins. */
  public static ThingState startOf(Thing thing) {
    return new ThingState(
        thing.start(),
        thing.lid().map(Thing.Lockable::open).orElse(false),
        thing.lid().flatMap(Thing.Lockable::locked).orElse(false),
        thing.switched().orElse(false),
        thing.hidden(),
        thing.portable(),
        false,
        thing.states().keySet().stream().findFirst().orElse(""));
  }

  /** The same thing put somewhere else, by nobody. */
  public ThingState at(Place to) {
    return new ThingState(to, open, locked, on, hidden, portable, moved, state);
  }

  ThingState withPlace(Place to) {
    boolean taken = moved || to instanceof Place.HeldBy;
    return new ThingState(to, open, locked, on, hidden, portable, taken, state);
  }

  ThingState withOpen(boolean value) {
    return new ThingState(place, value, locked, on, hidden, portable, moved, state);
  }

  ThingState withLocked(boolean value) {
    return new ThingState(place, open, value, on, hidden, portable, moved, state);
  }

  ThingState withOn(boolean value) {
    return new ThingState(place, open, locked, value, hidden, portable, moved, state);
  }

  ThingState withHidden(boolean value) {
    return new ThingState(place, open, locked, on, value, portable, moved, state);
  }

  ThingState withPortable(boolean value) {
    return new ThingState(place, open, locked, on, hidden, value, moved, state);
  }

  ThingState withState(String value) {
    return new ThingState(place, open, locked, on, hidden, portable, moved, value);
  }
}
