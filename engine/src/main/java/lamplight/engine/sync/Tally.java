package lamplight.engine.sync;

/**
 * Counts the work of a session's state lane, for tests that prove that work was not done. What
 * leaves a server is counted where it leaves.
 */
public final class Tally {

  private long patches;
  private long changes;
  private long blocks;

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

  Patch made(Patch patch) {
    patches++;
    changes += patch.changes().size();
    return patch;
  }

  Block sent(Block block) {
    blocks++;
    return block;
  }
}
