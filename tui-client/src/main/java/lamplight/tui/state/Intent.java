package lamplight.tui.state;

import java.util.Optional;

/** What the model wants done outside of it. */
public sealed interface Intent {
  /** Ask what can be played. */
  record Browse() implements Intent {}

  record Enter(Goal.Offer offer, String name, Optional<String> password) implements Intent {}

  record Command(String text) implements Intent {}
}
