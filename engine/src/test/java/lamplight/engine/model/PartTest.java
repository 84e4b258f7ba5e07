package lamplight.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who adds something to the state decides here whether taking a command back puts it back. */
class PartTest {

  @Test
  void everyComponentOfTheStateIsPutBackOrKeptOnPurpose() {
    List<String> putBack =
        List.of(
            "players",
            "things",
            "variables",
            "timers",
            "scored",
            "fired",
            "suggested",
            "raised",
            "visited",
            "recent",
            "acted",
            "turn",
            "ended",
            "deaths",
            "penalty",
            "achieved",
            "following");
    List<String> kept = List.of("hints", "millis", "chance");
    assertThat(components(State.class))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(putBack.stream(), kept.stream()).toList());
  }

  @Test
  void everyComponentOfAPlayerIsPutBackOrKeptOnPurpose() {
    List<String> putBack =
        List.of(
            "room",
            "perch",
            "health",
            "energy",
            "previous",
            "visited",
            "seen",
            "met",
            "comings",
            "turnsHere",
            "last",
            "revealed");
    List<String> kept =
        List.of("id", "name", "role", "presence", "brief", "mind", "asked", "leader");
    assertThat(components(PlayerState.class))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(putBack.stream(), kept.stream()).toList());
  }

  private static List<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
