package lamplight.engine.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of a section's keys.
 *
 * @param name what the section is, for a sentence: "an exit"
 */
record Keys(String name, List<Key<?>> rows) {
  private static final String AFTER_COMMA =
      "within { } a comma ends a text; put quotes around the whole text";

  Keys {
    rows = List.copyOf(rows);
  }

  static Keys of(String name, Key<?>... rows) {
    return new Keys(name, List.of(rows));
  }

  /** These keys and more. */
  Keys and(String newName, Key<?>... more) {
    List<Key<?>> all = new ArrayList<>(rows);
    all.addAll(List.of(more));
    return new Keys(newName, all);
  }

  /** These keys without some. */
  Keys without(String newName, Key<?>... fewer) {
    List<Key<?>> left = new ArrayList<>(rows);
    left.removeAll(List.of(fewer));
    return new Keys(newName, left);
  }

  Shape shape() {
    return new Shape.Table(
        name,
        false,
        () ->
            rows.stream()
                .map(key -> new Shape.Column(key.name(), key.form().shape(), key.required()))
                .toList());
  }

  List<String> names() {
    return rows.stream().map(Key::name).toList();
  }

  /** A form whose value is made from the section's fields. */
  <T> Form<T> form(Maker<T> maker) {
    return new Form<>(
        shape(), (node, reading) -> read(node, reading).flatMap(f -> maker.make(f, reading)));
  }

  /** Makes a value from fields. */
  interface Maker<T> {
    Optional<T> make(Fields fields, Reading reading);
  }

  /** In {@code {say: Wet, and dark}} YAML takes what follows the comma for a key of its own. */
  private static boolean isRestOfText(Node.Entry entry) {
    return entry.key().contains(" ")
        && entry.value() instanceof Node.Scalar value
        && value.isNothing();
  }

  /** Reads all keys of a section; unknown and missing ones are reported. */
  Optional<Fields> read(Node node, Reading reading) {
    if (!(node instanceof Node.Mapping mapping)) {
      return reading.wrong(node, shape());
    }
    for (Node.Entry entry : mapping.entries()) {
      if (!names().contains(entry.key())) {
        reading.error(
            entry.mark(),
            name + " has no key \"" + entry.key() + "\"",
            isRestOfText(entry) ? AFTER_COMMA : Nearest.hint(entry.key(), names()));
      }
    }
    Map<String, Object> values = new HashMap<>();
    Map<String, Mark> marks = new HashMap<>();
    for (Key<?> key : rows) {
      Optional<Node.Entry> entry = mapping.entry(key.name());
      if (entry.isPresent()) {
        marks.put(key.name(), entry.get().mark());
        key.form()
            .read(entry.get().value(), reading)
            .ifPresent(value -> values.put(key.name(), value));
      } else if (key.required()) {
        reading.error(
            mapping.mark(),
            name + " needs the key \"" + key.name() + "\"",
            "give it " + key.form().shape().words());
      }
    }
    return Optional.of(new Fields(mapping.mark(), values, marks));
  }
}
