package lamplight.engine.session;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import lamplight.engine.sync.Known.Presence;

/**
 * The sessions of a server, as far as others may know them: what their last summaries said.
 *
 * <p>Codes and rejoin words are drawn here, because no two sessions have one code and no two seats
 * of the server have the same words.
 */
final class Directory {

  /** What is known of a session. */
  private record Listed(SessionSummary summary, Set<String> rejoinWords) {
    boolean isPlayed() {
      return summary.seats().stream().anyMatch(seat -> seat.presence() == Presence.Where.HERE);
    }
  }

  private final Map<SessionId, Listed> sessions = new LinkedHashMap<>();

  /** Codes of sessions that are being made. */
  private final Set<SessionId> reserved = new HashSet<>();

  private final RandomGenerator source;
  private final Secrets secrets;

  Directory(RandomGenerator source) {
    this.source = source;
    this.secrets = new Secrets(source);
  }

  /** Those that nobody plays just now do not count but for their great number. */
  boolean isFull() {
    return sessions.size() + reserved.size() >= SessionLimits.KEPT_SESSIONS
        || sessions.values().stream().filter(Listed::isPlayed).count() >= SessionLimits.SESSIONS;
  }

  boolean has(SessionId session) {
    return sessions.containsKey(session);
  }

  /** What LIST names. */
  List<SessionSummary> summaries() {
    return sessions.values().stream()
        .sorted(Comparator.comparing(listed -> !listed.isPlayed()))
        .limit(SessionLimits.LISTED_SESSIONS)
        .map(Listed::summary)
        .toList();
  }

  /** Lists a new session that nobody sits in. */
  Output.Open add(Offer offer, Optional<String> password) {
    SessionId id = freshId();
    SessionSummary empty =
        new SessionSummary(
            id,
            offer.world(),
            offer.title(),
            password.isPresent(),
            Optional.empty(),
            List.of(),
            offer.maxPlayers(),
            0);
    sessions.put(id, new Listed(empty, Set.of()));
    return new Output.Open(id, offer.world(), password.map(words -> Password.of(words, source)));
  }

  /** Keeps a code free for a session that is made elsewhere, until it is listed or removed. */
  SessionId reserve() {
    SessionId id = freshId();
    reserved.add(id);
    return id;
  }

  private SessionId freshId() {
    SessionId id = secrets.sessionId();
    while (has(id) || reserved.contains(id)) {
      id = secrets.sessionId();
    }
    return id;
  }

  void update(Output.Summary summary) {
    reserved.remove(summary.summary().id());
    sessions.put(summary.summary().id(), new Listed(summary.summary(), summary.rejoinWords()));
  }

  void remove(SessionId session) {
    sessions.remove(session);
    reserved.remove(session);
  }

  /** The session with the seat that these words open. */
  Optional<SessionId> withSeat(String rejoinWords) {
    return sessions.values().stream()
        .filter(listed -> listed.rejoinWords().contains(rejoinWords))
        .map(listed -> listed.summary().id())
        .findFirst();
  }

  /** Three words that no seat has. */
  String freshWords() {
    String words = secrets.rejoinWords();
    while (withSeat(words).isPresent()) {
      words = secrets.rejoinWords();
    }
    return words;
  }
}
