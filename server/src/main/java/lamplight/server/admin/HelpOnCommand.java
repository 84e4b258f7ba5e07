package lamplight.server.admin;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help [COMMAND]…}: what {@code COMMAND --help} says. */
@Command(name = "help", description = "Tells how a command is used.")
final class HelpOnCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Such as: admin sessions.")
  private List<String> words = List.of();

  @Override
  public Integer call() {
    CommandLine about = spec.parent().commandLine();
    for (String word : words) {
      CommandLine next = about.getSubcommands().get(word);
      if (next == null) {
        throw new ParameterException(about, "There is no command " + word);
      }
      about = next;
    }
    about.usage(spec.commandLine().getOut());
    return Answer.DONE;
  }
}
