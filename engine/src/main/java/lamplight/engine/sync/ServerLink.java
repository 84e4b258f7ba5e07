package lamplight.engine.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

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
 * <p>To somebody in this process nothing gets lost: such a link sends no checks, and waits for no
 * ACK.
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

  /** Time of one answer to a SYNC_REQUEST or a wrong hash; more requests wait for it together. */
  public static final long RESYNC_MILLIS = 500;

  /** Such answers at once after a quiet spell. */
  public static final int RESYNC_BURST = 5;

  private final History history;
  private final boolean lossless;
  private final Pace pace = new Pace(INTERVAL_MILLIS, BURST);
  private final Pace resyncs = new Pace(RESYNC_MILLIS, RESYNC_BURST);
  private final Deque<Sent> unacknowledged = new ArrayDeque<>();
  private long sent;
  private @Nullable View held;
  private Sent snapshot = new Sent(0, StateHash.EMPTY, 0);

  /** Of the last block that was acknowledged; -1 before the first. */
  private long delay = -1;

  private long lastSaid;
  private Due due = Due.SNAPSHOT;

  /** Whether the client's own words are why a block is owed. */
  private boolean asked;

  /** A block that a client has not acknowledged, or had not, and when it was sent. */
  private record Sent(long version, StateHash hash, long at) {}

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
    this(history, now, false);
  }

  private ServerLink(History history, long now, boolean lossless) {
    this.history = history;
    this.lastSaid = now;
    this.lossless = lossless;
  }

  /** Somebody in this process, who has nothing yet. */
  public static ServerLink inProcess(History history, long now) {
    return new ServerLink(history, now, true);
  }

  /** The client says where it is and wants to be brought up to date (SYNC_REQUEST, RESUME). */
  public void request(Position position) {
    Optional<View> known = history.heldBy(position);
    if (known.isPresent()) {
      sent = position.version();
      held = known.get();
      due = Due.CATCH_UP;
    } else {
      due = Due.SNAPSHOT;
    }
    asked = true;
  }

  /**
   * The client says what it has after a block (ACK). What was on its way before the last snapshot
   * does not count any more.
   */
  public void acknowledge(Position position, long now) {
    if (position.version() < snapshot.version()) {
      return;
    }
    Sent block = sent(position.version());
    boolean right =
        block == null ? history.heldBy(position).isPresent() : block.hash().equals(position.hash());
    if (!right) {
      due = Due.SNAPSHOT;
      asked = true;
      return;
    }
    if (block != null) {
      delay = now - block.at();
    }
    while (!unacknowledged.isEmpty() && unacknowledged.getFirst().version() <= position.version()) {
      unacknowledged.removeFirst();
    }
  }

  /** The block that brought a client to a version; null if none did since the last snapshot. */
  private @Nullable Sent sent(long version) {
    if (snapshot.version() == version) {
      return snapshot;
    }
    for (Sent block : unacknowledged) {
      if (block.version() == version) {
        return block;
      }
    }
    return null;
  }

  /** Changes were gathered for long: the next block is a delta or a snapshot, the smaller one. */
  public void gathered() {
    if (due == Due.NOTHING && !isStill()) {
      due = Due.CATCH_UP;
    }
  }

  /** Whether the client has been sent all there is. */
  public boolean upToDate() {
    return due == Due.NOTHING && isStill();
  }

  /** Deltas that were sent and not acknowledged. */
  public int unacknowledged() {
    return unacknowledged.size();
  }

  /** Time from the last block that was acknowledged to its ACK; empty before the first. */
  public OptionalLong delayMillis() {
    return delay < 0 ? OptionalLong.empty() : OptionalLong.of(delay);
  }

  private boolean isStill() {
    return held != null && history.view().isSame(held);
  }

  /** What to send now, if anything. */
  public Optional<Block> next(long now) {
    if (upToDate()) {
      return lossless || now < lastSaid + CHECK_MILLIS ? Optional.empty() : Optional.of(check(now));
    }
    if (now < nextWake() || (asked && !resyncs.take(now)) || !pace.take(now)) {
      return Optional.empty();
    }
    return say(now);
  }

  /** What there is to send, whatever the pace: for text that tells of it and goes out now. */
  public Optional<Block> atOnce(long now) {
    return upToDate() ? Optional.empty() : say(now);
  }

  private Optional<Block> say(long now) {
    Optional<Block> block = block(now);
    if (block.isPresent()) {
      lastSaid = now;
    }
    return block.map(history.tally()::sent);
  }

  /** When {@link #next} is worth asking again, if nothing happens before. */
  public long nextWake() {
    if (upToDate()) {
      return lossless ? Long.MAX_VALUE : lastSaid + CHECK_MILLIS;
    }
    return asked ? Math.max(pace.nextAt(), resyncs.nextAt()) : pace.nextAt();
  }

  private Block check(long now) {
    lastSaid = now;
    StateHash hash = held == null ? StateHash.EMPTY : held.hash();
    return history.tally().sent(new Block.Check(sent, hash));
  }

  /** The next block; empty if what happened came to nothing for this client. */
  private Optional<Block> block(long now) {
    View view = history.view();
    Optional<Block> block =
        due == Due.SNAPSHOT || held == null
            ? Optional.of(snapshot(view, now))
            : delta(held, view, now);
    due = Due.NOTHING;
    asked = false;
    sent = block.map(Block::version).orElse(sent);
    held = view;
    return block;
  }

  private Block snapshot(View view, long now) {
    unacknowledged.clear();
    snapshot = new Sent(history.version(), view.hash(), now);
    return new Block.Snapshot(history.version(), snapshot.hash(), view.all());
  }

  private Optional<Block> delta(View before, View view, long now) {
    List<Patch> patches = view.since(before);
    if (patches.isEmpty() && due == Due.NOTHING) {
      return Optional.empty();
    }
    if (unacknowledged.size() >= UNACKNOWLEDGED || isTooLarge(patches, view)) {
      return Optional.of(snapshot(view, now));
    }
    Sent delta = new Sent(history.version(), view.hash(), now);
    if (!lossless) {
      unacknowledged.add(delta);
    }
    return Optional.of(new Block.Delta(sent, delta.version(), patches, delta.hash()));
  }

  /** Whether a client that catches up is better sent a snapshot. */
  private boolean isTooLarge(List<Patch> patches, View view) {
    return due == Due.CATCH_UP && patches.stream().mapToInt(Patch::bytes).sum() > view.bytes();
  }
}
