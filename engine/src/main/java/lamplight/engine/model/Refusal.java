package lamplight.engine.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why something was refused: the closed list of the codes of the protocol's ERROR message.
 *
 * <p>The words that go with a code are for people and may differ from case to case; programs go by
 * the code.
 */
public enum Refusal {
  // Of the line that was sent.
  LINE_TOO_LONG,
  BAD_ENCODING,
  UNKNOWN_MESSAGE,
  MALFORMED,
  RATE_LIMITED,
  TOO_LARGE,
  STALE_NUMBER,
  NOT_OFFERED,

  // Of the lobby and the seats.
  UNKNOWN_WORLD,
  UNKNOWN_SESSION,
  SESSION_FULL,
  SERVER_FULL,
  BAD_NAME,
  NAME_TAKEN,
  WRONG_PASSWORD,
  WRONG_TOKEN,
  NOT_IN_SESSION,
  ALREADY_IN_SESSION,
  NOT_ALLOWED,

  // Of a command's words.
  NOT_UNDERSTOOD,
  UNKNOWN_WORD,
  AMBIGUOUS,
  INCOMPLETE,

  // Of the world.
  NO_SUCH_EXIT,
  DOOR_LOCKED,
  DOOR_CLOSED,
  NOT_HERE,
  NOT_HELD,
  OUT_OF_REACH,
  TOO_DARK,
  TOO_MUCH,
  NOT_POSSIBLE,
  NO_EFFECT,
  GAME_OVER,

  /** A step failed inside the program; nothing changed. */
  INTERNAL,
  /** The server cannot save what would change. */
  NOT_SAVED,
  /** A code that this program does not know, said by a newer server. */
  OTHER;

  /** The lower-case word that the protocol writes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The refusal that {@code code} names. */
  public static Optional<Refusal> named(String code) {
    return Stream.of(values()).filter(refusal -> refusal.code().equals(code)).findFirst();
  }
}
