package lamplight.server.runtime;

import java.util.List;
import java.util.Map;
import lamplight.engine.session.ClientSummary;
import lamplight.engine.session.SessionId;

/**
 * The figures of a server at one moment: what {@code admin stats} shows, and whatever else tells a
 * host how the server does.
 *
 * @param machine what the process takes
 * @param upMillis how long the server has been open
 * @param connections how many there are now, those in the lobby too
 * @param turnedAway connections that were closed because there were too many
 * @param traffic of all connections that ever were
 * @param commits transactions of the store
 * @param records what those made durable: one a moment of a game
 * @param games how many there are, those that nobody plays too
 * @param sessions those that are in memory, by their codes
 */
public record ServerStats(
    Machine machine,
    long upMillis,
    int connections,
    long turnedAway,
    Map<Figure, Long> traffic,
    long commits,
    long records,
    int games,
    List<SessionStats> sessions) {

  /**
   * One session.
   *
   * @param traffic since the server started, also of clients that have gone
   * @param clients those that sit there now
   */
  public record SessionStats(
      SessionId id,
      String world,
      long version,
      int seats,
      Map<Figure, Long> traffic,
      List<ClientStats> clients) {}

  /**
   * One client.
   *
   * @param traffic of its connection
   */
  public record ClientStats(ClientSummary client, Map<Figure, Long> traffic) {}

  /** How many clients sit in sessions. */
  public int clients() {
    return sessions.stream().mapToInt(session -> session.clients().size()).sum();
  }
}
