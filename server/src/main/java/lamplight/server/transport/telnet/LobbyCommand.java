package lamplight.server.transport.telnet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be typed in the lobby: each word, what follows it, and what it does. */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold no state
enum LobbyCommand {
  WORLDS(
      "",
      "the worlds that can be played",
      0,
      0,
      (visit, words) -> visit.list(Visit.Listing.WORLDS)),
  SESSIONS(
      "", "the games that are open", 0, 0, (visit, words) -> visit.list(Visit.Listing.SESSIONS)),
  NEW("WORLD [PASSWORD]", "start a game for yourself and your friends", 1, 2, Visit::create),
  JOIN("SESSION [PASSWORD]", "sit down at an open game", 1, 2, Visit::join),
  RESUME("WORDS", "take your old seat again, with its three words", 1, 1, Visit::resume),
  NAME("NAME", "call yourself something else", 1, 1, (visit, words) -> visit.rename(words.get(0))),
  HELP("", "this list", 0, 0, (visit, words) -> visit.help()),
  QUIT("", "end the connection", 0, 0, (visit, words) -> visit.quit());

  /** Carries a command out. */
  interface Action {
    void run(Visit visit, List<String> words);
  }

  /** A misspelt word is taken for another if no more than this many letters differ. */
  private static final int NEAR = 2;

  private final String arguments;
  private final String help;
  private final int fewest;
  private final int most;
  private final Action action;

  LobbyCommand(String arguments, String help, int fewest, int most, Action action) {
    this.arguments = arguments;
    this.help = help;
    this.fewest = fewest;
    this.most = most;
    this.action = action;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How it is typed: {@code join SESSION [PASSWORD]}. */
  String usage() {
    return arguments.isEmpty() ? word() : word() + " " + arguments;
  }

  String help() {
    return help;
  }

  boolean takes(int words) {
    return fewest <= words && words <= most;
  }

  void run(Visit visit, List<String> words) {
    action.run(visit, words);
  }

  static Optional<LobbyCommand> of(String word) {
    return Arrays.stream(values())
        .filter(command -> command.word().equalsIgnoreCase(word))
        .findFirst();
  }

  /** The command that was probably meant. */
  static Optional<LobbyCommand> nearest(String word) {
    String typed = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            command ->
                distance(typed, command.word()) <= Math.min(NEAR, command.word().length() - 2))
        .min(Comparator.comparingInt(command -> distance(typed, command.word())));
  }

  /** Levenshtein's distance: letters to add, take away or change. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int row = 1; row <= from.length(); row++) {
      int[] here = new int[to.length() + 1];
      here[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        here[column] =
            Math.min(above[column - 1] + change, Math.min(above[column], here[column - 1]) + 1);
      }
      above = here;
    }
    return above[to.length()];
  }
}
