package lamplight.server.transport.telnet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.prose.Spelling;

/** What can be typed in the lobby: each word, what follows it, and what it does. */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold no state
enum LobbyCommand {
  WORLDS(
      "",
      "the worlds that can be played",
      0,
      0,
      (lobby, words) -> lobby.list(LobbyTalk.Listing.WORLDS)),
  SESSIONS(
      "",
      "the games that are open",
      0,
      0,
      (lobby, words) -> lobby.list(LobbyTalk.Listing.SESSIONS)),
  NEW("WORLD [PASSWORD]", "start a game for yourself and your friends", 1, 2, LobbyTalk::create),
  JOIN("SESSION [PASSWORD]", "sit down at an open game", 1, 2, LobbyTalk::join),
  RESUME("WORDS", "take your old seat again, with its three words", 1, 1, LobbyTalk::resume),
  NAME("NAME", "call yourself something else", 1, 1, (lobby, words) -> lobby.rename(words.get(0))),
  SET(
      "[NAME [VALUE]]",
      "colours, width, prompt and more as you like them",
      0,
      Integer.MAX_VALUE,
      LobbyTalk::set),
  HELP("", "this list", 0, 0, (lobby, words) -> lobby.help()),
  QUIT("", "end the connection", 0, 0, (lobby, words) -> lobby.quit());

  /** Other words that people try. */
  private static final Map<String, LobbyCommand> ALSO =
      Map.of(
          "?", HELP,
          "list", WORLDS,
          "who", SESSIONS,
          "games", SESSIONS,
          "play", NEW,
          "start", NEW,
          "create", NEW,
          "exit", QUIT,
          "bye", QUIT);

  /** Carries a command out. */
  interface Action {
    void run(LobbyTalk lobby, List<String> words);
  }

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

  void run(LobbyTalk lobby, List<String> words) {
    action.run(lobby, words);
  }

  static Optional<LobbyCommand> of(String word) {
    return Arrays.stream(values())
        .filter(command -> command.word().equalsIgnoreCase(word))
        .findFirst()
        .or(() -> Optional.ofNullable(ALSO.get(word.toLowerCase(Locale.ROOT))));
  }

  /** The command that was probably meant. */
  static Optional<LobbyCommand> nearest(String word) {
    List<String> words = Arrays.stream(values()).map(LobbyCommand::word).toList();
    return Spelling.nearest(word.toLowerCase(Locale.ROOT), words).flatMap(LobbyCommand::of);
  }
}
