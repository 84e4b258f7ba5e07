package lamplight.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What authors get wrong, and what they are told. A case is its files and the lines that must come
 * of them, in the words of {@code problems.txt}: {@code == name}, {@code -- file}, the file's text,
 * {@code =>}, the problems. A file {@code world.yaml} that is left out is {@link #WORLD}.
 */
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

  record Case(String name, Map<String, String> files, List<String> problems) {}

  @TestFactory
  Stream<DynamicTest> every_mistake_is_told_with_its_place_and_a_hint() {
    WorldLoader loader = new WorldLoader();
    return cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () ->
                        assertThat(lines(loader.load(WorldSource.of("test", one.files()))))
                            .isEqualTo(String.join("\n", one.problems()))));
  }

  private static String lines(Loaded loaded) {
    boolean wrong = loaded.problems().stream().anyMatch(Problem::isError);
    assertThat(loaded.story().isPresent()).isEqualTo(!wrong);
    return String.join("\n", loaded.problems().stream().map(Problem::toString).toList());
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String part : resource().split("(?m)^== ", -1)) {
      if (!part.isBlank() && !part.startsWith("#")) {
        cases.add(read(part));
      }
    }
    return cases;
  }

  private static Case read(String part) {
    String name = part.lines().findFirst().orElseThrow();
    String[] halves = part.substring(name.length() + 1).split("(?m)^=>\\n?", -1);
    Map<String, String> files = new LinkedHashMap<>(Map.of("world.yaml", WORLD));
    for (String file : halves[0].split("(?m)^-- ", -1)) {
      if (!file.isBlank()) {
        String path = file.lines().findFirst().orElseThrow();
        files.put(path, file.substring(path.length() + 1));
      }
    }
    return new Case(name, files, halves[1].strip().lines().toList());
  }

  private static String resource() {
    try (var in = ProblemsTest.class.getResourceAsStream("problems.txt")) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(),
          java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
