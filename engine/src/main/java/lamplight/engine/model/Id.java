package lamplight.engine.model;

import java.util.regex.Pattern;

/**
 * A name that data and protocol share: {@code [a-z0-9][a-z0-9_-]{0,63}}.
 *
 * <p>The ids that are looked up all the time say themselves when two are equal: what the compiler
 * makes for a record takes several times as long.
 */
public interface Id {
  /** The form that every id has (protocol page, section 1). */
  Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  String value();

  /** Whether a string could be an id. */
  static boolean valid(String value) {
    return FORM.matcher(value).matches();
  }

  /**
   * The value itself if it has the form of an id.
   *
   * @throws IllegalArgumentException if it has not
   */
  static String checked(String value) {
    if (!valid(value)) {
      throw new IllegalArgumentException("\"" + value + "\" is no id: expected " + FORM);
    }
    return value;
  }
}
