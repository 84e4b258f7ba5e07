package lamplight.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a value is written as one string.
 *
 * @param write never ambiguous: {@code read} of what it gives is the value again
 * @param read throws an {@link IllegalArgumentException} for what no value is written as
 */
public record Form<T>(Function<T, String> write, Function<String, T> read) {

  public static final Form<String> WORDS = of(words -> words, words -> words);
  public static final Form<Integer> INT = of(String::valueOf, Integer::parseInt);
  public static final Form<Long> LONG = of(String::valueOf, Long::parseLong);
  public static final Form<Boolean> YES_NO =
      of(
          value -> value ? "yes" : "no",
          word ->
              switch (word) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new IllegalArgumentException(word + " is neither yes nor no");
              });

  /** Any number of strings, each ended by a semicolon; within them it stands behind a backslash. */
  public static final Form<List<String>> PARTS = of(Form::join, Form::split);

  public static <T> Form<T> of(Function<T, String> write, Function<String, T> read) {
    return new Form<>(write, read);
  }

  /** A constant by its name. */
  public static <E extends Enum<E>> Form<E> constant(Class<E> type) {
    return of(Enum::name, name -> Enum.valueOf(type, name));
  }

  /** Nothing is the empty string, a value stands behind a {@code =}. */
  public Form<Optional<T>> optional() {
    return of(
        value -> value.map(some -> "=" + write.apply(some)).orElse(""),
        text -> text.isEmpty() ? Optional.empty() : Optional.of(read.apply(text.substring(1))));
  }

  public Form<List<T>> list() {
    return of(
        values -> join(values.stream().map(write).toList()),
        text -> split(text).stream().map(read).toList());
  }

  /** The same string for another type. */
  public <U> Form<U> as(Function<U, T> from, Function<T, U> to) {
    return of(from.andThen(write), read.andThen(to));
  }

  private static String join(List<String> parts) {
    StringBuilder out = new StringBuilder();
    for (String part : parts) {
      out.append(part.replace("\\", "\\\\").replace(";", "\\;")).append(';');
    }
    return out.toString();
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == ';') {
        parts.add(part.toString());
        part.setLength(0);
      } else if (c == '\\' && at + 1 < text.length()) {
        part.append(text.charAt(++at));
      } else {
        part.append(c);
      }
    }
    if (!part.isEmpty()) {
      throw new IllegalArgumentException("the last part has no end: " + text);
    }
    return parts;
  }
}
