package lamplight.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lamplight.engine.load.GuideTest.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.json.JsonMapper;

/** What editors are told of our files is what the loader takes. */
final class SchemaTest {
  private static final Path WORLDS = Path.of("..", "worlds");
  private static final Map<FileKind, com.networknt.schema.Schema> SCHEMAS = schemas();

  private static Map<FileKind, com.networknt.schema.Schema> schemas() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    Map<FileKind, com.networknt.schema.Schema> schemas = new EnumMap<>(FileKind.class);
    for (FileKind kind : FileKind.values()) {
      String json = new JsonMapper().writeValueAsString(kind.schema(Guide.NONE));
      schemas.put(kind, registry.getSchema(json, InputFormat.JSON));
    }
    return schemas;
  }

  /** YAML is read by its own library first, because the validator leaves aliases as they are. */
  private static List<String> errors(FileKind kind, String yaml) {
    try {
      LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
      String json = new JsonMapper().writeValueAsString(new Load(settings).loadFromString(yaml));
      return Objects.requireNonNull(SCHEMAS.get(kind)).validate(json, InputFormat.JSON).stream()
          .map(Error::toString)
          .toList();
    } catch (YamlEngineException e) {
      return List.of(e.toString());
    }
  }

  static Stream<Named<SourceFile>> files() {
    try (Stream<Path> folders = Files.list(WORLDS)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("world.yaml")))
          .sorted()
          .toList()
          .stream()
          .flatMap(folder -> new WorldFolder(folder).files(new Problems()).stream())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> Named.of(file.shown(), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_of_our_worlds_fits_its_schema(SourceFile file) {
    assertThat(errors(kind(file.path()), file.text())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void no_file_is_a_list(FileKind kind) {
    assertThat(errors(kind, "- a list")).isNotEmpty();
  }

  @Test
  void every_key_of_every_table_is_in_the_schemas_and_no_other() {
    Map<String, Set<String>> defined = new HashMap<>();
    for (FileKind kind : FileKind.values()) {
      maps(kind.schema(Guide.NONE).get("definitions"))
          .forEach((name, of) -> defined.put(name, maps(maps(of).get("properties")).keySet()));
    }
    GuideTest.tables()
        .forEach(
            told ->
                assertThat(defined.get(name(told.keys().name())))
                    .as(told.keys().name())
                    .containsAll(told.keys().names()));
    assertThat(defined.get("condition")).containsExactlyElementsOf(Row.names(Conditions.ROWS));
    assertThat(defined.get("effect")).containsExactlyElementsOf(Row.names(Effects.ROWS));
    assertThat(defined.get("hook")).containsAll(Row.names(Hooks.ROWS)).contains("exit");
  }

  private static String name(String table) {
    return table.replaceAll("^(a|an) ", "").replace(' ', '_');
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> maps(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  /** Mistakes that need no knowledge of the world to be seen. */
  private static final Pattern OF_FORM =
      Pattern.compile(
          ".*( has no key \"| needs the key \"|\" is no (condition|effect|hook);|\" is not known here;"
              + "|expected (a text|a list|true or false|a number|a map|.*, which is a map)).*");

  static Stream<Map<String, String>> brokenWorlds() {
    Map<String, String> mill = new HashMap<>();
    new WorldFolder(WORLDS.resolve("mill"))
        .files(new Problems())
        .forEach(file -> mill.put(file.path(), file.text()));
    List<String> paths =
        mill.keySet().stream().filter(path -> path.endsWith(".yaml")).sorted().toList();
    Stream<Map<String, String>> damaged =
        LongStream.rangeClosed(1, 200)
            .mapToObj(SplittableRandom::new)
            .map(
                random -> {
                  Map<String, String> files = new HashMap<>(mill);
                  files.computeIfPresent(
                      paths.get(random.nextInt(paths.size())),
                      (path, text) -> BrokenWorldsTest.damaged(text, random));
                  return files;
                });
    return Stream.concat(damaged, ProblemsTest.cases());
  }

  @Test
  void what_a_schema_can_know_to_be_wrong_it_refuses() {
    WorldLoader loader = new WorldLoader();
    List<String> overlooked = new ArrayList<>();
    AtomicInteger known = new AtomicInteger();
    brokenWorlds()
        .forEach(
            files -> {
              List<Problem> problems = loader.load(WorldSource.of("test", files)).problems();
              problems.stream()
                  .filter(problem -> isOfForm(problem, problems))
                  .filter(problem -> files.containsKey(problem.file()))
                  .peek(problem -> known.incrementAndGet())
                  .filter(
                      problem ->
                          errors(kind(problem.file()), files.getOrDefault(problem.file(), ""))
                              .isEmpty())
                  .map(Problem::toString)
                  .forEach(overlooked::add);
            });
    assertThat(overlooked).isEmpty();
    assertThat(known.get()).isGreaterThan(30);
  }

  /** Of a key that stands twice, readers of YAML disagree which one counts. */
  private static boolean isOfForm(Problem problem, List<Problem> all) {
    return OF_FORM.matcher(problem.toString()).matches()
        && all.stream()
            .noneMatch(
                other ->
                    other.file().equals(problem.file())
                        && other.message().contains("stands here twice"));
  }

  @Test
  void editors_show_what_the_guide_says_about_a_key() throws IOException {
    Guide guide = Guide.of(Files.readString(WORLDS.resolve("AUTHORING.md")));
    assertThat(guide.titles()).containsAll(Guide.SECTIONS.values());
    assertThat(guide.about("an exit", "refuse")).contains("what the player reads then");
    assertThat(guide.about("an effect", "rest"))
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .startsWith("`hurt: 10`, `heal: 10`")
                    .endsWith(": health and energy of the actor, 0 to 100"));
    assertThat(guide.about("a person", "stuck")).contains("the refusal when it is not portable");
    for (Told told : GuideTest.tables()) {
      assertThat(Guide.SECTIONS.getOrDefault(told.keys().name(), told.section()))
          .isEqualTo(told.section());
    }
  }

  private static FileKind kind(String path) {
    return Stream.of(FileKind.values())
        .filter(kind -> path.matches(kind.files().replace(".", "\\.").replace("*", "[^/]+")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no kind of file: " + path));
  }
}
