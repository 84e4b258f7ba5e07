package lamplight.engine.rules;

import java.util.Locale;

/** What rules can be about besides commands; the words are those of the author's guide. */
public enum Hook {
  ENTERING,
  ENTERED,
  LEAVING,
  TAKEN,
  DROPPED,
  GIVEN,
  OPENED,
  LIT,
  UNLIT,
  THROWN,
  SEEN,
  MEETS,
  OCCUPIED,
  TURN_PLAYER,
  TURN_PARTY,
  CHANGED,
  TYPED,
  UNKNOWN,
  ANSWERED,
  START,
  ENDED,
  JOINED,
  LEFT,
  LOST,
  RETURNED,
  DIED,
  REVIVED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
