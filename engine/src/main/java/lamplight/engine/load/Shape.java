package lamplight.engine.load;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What can stand at a place of a file: for the sentence of a problem, and for a schema. */
sealed interface Shape {

  /** For the sentence "expected …". */
  String words();

  <R> R match(Cases<R> cases);

  /** An answer for each kind of shape. */
  interface Cases<R> {
    R value(Value shape);

    R whole(Whole shape);

    R truth(Truth shape);

    R oneOf(OneOf shape);

    R reference(Reference shape);

    R listOf(ListOf shape);

    R oneOrMany(OneOrMany shape);

    R mapOf(MapOf shape);

    R table(Table shape);

    R either(Either shape);

    R called(Called shape);
  }

  /** A value in the author's words: "a text", "a place". */
  record Value(String words) implements Shape {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.value(this);
    }
  }

  /** A whole number within bounds. */
  record Whole(int min, int max) implements Shape {
    @Override
    public String words() {
      if (max == Integer.MAX_VALUE) {
        return min == Integer.MIN_VALUE ? "a number" : "a number from " + min;
      }
      return "a number from " + min + " to " + max;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.whole(this);
    }
  }

  /** {@code true} or {@code false}. */
  record Truth() implements Shape {
    @Override
    public String words() {
      return "true or false";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.truth(this);
    }
  }

  /** One of some words. */
  record OneOf(List<String> choices) implements Shape {
    @Override
    public String words() {
      return choices.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(" or "));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.oneOf(this);
    }
  }

  /** An id of the world. */
  record Reference(Kind kind) implements Shape {
    @Override
    public String words() {
      return kind.words();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reference(this);
    }
  }

  /** Several. */
  record ListOf(Shape item) implements Shape {
    @Override
    public String words() {
      return "a list, each of it " + item.words();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.listOf(this);
    }
  }

  /** One, or several. */
  record OneOrMany(Shape item) implements Shape {
    @Override
    public String words() {
      return item.words() + " or a list";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.oneOrMany(this);
    }
  }

  /** Values by key. */
  record MapOf(Shape key, Shape value) implements Shape {
    @Override
    public String words() {
      return "a map from " + key.words() + " to " + value.words();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.mapOf(this);
    }
  }

  /**
   * A map with the keys of a table: "an exit", "a condition".
   *
   * @param single whether exactly one of the keys stands there
   * @param columns asked for late, because tables stand in one another
   */
  record Table(String name, boolean single, Supplier<List<Column>> columns) implements Shape {
    /** The words of a vocabulary. */
    static Table of(String name, boolean single, Supplier<? extends List<? extends Row<?>>> rows) {
      return new Table(
          name,
          single,
          () ->
              rows.get().stream()
                  .map(row -> new Column(row.name(), row.form().shape(), false))
                  .toList());
    }

    @Override
    public String words() {
      return name + ", which is a map";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.table(this);
    }
  }

  /** A key of a table. */
  record Column(String key, Shape value, boolean required) {}

  /** A shape in other words: "a place on the map". */
  record Called(String words, Shape shape) implements Shape {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.called(this);
    }
  }

  /** One or the other. */
  record Either(Shape one, Shape other) implements Shape {
    @Override
    public String words() {
      return one.words() + " or " + other.words();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.either(this);
    }
  }
}
