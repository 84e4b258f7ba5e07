package lamplight.engine.load;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a value is written, and its reader.
 *
 * @param reader gives nothing where it has reported a problem
 */
record Form<T>(Shape shape, Reader<T> reader) {

  /** Reads a value, or reports what is wrong with it. */
  interface Reader<T> {
    Optional<T> read(Node node, Reading reading);
  }

  Optional<T> read(Node node, Reading reading) {
    return reader.read(node, reading);
  }

  <U> Form<U> map(Function<? super T, ? extends U> to) {
    return new Form<>(shape, (node, reading) -> read(node, reading).map(to));
  }

  /** What this form's value means in the world that is read. */
  <U> Form<U> with(BiFunction<? super T, Reading, ? extends U> to) {
    return new Form<>(
        shape, (node, reading) -> read(node, reading).map(value -> to.apply(value, reading)));
  }

  /** This form's value where it is a key that can be left out. */
  Form<Optional<T>> optional() {
    return map(Optional::of);
  }
}
