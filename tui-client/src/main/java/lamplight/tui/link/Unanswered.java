package lamplight.tui.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.wire.ClientMessage;

/**
 * A player's commands that have no answer yet. Each keeps its number until then, over all
 * connections, so that a server carries it out once however often it hears it.
 */
final class Unanswered {
  /** So many are kept. */
  static final int MOST = 50;

  private final Deque<ClientMessage.Command> commands = new ArrayDeque<>();
  private long last;

  /**
   * @param from commands are numbered upward from behind this
   */
  Unanswered(long from) {
    this.last = from;
  }

  /** Numbers a command; nothing if too many wait already. */
  Optional<ClientMessage.Command> add(String text) {
    if (commands.size() >= MOST) {
      return Optional.empty();
    }
    ClientMessage.Command command = new ClientMessage.Command(OptionalLong.of(++last), text);
    commands.add(command);
    return Optional.of(command);
  }

  /** An answer came. */
  void remove(long number) {
    commands.removeIf(command -> command.seq().orElse(0) == number);
  }

  /** What to say on a new connection, in the order in which it was typed. */
  List<ClientMessage.Command> all() {
    return List.copyOf(commands);
  }

  int size() {
    return commands.size();
  }
}
