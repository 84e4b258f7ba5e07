package lamplight.engine.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries that a group of viewers shares: what the party knows, what can be perceived in a room,
 * what is one player's own.
 *
 * <p>It remembers what they were at each of the last {@value #VERSIONS} versions that changed them.
 * What is new since then costs as much as what changed, however large the scope is, and is worked
 * out once for all who ask.
 */
public final class Scope {

  /** Changes that are kept; a replica from before them gets a snapshot. */
  public static final int VERSIONS = 128;

  private final Deque<Edition> editions = new ArrayDeque<>();

  /** Those that have patches, which hold until the next change. */
  private final List<Edition> asked = new ArrayList<>();

  private final Tally tally;
  private Edition newest;

  /** How many viewers have this scope just now. */
  private int viewers;

  /** A scope that begins with these entries. */
  public Scope(long version, EntrySet entries, Tally tally) {
    this.tally = tally;
    this.newest = new Edition(this, version, entries);
    editions.add(newest);
  }

  /** The entries from one version to the next. */
  static final class Edition {
    private final Scope scope;
    private final long version;
    private final EntrySet entries;

    /** What became of these entries until now, and all of them, if somebody asked. */
    private @Nullable Patch since;

    private @Nullable Patch all;

    private Edition(Scope scope, long version, EntrySet entries) {
      this.scope = scope;
      this.version = version;
      this.entries = entries;
    }

    Scope scope() {
      return scope;
    }

    EntrySet entries() {
      return entries;
    }

    /** What became of these entries until now. */
    Patch sinceThen() {
      if (scope.newest.version == version) {
        return Patch.EMPTY;
      }
      Patch made = since;
      if (made == null) {
        made = scope.made(this, Patch.of(Differ.between(entries, scope.newest.entries)));
        since = made;
      }
      return made;
    }

    /** All entries. */
    Patch all() {
      Patch made = all;
      if (made == null) {
        made = scope.made(this, Patch.all(entries));
        all = made;
      }
      return made;
    }

    private void forgetPatches() {
      since = null;
      all = null;
    }
  }

  private Patch made(Edition edition, Patch patch) {
    asked.add(edition);
    return tally.made(patch);
  }

  /** The entries as they are now. */
  public EntrySet entries() {
    return newest.entries;
  }

  Edition newest() {
    return newest;
  }

  /**
   * The entries are others at a later version; true if that changed anything.
   *
   * @throws IllegalArgumentException if {@code version} is not later than the last change
   */
  public boolean become(long version, EntrySet next) {
    if (next.is(newest.entries) || next.equals(newest.entries)) {
      return false;
    }
    if (version <= newest.version) {
      throw new IllegalArgumentException("version " + version + " after " + newest.version);
    }
    asked.forEach(Edition::forgetPatches);
    asked.clear();
    newest = new Edition(this, version, next);
    editions.add(newest);
    if (editions.size() > VERSIONS) {
      editions.remove();
    }
    return true;
  }

  /** What they were at {@code version}; empty if that is not kept any more. */
  Optional<Edition> at(long version) {
    for (Iterator<Edition> back = editions.descendingIterator(); back.hasNext(); ) {
      Edition edition = back.next();
      if (edition.version <= version) {
        return Optional.of(edition);
      }
    }
    return Optional.empty();
  }

  void enter() {
    viewers++;
  }

  void leave() {
    viewers--;
  }

  boolean isDeserted() {
    return viewers == 0;
  }
}
