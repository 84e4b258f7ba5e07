package lamplight.engine.sync;

/** What an entry is about; a set holds one entry a key. Ordered by kind, then id. */
public final class Key extends Keeper implements Comparable<Key> {

  private final String kind;
  private final String id;
  private final int hash;

  public Key(String kind, String id) {
    this.kind = kind;
    this.id = id;
    this.hash = 31 * kind.hashCode() + id.hashCode();
  }

  public String kind() {
    return kind;
  }

  public String id() {
    return id;
  }

  @Override
  public int compareTo(Key other) {
    int kinds = kind.equals(other.kind) ? 0 : kind.compareTo(other.kind);
    return kinds != 0 ? kinds : id.compareTo(other.id);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Key key
            && hash == key.hash
            && id.equals(key.id)
            && kind.equals(key.kind));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Fields.encode(kind) + ":" + Fields.encode(id);
  }
}
