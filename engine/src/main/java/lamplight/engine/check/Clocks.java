package lamplight.engine.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Timer;
import lamplight.engine.model.TimerId;
import lamplight.engine.model.Truth;
import lamplight.engine.rules.Effect;

/** Timers that never start, and those that never come to their end. */
final class Clocks {
  private Clocks() {}

  /** Timers that nothing starts but themselves, or others that nothing starts. */
  static void unwound(Inspection inspection) {
    Set<TimerId> wound = wound(inspection);
    for (Timer timer : inspection.world().timers().values()) {
      if (!wound.contains(timer.id())) {
        inspection.warning(
            timer.id(),
            "timer \"" + timer.id() + "\" never runs",
            "add running: true, or the effect start: " + timer.id());
      }
    }
  }

  private static Set<TimerId> wound(Inspection inspection) {
    Map<TimerId, Map<Integer, List<Effect>>> steps = inspection.story().rulebook().timers();
    Set<TimerId> wound = new HashSet<>();
    inspection.world().timers().values().stream()
        .filter(Timer::running)
        .map(Timer::id)
        .forEach(wound::add);
    Census.ofRulesAndTopics(inspection.story().rulebook())
        .flatMap(Census::within)
        .flatMap(Clocks::starts)
        .forEach(wound::add);
    boolean more = true;
    while (more) {
      Set<TimerId> next = new HashSet<>(wound);
      wound.stream()
          .flatMap(timer -> steps.getOrDefault(timer, Map.of()).values().stream())
          .flatMap(List::stream)
          .flatMap(Census::within)
          .flatMap(Clocks::starts)
          .forEach(next::add);
      more = wound.addAll(next);
    }
    return wound;
  }

  private static Stream<TimerId> starts(Effect effect) {
    return effect instanceof Effect.Run run && run.start()
        ? Stream.of(run.timer())
        : Stream.empty();
  }

  /** Timers that stand still before their end, or begin again before it, or at it for ever. */
  static void endless(Inspection inspection) {
    Set<TimerId> wound = wound(inspection);
    for (Timer timer : inspection.world().timers().values()) {
      if (wound.contains(timer.id())) {
        endless(inspection, timer);
      }
    }
  }

  private static void endless(Inspection inspection, Timer timer) {
    held(timer)
        .ifPresent(
            left ->
                inspection.warning(
                    timer.id(),
                    "timer \""
                        + timer.id()
                        + "\" never ends: with "
                        + left
                        + " left its while never holds",
                    "change its while"));
    rewound(inspection, timer).ifPresent(at -> rewound(inspection, timer, at));
  }

  /** With how much left a timer stands still, whatever else the world is like. */
  private static Optional<Integer> held(Timer timer) {
    Set<Integer> telling = new HashSet<>();
    Census.within(timer.runsWhile())
        .filter(Condition.Remains.class::isInstance)
        .map(asked -> ((Condition.Remains) asked).comparison().number())
        .forEach(number -> telling.addAll(List.of(number - 1, number, number + 1)));
    telling.add(timer.length());
    return telling.stream()
        .filter(left -> left > 0 && left <= timer.length())
        .sorted((one, other) -> Integer.compare(other, one))
        .filter(left -> running(timer.runsWhile(), timer.id(), left) == Truth.NO)
        .findFirst();
  }

  /** What a condition comes to while a timer runs, if that tells. */
  private static Truth running(Condition condition, TimerId timer, int left) {
    if (condition instanceof Condition.All all) {
      return all.parts().stream()
          .map(part -> running(part, timer, left))
          .reduce(Truth.YES, Truth::and);
    } else if (condition instanceof Condition.Any any) {
      return any.parts().stream()
          .map(part -> running(part, timer, left))
          .reduce(Truth.NO, Truth::or);
    } else if (condition instanceof Condition.Not not) {
      return running(not.condition(), timer, left).not();
    } else if (condition instanceof Condition.Running asked && asked.timer().equals(timer)) {
      return Truth.of(asked.running());
    } else if (condition instanceof Condition.Remains asked && asked.timer().equals(timer)) {
      return asked.comparison().truth(left);
    }
    return Truth.UNKNOWN;
  }

  /** The first step, counting down, that always starts its own timer again. */
  private static Optional<Integer> rewound(Inspection inspection, Timer timer) {
    Map<Integer, List<Effect>> steps =
        new TreeMap<>(inspection.story().rulebook().timers().getOrDefault(timer.id(), Map.of()));
    return steps.keySet().stream()
        .sorted((one, other) -> Integer.compare(other, one))
        .filter(at -> endsStarted(steps.getOrDefault(at, List.of()), timer.id()))
        .findFirst();
  }

  private static boolean endsStarted(List<Effect> effects, TimerId timer) {
    boolean ends = effects.stream().anyMatch(Effect.End.class::isInstance);
    return !ends
        && effects.stream()
            .filter(effect -> effect instanceof Effect.Run run && run.timer().equals(timer))
            .reduce((first, last) -> last)
            .filter(last -> ((Effect.Run) last).start())
            .isPresent();
  }

  private static void rewound(Inspection inspection, Timer timer, int at) {
    String again =
        "timer \"" + timer.id() + "\" never ends: its step at " + at + " starts it again";
    if (at > 0) {
      inspection.warning(timer.id(), again, "start it again at 0, or only if something holds");
    } else if (timer.runsWhile().equals(Condition.ALWAYS) && !isStopped(inspection, timer.id())) {
      inspection.advice(
          inspection.origins().of(timer.id()),
          again,
          "if it is not meant to go on for ever, stop it, or give it a while");
    }
  }

  private static boolean isStopped(Inspection inspection, TimerId timer) {
    return inspection
        .census()
        .effects(Effect.Run.class)
        .anyMatch(run -> !run.start() && run.timer().equals(timer));
  }
}
