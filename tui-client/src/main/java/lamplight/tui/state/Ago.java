package lamplight.tui.state;

import java.util.List;
import lamplight.tui.text.Words;

/** How long ago something was, in words. */
final class Ago {
  private static final long MINUTE = 60_000;

  /** A unit: the keys of one and of many, and how many milliseconds it has. */
  private record Unit(String one, String many, long millis) {}

  /** The largest first. */
  private static final List<Unit> UNITS =
      List.of(
          new Unit("ago.day", "ago.days", 24 * 60 * MINUTE),
          new Unit("ago.hour", "ago.hours", 60 * MINUTE),
          new Unit("ago.minute", "ago.minutes", MINUTE));

  private Ago() {}

  static String words(Words words, long millis) {
    for (Unit unit : UNITS) {
      long count = millis / unit.millis();
      if (count > 0) {
        return count == 1 ? words.say(unit.one()) : words.say(unit.many(), count);
      }
    }
    return words.say("ago.now");
  }
}
