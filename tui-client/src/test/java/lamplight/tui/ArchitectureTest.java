package lamplight.tui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The client's arrows: text, link, host, state, settings, view, term; each imports only from those
 * before it.
 */
class ArchitectureTest {
  private static final JavaClasses CLIENT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("lamplight.tui");

  @Test
  void packagesImportOnlyFromThoseBeforeThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("text")
        .definedBy("lamplight.tui.text")
        .layer("link")
        .definedBy("lamplight.tui.link")
        .layer("host")
        .definedBy("lamplight.tui.host")
        .layer("state")
        .definedBy("lamplight.tui.state")
        .layer("view")
        .definedBy("lamplight.tui.view")
        .layer("term")
        .definedBy("lamplight.tui.term")
        .layer("mud")
        .definedBy("lamplight.tui.mud")
        .layer("settings")
        .definedBy("lamplight.tui.settings")
        .layer("main")
        .definedBy("lamplight.tui")
        .whereLayer("main")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("settings")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("term")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("mud")
        .mayOnlyBeAccessedByLayers("settings", "main")
        .whereLayer("host")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("view")
        .mayOnlyBeAccessedByLayers("term")
        .whereLayer("state")
        .mayOnlyBeAccessedByLayers("view", "term", "settings", "main")
        .whereLayer("link")
        .mayOnlyBeAccessedByLayers("host", "mud", "state", "view", "term", "settings", "main")
        .whereLayer("text")
        .mayOnlyBeAccessedByLayers(
            "link", "host", "mud", "state", "view", "term", "settings", "main")
        .check(CLIENT);
  }

  @Test
  void onlyTermKnowsTerminals() {
    noClasses()
        .that()
        .resideOutsideOfPackage("lamplight.tui.term")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.googlecode.lanterna..", "org.jline..")
        .check(CLIENT);
  }

  @Test
  void statesAndViewsReadNoClockAndNoStream() {
    noClasses()
        .that()
        .resideInAnyPackage("lamplight.tui.text", "lamplight.tui.state", "lamplight.tui.view")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "java.time..")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(CLIENT);
  }

  @Test
  void theClientKnowsNoServer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("lamplight.server..", "io.netty..")
        .check(CLIENT);
  }
}
