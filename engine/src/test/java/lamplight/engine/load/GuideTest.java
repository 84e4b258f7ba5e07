package lamplight.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamplight.engine.model.Condition;
import lamplight.engine.parse.Fit;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Hook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables, records and the author's guide say the same. */
final class GuideTest {
  private final String guide = read();

  @Test
  void every_condition_has_a_word() {
    assertThat(made(Conditions.ROWS))
        .containsExactlyInAnyOrder((Object[]) Condition.class.getPermittedSubclasses());
  }

  @Test
  void every_effect_has_a_word() {
    assertThat(made(Effects.ROWS))
        .containsExactlyInAnyOrder((Object[]) Effect.class.getPermittedSubclasses());
  }

  @Test
  void every_hook_has_a_word() {
    assertThat(made(Hooks.ROWS)).containsExactlyInAnyOrder((Object[]) Hook.values());
  }

  @Test
  void every_audience_that_an_author_can_name_is_in_the_table() {
    Set<Class<?>> meantForActions = Set.of(Audience.Present.class, Audience.Only.class);
    Set<Class<?>> meantForEffects =
        Set.of(
            Audience.WithinEarshot.class,
            Audience.Together.class,
            Audience.Noun.class,
            Audience.Second.class,
            Audience.InRegion.class);
    assertThat(Audience.class.getPermittedSubclasses())
        .hasSize(Audiences.FORMS.size() + meantForActions.size() + meantForEffects.size());
    for (String form : Audiences.PLAYER_FORMS) {
      assertThat(section("Effects")).contains("`" + form + "`");
    }
  }

  @Test
  void the_guide_names_every_condition_effect_and_hook() {
    for (String name : Row.names(Conditions.ROWS)) {
      assertThat(section("Conditions")).contains("`" + name + ":");
    }
    for (String name : Row.names(Effects.ROWS)) {
      assertThat(section("Effects")).contains("`" + name + ":");
    }
    for (String name : Row.names(Hooks.ROWS)) {
      assertThat(section("Rules")).contains("`{" + name + ":");
    }
    for (Fit fit : Fit.values()) {
      assertThat(section("Verbs of your own")).contains(fit.word());
    }
  }

  /** {@code ExamplesTest} plays the examples, and the tests of the worlds play these. */
  @Test
  void every_condition_effect_and_hook_is_in_a_world_that_a_test_plays() throws IOException {
    StringBuilder played = new StringBuilder();
    for (Path folder :
        List.of(
            Path.of("src/test/resources/lamplight/engine/examples"),
            Path.of("..", "worlds", "mill"),
            Path.of("..", "worlds", "sunken-library"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          played.append(Files.readString(file));
        }
      }
    }
    List<String> unused = new ArrayList<>();
    for (List<? extends Row<?>> table : List.of(Conditions.ROWS, Effects.ROWS, Hooks.ROWS)) {
      unused.addAll(Row.names(table));
    }
    unused.removeIf(name -> Pattern.compile("[\\s{]" + name + ": ").matcher(played).find());
    assertThat(unused).isEmpty();
  }

  /** A table of keys and the section of the guide that tells of it. */
  record Told(Keys keys, String section) {
    @Override
    public String toString() {
      return keys.name();
    }
  }

  static List<Told> tables() {
    return List.of(
        new Told(Info.KEYS, "world.yaml"),
        new Told(Info.PLAYERS_KEYS, "world.yaml"),
        new Told(Info.CARRY_KEYS, "world.yaml"),
        new Told(Info.REGION_KEYS, "world.yaml"),
        new Told(Info.ROLE_KEYS, "world.yaml"),
        new Told(Info.SCORE_KEYS, "Variables, timers, scores"),
        new Told(Info.DEATH_KEYS, "Death"),
        new Told(Info.ACHIEVEMENT_KEYS, "Hints, endings, ranks"),
        new Told(Info.HINT_KEYS, "Hints, endings, ranks"),
        new Told(Info.ENDING_KEYS, "Hints, endings, ranks"),
        new Told(Variables.KEYS, "Variables, timers, scores"),
        new Told(Timers.KEYS, "Variables, timers, scores"),
        new Told(Rooms.KEYS, "Rooms"),
        new Told(Exits.keys(Refs.ROOM), "Rooms"),
        new Told(ThingKeys.THING, "Things"),
        new Told(ThingKeys.CONTAINER_KEYS, "Things"),
        new Told(Handouts.KEYS, "Things"),
        new Told(ThingKeys.REACH_KEYS, "Things"),
        new Told(ThingKeys.VESSEL_KEYS, "Things"),
        new Told(ThingKeys.LIQUID, "Things"),
        new Told(ThingKeys.SUPPORTER_KEYS, "Things"),
        new Told(ThingKeys.DOOR_KEYS, "Things"),
        new Told(
            People.KEYS.without("a person", ThingKeys.THING.rows().toArray(Key<?>[]::new)),
            "People"),
        new Told(People.WANDER_KEYS, "People"),
        new Told(Topics.KEYS, "People"),
        new Told(Texts.PART_KEYS, "Texts"),
        new Told(Rules.KEYS, "Rules"),
        new Told(Conditions.VISITED_KEYS, "Conditions"),
        new Told(Conditions.RECENTLY_KEYS, "Conditions"),
        new Told(Effects.REFUSE_KEYS, "Effects"),
        new Told(Effects.IF_KEYS, "Effects"),
        new Told(Effects.KILL_KEYS, "Effects"),
        new Told(Effects.AS_KEYS, "Effects"),
        new Told(Effects.REVEAL_KEYS, "Effects"),
        new Told(Effects.ASK_KEYS, "Effects"),
        new Told(Effects.ASK_WHAT_KEYS, "Effects"),
        new Told(Effects.STEAL_KEYS, "Effects"),
        new Told(Conditions.COUNT_KEYS, "Conditions"),
        new Told(Conditions.CHANCE_KEYS, "Conditions"),
        new Told(Effects.EVERY_KEYS, "Effects"),
        new Told(Vocabulary.KEYS, "Verbs of your own"),
        new Told(Vocabulary.VERB_KEYS, "Verbs of your own"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void the_guide_names_every_key(Told told) {
    String section = section(told.section());
    List<String> missing = new ArrayList<>(told.keys().names());
    missing.removeIf(
        name ->
            Pattern.compile("(\\b" + name + ":|[`{ ]" + name + "[:`,])").matcher(section).find());
    assertThat(missing).isEmpty();
  }

  @Test
  void no_table_has_a_key_twice() {
    for (Told told : tables()) {
      assertThat(new HashSet<>(told.keys().names())).hasSameSizeAs(told.keys().names());
    }
  }

  @Test
  void the_words_of_the_guide_for_how_things_stand_are_those_of_the_tables() {
    for (Condition.Standing standing : Condition.Standing.values()) {
      assertThat(section("Conditions")).contains(standing.name().toLowerCase(Locale.ROOT));
    }
    for (Effect.Makes makes : Effect.Makes.values()) {
      assertThat(section("Effects")).contains(makes.word());
    }
  }

  private static List<Object> made(List<? extends Row<?>> rows) {
    return rows.stream()
        .flatMap(row -> row.makes().stream())
        .distinct()
        .map(Object.class::cast)
        .toList();
  }

  /** The text of a section, up to the next. */
  private String section(String title) {
    return Stream.of(guide.split("(?m)^## ", -1))
        .filter(part -> part.startsWith(title + "\n"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the guide has no section " + title));
  }

  private static String read() {
    try {
      return Files.readString(Path.of("..", "worlds", "AUTHORING.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
