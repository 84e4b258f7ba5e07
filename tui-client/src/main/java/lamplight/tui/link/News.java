package lamplight.tui.link;

import java.util.List;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.ClientState;
import lamplight.engine.wire.ServerMessage;
import lamplight.tui.text.Run;

/** What the link has to tell the one who plays. */
public sealed interface News {
  /** What to do with each kind. */
  interface Cases<R> {
    R ready(Ready news);

    R listing(Listing news);

    R seated(Seated news);

    R told(Told news);

    R printed(Printed news);

    R hidden(Hidden news);

    R changed(Changed news);

    R sent(Sent news);

    R answered(Answered news);

    R refused(Refused news);

    R weather(Weather news);

    R typing(Typing news);

    R closed(Closed news);
  }

  /** Does what {@code cases} says for this kind. */
  <R> R match(Cases<R> cases);

  /** The server speaks our protocol; it can be asked for a list or a seat. */
  record Ready(String server) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ready(this);
    }
  }

  /**
   * What can be played.
   *
   * @param about more about some of the worlds
   */
  record Listing(
      List<ServerMessage.World> worlds,
      List<ServerMessage.About> about,
      List<ServerMessage.Open> open)
      implements News {
    public Listing {
      worlds = List.copyOf(worlds);
      about = List.copyOf(about);
      open = List.copyOf(open);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.listing(this);
    }
  }

  /** We have a seat; {@code again} if it is the one that we had before the line was lost. */
  record Seated(String session, String player, String world, boolean again) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.seated(this);
    }
  }

  /** A line of the story. */
  record Told(TextKind kind, Line line) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.told(this);
    }
  }

  /** A line of somebody else's server, with its own colours. */
  record Printed(List<Run> line) implements News {
    public Printed {
      line = List.copyOf(line);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.printed(this);
    }
  }

  /** Whether what is typed must not be seen: somebody else's server asks for a password. */
  record Hidden(boolean on) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.hidden(this);
    }
  }

  /** The replica has changed; its hash is verified. */
  record Changed(ClientState replica) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.changed(this);
    }
  }

  /** A command has its number and is on its way, or will be once the line is back. */
  record Sent(long number, String command) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.sent(this);
    }
  }

  /** A command was carried out, and the replica shows what came of it. */
  record Answered(long number) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.answered(this);
    }
  }

  /** A request or a command was refused; nothing changed. A refused command has its number. */
  record Refused(OptionalLong command, Refusal code, String text) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** How the line is; told when that changes. */
  record Weather(Standing standing) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.weather(this);
    }
  }

  /** Somebody else is typing; whoever is not heard of again for some seconds has stopped. */
  record Typing(String player) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.typing(this);
    }
  }

  /**
   * The end: the link does not try again.
   *
   * @param fault whether it is one; a game that was closed is none
   */
  record Closed(boolean fault, String text) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.closed(this);
    }
  }
}
