package lamplight.server.transport.telnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.session.PlayerName;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/**
 * What a visitor says without a seat: a name, the lobby's commands, a game's password. The server's
 * answer to one line decides what the next one means.
 */
final class LobbyTalk {
  /** What an answer to LIST is wanted for. */
  enum Listing {
    WORLDS,
    SESSIONS
  }

  private enum Stage {
    NAME("name? "),
    LOBBY("lobby> "),
    PASSWORD("password? ");

    private final String prompt;

    Stage(String prompt) {
      this.prompt = prompt;
    }
  }

  private final Visit visit;
  private final Kit kit;
  private final List<Line> listed = new ArrayList<>();

  private Stage stage = Stage.NAME;
  private String name = "";
  private Listing listing = Listing.WORLDS;

  /** The CREATE or JOIN that may be tried again with another name or a password. */
  private Optional<ClientMessage> attempt = Optional.empty();

  LobbyTalk(Visit visit, Kit kit) {
    this.visit = visit;
    this.kit = kit;
  }

  void prompt() {
    boolean spoken = kit.terminal().reader();
    switch (stage) {
      case NAME -> kit.terminal().ask(stage.prompt);
      case LOBBY -> kit.terminal().askOrNothing(spoken ? "" : stage.prompt);
      case PASSWORD -> kit.terminal().askUnseen(stage.prompt);
    }
  }

  // ---- what is typed ----

  void take(String words) {
    switch (stage) {
      case NAME -> name(words);
      case LOBBY -> lobby(words);
      case PASSWORD -> password(words);
    }
  }

  private void name(String words) {
    if (words.equalsIgnoreCase("quit")) {
      visit.quit();
    } else if (words.matches("(?i)set( .*)?")) {
      List<String> said = List.of(words.split("\\s+", -1));
      set(said.subList(1, said.size()));
    } else if (words.equals(Mssp.REQUEST)) {
      kit.terminal().tellProgram(Mssp.lines(kit.card().status().get()));
      prompt();
    } else if (words.toLowerCase(Locale.ROOT).startsWith("resume ")) {
      stage = Stage.LOBBY;
      lobby(words);
    } else if (words.equals("?") || words.equalsIgnoreCase("help")) {
      kit.say(
          "Type a name for yourself, such as Bea. Whoever has a seat in a game takes it again with:"
              + " resume WORDS. To end the connection, type quit.");
      prompt();
    } else if (words.isEmpty()) {
      attempt = Optional.empty();
      stage = name.isEmpty() ? Stage.NAME : Stage.LOBBY;
      prompt();
    } else {
      named(words);
    }
  }

  /** Takes a name, if it can be one; for the game whose first name was refused, if there is one. */
  private void named(String words) {
    if (PlayerName.of(words).isEmpty()) {
      kit.say(PlayerName.refusal(words));
      prompt();
      return;
    }
    visit.named();
    name = words;
    stage = Stage.LOBBY;
    if (attempt.orElse(null) instanceof ClientMessage.Create create) {
      enter(new ClientMessage.Create(create.world(), name, create.password()));
    } else if (attempt.orElse(null) instanceof ClientMessage.Join join) {
      enter(new ClientMessage.Join(join.session(), name, join.password()));
    } else {
      greet();
    }
  }

  private void lobby(String line) {
    if (line.isEmpty()) {
      prompt();
      return;
    }
    List<String> words = List.of(line.split("\\s+", -1));
    List<String> rest = words.subList(1, words.size());
    Optional<LobbyCommand> command = LobbyCommand.of(words.get(0));
    if (command.isPresent() && command.get().takes(rest.size())) {
      command.get().run(this, rest);
      return;
    }
    kit.say(
        command
            .map(known -> "Type it so: " + known.usage())
            .orElseGet(() -> unknown(words.get(0))));
    prompt();
  }

  private static String unknown(String word) {
    if (isRejoinWords(word)) {
      return "To take your seat again, type: resume " + word;
    }
    return "There is no \""
        + word
        + "\" here; "
        + LobbyCommand.nearest(word)
            .map(near -> "did you mean \"" + near.usage() + "\"?")
            .orElse("\"help\" lists what you can type.");
  }

  /** Whether that looks like the words of a seat, which are easily typed without their verb. */
  private static boolean isRejoinWords(String word) {
    return word.matches("[a-z]+-[a-z]+-[a-z]+");
  }

  private void password(String words) {
    stage = Stage.LOBBY;
    if (!words.isEmpty() && attempt.orElse(null) instanceof ClientMessage.Join join) {
      enter(new ClientMessage.Join(join.session(), join.name(), Optional.of(words)));
    } else {
      attempt = Optional.empty();
      prompt();
    }
  }

  // ---- what the lobby's words do; the table in LobbyCommand refers to these ----

  void set(List<String> words) {
    if (kit.preferences().set(words)) {
      prompt();
    }
  }

  void list(Listing wanted) {
    listing = wanted;
    kit.server().send(new ClientMessage.ListAll());
  }

  void create(List<String> words) {
    enter(new ClientMessage.Create(words.get(0), name, second(words)));
  }

  void join(List<String> words) {
    enter(new ClientMessage.Join(words.get(0), name, second(words)));
  }

  void resume(List<String> words) {
    kit.beside().introduce();
    kit.server()
        .send(new ClientMessage.Resume("", words.get(0), Optional.empty(), OptionalLong.empty()));
  }

  void rename(String words) {
    attempt = Optional.empty();
    named(words);
  }

  private void greet() {
    kit.say(
        "Hello, " + name + ". See \"worlds\" for what can be played, \"sessions\" for who plays.");
    if (isRejoinWords(name)) {
      kit.say("If these are the words of your seat, type: resume " + name);
    }
    prompt();
  }

  void help() {
    int widest = 0;
    for (LobbyCommand command : LobbyCommand.values()) {
      widest = Math.max(widest, command.usage().length());
    }
    for (LobbyCommand command : LobbyCommand.values()) {
      String usage = command.usage();
      String blank = " ".repeat(widest + 2 - usage.length());
      kit.say((kit.terminal().reader() ? usage + ": " : "  " + usage + blank) + command.help());
    }
    prompt();
  }

  void quit() {
    visit.quit();
  }

  private static Optional<String> second(List<String> words) {
    return words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty();
  }

  private void enter(ClientMessage message) {
    attempt = Optional.of(message);
    kit.beside().introduce();
    kit.server().send(message);
  }

  // ---- what the server answers ----

  void seated() {
    stage = Stage.LOBBY; // for when the seat is left
    attempt = Optional.empty();
  }

  void refused(ServerMessage.Refused refused) {
    if (refused.code() == Refusal.WRONG_PASSWORD
        && attempt.orElse(null) instanceof ClientMessage.Join join) {
      stage = Stage.PASSWORD;
      kit.say(
          join.password().isPresent()
              ? Visit.words(refused) + " Try again, or press Enter to go back."
              : join.session() + " has a password; Enter alone goes back.");
      return;
    }
    kit.terminal().tell(TextKind.RESULT, List.of(Line.of(Visit.words(refused))));
    if (refused.code() == Refusal.UNKNOWN_SESSION) {
      kit.say("Type \"sessions\" to see the games that are open.");
    }
    boolean badName = refused.code() == Refusal.BAD_NAME || refused.code() == Refusal.NAME_TAKEN;
    if (badName && attempt.isPresent()) {
      stage = Stage.NAME;
    } else {
      attempt = Optional.empty();
    }
  }

  void world(ServerMessage.World world) {
    String players = world.players().equals("1") ? "1 player" : world.players() + " players";
    listed(Listing.WORLDS, world.id(), world.title() + ", for " + players);
  }

  /** More about the world that was told last. */
  void about(ServerMessage.About about) {
    if (listing == Listing.WORLDS && !listed.isEmpty()) {
      List<Span> spans = new ArrayList<>(listed.remove(listed.size() - 1).spans());
      if (about.traits().contains(ServerMessage.About.TUTORIAL)) {
        spans.add(Span.plain("; teaches how to play"));
      }
      if (!about.length().isEmpty()) {
        spans.add(Span.plain("; " + about.length()));
      }
      listed.add(new Line(spans));
    }
  }

  void open(ServerMessage.Open open) {
    listed(
        Listing.SESSIONS,
        open.session(),
        open.title() + ", " + open.players() + " of " + open.maximum() + " seats taken");
  }

  private void listed(Listing what, String id, String about) {
    if (what == listing) {
      boolean reader = kit.terminal().reader();
      listed.add(
          new Line(
              List.of(
                  Span.plain(reader ? "" : "  "),
                  new Span(Span.Kind.EMPHASIS, id, id),
                  Span.plain((reader ? ": " : "  ") + about))));
    }
  }

  /** The list is at its end. */
  void listed() {
    switch (listing) {
      case WORLDS -> sayListed("There is no world to play here.", "Start one with: new WORLD");
      case SESSIONS ->
          sayListed("Nobody plays. Start a game with: new WORLD", "Sit down with: join SESSION");
    }
    listed.clear();
  }

  private void sayListed(String none, String how) {
    if (listed.isEmpty()) {
      kit.say(none);
    } else {
      kit.terminal().tell(TextKind.SYSTEM, listed);
      kit.say(how);
    }
  }
}
