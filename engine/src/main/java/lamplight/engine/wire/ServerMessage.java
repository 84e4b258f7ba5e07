package lamplight.engine.wire;

import java.util.OptionalLong;
import java.util.Set;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;

/** What a server says to a client. */
public sealed interface ServerMessage {

  /** What to do with each kind, for whoever must tell them apart. */
  interface Cases<R> {
    R welcome(Welcome message);

    R session(Session message);

    R world(World message);

    R about(About message);

    R open(Open message);

    R end(End message);

    R sync(Sync message);

    R dict(Dict message);

    R event(Event message);

    R text(Text message);

    R ok(Ok message);

    R refused(Refused message);

    R setting(Setting message);

    R live(Live message);

    R ping(Ping message);

    R pong(Pong message);

    R bye(Bye message);
  }

  /** Does what {@code cases} says for this kind. */
  <R> R match(Cases<R> cases);

  /** Answer to HELLO: what this connection has from now on. */
  record Welcome(int protocol, String server, Set<Capability> capabilities)
      implements ServerMessage {
    public Welcome {
      capabilities = Set.copyOf(capabilities);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.welcome(this);
    }
  }

  /** You are in; for a telnet player the token is the seat's rejoin words. */
  record Session(String session, String player, String token, String world)
      implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.session(this);
    }
  }

  /** A world that can be played, by so many players ({@code 1-4}). */
  record World(String id, String players, String title) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.world(this);
    }
  }

  /**
   * More about a world: what kind of one it is, how long it takes, and in a sentence or two what it
   * is about.
   *
   * @param traits words such as {@link #TUTORIAL}
   */
  record About(String world, Set<String> traits, String length, String blurb)
      implements ServerMessage {
    /** The trait of a world that teaches how to play. */
    public static final String TUTORIAL = "tutorial";

    public About {
      traits = Set.copyOf(traits);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.about(this);
    }
  }

  /** A session that can be joined. */
  record Open(String session, String world, int players, int maximum, String title)
      implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.open(this);
    }
  }

  /** The answer to LIST is complete. */
  record End() implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.end(this);
    }
  }

  /** What says something about state; a replica applies its block, whichever it is. */
  sealed interface Sync extends ServerMessage {
    Block block();

    @Override
    default <R> R match(Cases<R> cases) {
      return cases.sync(this);
    }
  }

  /** All state. */
  record FullSync(Block.Snapshot block) implements Sync {}

  /** What became of some of it. */
  record DeltaSync(Block.Delta block) implements Sync {}

  /** What an idle replica should be. */
  record Check(Block.Check block) implements Sync {}

  /**
   * A word of the session's dictionary, for clients of the binary form.
   *
   * @param below the word of the next lower number that the client knows, which may be much like
   *     it; empty if there is none
   * @param first whether the client is to forget all words that it was told before
   */
  record Dict(Word word, String below, boolean first) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.dict(this);
    }
  }

  /** Something happened; {@code timestamp} in Unix seconds. */
  record Event(String type, String player, String detail, long timestamp) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.event(this);
    }
  }

  /**
   * A line of prose, numbered for its player from 1. An empty line ends a paragraph. A number that
   * jumps is a stated gap.
   */
  record Text(long number, TextKind kind, Line line) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.text(this);
    }
  }

  /** The command with that number was carried out. */
  record Ok(long seq) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ok(this);
    }
  }

  /** ERROR: refused; nothing changed. */
  record Refused(OptionalLong seq, Refusal code, String text) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** What the seat remembers for its player's clients; no value: nothing any more. */
  record Setting(String name, String value) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setting(this);
    }
  }

  /** Transient, from another player. */
  record Live(String player, String type, String data) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.live(this);
    }
  }

  record Ping(String nonce) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ping(this);
    }
  }

  record Pong(String nonce) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pong(this);
    }
  }

  /** The connection ends. */
  record Bye(Farewell code, String text) implements ServerMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.bye(this);
    }
  }
}
