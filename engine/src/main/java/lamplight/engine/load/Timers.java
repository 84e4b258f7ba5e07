package lamplight.engine.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Timer;
import lamplight.engine.model.TimerId;
import lamplight.engine.rules.Effect;

/** The section {@code timers}: the timers themselves, and what happens when they count down. */
final class Timers {
  private static final Form<Integer> LENGTH = Forms.number(1, Variables.MOST);

  private static final Key<Optional<Integer>> TURNS = Key.of("turns", LENGTH);
  private static final Key<Optional<Integer>> SECONDS = Key.of("seconds", LENGTH);
  private static final Key<Condition> WHILE =
      Key.of("while", Conditions.CONDITION, Condition.ALWAYS);
  private static final Key<Boolean> RUNNING = Key.of("running", Forms.TRUTH, false);
  private static final Key<Map<Integer, List<Effect>>> AT =
      Key.of("at", Forms.mapOf(Forms.number(0, Variables.MOST), Effects.EFFECTS), Map.of());

  static final Keys KEYS = Keys.of("a timer", TURNS, SECONDS, WHILE, RUNNING, AT);

  private final Map<TimerId, Timer> timers = new LinkedHashMap<>();
  private final Map<TimerId, Map<Integer, List<Effect>>> effects = new LinkedHashMap<>();

  Map<TimerId, Timer> timers() {
    return timers;
  }

  Map<TimerId, Map<Integer, List<Effect>>> effects() {
    return effects;
  }

  void add(TimerId id, Fields fields, Reading reading) {
    Optional<Integer> turns = fields.get(TURNS);
    Optional<Integer> seconds = fields.get(SECONDS);
    if (fields.has(TURNS) == fields.has(SECONDS)) {
      reading.error(
          fields.mark(),
          "timer \"" + id + "\" needs either turns or seconds",
          "say how long it is");
    }
    int length = turns.or(() -> seconds).orElse(1);
    for (int at : fields.get(AT).keySet()) {
      if (at >= length) {
        reading.error(
            fields.mark(AT),
            "timer \"" + id + "\" never has " + at + " left: it begins with " + length,
            "use less");
      }
    }
    Timer.Unit unit = turns.isPresent() ? Timer.Unit.TURNS : Timer.Unit.SECONDS;
    timers.put(id, new Timer(id, unit, length, fields.get(WHILE), fields.get(RUNNING)));
    effects.put(id, fields.get(AT));
  }
}
