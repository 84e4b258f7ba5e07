package lamplight.tui.state;

import java.util.List;

/** What comes of a message: the next model, and what is to be done outside of it. */
public record Step(Model model, List<Intent> intents) {
  public Step {
    intents = List.copyOf(intents);
  }

  static Step of(Model model, Intent... intents) {
    return new Step(model, List.of(intents));
  }
}
