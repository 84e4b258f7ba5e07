package lamplight.engine.session;

import java.util.Optional;
import lamplight.engine.model.PlayerId;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.History;
import lamplight.engine.sync.Known.Presence;
import lamplight.engine.sync.TokenBucket;

/** A player's place at the table: it stays when the connection goes. */
final class Seat {

  final PlayerId player;
  final PlayerName name;
  final String rejoinWords;
  final Tokens tokens;
  final History history;
  final TextLog text = new TextLog();
  final Answers answers = new Answers();
  final Authoring authoring = new Authoring();
  final TokenBucket commands =
      new TokenBucket(SessionLimits.COMMAND_MILLIS, SessionLimits.COMMAND_BURST);

  private Optional<Connection> connection = Optional.empty();
  private LinkKind lastKind = LinkKind.SYNC;

  Seat(PlayerId player, PlayerName name, String rejoinWords, Tokens tokens, History history) {
    this.player = player;
    this.name = name;
    this.rejoinWords = rejoinWords;
    this.tokens = tokens;
    this.history = history;
  }

  Optional<Connection> connection() {
    return connection;
  }

  /** Whether somebody sits here. */
  boolean here() {
    return connection.isPresent();
  }

  /** What the player sees now. */
  void see(long version, EntrySet view) {
    if (version > history.version()) {
      history.add(version, view);
    }
  }

  /** A client takes the seat; it has read the text up to {@code read}. */
  Connection connect(Link link, long read, long now) {
    Connection fresh = new Connection(link, history, text, read, now);
    connection = Optional.of(fresh);
    lastKind = link.kind();
    return fresh;
  }

  void disconnect() {
    connection = Optional.empty();
  }

  SessionSummary.SeatSummary summary() {
    return new SessionSummary.SeatSummary(
        player, name.shown(), here() ? Presence.Where.HERE : Presence.Where.AWAY, lastKind);
  }
}
