package lamplight.engine.session;

import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.WorldId;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/** What the lobby or a session wants done; the runner does it in order. */
public sealed interface Output {

  /** What to do with each kind. */
  interface Cases<R> {
    R send(Send output);

    R close(Close output);

    R cut(Cut output);

    R open(Open output);

    R forward(Forward output);

    R released(Released output);

    R stray(Stray output);

    R wrongSecret(WrongSecret output);

    R summary(Summary output);

    R closed(Closed output);

    R kept(Kept output);

    R commit(Commit output);

    R fault(Fault output);
  }

  /** Does what {@code cases} says for this kind. */
  <R> R match(Cases<R> cases);

  /** Write the message. */
  record Send(LinkId to, ServerMessage message) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.send(this);
    }
  }

  /** Close the connection once what was sent is flushed, or after a few seconds. */
  record Close(LinkId link) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.close(this);
    }
  }

  /** Close the connection at once: its client has stopped reading. */
  record Cut(LinkId link) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.cut(this);
    }
  }

  /** From the lobby: make the session, before what follows. */
  record Open(SessionId session, WorldId world, Optional<Password> password) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.open(this);
    }
  }

  /**
   * From the lobby: give this to {@link Session#enter}; from now on the link's messages go to that
   * session.
   *
   * @param link with the capabilities that it was granted
   */
  record Forward(Link link, SessionId session, Arrival arrival) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.forward(this);
    }
  }

  /** From a session: the link has no seat here, its messages go to the lobby again. */
  record Released(LinkId link) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.released(this);
    }
  }

  /** From a session: this message is for {@link Lobby#receive}. */
  record Stray(Link link, ClientMessage message) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.stray(this);
    }
  }

  /** From a session: for {@link Lobby#wrongSecret}. */
  record WrongSecret(LinkId link) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.wrongSecret(this);
    }
  }

  /**
   * From a session: how it stands now, for {@link Lobby#update}.
   *
   * @param rejoinWords of all its seats; not for anybody's eyes
   */
  record Summary(SessionSummary summary, Set<String> rejoinWords) implements Output {
    public Summary {
      rejoinWords = Set.copyOf(rejoinWords);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.summary(this);
    }
  }

  /** From a session: it is over; forget it, and tell {@link Lobby#closed}. */
  record Closed(SessionId session) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.closed(this);
    }
  }

  /**
   * From a session, before all else that a turn has come to: write this into its journal.
   *
   * @param urgent whether what the turn has come to may leave only when the record is durable
   */
  record Commit(SessionId session, JournalRecord record, boolean urgent) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.commit(this);
    }
  }

  /** From a session: it goes on with the world as it was before it was edited; for the log. */
  record Kept(SessionId session, String reason) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.kept(this);
    }
  }

  /**
   * From a session: something failed and changed nothing; for the log.
   *
   * @param what could not be carried out
   */
  record Fault(SessionId session, String what, Throwable cause) implements Output {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.fault(this);
    }
  }
}
