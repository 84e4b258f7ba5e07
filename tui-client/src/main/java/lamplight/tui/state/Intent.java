package lamplight.tui.state;

import java.util.Optional;
import lamplight.tui.link.HostAndPort;

/** What the model wants done outside of it. */
public sealed interface Intent {
  /** What to do with each kind. */
  interface Cases {
    void browse(Browse intent);

    void enter(Enter intent);

    void command(Command intent);

    void ring(Ring intent);

    void suspend(Suspend intent);

    void go(Go intent);

    void host(Host intent);

    void remember(Remember intent);

    void typing(Typing intent);
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

  /**
   * Play somewhere else from now on: the connection that there is ends, and another begins.
   *
   * @param server where; empty: in this process
   * @param forGood whether the seat that the player has is given up
   */
  record Go(Optional<HostAndPort> server, boolean forGood) implements Intent {
    @Override
    public void match(Cases cases) {
      cases.go(this);
    }
  }

  /** Start a server, for everybody or for this machine alone. */
  record Host(boolean everybody) implements Intent {
    @Override
    public void match(Cases cases) {
      cases.host(this);
    }
  }

  /** Keep this for the next run. */
  record Remember(Memory memory) implements Intent {
    @Override
    public void match(Cases cases) {
      cases.remember(this);
    }
  }

  /** Let the others know that the player is typing. */
  record Typing() implements Intent {
    @Override
    public void match(Cases cases) {
      cases.typing(this);
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
