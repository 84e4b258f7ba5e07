package lamplight.tui.state;

import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param suggestion a name to offer when none was given
 * @param local whether the game runs in this process
 */
public record Goal(
    Optional<String> name,
    Optional<Offer> offer,
    Optional<String> password,
    String suggestion,
    boolean local) {

  /** Whether nothing is left to ask, so that a refusal is final. */
  public boolean isComplete() {
    return name.isPresent() && offer.isPresent();
  }

  /** A way into a game. */
  public sealed interface Offer {
    String id();

    /** A new game of a world. */
    record World(String id) implements Offer {}

    /** A seat in a running session. */
    record Session(String id) implements Offer {}
  }
}
