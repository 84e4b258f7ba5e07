package lamplight.engine.load;

import java.util.List;
import java.util.stream.Collectors;

/** What can stand at a place of a file: for the sentence of a problem, and for a schema. */
sealed interface Shape {

  /** For the sentence "expected …". */
  String words();

  /** A value in the author's words: "a text", "a place". */
  record Value(String words) implements Shape {}

  /** A whole number within bounds. */
  record Whole(int min, int max) implements Shape {
    @Override
    public String words() {
      if (max == Integer.MAX_VALUE) {
        return min == Integer.MIN_VALUE ? "a number" : "a number from " + min;
      }
      return "a number from " + min + " to " + max;
    }
  }

  /** {@code true} or {@code false}. */
  record Truth() implements Shape {
    @Override
    public String words() {
      return "true or false";
    }
  }

  /** One of some words. */
  record OneOf(List<String> choices) implements Shape {
    @Override
    public String words() {
      return choices.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(" or "));
    }
  }

  /** An id of the world. */
  record Reference(Kind kind) implements Shape {
    @Override
    public String words() {
      return kind.words();
    }
  }

  /** Several. */
  record ListOf(Shape item) implements Shape {
    @Override
    public String words() {
      return "a list, each of it " + item.words();
    }
  }

  /** One, or several. */
  record OneOrMany(Shape item) implements Shape {
    @Override
    public String words() {
      return item.words() + " or a list";
    }
  }

  /** Values by key. */
  record MapOf(Shape key, Shape value) implements Shape {
    @Override
    public String words() {
      return "a map from " + key.words() + " to " + value.words();
    }
  }

  /** A map with the keys of a table: "an exit", "conditions". */
  record Table(String name) implements Shape {
    @Override
    public String words() {
      return name + ", which is a map";
    }
  }

  /** One or the other. */
  record Either(Shape one, Shape other) implements Shape {
    @Override
    public String words() {
      return one.words() + " or " + other.words();
    }
  }
}
