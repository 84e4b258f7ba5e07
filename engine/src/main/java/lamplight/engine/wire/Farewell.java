package lamplight.engine.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a server ends a connection: the closed list of the codes of its BYE. */
public enum Farewell {
  /** The client said BYE. */
  BYE,
  /** The seat was resumed from another connection. */
  TAKEN_OVER,
  /** The session's keeper removed the player. */
  KICKED,
  /** The session was closed. */
  CLOSED,
  /** The server stops. */
  SHUTDOWN,
  /** Too many wrong passwords, tokens, broken lines, or commands that were too fast. */
  ABUSE,
  /** No seat, and nothing said for long. */
  IDLE,
  /** A reason that this program does not know, said by a newer server. */
  OTHER;

  /** The lower-case word that the protocol writes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason that {@code code} names. */
  public static Optional<Farewell> named(String code) {
    return Stream.of(values()).filter(farewell -> farewell.code().equals(code)).findFirst();
  }
}
