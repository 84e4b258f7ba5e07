package lamplight.engine.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The forms that values of all kinds are built from. */
final class Forms {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

  /** Words as they stand. */
  static final Form<String> STRING = scalar(new Shape.Value("a text"), Node.Scalar::text);

  static final Form<Boolean> TRUTH =
      new Form<>(
          new Shape.Truth(),
          (node, reading) -> {
            if (node instanceof Node.Scalar scalar
                && scalar.plain()
                && (scalar.text().equals("true") || scalar.text().equals("false"))) {
              return Optional.of(scalar.text().equals("true"));
            }
            return reading.wrong(node, new Shape.Truth());
          });

  private Forms() {}

  /** One value that is not a list, not a map, and not nothing. */
  static <T> Form<T> scalar(Shape shape, Function<Node.Scalar, T> reader) {
    return new Form<>(
        shape,
        (node, reading) ->
            node instanceof Node.Scalar scalar && !scalar.isNothing()
                ? Optional.of(reader.apply(scalar))
                : reading.wrong(node, shape));
  }

  /** One value that may be wrong in a way of its own. */
  static <T> Form<T> word(Shape shape, Form.Reader<T> reader) {
    return new Form<>(
        shape,
        (node, reading) ->
            node instanceof Node.Scalar scalar && !scalar.isNothing()
                ? reader.read(scalar, reading)
                : reading.wrong(node, shape));
  }

  /** A whole number. */
  static Form<Integer> number(int min, int max) {
    Shape shape = new Shape.Whole(min, max);
    return new Form<>(
        shape,
        (node, reading) -> {
          if (node instanceof Node.Scalar scalar && WHOLE.matcher(scalar.text()).matches()) {
            int number = Integer.parseInt(scalar.text());
            if (number >= min && number <= max) {
              return Optional.of(number);
            }
          }
          return reading.wrong(node, shape);
        });
  }

  /** One of some words. */
  static <T> Form<T> oneOf(Map<String, T> choices) {
    Map<String, T> ordered = new LinkedHashMap<>(choices);
    Shape shape = new Shape.OneOf(List.copyOf(ordered.keySet()));
    return word(
        shape,
        (node, reading) -> {
          String word = ((Node.Scalar) node).text();
          T found = ordered.get(word);
          if (found == null) {
            reading.error(
                node.mark(),
                "\"" + word + "\" is not known here",
                Nearest.hint(word, ordered.keySet()));
          }
          return Optional.ofNullable(found);
        });
  }

  /** One of the constants, in lower case. */
  static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
    Map<String, E> choices = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      choices.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    return oneOf(choices);
  }

  static <T> Form<List<T>> listOf(Form<T> item) {
    Shape shape = new Shape.ListOf(item.shape());
    return new Form<>(
        shape,
        (node, reading) ->
            node instanceof Node.Listing listing
                ? Optional.of(each(listing, item, reading))
                : reading.wrong(node, shape));
  }

  static <T> Form<List<T>> oneOrMany(Form<T> item) {
    return new Form<>(
        new Shape.OneOrMany(item.shape()),
        (node, reading) ->
            node instanceof Node.Listing listing
                ? Optional.of(each(listing, item, reading))
                : item.read(node, reading).map(List::of));
  }

  private static <T> List<T> each(Node.Listing listing, Form<T> item, Reading reading) {
    List<T> values = new ArrayList<>();
    listing.items().forEach(node -> item.read(node, reading).ifPresent(values::add));
    return List.copyOf(values);
  }

  /** Values by key, in the author's order. */
  static <K, V> Form<Map<K, V>> mapOf(Form<K> key, Form<V> value) {
    return entries(new Shape.MapOf(key.shape(), value.shape()), entryOf(key, value))
        .map(
            entries -> {
              Map<K, V> map = new LinkedHashMap<>();
              entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
              return map;
            });
  }

  private static <K, V> EntryReader<Map.Entry<K, V>> entryOf(Form<K> key, Form<V> value) {
    return (entry, reading) -> {
      Optional<K> name = key.read(entry.name(), reading);
      Optional<V> read = value.read(entry.value(), reading);
      return name.flatMap(k -> read.map(v -> Map.entry(k, v)));
    };
  }

  /** Reads one key with its value. */
  interface EntryReader<T> {
    Optional<T> read(Node.Entry entry, Reading reading);
  }

  /** What the entries of a map give, in order. */
  static <T> Form<List<T>> entries(Shape shape, EntryReader<T> reader) {
    return new Form<>(
        shape,
        (node, reading) -> {
          if (!(node instanceof Node.Mapping mapping)) {
            return reading.wrong(node, shape);
          }
          List<T> values = new ArrayList<>();
          mapping.entries().forEach(entry -> reader.read(entry, reading).ifPresent(values::add));
          return Optional.of(List.copyOf(values));
        });
  }

  /** Written as a map in one form, and as anything else in the other. */
  static <T> Form<T> mapOr(Form<T> map, Form<T> other) {
    return new Form<>(
        new Shape.Either(other.shape(), map.shape()),
        (node, reading) ->
            node instanceof Node.Mapping ? map.read(node, reading) : other.read(node, reading));
  }
}
