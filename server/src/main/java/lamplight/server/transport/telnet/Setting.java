package lamplight.server.transport.telnet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What players can set for themselves: each word, its values, and what it is for. */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold no state
enum Setting {
  COLOUR(
      List.of("auto", "none", "16", "256", "true"),
      "how many colours; auto: what your client says"),
  WIDTH(
      List.of("auto", "off"),
      "20 to 250",
      Setting::isWidth,
      "columns of a line; auto: what your client says; off: your client breaks lines by itself"),
  BRIEF(List.of("off", "on"), "rooms that you know are told by their names"),
  READER(
      List.of("auto", "on", "off"),
      "for screen readers: words in place of drawings, no prompt; auto: what your client says"),
  PROMPT(
      List.of("on", "off"),
      "up to 20 letters of yours",
      Setting::isPrompt,
      "what stands where you type"),
  TIMESTAMPS(List.of("off", "on"), "the server's time before what is told"),
  KEEPALIVE(List.of("on", "off"), "something is sent now and then, so that routers keep the line");

  /** What stands for any length between these. */
  static final int FEWEST_COLUMNS = 20;

  static final int MOST_COLUMNS = 250;
  static final int LONGEST_PROMPT = 20;

  private final List<String> choices;
  private final String more;
  private final Predicate<String> alsoAllowed;
  private final String help;

  Setting(List<String> choices, String help) {
    this(choices, "", value -> false, help);
  }

  /**
   * @param choices the first is usual
   * @param more what else is allowed, in words
   */
  Setting(List<String> choices, String more, Predicate<String> alsoAllowed, String help) {
    this.choices = choices;
    this.more = more;
    this.alsoAllowed = alsoAllowed;
    this.help = help;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value when nothing was set. */
  String usual() {
    return choices.get(0);
  }

  String help() {
    return help;
  }

  /** Whether its value may be any words. */
  boolean isFree() {
    return this == PROMPT;
  }

  /** What can be set: {@code auto, 16 or 256}. */
  String allowed() {
    List<String> all =
        more.isEmpty() ? choices : Stream.concat(choices.stream(), Stream.of(more)).toList();
    String last = all.get(all.size() - 1);
    return all.size() == 1
        ? last
        : all.stream().limit(all.size() - 1L).collect(Collectors.joining(", ")) + " or " + last;
  }

  /** The value that was typed, if it is one. */
  Optional<String> read(String typed) {
    String word = typed.toLowerCase(Locale.ROOT);
    if (choices.contains(word)) {
      return Optional.of(word);
    }
    return Optional.of(typed).filter(alsoAllowed);
  }

  static Optional<Setting> of(String word) {
    String known = word.equalsIgnoreCase("color") ? "colour" : word;
    return Arrays.stream(values())
        .filter(setting -> setting.word().equalsIgnoreCase(known))
        .findFirst();
  }

  private static boolean isWidth(String typed) {
    if (!typed.matches("[0-9]{1,3}")) {
      return false;
    }
    int columns = Integer.parseInt(typed);
    return FEWEST_COLUMNS <= columns && columns <= MOST_COLUMNS;
  }

  private static boolean isPrompt(String typed) {
    return !typed.isBlank()
        && typed.length() <= LONGEST_PROMPT
        && typed.chars().noneMatch(Character::isISOControl);
  }
}
