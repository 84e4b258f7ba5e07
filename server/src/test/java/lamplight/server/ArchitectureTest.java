package lamplight.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.State;
import lamplight.engine.model.World;
import lamplight.engine.session.Session;
import org.junit.jupiter.api.Test;

/** The arrows between the server's packages. */
class ArchitectureTest {
  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("lamplight.server");

  @Test
  void nettyIsUsedInTransportOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("lamplight.server.transport..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(SERVER);
  }

  @Test
  void theRuntimeKnowsNeitherTransportsNorCommands() {
    noClasses()
        .that()
        .resideInAPackage("lamplight.server.runtime..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("lamplight.server.transport..", "lamplight.server.admin..", "picocli..")
        .check(SERVER);
  }

  @Test
  void transportsKnowNoRulesAndNoCommands() {
    noClasses()
        .that()
        .resideInAPackage("lamplight.server.transport..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "lamplight.engine.rules..",
            "lamplight.engine.parse..",
            "lamplight.engine.text..",
            "lamplight.engine.view..",
            "lamplight.engine.play..",
            "lamplight.engine.load..",
            "lamplight.server.admin..",
            "picocli..")
        .check(SERVER);
  }

  /**
   * What telnet, GMCP, MSSP and the web say is made of the messages to that client alone, which the
   * engine's SecretsTest searches for what their reader must not know.
   */
  @Test
  void transportsSeeNeitherAWorldNorItsState() {
    noClasses()
        .that()
        .resideInAPackage("lamplight.server.transport..")
        .should()
        .dependOnClassesThat(
            belongToAnyOf(World.class, State.class, PlayerState.class, Session.class)
                .or(resideInAnyPackage("lamplight.engine.store..", "lamplight.engine.archive..")))
        .check(SERVER);
  }

  @Test
  void theTelnetTerminalIsPure() {
    noClasses()
        .that()
        .resideInAPackage("lamplight.server.transport.telnet")
        .and()
        .haveNameNotMatching(".*\\.TelnetForm(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.netty..", "java.net..", "java.util.concurrent..", "lamplight.server.runtime..")
        .check(SERVER);
  }
}
