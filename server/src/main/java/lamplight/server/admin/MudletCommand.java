package lamplight.server.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lamplight.server.runtime.RefusedException;
import lamplight.server.transport.telnet.MapPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mudlet FILE}: the scripts with which Mudlet draws the map. */
@Command(
    name = "mudlet",
    description =
        "Writes a package for Mudlet that draws the map; it is installed there with Toolbox, Package Manager.")
final class MudletCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "lamplight.mpackage",
      description = "Where to write it (${DEFAULT-VALUE}).")
  private Path file = Path.of("");

  @Override
  public Integer call() throws RefusedException {
    try {
      Files.write(file, MapPackage.bytes());
    } catch (IOException e) {
      throw new RefusedException(
          file + " cannot be written; is there such a folder, and may you write there?");
    }
    spec.commandLine().getOut().println(file + ", version " + MapPackage.VERSION);
    spec.commandLine().getOut().flush();
    return Answer.DONE;
  }
}
