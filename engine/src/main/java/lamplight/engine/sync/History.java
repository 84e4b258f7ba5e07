package lamplight.engine.sync;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one viewer could see at each of the last versions.
 *
 * <p>Only versions at which the view changed are kept; between two of them it was as at the
 * earlier. The sets share all that did not change, so a version costs what changed in it.
 */
public final class History {

  /** Changed views that are kept; a replica from before them gets a snapshot. */
  public static final int VERSIONS = 128;

  private final NavigableMap<Long, EntrySet> views = new TreeMap<>();
  private long version;
  private EntrySet view;

  /** A history that begins with this view. */
  public History(long version, EntrySet view) {
    this.version = version;
    this.view = view;
    views.put(version, view);
  }

  /**
   * The view at a later version.
   *
   * @throws IllegalArgumentException if {@code version} is not later
   */
  public void add(long version, EntrySet next) {
    if (version <= this.version) {
      throw new IllegalArgumentException("version " + version + " after " + this.version);
    }
    this.version = version;
    EntrySet changed = view;
    for (Change change : Differ.between(view, next)) {
      changed = change.applyTo(changed).orElseThrow();
    }
    if (!changed.equals(view)) {
      view = changed;
      views.put(version, changed);
      if (views.size() > VERSIONS) {
        views.pollFirstEntry();
      }
    }
  }

  public long version() {
    return version;
  }

  public EntrySet view() {
    return view;
  }

  /** The view at {@code version}; empty if that is not kept any more, or not yet. */
  public Optional<EntrySet> at(long version) {
    return version > this.version
        ? Optional.empty()
        : Optional.ofNullable(views.floorEntry(version)).map(Map.Entry::getValue);
  }

  /** The view that a replica holds; empty if its hash is not what the view had then. */
  Optional<EntrySet> heldBy(Position position) {
    return at(position.version()).filter(view -> view.hash().equals(position.hash()));
  }
}
