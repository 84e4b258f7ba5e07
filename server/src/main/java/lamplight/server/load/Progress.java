package lamplight.server.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** When one replica came to which version, and what it has not come to yet. */
final class Progress {
  /** Blocks that are remembered. */
  private static final int BLOCKS = 64;

  /** Commands that are waited for; of more the oldest are not measured. */
  private static final int PENDING = 1_000;

  private record Block(long version, long at) {}

  private record Pending(long version, long since) {}

  private final Deque<Block> blocks = new ArrayDeque<>();
  private final Deque<Pending> pending = new ArrayDeque<>();

  /** It is at a version now: how long the commands took that it shows for the first time. */
  List<Long> reached(long version, long at) {
    if (blocks.isEmpty() || blocks.getLast().version() < version) {
      blocks.add(new Block(version, at));
      if (blocks.size() > BLOCKS) {
        blocks.remove();
      }
    }
    List<Long> delays = new ArrayList<>();
    pending.removeIf(
        command -> {
          boolean shown = command.version() <= version;
          if (shown) {
            delays.add(at - command.since());
          }
          return shown;
        });
    return delays;
  }

  /**
   * A command that was said at {@code since} is part of {@code version}: how long that took to come
   * here, if it has; else {@link #reached} tells it later. Negative if it had come before.
   */
  OptionalLong delay(long version, long since) {
    for (Block block : blocks) {
      if (block.version() >= version) {
        return OptionalLong.of(block.at() - since);
      }
    }
    if (pending.size() < PENDING) {
      pending.add(new Pending(version, since));
    }
    return OptionalLong.empty();
  }
}
