package lamplight.engine.session;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.WorldId;
import lamplight.engine.sync.Known.Presence;

/**
 * What others may know of a session: for LIST, for the keeper's {@code sessions list} and {@code
 * show}.
 *
 * @param host the host's player id, if somebody has sat down
 * @param maximum how many seats there are
 * @param version the state's version
 */
public record SessionSummary(
    SessionId id,
    WorldId world,
    String title,
    boolean locked,
    Optional<PlayerId> host,
    List<SeatSummary> seats,
    int maximum,
    long version) {

  /** One seat. */
  public record SeatSummary(PlayerId player, String name, Presence.Where presence, LinkKind kind) {}

  public SessionSummary {
    seats = List.copyOf(seats);
  }
}
