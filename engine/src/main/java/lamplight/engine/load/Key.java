package lamplight.engine.load;

import java.util.Optional;

/**
 * A key of a section: a row of its table.
 *
 * @param fallback the value where the key is left out, or wrong
 */
record Key<T>(String name, Form<T> form, T fallback, boolean required) {

  /** A key that can be left out. */
  static <T> Key<T> of(String name, Form<T> form, T fallback) {
    return new Key<>(name, form, fallback, false);
  }

  /** A key that can be left out and then has no value. */
  static <T> Key<Optional<T>> of(String name, Form<T> form) {
    return new Key<>(name, form.optional(), Optional.empty(), false);
  }

  /** A key that must be there; the fallback stands in, so that the rest can be read. */
  static <T> Key<T> required(String name, Form<T> form, T standIn) {
    return new Key<>(name, form, standIn, true);
  }
}
