package lamplight.engine.sync;

/**
 * Counts the work of a session's state lane and what it sent, for the stats that a server shows and
 * for tests that prove that work was not done.
 */
public final class Tally {

  private long patches;
  private long changes;
  private long blocks;
  private long snapshots;
  private long deltas;

  /** Patches that were worked out. */
  public long patches() {
    return patches;
  }

  /** Changes in those patches. */
  public long changes() {
    return changes;
  }

  /** Blocks that were sent: snapshots, deltas and checks. */
  public long blocks() {
    return blocks;
  }

  public long snapshots() {
    return snapshots;
  }

  public long deltas() {
    return deltas;
  }

  Patch made(Patch patch) {
    patches++;
    changes += patch.changes().size();
    return patch;
  }

  Block sent(Block block) {
    blocks++;
    if (block instanceof Block.Snapshot) {
      snapshots++;
    } else if (block instanceof Block.Delta) {
      deltas++;
    }
    return block;
  }
}
