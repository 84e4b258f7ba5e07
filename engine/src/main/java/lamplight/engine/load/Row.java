package lamplight.engine.load;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A word of a closed vocabulary: a condition, an effect, a hook.
 *
 * @param makes what its reader can make of it; so that a test can tell that nothing is without a
 *     word
 */
record Row<T>(String name, Set<?> makes, Form<T> form) {

  static <T> Row<T> of(String name, Form<? extends T> form, Class<?>... makes) {
    return new Row<>(name, Set.of(makes), form.map(value -> (T) value));
  }

  /** The words of a table. */
  static List<String> names(List<? extends Row<?>> rows) {
    return rows.stream().map(Row::name).toList();
  }

  /** Reads the row that a key names, and remembers where; reports a key that names none. */
  static <T> Forms.EntryReader<T> reader(String what, List<Row<T>> rows) {
    return (entry, reading) -> {
      for (Row<T> row : rows) {
        if (row.name().equals(entry.key())) {
          Optional<T> made = row.form().read(entry.value(), reading);
          made.ifPresent(value -> reading.marks().put(value, entry));
          return made;
        }
      }
      reading.error(
          entry.mark(),
          "\"" + entry.key() + "\" is no " + what,
          Nearest.hint(entry.key(), names(rows)));
      return Optional.empty();
    };
  }
}
