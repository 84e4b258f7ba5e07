package lamplight.tui.text;

import java.util.Locale;

/**
 * What a piece of text is for; a theme turns it into colours. No meaning may rest on the ink alone.
 */
public enum Ink {
  PROSE,
  ROOM,
  ITEM,
  PERSON,
  PLAYER,
  EXIT,
  EMPHASIS,
  EVENT,
  SPEECH,
  SYSTEM,
  HINT,
  REFUSAL,
  /** What the player typed, shown again in the story. */
  ECHO,
  BORDER,
  TITLE,
  FAINT,
  GOOD,
  LOW,
  BAD,
  /** The player's own place on the map. */
  HERE,
  /** The chosen row of a list. */
  SELECTED,
  /** Something that wants to be noticed: new lines below, a lost line. */
  NOTICE;

  /** The word for it in a theme. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
