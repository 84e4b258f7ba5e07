package lamplight.engine.sync;

import java.util.List;

/** What a server says about state: all of it, what changed, or what its hash should be. */
public sealed interface Block {

  /** The version that a replica is at once it has this. */
  long version();

  /** The hash of the view at that version. */
  StateHash hash();

  /** All entries: replaces the replica. */
  record Snapshot(long version, StateHash hash, List<Entry> entries) implements Block {
    public Snapshot {
      entries = List.copyOf(entries);
    }
  }

  /** What became of some keys: applies to a replica at version {@code from} and to no other. */
  record Delta(long from, long version, List<Change> changes, StateHash hash) implements Block {
    public Delta {
      changes = List.copyOf(changes);
    }
  }

  /** Says what an idle replica should be. */
  record Check(long version, StateHash hash) implements Block {}
}
