package lamplight.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What authors get wrong, and what they are told. */
final class ProblemsTest {
  private static final String WORLD =
      """
      title: A test
      start: hall
      rooms:
        hall: {name: Hall, description: A hall., exits: {north: yard}}
        yard: {name: Yard, description: A yard., exits: {south: hall}}
      things:
        lamp: {name: brass lamp, at: hall, switch: off, light: on}
        chest: {name: oak chest, at: hall, container: {open: false, locked: true, key: lamp}}
      people:
        ada: {name: Ada, at: yard, topics: {vault: {say: It is shut.}}}
      variables:
        met: {type: flag}
        water: {type: int, min: 0, max: 9}
        tide: {type: enum, values: [low, high]}
      timers:
        oil: {turns: 10}
      scores:
        first: {points: 5}
      endings:
        dawn: {title: Dawn}
      """;

  @TestFactory
  Stream<DynamicTest> every_mistake_is_told_with_its_place_and_a_hint() {
    WorldLoader loader = new WorldLoader();
    return Cases.of(ProblemsTest.class, "problems.txt", Map.of("world.yaml", WORLD))
        .tests(files -> lines(loader.load(WorldSource.of("test", files))));
  }

  /** The files of every case. */
  static Stream<Map<String, String>> cases() {
    return Cases.of(ProblemsTest.class, "problems.txt", Map.of("world.yaml", WORLD)).all().stream()
        .map(Cases.Case::files);
  }

  private static String lines(Loaded loaded) {
    boolean wrong = loaded.problems().stream().anyMatch(Problem::isError);
    assertThat(loaded.story().isPresent()).isEqualTo(!wrong);
    return String.join("\n", loaded.problems().stream().map(Problem::toString).toList());
  }
}
