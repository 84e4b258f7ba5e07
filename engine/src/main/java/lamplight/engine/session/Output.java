package lamplight.engine.session;

import java.util.Optional;
import lamplight.engine.model.WorldId;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/** What the lobby or a session wants done; the runner does it in order. */
public sealed interface Output {

  /** Write the message. */
  record Send(LinkId to, ServerMessage message) implements Output {}

  /** Close the connection once what was sent is flushed, or after a few seconds. */
  record Close(LinkId link) implements Output {}

  /** Close the connection at once: its client has stopped reading. */
  record Cut(LinkId link) implements Output {}

  /**
   * Lobby to runner: from now on this link's messages go to that session, this one first.
   *
   * @param link with the capabilities that it was granted
   * @param rejoinWords for the seat that the message may take
   */
  record Forward(Link link, SessionId session, ClientMessage message, Optional<String> rejoinWords)
      implements Output {}

  /** Lobby to runner: make the session, before what follows. */
  record Open(SessionId session, WorldId world, Optional<Password> password) implements Output {}

  /** Session to runner: the link has no seat any more, its messages go to the lobby again. */
  record Released(LinkId link) implements Output {}

  /** Session to runner: this message is the lobby's to answer. */
  record Stray(Link link, ClientMessage message) implements Output {}

  /** Session to lobby: how it stands now, for LIST. */
  record Summary(SessionSummary summary) implements Output {}

  /** Session to runner and lobby: it is over, forget it. */
  record Closed(SessionId session) implements Output {}
}
