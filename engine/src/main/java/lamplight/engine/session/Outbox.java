package lamplight.engine.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the turns of a session came to, in order, until it may leave: when the urgent records up to
 * that turn are durable. Not for several threads.
 */
public final class Outbox<T> {

  /** Something that waits for a record. */
  private record Held<T>(long sequence, T what) {}

  private final Deque<Held<T>> held = new ArrayDeque<>();
  private long durable;

  /**
   * A turn's outcome.
   *
   * @param record what the turn gave the journal
   * @return what may leave now: that, or nothing yet
   */
  public List<T> put(Optional<Output.Commit> record, T what) {
    long before = held.isEmpty() ? durable : held.getLast().sequence();
    long needs =
        record
            .filter(Output.Commit::urgent)
            .map(commit -> commit.record().sequence())
            .orElse(before);
    if (needs <= durable) {
      return List.of(what);
    }
    held.add(new Held<>(needs, what));
    return List.of();
  }

  /** All records up to a number are durable: what may leave now, in order. */
  public List<T> durable(long sequence) {
    durable = Math.max(durable, sequence);
    List<T> free = new ArrayList<>();
    while (!held.isEmpty() && held.getFirst().sequence() <= durable) {
      free.add(held.remove().what());
    }
    return free;
  }

  /** What waits and will never leave: its records could not be written. */
  public List<T> drop() {
    List<T> lost = held.stream().map(Held::what).toList();
    held.clear();
    return lost;
  }

  public boolean isEmpty() {
    return held.isEmpty();
  }
}
