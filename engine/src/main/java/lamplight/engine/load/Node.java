package lamplight.engine.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value of a YAML file, with its place. */
sealed interface Node {
  Mark mark();

  /** What it is, for a sentence: "a list". */
  String words();

  /** What stands there, in one line. */
  String flow();

  /** The entries of a map; of anything else none. */
  default List<Entry> entries() {
    return List.of();
  }

  /** The entry of a map with a key. */
  default Optional<Entry> entry(String key) {
    return entries().stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /** The value of a map at a key. */
  default Optional<Node> at(String key) {
    return entry(key).map(Entry::value);
  }

  /**
   * One value.
   *
   * @param style how it is written, which decides what its line ends mean
   */
  record Scalar(Mark mark, String text, Style style) implements Node {

    /** How a value is written. */
    enum Style {
      /** Without quotes, so that {@code true} or {@code 3} may be meant. */
      PLAIN,
      QUOTED,
      /** A block after {@code >}: YAML has made one line of each paragraph. */
      FOLDED,
      /** A block after {@code |}: its lines are as they were typed. */
      LITERAL
    }

    /** A word as if it were written without quotes. */
    static Scalar plain(Mark mark, String text) {
      return new Scalar(mark, text, Style.PLAIN);
    }

    boolean plain() {
      return style == Style.PLAIN;
    }

    /** Whether nothing stands there at all. */
    boolean isNothing() {
      return plain() && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String words() {
      return isNothing() ? "nothing" : "\"" + excerpt() + "\"";
    }

    @Override
    public String flow() {
      return text.strip().replaceAll("\\s+", " ");
    }

    private String excerpt() {
      String line = text.lines().findFirst().orElse("");
      return line.length() > 40 || line.length() < text.strip().length()
          ? line.substring(0, Math.min(40, line.length())) + "…"
          : line;
    }
  }

  /** Several values. */
  record Listing(Mark mark, List<Node> items) implements Node {
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public String words() {
      return "a list";
    }

    @Override
    public String flow() {
      return items.stream().map(Node::flow).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /** Values by key, in the author's order; no key stands twice. */
  record Mapping(Mark mark, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String words() {
      return "a map";
    }

    @Override
    public String flow() {
      return entries.stream().map(Entry::flow).collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /**
   * A key with its value.
   *
   * @param mark the key's place
   */
  record Entry(Mark mark, String key, Node value) {
    /** Key and value, in one line. */
    String flow() {
      return key + ": " + value.flow();
    }

    /** The key as a value of its own. */
    Scalar name() {
      return Scalar.plain(mark, key);
    }
  }
}
