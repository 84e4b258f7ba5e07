package lamplight.engine.sync;

import java.util.Comparator;

/** What an entry is about; a set holds one entry a key. Ordered by kind, then id. */
public record Key(String kind, String id) implements Comparable<Key> {

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::kind).thenComparing(Key::id);

  @Override
  public int compareTo(Key other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return Fields.encode(kind) + ":" + Fields.encode(id);
  }
}
