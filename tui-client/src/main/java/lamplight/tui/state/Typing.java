package lamplight.tui.state;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is typing: the others as they are told of the player, and the player as the others are told.
 *
 * @param line what the player had typed when it was last looked at
 * @param told when the others were last told of it, in the clock's milliseconds
 * @param others who is typing, since when; empty until the clock has been looked at
 */
public record Typing(String line, long told, Map<String, Optional<Long>> others) {
  /** The others are told once in this many milliseconds, at most. */
  static final long EVERY = 3_000;

  /** Who is not heard of again for this many milliseconds has stopped. */
  static final long FADES = 2 * EVERY;

  static final Typing NONE = new Typing("", -EVERY, Map.of());

  public Typing {
    others = Map.copyOf(others);
  }

  public boolean isBy(String player) {
    return others.containsKey(player);
  }

  /** When somebody is to be thought of as having stopped, in the clock's milliseconds. */
  public Optional<Long> wake() {
    return others.values().stream()
        .map(since -> since.map(start -> start + FADES).orElse(0L))
        .min(Comparator.naturalOrder());
  }

  Typing by(String player) {
    Map<String, Optional<Long>> more = new HashMap<>(others);
    more.put(player, Optional.empty());
    return new Typing(line, told, more);
  }

  Typing without(String player) {
    Map<String, Optional<Long>> fewer = new HashMap<>(others);
    fewer.remove(player);
    return new Typing(line, told, fewer);
  }

  /** Whether the others are to be told now that the player has typed something. */
  boolean isNews(String typed, long now) {
    return !typed.isBlank() && !typed.equals(line) && now - told >= EVERY;
  }

  /** Who still types at a time, and what the player has typed by then. */
  Typing at(long now, String typed, boolean tells) {
    Map<String, Optional<Long>> left = new HashMap<>();
    others.forEach(
        (player, since) -> {
          long start = since.orElse(now);
          if (now - start < FADES) {
            left.put(player, Optional.of(start));
          }
        });
    return new Typing(typed, tells ? now : told, left);
  }
}
