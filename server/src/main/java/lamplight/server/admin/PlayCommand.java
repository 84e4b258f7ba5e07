package lamplight.server.admin;

import java.util.List;
import java.util.concurrent.Callable;
import lamplight.server.runtime.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code play} belongs to the terminal client, which the launcher starts; here it only stands in
 * the help.
 */
@Command(
    name = "play",
    description = "Plays in this terminal: alone, or at HOST[:PORT].",
    footer = {"", "\"lamplight play --help\" lists its options."})
final class PlayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "HOST[:PORT]", arity = "0..*", description = "Where to play.")
  private List<String> words = List.of();

  @Override
  public Integer call() throws RefusedException {
    throw new RefusedException(
        "play is the terminal client's; start it as: ./lamplight play " + String.join(" ", words));
  }
}
