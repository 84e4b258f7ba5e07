package lamplight.server.runtime;

import java.util.Optional;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;

/** How long a client without a seat may take, and what it is told when that is over. */
final class Patience {
  /** How long it may be silent, in milliseconds. */
  static final long SILENT_MILLIS = 300_000;

  /** The same for one that has never sent a byte. */
  static final long MUTE_MILLIS = 120_000;

  /** How long it may take to say who it is, however much it sends. */
  static final long NAMELESS_MILLIS = 180_000;

  private static final ServerMessage.Bye SILENT =
      new ServerMessage.Bye(
          Farewell.IDLE, "You have said nothing for a while. Come back when you want to play.");
  private static final ServerMessage.Bye NAMELESS =
      new ServerMessage.Bye(
          Farewell.IDLE, "You have not said who you are. Come back when you want to play.");

  private Patience() {}

  /** Why a client in the lobby has to go now, if it has to. */
  static Optional<ServerMessage.Bye> over(Connection connection, long now) {
    long silent = now - connection.heardAt();
    if (silent >= (connection.heard() ? SILENT_MILLIS : MUTE_MILLIS)) {
      return Optional.of(SILENT);
    }
    boolean late = now - connection.openedAt() >= NAMELESS_MILLIS;
    return late && !connection.isIntroduced() ? Optional.of(NAMELESS) : Optional.empty();
  }
}
