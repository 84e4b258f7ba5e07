package lamplight.tui.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import lamplight.engine.sync.Known;

/**
 * A way through known rooms, walked one step at a time. It ends where a step is refused or leads
 * elsewhere, and when the player does anything else.
 *
 * @param steps what is still to go, the step that was sent first
 */
public record Walk(List<Step> steps) {
  static final Walk NONE = new Walk(List.of());

  /** A direction, and the room that it leads to. */
  record Step(String direction, String room) {}

  public Walk {
    steps = List.copyOf(steps);
  }

  public boolean isOver() {
    return steps.isEmpty();
  }

  /** The direction that is to be gone now. */
  Optional<String> direction() {
    return steps.stream().findFirst().map(Step::direction);
  }

  /** What is left of the walk for a player who has come to a room. */
  Walk arrived(String room) {
    return !isOver() && steps.get(0).room().equals(room)
        ? new Walk(steps.subList(1, steps.size()))
        : NONE;
  }

  /**
   * The shortest way between two rooms by ways that are known and open; empty if there is none. Of
   * equally short ones it is the one whose directions come first in the alphabet.
   */
  static Optional<Walk> between(Map<String, Known.Room> rooms, String from, String to) {
    Map<String, Step> cameBy = new HashMap<>();
    Map<String, String> cameFrom = new HashMap<>();
    Queue<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !cameBy.containsKey(to)) {
      String at = next.remove();
      Known.Room room = rooms.get(at);
      if (room == null) {
        continue;
      }
      room.exits().entrySet().stream()
          .filter(exit -> exit.getValue().passage() == Known.Passage.FREE)
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              exit -> {
                String target = exit.getValue().target();
                boolean fresh = rooms.containsKey(target) && !cameBy.containsKey(target);
                if (fresh && !target.equals(from)) {
                  cameBy.put(target, new Step(exit.getKey(), target));
                  cameFrom.put(target, at);
                  next.add(target);
                }
              });
    }
    return cameBy.containsKey(to) ? Optional.of(back(cameBy, cameFrom, to)) : Optional.empty();
  }

  private static Walk back(Map<String, Step> cameBy, Map<String, String> cameFrom, String to) {
    List<Step> steps = new ArrayList<>();
    String at = to;
    Step step = cameBy.get(at);
    while (step != null) {
      steps.add(step);
      at = cameFrom.getOrDefault(at, "");
      step = cameBy.get(at);
    }
    Collections.reverse(steps);
    return new Walk(steps);
  }
}
