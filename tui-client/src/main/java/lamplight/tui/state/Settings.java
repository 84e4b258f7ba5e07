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
 * @param reducedMotion nothing moves by itself
 * @param ascii boxes and signs from ASCII alone
 * @param typing whether others see that the player types, and the player sees it of them
 * @param keys what each key does
 */
public record Settings(
    Words words,
    Theme theme,
    Optional<Tint.Depth> depth,
    boolean reducedMotion,
    boolean ascii,
    Bell bell,
    boolean typing,
    Map<Key, Keys.Action> keys) {
  public static final Settings USUAL =
      new Settings(
          Words.ENGLISH, Theme.DARK, Optional.empty(), false, false, Bell.OFF, true, Keys.usual());

  public Settings {
    keys = Map.copyOf(keys);
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
