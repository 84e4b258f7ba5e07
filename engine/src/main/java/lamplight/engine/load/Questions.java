package lamplight.engine.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the questions that rules ask. A question without a name of its own is called by what
 * it stands in and its number there, so that a name means the same when the world is read again.
 */
final class Questions {
  private final Map<String, Mark> asked = new LinkedHashMap<>();
  private final Map<String, Mark> referred = new LinkedHashMap<>();
  private String owner = "timers";
  private int count;

  /** Whatever is read next stands in this; what is read first are the timers. */
  void within(String newOwner) {
    owner = newOwner;
    count = 0;
  }

  /** The name of the question that stands at a place. */
  String name(Optional<String> own, Mark at, Reading reading) {
    count++;
    String name = own.orElse(owner + "." + count);
    Mark first = asked.putIfAbsent(name, at);
    if (first != null && !first.equals(at)) {
      reading.error(
          at, "there is a question \"" + name + "\" already: " + first, "give it another name");
    }
    return name;
  }

  /** A rule waits for the answer to a question. */
  void refer(String name, Mark at) {
    referred.putIfAbsent(name, at);
  }

  /** Reports rules about questions that nobody asks; when all is read. */
  void check(Reading reading) {
    referred.forEach(
        (name, at) -> {
          if (!asked.containsKey(name)) {
            reading.error(
                at, "no rule asks a question \"" + name + "\"", Nearest.hint(name, asked.keySet()));
          }
        });
  }
}
