package lamplight.engine.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.Comparison;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Spot;
import lamplight.engine.model.VariableId;

/** What cannot hold at once, whatever the world is like. */
final class Contradiction {
  private Contradiction() {}

  /** Why these conditions never hold together, for the end of a sentence. */
  static Optional<String> in(Condition.All all) {
    List<Condition> parts = parts(all).toList();
    return Stream.of(denied(parts), states(parts), rooms(parts), values(parts))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** All that has to hold, those within one another too. */
  static Stream<Condition> parts(Condition condition) {
    return condition instanceof Condition.All all
        ? all.conditions().stream().flatMap(Contradiction::parts)
        : Stream.of(condition);
  }

  private static Optional<String> denied(List<Condition> parts) {
    Set<Condition> all = new HashSet<>(parts);
    return parts.stream().anyMatch(part -> all.contains(new Condition.Not(part)))
        ? Optional.of("something has to hold and not to hold")
        : Optional.empty();
  }

  private static Optional<String> states(List<Condition> parts) {
    Map<Object, String> states = new HashMap<>();
    for (Condition part : parts) {
      if (part instanceof Condition.InState asked) {
        String other = states.putIfAbsent(asked.thing(), asked.state());
        if (other != null && !other.equals(asked.state())) {
          return Optional.of("nothing is \"" + other + "\" and \"" + asked.state() + "\" at once");
        }
      } else if (part instanceof Condition.Is asked
          && opposite(asked).filter(parts::contains).isPresent()) {
        return Optional.of("nothing is " + asked.standing().word() + " and the opposite at once");
      }
    }
    return Optional.empty();
  }

  private static Optional<Condition> opposite(Condition.Is asked) {
    Optional<Condition.Standing> other =
        switch (asked.standing()) {
          case OPEN -> Optional.of(Condition.Standing.CLOSED);
          case LOCKED -> Optional.of(Condition.Standing.UNLOCKED);
          case ON -> Optional.of(Condition.Standing.OFF);
          case HIDDEN -> Optional.of(Condition.Standing.REVEALED);
          default -> Optional.empty();
        };
    return other.map(standing -> new Condition.Is(asked.thing(), standing));
  }

  /** Nobody is in two rooms; on a thing one may be in any. */
  private static Optional<String> rooms(List<Condition> parts) {
    Set<Spot> left = new HashSet<>();
    boolean first = true;
    for (Condition part : parts) {
      if (part instanceof Condition.At at
          && at.spots().stream().allMatch(Spot.In.class::isInstance)) {
        if (first) {
          left.addAll(at.spots());
          first = false;
        } else {
          left.retainAll(at.spots());
        }
      }
    }
    return first || !left.isEmpty() ? Optional.empty() : Optional.of("nobody is in two rooms");
  }

  /** Comparisons of a variable that no number fits; between them lies no number that matters. */
  private static Optional<String> values(List<Condition> parts) {
    Map<VariableId, Set<Comparison>> asked = new HashMap<>();
    for (Condition part : parts) {
      if (part instanceof Condition.Compares compares) {
        asked
            .computeIfAbsent(compares.variable(), id -> new HashSet<>())
            .add(compares.comparison());
      }
    }
    return asked.entrySet().stream()
        .filter(entry -> !agree(entry.getValue()))
        .map(entry -> "no value of \"" + entry.getKey() + "\" is such")
        .sorted()
        .findFirst();
  }

  private static boolean agree(Set<Comparison> comparisons) {
    return comparisons.stream()
        .flatMap(one -> Stream.of(one.number() - 1, one.number(), one.number() + 1))
        .anyMatch(value -> comparisons.stream().allMatch(one -> one.test(value)));
  }
}
