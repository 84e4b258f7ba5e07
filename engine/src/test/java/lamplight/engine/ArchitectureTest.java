package lamplight.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lamplight.engine.model.Id;
import lamplight.engine.model.Refusal;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The engine is pure, and its packages know each other in one direction only. */
class ArchitectureTest {

  private static final String ENGINE = "lamplight.engine";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ENGINE);

  /** A package and the packages of the engine that it may import. */
  record Row(String name, Set<String> imports) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(String name, String... imports) {
    return new Row(name, Set.of(imports));
  }

  /** Every package of the engine, each importing only from rows above it. */
  static final List<Row> PACKAGES =
      List.of(
          row("prose"),
          row("telnet"),
          row("model"),
          row("sync"),
          row("rules", "model", "prose"),
          row("parse", "model", "rules", "prose"),
          row("text", "model", "rules", "parse", "prose"),
          row("view", "model", "rules", "parse", "text", "prose", "sync"),
          row("play", "model", "rules", "parse", "text", "view", "prose"),
          row("wire", "model", "prose", "sync"),
          row("store", "model", "rules", "play", "prose", "sync", "wire"),
          row(
              "session", "model", "rules", "parse", "text", "view", "play", "prose", "sync", "wire",
              "store"),
          row("archive", "model", "play", "prose", "session", "store", "sync", "view", "wire"),
          row("load", "model", "rules", "parse", "text", "play", "prose"),
          row(
              "check", "model", "rules", "parse", "text", "view", "play", "prose", "sync", "wire",
              "load"));

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void a_package_imports_only_what_its_row_allows(Row row) {
    String[] others =
        PACKAGES.stream()
            .map(Row::name)
            .filter(name -> !name.equals(row.name()) && !row.imports().contains(name))
            .map(ArchitectureTest::in)
            .toArray(String[]::new);

    holds(
        noClasses()
            .that()
            .resideInAPackage(in(row.name()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .because("its row in this test names all that it may know"));
  }

  @Test
  void a_row_names_only_rows_above_it() {
    Set<String> above = new HashSet<>();
    for (Row row : PACKAGES) {
      assertThat(above).as("rows above " + row).containsAll(row.imports());
      above.add(row.name());
    }
  }

  @Test
  void every_package_has_a_row() {
    assertThat(PACKAGES.stream().map(row -> ENGINE + "." + row.name()))
        .containsAll(subpackages().map(JavaPackage::getName).toList());
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(subpackages())
        .allMatch(
            found -> found.isAnnotatedWith(NullMarked.class), "has a @NullMarked package-info");
  }

  @Test
  void of_the_model_the_wire_sees_ids_and_refusals_only() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(in("wire"))
            .should()
            .dependOnClassesThat(
                resideInAPackage(in("model"))
                    .and(not(assignableTo(Id.class)))
                    .and(not(equivalentTo(Refusal.class)))));
  }

  @Test
  void nothing_but_the_jdk_two_libraries_and_the_engine_is_used() {
    holds(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                ENGINE + "..",
                "java..",
                "javax.crypto..",
                "org.pcollections..",
                "org.snakeyaml..",
                "org.jspecify.."));
    holds(outside("load").should().dependOnClassesThat().resideInAPackage("org.snakeyaml.."));
  }

  @Test
  void there_are_no_sockets_threads_or_logs() {
    holds(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "java.net..",
                        "java.nio.channels..",
                        "java.util.concurrent..",
                        "java.util.logging..")
                    .or(assignableTo(Thread.class))
                    .or(equivalentTo(ThreadLocal.class))
                    .or(equivalentTo(Timer.class))
                    .or(equivalentTo(System.Logger.class))));
  }

  @Test
  void only_load_reads_files() {
    holds(
        outside("load")
            .should()
            .dependOnClassesThat(
                resideInAPackage("java.nio.file..")
                    .or(equivalentTo(File.class))
                    .or(assignableTo(FileInputStream.class))
                    .or(assignableTo(FileOutputStream.class))
                    .or(assignableTo(FileReader.class))
                    .or(assignableTo(FileWriter.class))
                    .or(equivalentTo(RandomAccessFile.class))));
  }

  @Test
  void time_is_an_input() {
    holds(
        noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethodWhere(
                target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .dependOnClassesThat(assignableTo(Clock.class).or(equivalentTo(Date.class))));
  }

  @Test
  void chance_is_an_input() {
    holds(
        noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethodWhere(
                target(owner(equivalentTo(RandomGenerator.class))).and(target(name("of"))))
            .orShould()
            .callMethodWhere(
                target(owner(equivalentTo(RandomGenerator.class))).and(target(name("getDefault"))))
            .orShould()
            .dependOnClassesThat(equivalentTo(SecureRandom.class)));
  }

  @Test
  void the_process_is_left_alone() {
    holds(
        noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .orShould()
            .callMethodWhere(target(name("printStackTrace")))
            .orShould()
            .callMethodWhere(
                target(owner(equivalentTo(System.class)))
                    .and(target(nameMatching("exit|getenv|getProperty|setProperty|getLogger"))))
            .orShould()
            .dependOnClassesThat(
                equivalentTo(Runtime.class).or(equivalentTo(ProcessBuilder.class))));
  }

  @Test
  void nothing_static_changes() {
    holds(fields().that().areStatic().should().beFinal());
  }

  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }

  private static GivenClassesConjunction outside(String name) {
    return noClasses().that().resideOutsideOfPackage(in(name));
  }

  private static Stream<JavaPackage> subpackages() {
    return CLASSES.getPackage(ENGINE).getSubpackagesInTree().stream()
        .filter(found -> !found.getClasses().isEmpty());
  }

  private static String in(String name) {
    return ENGINE + "." + name + "..";
  }
}
