package lamplight.engine.wire;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import lamplight.engine.sync.Position;
import lamplight.engine.sync.StateHash;

/** What a client says to a server. */
public sealed interface ClientMessage {

  /** What to do with each kind, for whoever must tell them apart. */
  interface Cases<R> {
    R hello(Hello message);

    R listAll(ListAll message);

    R create(Create message);

    R join(Join message);

    R resume(Resume message);

    R command(Command message);

    R ack(Ack message);

    R syncRequest(SyncRequest message);

    R live(Live message);

    R fetch(Fetch message);

    R setting(Setting message);

    R ping(Ping message);

    R pong(Pong message);

    R leave(Leave message);

    R bye(Bye message);
  }

  /** Does what {@code cases} says for this kind. */
  <R> R match(Cases<R> cases);

  /** The number that an answer repeats, if the sender gave one. */
  default OptionalLong seq() {
    return OptionalLong.empty();
  }

  /**
   * The first words.
   *
   * @param words the hash of the dictionary that the client still has of an earlier connection
   */
  record Hello(int protocol, String client, Set<Capability> capabilities, Optional<StateHash> words)
      implements ClientMessage {
    public Hello(int protocol, String client, Set<Capability> capabilities) {
      this(protocol, client, capabilities, Optional.empty());
    }

    public Hello {
      capabilities = Set.copyOf(capabilities);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.hello(this);
    }
  }

  /** Asks for the worlds and the open sessions. */
  record ListAll() implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.listAll(this);
    }
  }

  /** A new session; the caller is its host. */
  record Create(String world, String name, Optional<String> password) implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.create(this);
    }
  }

  /** A new seat in a session. */
  record Join(String session, String name, Optional<String> password) implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.join(this);
    }
  }

  /**
   * The old seat again.
   *
   * @param session empty if {@code token} is a seat's rejoin words
   * @param position what the replica is, if there is one
   * @param lastText number of the last TEXT that was received; the lines after it are wanted
   */
  record Resume(String session, String token, Optional<Position> position, OptionalLong lastText)
      implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.resume(this);
    }
  }

  /** A player's command in plain words. */
  record Command(OptionalLong seq, String text) implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.command(this);
    }
  }

  /** A block is applied; this is the replica now. */
  record Ack(Position position) implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ack(this);
    }
  }

  /** Bring me up to date from here. */
  record SyncRequest(Position position) implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.syncRequest(this);
    }
  }

  /** Transient: typing, a pointer on the map. */
  record Live(String type, String data) implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.live(this);
    }
  }

  /** A page of a handout. */
  record Fetch(String handout, String page) implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.fetch(this);
    }
  }

  /**
   * Something that the seat is to remember for its player's clients.
   *
   * @param value empty: to be forgotten
   */
  record Setting(String name, String value) implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setting(this);
    }
  }

  record Ping(String nonce) implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ping(this);
    }
  }

  record Pong(String nonce) implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pong(this);
    }
  }

  /** Gives the seat up. */
  record Leave() implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.leave(this);
    }
  }

  /** Ends the connection and keeps the seat. */
  record Bye() implements ClientMessage {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.bye(this);
    }
  }
}
