package lamplight.engine.store;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.StateHash;
import org.jspecify.annotations.Nullable;

/**
 * What became of entries: gathers those that are put and the keys that are gone, and keeps the hash
 * of the whole.
 */
public final class Changes {
  private final List<Entry> puts = new ArrayList<>();
  private final List<Key> gone = new ArrayList<>();
  private StateHash hash;

  /**
   * @param hash of all entries before
   */
  public Changes(StateHash hash) {
    this.hash = hash;
  }

  /** An entry is there that was not, or another one in place of {@code old}. */
  public void put(@Nullable Entry old, Entry fresh) {
    if (old != null) {
      if (old.equals(fresh)) {
        return;
      }
      hash = hash.minus(old);
    }
    hash = hash.plus(fresh);
    puts.add(fresh);
  }

  public void gone(Entry old) {
    hash = hash.minus(old);
    gone.add(old.key());
  }

  public boolean isEmpty() {
    return puts.isEmpty() && gone.isEmpty();
  }

  public List<Entry> puts() {
    return puts;
  }

  public List<Key> gone() {
    return gone;
  }

  /** Of all entries after the changes. */
  public StateHash hash() {
    return hash;
  }
}
