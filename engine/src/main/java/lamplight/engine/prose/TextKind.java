package lamplight.engine.prose;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a player is shown a line, so that a screen can style, sort or leave it out. */
public enum TextKind {
  /** The description of where the player is. */
  ROOM,
  /** What came of the player's own command. */
  RESULT,
  /** What others did, or what happened by itself. */
  EVENT,
  /** What somebody said. */
  SPEECH,
  /** The program speaking, not the world. */
  SYSTEM,
  /** A hint that was asked for or offered. */
  HINT,
  /** A question that waits for an answer. */
  PROMPT;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The lower-case word that the protocol writes. */
  public String word() {
    return word;
  }

  /** The kind that {@code word} names. */
  public static Optional<TextKind> named(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
