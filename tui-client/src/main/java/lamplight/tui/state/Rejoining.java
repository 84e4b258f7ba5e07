package lamplight.tui.state;

import java.util.List;
import java.util.Optional;
import lamplight.engine.wire.Protocol;
import lamplight.tui.link.HostAndPort;

/**
 * What a player types to take a seat again: {@code resume copper-otter-lantern}, and where, if that
 * is not here.
 *
 * @param seat empty if there are no three words
 */
record Rejoining(Optional<Goal.Offer.Seat> seat, Optional<HostAndPort> server) {
  /** What such a line begins with. */
  static final String WORD = "resume";

  /** Where a server on this machine listens. */
  private static final HostAndPort HERE = new HostAndPort("localhost", Protocol.DEFAULT_PORT);

  static boolean isAskedFor(String line) {
    return line.strip().split("\\s+", 2)[0].equalsIgnoreCase(WORD);
  }

  /** Whether a line is nothing but rejoin words. */
  static boolean isSeat(String line) {
    return Goal.Offer.Seat.parse(line).isPresent();
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException with words for the player, if the server cannot be one
   */
  static Rejoining read(String line) {
    List<String> words = List.of(line.strip().split("\\s+", -1));
    List<String> said = words.subList(isAskedFor(line) ? 1 : 0, words.size());
    Optional<Goal.Offer.Seat> seat =
        said.stream()
            .findFirst()
            .filter(unused -> said.size() <= 2)
            .flatMap(Goal.Offer.Seat::parse);
    Optional<HostAndPort> server =
        said.stream()
            .skip(1)
            .findFirst()
            .filter(unused -> seat.isPresent())
            .map(text -> HostAndPort.parse(text, Protocol.DEFAULT_PORT));
    return new Rejoining(seat, server);
  }

  /** Where the seat is for somebody who is at a server, or at none. */
  Optional<HostAndPort> at(Optional<HostAndPort> here) {
    return server.or(() -> here).or(() -> Optional.of(HERE));
  }
}
