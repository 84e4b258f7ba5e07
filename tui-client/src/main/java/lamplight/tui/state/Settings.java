package lamplight.tui.state;

import java.util.Map;
import java.util.Optional;
import lamplight.tui.text.Theme;
import lamplight.tui.text.Tint;
import lamplight.tui.text.Words;

/**
 * What players can have as they like it.
 *
 * @param depth how many colours to use; empty: as many as the terminal has
 * @param layout where the map is
 * @param reducedMotion nothing moves by itself
 * @param ascii boxes and signs from ASCII alone
 * @param typing whether others see that the player types, and the player sees it of them
 * @param keys what each key does
 */
public record Settings(
    Words words,
    Theme theme,
    Optional<Tint.Depth> depth,
    Arrangement layout,
    boolean reducedMotion,
    boolean ascii,
    Bell bell,
    boolean typing,
    Map<Key, Keys.Action> keys) {
  public static final Settings USUAL =
      new Settings(
          Words.ENGLISH,
          Theme.DARK,
          Optional.empty(),
          Arrangement.AUTO,
          false,
          false,
          Bell.OFF,
          true,
          Keys.usual());

  public Settings {
    keys = Map.copyOf(keys);
  }

  /** Where the map is. */
  public enum Arrangement {
    /** Beside the story, or above it where that saves most of what a line of story would cost. */
    AUTO,
    BESIDE,
    ABOVE;

    /** A lower screen has too few rows for a map above a story. */
    private static final int ROWS = 30;

    /** A wider screen has columns enough for both, and the story would be alone in its own. */
    private static final int COLUMNS = 160;

    /**
     * Whether the map is above the story.
     *
     * @param margins whether the terminal can move the story alone; else all that is beside it has
     *     to be drawn anew for each line
     */
    boolean isAbove(Size size, boolean margins) {
      return switch (this) {
        case AUTO -> !margins && size.rows() >= ROWS && size.columns() < COLUMNS;
        case BESIDE -> false;
        case ABOVE -> true;
      };
    }
  }

  /** When the terminal's bell rings. */
  public enum Bell {
    OFF,
    /** When somebody says the player's name, or whispers to the player. */
    MENTION,
    /** Whenever anybody speaks. */
    SPEECH
  }
}
