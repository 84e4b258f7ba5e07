package lamplight.engine.sync;

import java.util.List;
import java.util.Optional;

/** What a server says about state: all of it, what changed, or what its hash should be. */
public sealed interface Block {

  /** What to do with each kind, for whoever must tell them apart. */
  interface Cases<R> {
    R snapshot(Snapshot block);

    R delta(Delta block);

    R check(Check block);
  }

  /** Does what {@code cases} says for this kind. */
  <R> R match(Cases<R> cases);

  /** The version that a replica is at once it has this. */
  long version();

  /** The hash of the view at that version. */
  StateHash hash();

  /** What becomes of a replica that receives this. */
  ClientState.Applied applyTo(ClientState state);

  /** All entries: replaces the replica. */
  record Snapshot(long version, StateHash hash, List<Entry> entries) implements Block {
    public Snapshot {
      entries = List.copyOf(entries);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.snapshot(this);
    }

    @Override
    public ClientState.Applied applyTo(ClientState state) {
      return state.become(this, Optional.of(EntrySet.of(entries)));
    }
  }

  /** What became of some keys: applies to a replica at version {@code from} and to no other. */
  record Delta(long from, long version, List<Change> changes, StateHash hash) implements Block {
    public Delta {
      changes = List.copyOf(changes);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.delta(this);
    }

    @Override
    public ClientState.Applied applyTo(ClientState state) {
      return state.become(
          this, state.version() == from ? changed(state.entries()) : Optional.empty());
    }

    private Optional<EntrySet> changed(EntrySet entries) {
      Optional<EntrySet> changed = Optional.of(entries);
      for (Change change : changes) {
        changed = changed.flatMap(change::applyTo);
      }
      return changed;
    }
  }

  /** Says what an idle replica should be. */
  record Check(long version, StateHash hash) implements Block {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.check(this);
    }

    @Override
    public ClientState.Applied applyTo(ClientState state) {
      return state.verify(new Position(version, hash));
    }
  }
}
