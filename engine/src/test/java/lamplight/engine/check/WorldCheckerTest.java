package lamplight.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.load.Cases;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problem;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is wrong with a world as a whole. */
final class WorldCheckerTest {
  private static final String WORLD =
      """
      title: A test
      start: hall
      rooms:
        hall: {name: Hall, description: A hall., exits: {north: yard}}
        yard: {name: Yard, description: A yard., exits: {south: hall}}
      things:
        lamp: {name: brass lamp, at: hall, description: A lamp.}
      rules:
        over: {on: burn lamp, do: [{end: dawn}]}
      endings:
        dawn: {title: Dawn}
      """;

  @TestFactory
  Stream<DynamicTest> what_no_single_line_is_wrong_about_is_told_where_it_is_defined() {
    WorldLoader loader = new WorldLoader();
    return Cases.of(WorldCheckerTest.class, "checks.txt", Map.of("world.yaml", WORLD))
        .tests(
            files -> {
              Loaded loaded = loader.load(WorldSource.of("test", files));
              assertThat(loaded.problems()).isEmpty();
              return WorldChecker.check(loaded).stream()
                  .map(Problem::toString)
                  .collect(Collectors.joining("\n"));
            });
  }

  @Test
  void nouns_of_a_room_that_nothing_answers_to_are_found_when_asked_for() {
    String house =
        """
        hut:
          name: Hut
          description: A small hut with a stove, two dusty windows and the cat's bed. A path leads to the hall.
          exits: {north: hall}
          scenery: {window: {name: window}}
        """;
    Loaded loaded =
        new WorldLoader()
            .load(WorldSource.of("test", Map.of("world.yaml", WORLD, "rooms/a.yaml", house)));
    assertThat(WorldChecker.nouns(loaded))
        .extracting(Problem::message)
        .containsExactly(
            "nothing in room \"hut\" answers to \"cat's bed\"",
            "nothing in room \"hut\" answers to \"path\"",
            "nothing in room \"hut\" answers to \"stove\"");
  }
}
