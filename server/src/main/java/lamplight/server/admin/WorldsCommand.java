package lamplight.server.admin;

import java.util.concurrent.Callable;
import lamplight.server.runtime.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code admin worlds}: how the worlds of the running server stand. */
@Command(
    name = "worlds",
    description = "The worlds of the running server, and what is wrong with their files.",
    footer = {
      "",
      "Worlds stand as",
      "  current    played as their files are now",
      "  outdated   played as they were before an edit that does not load",
      "  broken     not played: their files never loaded",
      "  gone       their folder is gone; games go on, and no new ones begin",
      "",
      "Examples:",
      "  lamplight admin worlds",
      "  lamplight admin --json worlds"
    })
final class WorldsCommand implements Callable<Integer> {
  @ParentCommand private AdminCommand admin = new AdminCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws RefusedException {
    return admin.ask(spec.commandLine(), Request.Deed.WORLDS);
  }
}
