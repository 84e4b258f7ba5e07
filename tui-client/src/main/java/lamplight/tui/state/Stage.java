package lamplight.tui.state;

import java.util.List;

/** Where the player is on the way into a game and out of it. */
public sealed interface Stage {
  /** Nothing to decide: waiting for the server. */
  record Waiting() implements Stage {}

  /** Asked for a seat. */
  record Entering(Goal.Offer offer) implements Stage {}

  /** Asks for a name. */
  record Naming(String notice) implements Stage {}

  /** Shows what can be played. */
  record Choosing(List<Choice> choices, int selected, String notice) implements Stage {
    public Choosing {
      choices = List.copyOf(choices);
    }

    Choice choice() {
      return choices.get(selected);
    }

    Choosing moved(int by) {
      int next = Math.max(0, Math.min(choices.size() - 1, selected + by));
      return new Choosing(choices, next, "");
    }
  }

  /** Asks for the password of a session. */
  record Unlocking(Goal.Offer offer, String notice) implements Stage {}

  record Playing(String session, String world, String player) implements Stage {}

  /** The end: an exit code, and a line for the terminal that stays behind. */
  record Over(int exitCode, String farewell) implements Stage {}

  /** A row of the start screen. */
  record Choice(Goal.Offer offer, String title, String detail) {}
}
