package lamplight.engine.sync;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes of different keys that all who need them get alike; their order means nothing. It is made
 * once for a scope and put on the wire as it is for each of its viewers, so its bytes are worked
 * out once too.
 */
public final class Patch {

  public static final Patch EMPTY = new Patch(List.of());

  private static final Comparator<Change> BY_KEY = Comparator.comparing(Change::key);

  private final List<Change> changes;
  private volatile byte @Nullable [] text;
  private volatile @Nullable Form form;

  private Patch(List<Change> changes) {
    this.changes = List.copyOf(changes);
  }

  public static Patch of(List<Change> changes) {
    return changes.isEmpty() ? EMPTY : new Patch(changes);
  }

  /** The changes that make {@code entries} of nothing. */
  static Patch all(EntrySet entries) {
    return of(entries.stream().<Change>map(Change.Put::new).toList());
  }

  /** Another form that a patch was put into: what it is, only its maker knows. */
  public interface Form {}

  public List<Change> changes() {
    return changes;
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Length of its lines on the wire. */
  int bytes() {
    return text().length;
  }

  /** Its lines in UTF-8, each with its LF, in the order of their keys: not to be changed. */
  public byte[] text() {
    byte[] made = text;
    if (made == null) {
      ByteArrayOutputStream lines = new ByteArrayOutputStream(32 * changes.size());
      for (Change change : sorted()) {
        lines.writeBytes(change.utf8());
      }
      made = lines.toByteArray();
      text = made;
    }
    return made;
  }

  private List<Change> sorted() {
    List<Change> sorted = new ArrayList<>(changes);
    sorted.sort(BY_KEY);
    return sorted;
  }

  /** Its other form, made by {@code maker} when somebody needs it first. */
  public Form form(Function<List<Change>, Form> maker) {
    Form made = form;
    if (made == null) {
      made = maker.apply(changes);
      form = made;
    }
    return made;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Patch patch && sorted().equals(patch.sorted());
  }

  @Override
  public int hashCode() {
    return sorted().hashCode();
  }

  @Override
  public String toString() {
    return changes.toString();
  }
}
