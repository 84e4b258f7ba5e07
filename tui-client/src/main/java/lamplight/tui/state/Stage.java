package lamplight.tui.state;

import java.util.List;
import java.util.Optional;

/** Where the player is on the way into a game and out of it. */
public sealed interface Stage {
  /** What to do with each kind. */
  interface Cases<R> {
    R waiting(Waiting stage);

    R starting(Starting stage);

    R entering(Entering stage);

    R naming(Naming stage);

    R choosing(Choosing stage);

    R unlocking(Unlocking stage);

    R playing(Playing stage);

    R watching(Watching stage);

    R over(Over stage);
  }

  /** Does what {@code cases} says for this kind. */
  <R> R match(Cases<R> cases);

  /**
   * Nothing to decide: waiting for the server.
   *
   * @param notice what to say once it is there; may be empty
   */
  record Waiting(String notice) implements Stage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.waiting(this);
    }
  }

  /**
   * A server is being started here.
   *
   * @param building whether the program that serves has to be made first, which takes a while
   */
  record Starting(boolean building) implements Stage {
    /** What to say meanwhile. */
    public String key() {
      return building ? "start.building" : "start.hosting";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.starting(this);
    }
  }

  /** Asked for a seat. */
  record Entering(Goal.Offer offer) implements Stage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.entering(this);
    }
  }

  /**
   * Asks for a name.
   *
   * @param offer what was chosen already, if a name was refused there
   */
  record Naming(Optional<Goal.Offer> offer, String notice) implements Stage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.naming(this);
    }
  }

  /** Shows what can be played. */
  record Choosing(List<Choice> choices, int selected, String notice) implements Stage {
    public Choosing {
      choices = List.copyOf(choices);
    }

    Choice choice() {
      return choices.get(selected);
    }

    Choosing saying(String words) {
      return new Choosing(choices, selected, words);
    }

    Choosing moved(int by) {
      int next = Math.max(0, Math.min(choices.size() - 1, selected + by));
      return new Choosing(choices, next, "");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.choosing(this);
    }
  }

  /** Asks for the password of a session. */
  record Unlocking(Goal.Offer offer, String notice) implements Stage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unlocking(this);
    }
  }

  /**
   * In a game.
   *
   * @param world empty on a server that is none of ours
   */
  record Playing(String session, String world, String player) implements Stage {
    /** Whether somebody else's server decides what words mean. */
    public boolean isElsewhere() {
      return world.isEmpty();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.playing(this);
    }
  }

  /** A recording is looked at. */
  record Watching(Playback playback) implements Stage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.watching(this);
    }
  }

  /** The end: an exit code, and a line for the terminal that stays behind. */
  record Over(int exitCode, String farewell) implements Stage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.over(this);
    }
  }
}
