package lamplight.engine.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The server's side of one client's state lane: what the client has, and what it is to be sent
 * next.
 *
 * <p>The idea: nothing is ever queued for a client. The link remembers the view that the client
 * holds after the last block, and makes the next block of that view and the newest one when the
 * pace and the client allow. So a busy table is gathered into few blocks, and a client that was
 * away costs no memory.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>{@code sent} and {@code held} are what the client has once it has read all that was sent.
 *   <li>A delta's {@code from} is the version of the block before it, or the one that the client
 *       named in a request.
 *   <li>After {@value #UNACKNOWLEDGED} deltas without an ACK comes a snapshot, so that a client
 *       that never acknowledges repairs itself.
 * </ul>
 *
 * <p>The caller asks {@link #next} after each step, whenever the client can take more, and at
 * {@link #nextWake}; it does not ask while the client's buffer is full.
 */
public final class ServerLink {

  /** Time between blocks that can be kept up; changes in between are gathered. */
  public static final long INTERVAL_MILLIS = 100;

  /** Blocks that may come at once after a quiet spell. */
  public static final int BURST = 3;

  /** Deltas in a row without an ACK; the next block is a snapshot. */
  public static final int UNACKNOWLEDGED = 10;

  /** Time without a block; then a CHECK is due. */
  public static final long CHECK_MILLIS = 10_000;

  private final History history;
  private final TokenBucket pace = new TokenBucket(INTERVAL_MILLIS, BURST);
  private final Deque<Long> unacknowledged = new ArrayDeque<>();
  private long sent;
  private EntrySet held = EntrySet.EMPTY;
  private long snapshotAt;
  private long lastSaid;
  private Due due = Due.SNAPSHOT;

  /** Why a block is owed that changes alone would not cause. */
  private enum Due {
    NOTHING,
    /**
     * The client said where it is: a merged delta, even an empty one, unless a snapshot is smaller.
     */
    CATCH_UP,
    SNAPSHOT
  }

  /** A client that has nothing yet. */
  public ServerLink(History history, long now) {
    this.history = history;
    this.lastSaid = now;
  }

  /** The client says where it is and wants to be brought up to date (SYNC_REQUEST, RESUME). */
  public void request(Position position) {
    Optional<EntrySet> known = history.heldBy(position);
    if (known.isPresent()) {
      sent = position.version();
      held = known.get();
      due = Due.CATCH_UP;
    } else {
      due = Due.SNAPSHOT;
    }
  }

  /**
   * The client says what it has after a block (ACK). What was on its way before the last snapshot
   * does not count any more.
   */
  public void acknowledge(Position position) {
    if (position.version() < snapshotAt) {
      return;
    }
    if (history.heldBy(position).isPresent()) {
      unacknowledged.removeIf(version -> version <= position.version());
    } else {
      due = Due.SNAPSHOT;
    }
  }

  /** Changes were gathered for long: the next block is a delta or a snapshot, the smaller one. */
  public void gathered() {
    if (due == Due.NOTHING && !held.equals(history.view())) {
      due = Due.CATCH_UP;
    }
  }

  /** Whether the client has been sent all there is. */
  public boolean upToDate() {
    return due == Due.NOTHING && held.equals(history.view());
  }

  /** What to send now, if anything. */
  public Optional<Block> next(long now) {
    if (upToDate()) {
      return now < lastSaid + CHECK_MILLIS ? Optional.empty() : Optional.of(check(now));
    }
    return pace.take(now) ? Optional.of(block(now)) : Optional.empty();
  }

  /** When {@link #next} is worth asking again, if nothing happens before. */
  public long nextWake() {
    return upToDate() ? lastSaid + CHECK_MILLIS : pace.nextAt();
  }

  private Block check(long now) {
    lastSaid = now;
    return new Block.Check(sent, held.hash());
  }

  private Block block(long now) {
    Block block = due == Due.SNAPSHOT ? snapshot() : delta();
    due = Due.NOTHING;
    sent = block.version();
    held = history.view();
    lastSaid = now;
    return block;
  }

  private Block snapshot() {
    unacknowledged.clear();
    snapshotAt = history.version();
    return new Block.Snapshot(
        history.version(), history.view().hash(), history.view().stream().toList());
  }

  private Block delta() {
    List<Change> changes = Differ.between(held, history.view());
    boolean tooLarge = due == Due.CATCH_UP && bytes(changes) > history.view().bytes();
    if (tooLarge || unacknowledged.size() >= UNACKNOWLEDGED) {
      return snapshot();
    }
    unacknowledged.add(history.version());
    return new Block.Delta(sent, history.version(), changes, history.view().hash());
  }

  private static int bytes(List<Change> changes) {
    return changes.stream().mapToInt(change -> change.line().length() + 1).sum();
  }
}
