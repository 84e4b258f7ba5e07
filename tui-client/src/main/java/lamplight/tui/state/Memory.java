package lamplight.tui.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamplight.tui.link.HostAndPort;

/**
 * What the program remembers from one run to the next.
 *
 * @param name the name that the player had last
 * @param panes how large the player wants them
 * @param recent seats in games on servers, the newest first
 * @param solo games that were played alone, the newest first; they are kept elsewhere
 */
public record Memory(Optional<String> name, Panes panes, List<Recent> recent, List<Solo> solo) {
  public static final Memory NONE = new Memory(Optional.empty(), Panes.USUAL, List.of());

  /** More games than these are not remembered. */
  static final int MOST_RECENT = 5;

  public Memory {
    recent = List.copyOf(recent);
    solo = List.copyOf(solo);
  }

  /** Nothing was played alone. */
  public Memory(Optional<String> name, Panes panes, List<Recent> recent) {
    this(name, panes, recent, List.of());
  }

  /**
   * A game in this process.
   *
   * @param words that open its seat
   * @param ago how long before the program began it was played last, in milliseconds
   */
  public record Solo(String session, String world, String words, String name, long ago) {}

  /**
   * A seat in a game.
   *
   * @param title the world's
   * @param hosted whether the server was started from here, and so has to be started again
   */
  public record Recent(
      HostAndPort server, String session, String name, String title, Hosted hosted) {
    boolean isSameSeat(Recent other) {
      return server.equals(other.server)
          && session.equals(other.session)
          && name.equalsIgnoreCase(other.name);
    }
  }

  /** Whether a server was started from here, and for whom. */
  public enum Hosted {
    NO,
    HERE,
    EVERYBODY
  }

  /** Whether nobody has played here before. */
  boolean isNewcomer() {
    return name.isEmpty();
  }

  Memory named(String newest) {
    return new Memory(Optional.of(newest), panes, recent, solo);
  }

  public Memory with(List<Solo> games) {
    return new Memory(name, panes, recent, games);
  }

  Memory with(Panes wanted) {
    return new Memory(name, wanted, recent, solo);
  }

  Memory with(Recent seat) {
    Stream<Recent> others = without(seat).recent.stream();
    return new Memory(
        name, panes, Stream.concat(Stream.of(seat), others).limit(MOST_RECENT).toList(), solo);
  }

  Memory without(Recent seat) {
    return new Memory(
        name, panes, recent.stream().filter(other -> !other.isSameSeat(seat)).toList(), solo);
  }
}
