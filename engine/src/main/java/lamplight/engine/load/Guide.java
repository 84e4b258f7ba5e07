package lamplight.engine.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the author's guide says about a key, so that an editor can show it: the row of a table that
 * begins with the key, or the comment behind it in an example.
 */
public final class Guide {
  /** A guide that says nothing. */
  public static final Guide NONE = new Guide("");

  /** The section of the guide that tells of a table. */
  static final Map<String, String> SECTIONS =
      Map.ofEntries(
          Map.entry("a world", "world.yaml"),
          Map.entry("players", "world.yaml"),
          Map.entry("a role", "world.yaml"),
          Map.entry("a score", "Variables, timers, scores"),
          Map.entry("a variable", "Variables, timers, scores"),
          Map.entry("a timer", "Variables, timers, scores"),
          Map.entry("a hint", "Hints, endings, ranks"),
          Map.entry("an ending", "Hints, endings, ranks"),
          Map.entry("a room", "Rooms"),
          Map.entry("an exit", "Rooms"),
          Map.entry("a thing", "Things"),
          Map.entry("scenery", "Things"),
          Map.entry("a person", "People"),
          Map.entry("a topic", "People"),
          Map.entry("a part of a text", "Texts"),
          Map.entry("a rule", "Rules"),
          Map.entry("a hook", "Rules"),
          Map.entry("a condition", "Conditions"),
          Map.entry("an effect", "Effects"),
          Map.entry("a vocabulary", "Verbs of your own"),
          Map.entry("a verb", "Verbs of your own"));

  private static final Pattern ROW = Pattern.compile("\\| (`.*?) \\| (.*) \\|");
  private static final Pattern KEY = Pattern.compile("`\\{?([a-z_]+)(:|`)");
  private static final Pattern EXAMPLE = Pattern.compile("\\s*([a-z_]+): .*?\\s# (.*)");

  private final Map<String, Map<String, String>> sections = new HashMap<>();

  private Guide(String text) {
    for (String section : text.split("(?m)^## ", -1)) {
      String title = section.lines().findFirst().orElse("");
      Map<String, String> keys = new HashMap<>();
      section.lines().forEach(line -> row(ROW.matcher(line), keys));
      section.lines().forEach(line -> example(EXAMPLE.matcher(line), keys));
      sections.put(title, keys);
    }
  }

  /**
   * Reads the guide.
   *
   * @param text the page {@code worlds/AUTHORING.md}
   */
  public static Guide of(String text) {
    return new Guide(text);
  }

  /** What is said first counts. A cell that shows how the key is written is shown too. */
  private static void row(Matcher line, Map<String, String> keys) {
    if (line.matches()) {
      String form = line.group(1).contains(":") ? line.group(1) + ": " : "";
      KEY.matcher(line.group(1))
          .results()
          .forEach(key -> keys.putIfAbsent(key.group(1), form + line.group(2)));
    }
  }

  private static void example(Matcher line, Map<String, String> keys) {
    if (line.matches()) {
      keys.putIfAbsent(line.group(1), line.group(2).strip());
    }
  }

  /** What the guide says about a key of a table; a person's keys are a thing's too. */
  Optional<String> about(String table, String key) {
    return Stream.of(table, table.equals("a person") ? "a thing" : table)
        .map(SECTIONS::get)
        .map(title -> sections.getOrDefault(title == null ? "" : title, Map.of()))
        .map(keys -> keys.get(key))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /** The titles of its sections. */
  List<String> titles() {
    return List.copyOf(sections.keySet());
  }
}
