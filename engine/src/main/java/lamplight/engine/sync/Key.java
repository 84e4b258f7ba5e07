package lamplight.engine.sync;

/** What an entry is about; a set holds one entry a key. Ordered by kind, then id. */
public record Key(String kind, String id) implements Comparable<Key> {

  @Override
  public int compareTo(Key other) {
    int kinds = kind.equals(other.kind) ? 0 : kind.compareTo(other.kind);
    return kinds != 0 ? kinds : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return Fields.encode(kind) + ":" + Fields.encode(id);
  }
}
