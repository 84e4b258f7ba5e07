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

  /** What it consists of, besides its header. */
  List<Patch> patches();

  /** What becomes of a replica that receives this. */
  ClientState.Applied applyTo(ClientState state);

  /** All entries: replaces the replica. */
  record Snapshot(long version, StateHash hash, List<Patch> patches) implements Block {
    public Snapshot {
      patches = List.copyOf(patches);
    }

    /** Of these entries. */
    public static Snapshot of(long version, StateHash hash, EntrySet entries) {
      return new Snapshot(version, hash, List.of(Patch.all(entries)));
    }

    /** All changes of its patches. */
    public List<Change> changes() {
      return flat(patches);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.snapshot(this);
    }

    @Override
    public ClientState.Applied applyTo(ClientState state) {
      return state.become(this, changed(EntrySet.EMPTY, patches));
    }
  }

  /** What became of some keys: applies to a replica at version {@code from} and to no other. */
  record Delta(long from, long version, List<Patch> patches, StateHash hash) implements Block {
    public Delta {
      patches = List.copyOf(patches);
    }

    /** Of these changes. */
    public static Delta of(long from, long version, List<Change> changes, StateHash hash) {
      return new Delta(from, version, List.of(Patch.of(changes)), hash);
    }

    /** All changes of its patches. */
    public List<Change> changes() {
      return flat(patches);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.delta(this);
    }

    @Override
    public ClientState.Applied applyTo(ClientState state) {
      return state.become(
          this, state.version() == from ? changed(state.entries(), patches) : Optional.empty());
    }
  }

  /** Says what an idle replica should be. */
  record Check(long version, StateHash hash) implements Block {
    @Override
    public List<Patch> patches() {
      return List.of();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.check(this);
    }

    @Override
    public ClientState.Applied applyTo(ClientState state) {
      return state.verify(new Position(version, hash));
    }
  }

  private static List<Change> flat(List<Patch> patches) {
    return patches.stream().flatMap(patch -> patch.changes().stream()).toList();
  }

  /** {@code entries} after all patches; empty if a change does not fit. */
  private static Optional<EntrySet> changed(EntrySet entries, List<Patch> patches) {
    EntrySet made = entries;
    for (Patch patch : patches) {
      for (Change change : patch.changes()) {
        Optional<EntrySet> next = change.applyTo(made);
        if (next.isEmpty()) {
          return next;
        }
        made = next.get();
      }
    }
    return Optional.of(made);
  }
}
