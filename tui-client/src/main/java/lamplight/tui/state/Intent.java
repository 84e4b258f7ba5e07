package lamplight.tui.state;

import java.util.Optional;

/** What the model wants done outside of it. */
public sealed interface Intent {
  /** What to do with each kind. */
  interface Cases {
    void browse(Browse intent);

    void enter(Enter intent);

    void command(Command intent);

    void ring(Ring intent);

    void suspend(Suspend intent);
  }

  /** Does what {@code cases} says for this kind. */
  void match(Cases cases);

  /** Ask what can be played. */
  record Browse() implements Intent {
    @Override
    public void match(Cases cases) {
      cases.browse(this);
    }
  }

  record Enter(Goal.Offer offer, String name, Optional<String> password) implements Intent {
    @Override
    public void match(Cases cases) {
      cases.enter(this);
    }
  }

  record Command(String text) implements Intent {
    @Override
    public void match(Cases cases) {
      cases.command(this);
    }
  }

  /** Stop the program until its shell lets it go on. */
  record Suspend() implements Intent {
    @Override
    public void match(Cases cases) {
      cases.suspend(this);
    }
  }

  /** Ring the terminal's bell. */
  record Ring() implements Intent {
    @Override
    public void match(Cases cases) {
      cases.ring(this);
    }
  }
}
