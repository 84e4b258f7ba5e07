package lamplight.server.transport.telnet;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;
import lamplight.engine.telnet.Compressor;
import lamplight.engine.telnet.TelnetOption;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;

/**
 * One player's visit by telnet: name, lobby, game. Typed lines become the messages that every
 * client sends, the server's messages become prose; no rule lives here.
 *
 * <p>Each line waits for the answer to the one before, which may decide what it means, and none is
 * taken faster than a game carries commands out. While many wait, nothing is read from the client.
 */
final class Visit implements Terminal.Player {
  /** The way to the server. */
  interface Server {
    void send(ClientMessage message);

    /** The client's connection is to be closed behind what was said. */
    void hangUp();

    /** Whether more is to be read from the client. */
    void reading(boolean on);

    /** Has {@link Visit#goOn} called then. */
    void wakeAt(long millis);

    /** A clock's milliseconds. */
    long now();
  }

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** What an answer to LIST is wanted for. */
  enum Listing {
    WORLDS,
    SESSIONS
  }

  private enum Stage {
    NAME("name? "),
    LOBBY("lobby> "),
    PASSWORD("password? "),
    GAME("> ");

    private final String prompt;

    Stage(String prompt) {
      this.prompt = prompt;
    }
  }

  private final Server server;
  private final ServerCard card;
  private final Terminal terminal;
  private final DataLane beside;
  private final Preferences preferences;
  private final Shown shown = new Shown();
  private final TypeAhead ahead = new TypeAhead();
  private final List<Line> listed = new ArrayList<>();

  private Stage stage = Stage.NAME;
  private String name = "";
  private String rejoinWords = "";
  private Listing listing = Listing.WORLDS;

  /** The CREATE or JOIN that may be tried again with another name or a password. */
  private Optional<ClientMessage> attempt = Optional.empty();

  /** The lobby's answer is on its way, and decides what the next line means. */
  private boolean awaitsAnswer;

  /** What was typed last is with the game, which has told nothing since. */
  private boolean awaitsGame;

  /** The greeting is said. */
  private boolean greeted;

  /** Nothing is read from the client for now. */
  private boolean held;

  /** The client says no more. */
  private boolean over;

  /** Goodbye was said, by either side: no prompt any more, and nothing that is typed counts. */
  private boolean leaving;

  private boolean paragraphEnded;
  private boolean paragraphBegins;

  /** The player asked for the map, and the view is not here yet. */
  private boolean mapWanted;

  Visit(Server server, Compressor compressor, ServerCard card) {
    this.server = server;
    this.card = card;
    this.terminal = new Terminal(this, compressor);
    this.beside = new DataLane(server, terminal, card);
    this.preferences = new Preferences(server, terminal, this::say);
  }

  Terminal terminal() {
    return terminal;
  }

  // ---- what the player does ----

  @Override
  public void ready() {
    say(
        new Line(
            List.of(
                new Span(Span.Kind.EMPHASIS, "", "Lamplight"),
                Span.plain(": text adventures that you play together."))));
    if (!terminal.reader()) {
      say("If you use a screen reader, type: set reader on");
    }
    say("What shall the others call you?");
    greeted = true;
    goOn();
  }

  @Override
  public void typed(String line) {
    typed(Optional.of(line));
  }

  @Override
  public void typedTooMuch() {
    typed(Optional.empty());
  }

  private void typed(Optional<String> line) {
    if (leaving) {
      return;
    }
    boolean first = ahead.isEmpty();
    if (!ahead.add(line)) {
      cut("You have sent far more than can be played. This connection ends now.");
    } else if (first && isFree() && ahead.isDue(server.now())) {
      take(ahead.next(server.now()));
    } else if (first && isFree()) {
      server.wakeAt(ahead.dueAt());
    } else {
      hold();
    }
  }

  /** Stops reading from a client that is far ahead, and tells it; reads on when it is not. */
  private void hold() {
    boolean full = greeted && ahead.isFull();
    if (full != held) {
      held = full;
      server.reading(!full);
      if (full) {
        say(
            "You are far ahead of the game; it takes your lines in turn, "
                + TypeAhead.perSecond()
                + " a second.");
      }
    }
  }

  /** Whether a line would be taken now. */
  private boolean isFree() {
    return greeted && !leaving && !awaitsAnswer && !awaitsGame;
  }

  /** Takes the lines whose turn has come, or asks for one. */
  void goOn() {
    while (isFree() && ahead.isDue(server.now())) {
      prompt();
      Optional<String> line = ahead.next(server.now());
      line.ifPresent(terminal::repeat);
      take(line);
    }
    hold();
    if (!isFree()) {
      return;
    }
    if (!ahead.isEmpty()) {
      server.wakeAt(ahead.dueAt());
    } else if (over) {
      quit();
    } else {
      prompt();
    }
  }

  /** All that came in is taken. */
  void received() {
    beside.received();
  }

  /** The client says no more; what it has said is still answered. */
  void ended() {
    over = true;
    goOn();
  }

  @Override
  public void agreed(TelnetOption option, boolean on) {
    beside.agreed(option, on);
  }

  @Override
  public void told(TelnetOption option, byte[] body) {
    beside.told(option, body);
  }

  @Override
  public void flood() {
    cut("What you send is no telnet. This connection ends now.");
  }

  private void cut(String why) {
    leaving = true;
    ahead.clear();
    say(why);
    server.hangUp();
  }

  private void take(Optional<String> line) {
    line.ifPresentOrElse(this::take, this::refuseLongLine);
  }

  private void refuseLongLine() {
    say("That line is too long; please say it in fewer words.");
    prompt();
  }

  private void take(String line) {
    String words = line.strip();
    switch (stage) {
      case NAME -> name(words);
      case LOBBY -> lobby(words);
      case PASSWORD -> password(words);
      case GAME -> game(words);
    }
  }

  private void name(String words) {
    if (words.equalsIgnoreCase("quit")) {
      quit();
    } else if (words.matches("(?i)set( .*)?")) {
      List<String> said = List.of(words.split("\\s+", -1));
      set(said.subList(1, said.size()));
    } else if (words.equals(Mssp.REQUEST)) {
      terminal.tellProgram(Mssp.lines(card.status().get()));
      prompt();
    } else if (words.toLowerCase(Locale.ROOT).startsWith("resume ")) {
      stage = Stage.LOBBY;
      lobby(words);
    } else if (attempt.isPresent()) {
      nextName(words);
    } else if (words.isEmpty()) {
      prompt();
    } else {
      stage = Stage.LOBBY;
      rename(words);
    }
  }

  /** The name for a CREATE or JOIN whose first name was refused; nothing typed gives it up. */
  private void nextName(String words) {
    stage = Stage.LOBBY;
    if (words.isEmpty()) {
      attempt = Optional.empty();
      prompt();
      return;
    }
    name = words;
    attempt.ifPresent(
        message -> {
          if (message instanceof ClientMessage.Create create) {
            enter(new ClientMessage.Create(create.world(), name, create.password()));
          } else if (message instanceof ClientMessage.Join join) {
            enter(new ClientMessage.Join(join.session(), name, join.password()));
          }
        });
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
    say(
        command
            .map(known -> "Type it so: " + known.usage())
            .orElseGet(
                () ->
                    LobbyCommand.nearest(words.get(0))
                        .map(
                            near ->
                                "There is no \""
                                    + words.get(0)
                                    + "\" here; did you mean \""
                                    + near.usage()
                                    + "\"?")
                        .orElse(
                            "There is no \""
                                + words.get(0)
                                + "\" here; \"help\" lists what you can type.")));
    prompt();
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

  private void game(String line) {
    switch (line.toLowerCase(Locale.ROOT)) {
      case "" -> prompt();
      case "quit" -> quit();
      case "leave" -> {
        stage = Stage.LOBBY;
        preferences.left();
        beside.left();
        awaitsGame = true;
        server.send(new ClientMessage.Leave());
      }
      default -> command(line);
    }
  }

  private void command(String line) {
    if (Preferences.isAboutSetting(line)) {
      List<String> words = List.of(line.split("\\s+", -1));
      set(words.subList(1, words.size()));
    } else if (line.equalsIgnoreCase("map") && !terminal.reader()) {
      map();
    } else {
      beside.typed(line);
      awaitsGame = true;
      server.send(new ClientMessage.Command(OptionalLong.empty(), line));
    }
  }

  /** Draws the map, as soon as the player's view is here. */
  private void map() {
    mapWanted = beside.view().isEmpty();
    if (mapWanted) {
      beside.request();
      return;
    }
    List<Line> drawing = beside.map(terminal.width() - 1, terminal.ink().ascii());
    if (drawing.isEmpty()) {
      server.send(new ClientMessage.Command(OptionalLong.empty(), "map"));
    } else {
      terminal.tell(TextKind.RESULT, drawing);
      prompt();
    }
  }

  void set(List<String> words) {
    if (preferences.set(words)) {
      prompt();
    }
  }

  // ---- what the lobby's words do ----

  void list(Listing wanted) {
    listing = wanted;
    await(new ClientMessage.ListAll());
  }

  void create(List<String> words) {
    enter(new ClientMessage.Create(words.get(0), name, second(words)));
  }

  void join(List<String> words) {
    enter(new ClientMessage.Join(words.get(0), name, second(words)));
  }

  void resume(List<String> words) {
    beside.introduce();
    await(new ClientMessage.Resume("", words.get(0), Optional.empty(), OptionalLong.empty()));
  }

  void rename(String words) {
    name = words;
    say("Hello, " + name + ". See \"worlds\" for what can be played, \"sessions\" for who plays.");
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
      say((terminal.reader() ? usage + ": " : "  " + usage + blank) + command.help());
    }
    prompt();
  }

  void quit() {
    if (!leaving) {
      leaving = true;
      server.send(new ClientMessage.Bye());
    }
  }

  private static Optional<String> second(List<String> words) {
    return words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty();
  }

  private void enter(ClientMessage message) {
    attempt = Optional.of(message);
    beside.introduce();
    await(message);
  }

  private void await(ClientMessage message) {
    awaitsAnswer = true;
    server.send(message);
  }

  // ---- what the server says ----

  /** Shows a batch of messages, and the prompt behind them. */
  void show(List<ServerMessage> messages) {
    paragraphBegins = true;
    awaitsGame = false;
    messages.forEach(message -> message.match(shown));
    paragraphEnded = false;
    if (stage == Stage.GAME) {
      terminal.settings().settled();
    }
    goOn();
  }

  /** What each message is to a reader of prose; blocks, events and numbers are not for telnet. */
  private final class Shown implements ServerMessage.Cases<Boolean> {
    @Override
    public Boolean text(ServerMessage.Text message) {
      beside.text(message);
      Visit.this.text(message.kind(), message.line());
      return true;
    }

    @Override
    public Boolean refused(ServerMessage.Refused message) {
      Visit.this.refused(message);
      return true;
    }

    @Override
    public Boolean session(ServerMessage.Session message) {
      seated(message);
      return true;
    }

    @Override
    public Boolean world(ServerMessage.World world) {
      String players = world.players().equals("1") ? "1 player" : world.players() + " players";
      listed(Listing.WORLDS, world.id(), world.title() + ", for " + players);
      return true;
    }

    @Override
    public Boolean about(ServerMessage.About message) {
      return true;
    }

    @Override
    public Boolean open(ServerMessage.Open open) {
      listed(
          Listing.SESSIONS,
          open.session(),
          open.title() + ", " + open.players() + " of " + open.maximum() + " seats taken");
      return true;
    }

    @Override
    public Boolean end(ServerMessage.End message) {
      listed();
      return true;
    }

    @Override
    public Boolean bye(ServerMessage.Bye message) {
      leaving = true;
      beside.goodbye(message.text());
      if (!message.text().isEmpty()) {
        say(message.text());
      }
      if (stage == Stage.GAME && message.code() == Farewell.BYE) {
        sayHowToComeBack();
      }
      return true;
    }

    @Override
    public Boolean welcome(ServerMessage.Welcome message) {
      return false;
    }

    @Override
    public Boolean fullSync(ServerMessage.FullSync message) {
      block(message.snapshot());
      return true;
    }

    @Override
    public Boolean deltaSync(ServerMessage.DeltaSync message) {
      block(message.delta());
      return true;
    }

    @Override
    public Boolean check(ServerMessage.Check message) {
      return false;
    }

    @Override
    public Boolean dict(ServerMessage.Dict message) {
      return true;
    }

    @Override
    public Boolean event(ServerMessage.Event message) {
      return false;
    }

    @Override
    public Boolean ok(ServerMessage.Ok message) {
      return false;
    }

    @Override
    public Boolean setting(ServerMessage.Setting message) {
      terminal.settings().remembered(message.name(), message.value());
      return true;
    }

    @Override
    public Boolean live(ServerMessage.Live message) {
      return false;
    }

    @Override
    public Boolean ping(ServerMessage.Ping message) {
      return false;
    }

    @Override
    public Boolean pong(ServerMessage.Pong message) {
      return false;
    }
  }

  private void block(Block block) {
    beside.block(block);
    if (mapWanted) {
      map();
    }
  }

  /** Paragraphs of one answer stand apart; there is no empty line before the prompt. */
  private void text(TextKind kind, Line line) {
    if (line.isEmpty()) {
      paragraphEnded = true;
      paragraphBegins = true;
      return;
    }
    if (paragraphEnded) {
      terminal.tell(kind, List.of(Line.EMPTY));
      paragraphEnded = false;
    }
    Line shown = terminal.reader() ? line : ExitsLine.of(kind, line);
    terminal.tell(kind, List.of(paragraphBegins ? stamped(shown) : shown));
    paragraphBegins = false;
  }

  private Line stamped(Line line) {
    if (!terminal.settings().isOn(Setting.TIMESTAMPS)) {
      return line;
    }
    List<Span> spans = new ArrayList<>();
    spans.add(Span.plain("[" + TIME.format(card.time().get()) + "] "));
    spans.addAll(line.spans());
    return new Line(spans);
  }

  private void refused(ServerMessage.Refused refused) {
    beside.refused(refused);
    boolean wasLobby = stage != Stage.GAME;
    if (wasLobby
        && refused.code() == Refusal.WRONG_PASSWORD
        && attempt.orElse(null) instanceof ClientMessage.Join join) {
      stage = Stage.PASSWORD;
      if (join.password().isPresent()) {
        say(words(refused) + " Try again, or press Enter to go back.");
      }
    } else {
      terminal.tell(TextKind.RESULT, List.of(Line.of(words(refused))));
      boolean badName = refused.code() == Refusal.BAD_NAME || refused.code() == Refusal.NAME_TAKEN;
      if (wasLobby && badName && attempt.isPresent()) {
        stage = Stage.NAME;
      } else {
        attempt = Optional.empty();
      }
    }
    awaitsAnswer = false;
  }

  private static String words(ServerMessage.Refused refused) {
    return refused.text().isEmpty()
        ? "That is refused: " + refused.code().code() + "."
        : refused.text();
  }

  private void seated(ServerMessage.Session session) {
    stage = Stage.GAME;
    attempt = Optional.empty();
    awaitsAnswer = false;
    rejoinWords = session.token();
    beside.seated(session);
    preferences.seated();
    say(
        "You sit in "
            + session.session()
            + " as "
            + session.player()
            + "; others come in with: join "
            + session.session());
    sayHowToComeBack();
    paragraphEnded = true;
  }

  private void sayHowToComeBack() {
    say("To take your seat again: resume " + rejoinWords);
  }

  private void listed(Listing what, String id, String about) {
    if (what == listing) {
      boolean reader = terminal.reader();
      listed.add(
          new Line(
              List.of(
                  Span.plain(reader ? "" : "  "),
                  new Span(Span.Kind.EMPHASIS, id, id),
                  Span.plain((reader ? ": " : "  ") + about))));
    }
  }

  private void listed() {
    awaitsAnswer = false;
    switch (listing) {
      case WORLDS -> sayListed("There is no world to play here.", "Start one with: new WORLD");
      case SESSIONS ->
          sayListed("Nobody plays. Start a game with: new WORLD", "Sit down with: join SESSION");
    }
    listed.clear();
  }

  private void sayListed(String none, String how) {
    if (listed.isEmpty()) {
      say(none);
    } else {
      terminal.tell(TextKind.SYSTEM, listed);
      say(how);
    }
  }

  private void say(String words) {
    say(Line.of(words));
  }

  private void say(Line line) {
    terminal.tell(TextKind.SYSTEM, List.of(line));
  }

  private void prompt() {
    if (stage == Stage.PASSWORD) {
      terminal.askUnseen(stage.prompt);
    } else if (stage == Stage.GAME) {
      terminal.askOrNothing(terminal.settings().prompt(terminal.reader() ? "" : stage.prompt));
    } else {
      terminal.ask(stage.prompt);
    }
  }
}
