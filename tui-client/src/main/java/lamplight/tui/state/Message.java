package lamplight.tui.state;

import java.util.Optional;
import lamplight.tui.link.News;

/** Everything that can change the model. */
public sealed interface Message {
  /** What to do with each kind. */
  interface Cases<R> {
    R pressed(Pressed message);

    R entered(Entered message);

    R resized(Resized message);

    R margins(Margins message);

    R heard(Heard message);

    R tick(Tick message);

    R pointed(Pointed message);

    R building(Building message);

    R hosted(Hosted message);
  }

  /** Does what {@code cases} says for this kind. */
  <R> R match(Cases<R> cases);

  record Pressed(Key key) implements Message {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pressed(this);
    }
  }

  /** A whole line, from a front that edits lines by itself. */
  record Entered(String line) implements Message {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.entered(this);
    }
  }

  /** The player clicked on something. */
  record Pointed(Target target) implements Message {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pointed(this);
    }
  }

  /** The server that is being started has to be built first, which takes a while. */
  record Building() implements Message {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.building(this);
    }
  }

  /**
   * A server was started, or could not be.
   *
   * @param problem why not, for people; empty if it was
   */
  record Hosted(Optional<Hosting> hosting, String problem) implements Message {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.hosted(this);
    }
  }

  record Resized(Size size) implements Message {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.resized(this);
    }
  }

  /** The terminal has said whether it can move some columns of its rows alone. */
  record Margins(boolean there) implements Message {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.margins(this);
    }
  }

  record Heard(News news) implements Message {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.heard(this);
    }
  }

  record Tick(long now) implements Message {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.tick(this);
    }
  }
}
