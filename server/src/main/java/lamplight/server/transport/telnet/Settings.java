package lamplight.server.transport.telnet;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamplight.engine.prose.Spelling;

/**
 * One player's settings. What is chosen before there is a seat, or was in the last one, goes with
 * the player to the next; what a seat remembers counts for all else.
 */
final class Settings {
  /** Columns of a line that is never broken. */
  static final int UNBROKEN = Integer.MAX_VALUE;

  private final EnumMap<Setting, String> values = new EnumMap<>(Setting.class);
  private final Set<Setting> carried = EnumSet.noneOf(Setting.class);

  String get(Setting setting) {
    return values.getOrDefault(setting, setting.usual());
  }

  boolean isOn(Setting setting) {
    return get(setting).equals("on");
  }

  /** How many colours, if the player chose them. */
  Optional<Ink.Colours> colours() {
    return switch (get(Setting.COLOUR)) {
      case "none" -> Optional.of(Ink.Colours.NONE);
      case "16" -> Optional.of(Ink.Colours.SIXTEEN);
      case "256" -> Optional.of(Ink.Colours.MANY);
      case "true" -> Optional.of(Ink.Colours.TRUE);
      default -> Optional.empty();
    };
  }

  /** A line's columns, if the player chose them. */
  OptionalInt width() {
    String width = get(Setting.WIDTH);
    return switch (width) {
      case "auto" -> OptionalInt.empty();
      case "off" -> OptionalInt.of(UNBROKEN);
      default -> OptionalInt.of(Integer.parseInt(width));
    };
  }

  /** Whether the player chose to be told for a screen reader, or not to be. */
  Optional<Boolean> reader() {
    return switch (get(Setting.READER)) {
      case "on" -> Optional.of(true);
      case "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /**
   * The prompt in a game; empty for none.
   *
   * @param usual if the player chose nothing
   */
  String prompt(String usual) {
    String chosen = values.getOrDefault(Setting.PROMPT, "");
    return switch (chosen) {
      case "" -> usual;
      case "on" -> "> ";
      case "off" -> "";
      default -> chosen + " ";
    };
  }

  void set(Setting setting, String value) {
    values.put(setting, value);
  }

  /** The same, before there is a seat to remember it. */
  void carry(Setting setting, String value) {
    set(setting, value);
    carried.add(setting);
  }

  /** The player has a seat: what the seat is to remember now. */
  Map<Setting, String> seated() {
    values.keySet().retainAll(carried);
    return new EnumMap<>(values);
  }

  /** The seat remembers something, or has forgotten it if it is empty. */
  void remembered(String name, String value) {
    Optional<Setting> known = Setting.of(name).filter(setting -> !carried.contains(setting));
    if (value.isEmpty()) {
      known.ifPresent(values::remove);
    } else {
      known.ifPresent(setting -> setting.read(value).ifPresent(read -> values.put(setting, read)));
    }
  }

  /** The seat has said all that it remembers. */
  void settled() {
    carried.clear();
  }

  /** The player has left the seat. */
  void left() {
    carried.addAll(values.keySet());
  }

  // ---- in words ----

  /** All settings, with what they are and what they can be. */
  List<String> list(boolean reader) {
    if (reader) {
      return Arrays.stream(Setting.values()).map(this::told).toList();
    }
    int name = widest(Setting.values(), Setting::word);
    int value = widest(Setting.values(), this::get);
    return Arrays.stream(Setting.values())
        .map(
            setting ->
                "  "
                    + padded(setting.word(), name)
                    + padded(get(setting), value)
                    + setting.allowed())
        .toList();
  }

  /** One setting in a sentence. */
  String told(Setting setting) {
    return setting.word()
        + " is "
        + get(setting)
        + ". It can be "
        + setting.allowed()
        + ": "
        + setting.help()
        + ".";
  }

  /** What is said of a name that is no setting's. */
  static String unknown(String name) {
    List<String> words = Arrays.stream(Setting.values()).map(Setting::word).toList();
    return "There is no setting \""
        + name
        + "\""
        + Spelling.nearest(name.toLowerCase(Locale.ROOT), words)
            .map(near -> "; did you mean \"" + near + "\"?")
            .orElse("; there are " + words.stream().collect(Collectors.joining(", ")) + ".");
  }

  private static int widest(Setting[] settings, Function<Setting, String> words) {
    return Arrays.stream(settings).map(words).mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String words, int width) {
    return words + " ".repeat(width + 2 - words.length());
  }
}
