package lamplight.tui.link;

import java.util.Optional;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/** The seat that a client has or asks for, and what opens it again after a lost line. */
final class Seat {
  private final Replica replica;
  private Optional<ServerMessage.Session> held = Optional.empty();
  private String name = "";

  /** What to say if the seat of an earlier game cannot be had again. */
  private Optional<ClientMessage> otherwise = Optional.empty();

  private boolean resuming;

  /**
   * @param replica what the player of the seat has seen
   */
  Seat(Replica replica) {
    this.replica = replica;
  }

  boolean isHeld() {
    return held.isPresent();
  }

  // ---- how to ask for it ----

  ClientMessage create(String world, String player, Optional<String> password) {
    name = player;
    return new ClientMessage.Create(world, player, password);
  }

  ClientMessage join(
      String session, String player, Optional<String> password, Optional<String> token) {
    name = player;
    ClientMessage join = new ClientMessage.Join(session, player, password);
    otherwise = token.map(unused -> join);
    return token.<ClientMessage>map(secret -> replica.resume(session, secret)).orElse(join);
  }

  /** By rejoin words; the player's id stands for the name. */
  ClientMessage resume(String words) {
    name = "";
    return replica.resume("", words);
  }

  /** The seat that was held when the line was lost, if there was one. */
  Optional<ClientMessage> again() {
    return held.map(old -> replica.resume(old.session(), old.token()));
  }

  // ---- what comes of it ----

  /** A new connection, on which nothing was asked for. */
  void connected() {
    resuming = false;
  }

  void sent(ClientMessage message) {
    resuming |= message instanceof ClientMessage.Resume;
  }

  /** Whether RESUME has no answer yet: whatever is sent before that spends the token. */
  boolean isResuming() {
    return resuming;
  }

  /** The seat is had; what to keep of it. */
  Act.Keep taken(ServerMessage.Session session) {
    resuming = false;
    otherwise = Optional.empty();
    held = Optional.of(session);
    name = name.isEmpty() ? session.player() : name;
    return new Act.Keep(session.session(), name, session.token());
  }

  /** Something was refused; what to ask for instead, if that was the seat of an earlier game. */
  Optional<ClientMessage> refused() {
    resuming = false;
    Optional<ClientMessage> instead = otherwise;
    otherwise = Optional.empty();
    return instead;
  }
}
