package lamplight.engine.play;

import lamplight.engine.model.PlayerId;

/** What can happen to a session's world from outside. */
public sealed interface Input {

  /** A player typed a line. */
  record Command(PlayerId player, String text) implements Input {}

  /**
   * The host of a session types a line that begins with {@code #}, and the host writes the world.
   */
  record Debug(PlayerId player, String text) implements Input {}

  /**
   * A player takes a new seat.
   *
   * @param name as the others read it
   */
  record Join(PlayerId player, String name) implements Input {}

  /** A player gives the seat up; what the player carries stays where the player is. */
  record Leave(PlayerId player) implements Input {}

  /**
   * A player's line is lost; the seat stays.
   *
   * @param quietly whether nobody reads of it and no rule hears of it: the server was away, not the
   *     player
   */
  record Lose(PlayerId player, boolean quietly) implements Input {
    public Lose(PlayerId player) {
      this(player, false);
    }
  }

  /**
   * A player is back.
   *
   * @param afresh whether the player's screen is empty, so that the room is described again
   * @param quietly whether nobody reads of it and no rule hears of it: the server was away, not the
   *     player
   */
  record Return(PlayerId player, boolean afresh, boolean quietly) implements Input {
    public Return(PlayerId player, boolean afresh) {
      this(player, afresh, false);
    }
  }

  /**
   * A player is back whose room was edited out of the world meanwhile, and who is at the start
   * since.
   */
  record Displaced(PlayerId player) implements Input {}

  /** So many milliseconds of the session's clock passed. */
  record Pass(long millis) implements Input {}
}
