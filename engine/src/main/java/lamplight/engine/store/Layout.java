package lamplight.engine.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lamplight.engine.sync.Entry;
import org.jspecify.annotations.Nullable;

/**
 * How a record is written as an entry: {@code name=value} for each component that differs from what
 * it usually is, and entries of their own for the components that are tables. So an entry is short,
 * the order of components does not matter, and what an older program wrote is read with the usual
 * values for what it did not know.
 */
public final class Layout<S> {

  /**
   * One component.
   *
   * @param name in the entry, without {@code =}; once used, never used for anything else
   * @param usual is not written, and stands for what is not there
   */
  public record Row<S, T>(String name, Function<S, T> get, Form<T> form, T usual) {
    private void write(S value, List<String> fields) {
      T component = get.apply(value);
      if (!component.equals(usual)) {
        fields.add(name + "=" + form.write().apply(component));
      }
    }

    private boolean isSame(S one, S other) {
      return get.apply(one).equals(get.apply(other));
    }
  }

  /** What there is to make a record of. */
  public static final class Written {
    private final Map<String, String> values = new HashMap<>();
    private final String key;
    private final String owner;
    private final Entries entries;

    private Written(List<String> fields, String key, String owner, Entries entries) {
      for (String field : fields) {
        int equals = field.indexOf('=');
        if (equals < 0) {
          throw new IllegalArgumentException("a field is name=value, not: " + field);
        }
        values.put(field.substring(0, equals), field.substring(equals + 1));
      }
      this.key = key;
      this.owner = owner;
      this.entries = entries;
    }

    /** What the record is found by. */
    public String key() {
      return key;
    }

    /** A component that is a field. */
    public <T> T get(Row<?, T> row) {
      @Nullable String written = values.get(row.name());
      return written == null ? row.usual() : row.form().read().apply(written);
    }

    /** A component that is a table. */
    public <T> T get(Table<?, T> table) {
      return table.read(owner, entries);
    }
  }

  private final List<Row<S, ?>> rows;
  private final List<Table<S, ?>> tables;
  private final Function<Written, S> make;

  /**
   * @param make makes the record of its components
   */
  public Layout(List<Row<S, ?>> rows, List<Table<S, ?>> tables, Function<Written, S> make) {
    this.rows = List.copyOf(rows);
    this.tables = List.copyOf(tables);
    this.make = make;
  }

  /** A record without tables. */
  public Layout(List<Row<S, ?>> rows, Function<Written, S> make) {
    this(rows, List.of(), make);
  }

  public static <S, T> Row<S, T> row(String name, Function<S, T> get, Form<T> form, T usual) {
    return new Row<>(name, get, form, usual);
  }

  List<String> fields(S value) {
    List<String> fields = new ArrayList<>();
    rows.forEach(row -> row.write(value, fields));
    return fields;
  }

  /** The record's own entry. */
  public Entry entry(String kind, String id, S value) {
    return Entry.of(kind, id, fields(value).toArray(String[]::new));
  }

  /**
   * The record that was written.
   *
   * @param key what it is found by
   * @param owner what the ids of its tables' entries begin with
   * @throws IllegalArgumentException if a value is none that could have been written
   */
  S read(List<String> fields, String key, String owner, Entries entries) {
    return make.apply(new Written(fields, key, owner, entries));
  }

  /** The record of its own entry, which has no tables. */
  public S read(Entry entry) {
    return read(entry.fields(), entry.id(), "", Entries.NONE);
  }

  /** The record, which has no tables, as a value within another's field. */
  public Form<S> form() {
    return Form.PARTS.as(this::fields, fields -> read(fields, "", "", Entries.NONE));
  }

  /**
   * Says what became of a record's own entry, and of its tables. Nearly always little or nothing
   * has, so nothing is written before that is known.
   *
   * @param owner what the ids of its tables' entries begin with
   * @param before null: it was not there
   * @param after null: it is not there any more
   */
  @SuppressWarnings("ReferenceEquality") // what is the same object need not be looked into
  void compare(
      String kind, String id, String owner, @Nullable S before, @Nullable S after, Changes out) {
    if (before == after) {
      return;
    } else if (before == null) {
      if (after != null) {
        out.put(null, entry(kind, id, after));
      }
    } else if (after == null) {
      out.gone(entry(kind, id, before));
    } else if (!isSame(before, after)) {
      out.put(entry(kind, id, before), entry(kind, id, after));
    }
    for (Table<S, ?> table : tables) {
      table.compare(owner, before, after, out);
    }
  }

  private boolean isSame(S one, S other) {
    for (Row<S, ?> row : rows) {
      if (!row.isSame(one, other)) {
        return false;
      }
    }
    return true;
  }
}
