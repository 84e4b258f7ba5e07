package lamplight.server.transport.telnet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.telnet.TelnetOption;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;

/**
 * One player's visit by telnet: name, lobby, game. Typed lines become the messages that every
 * client sends, the server's messages become prose; no rule lives here.
 *
 * <p>Each line waits for the answer to the one before, which may decide what it means. What is
 * refused because it came too fast is said again later, so that nothing of a pasted script is lost.
 * While many lines wait, nothing is read from the client.
 */
final class Visit implements Terminal.Player {
  /** Where what the player says is sent. */
  interface Sender {
    void send(ClientMessage message);
  }

  /** The way to the server. */
  interface Server extends Sender {
    /** The player has said a name. */
    void named();

    /** The client's connection is to be closed behind what was said. */
    void hangUp();

    /** Whether more is to be read from the client. */
    void reading(boolean on);

    /** Has {@link Visit#goOn} called then. */
    void wakeAt(long millis);

    /** A clock's milliseconds. */
    long now();
  }

  /** How long what came too fast waits: the longest time that one more of anything takes. */
  static final long AGAIN_MILLIS = 100;

  private final Server server;
  private final Terminal terminal;
  private final DataLane beside;
  private final Shown shown = new Shown();
  private final TypeAhead ahead = new TypeAhead();
  private final LobbyTalk lobby;
  private final GameTalk game;

  /** What was sent and is not answered yet, in order. */
  private final Deque<ClientMessage> asked = new ArrayDeque<>(1);

  /** What the batch that is being shown answers. */
  private Optional<ClientMessage> answered = Optional.empty();

  /** What came too fast, in order, and when it is to be said again. */
  private final Deque<ClientMessage> again = new ArrayDeque<>(1);

  private long againAt;

  private boolean seated;

  /** The greeting is said. */
  private boolean greeted;

  /** Nothing is read from the client for now. */
  private boolean held;

  /** The client says no more. */
  private boolean over;

  /** Goodbye was said, by either side: no prompt any more, and nothing that is typed counts. */
  private boolean leaving;

  Visit(Server server, Workshop workshop, ServerCard card) {
    this.server = server;
    this.terminal = new Terminal(this, workshop);
    this.beside = new DataLane(this::send, terminal, card);
    Preferences preferences = new Preferences(this::send, terminal, this::say);
    Kit kit = new Kit(this::send, card, terminal, beside, preferences);
    this.lobby = new LobbyTalk(this, kit);
    this.game = new GameTalk(this, kit);
  }

  Terminal terminal() {
    return terminal;
  }

  // ---- what the player does ----

  @Override
  public void ready() {
    terminal.say(
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
        say("You are far ahead of the game; it takes your lines in turn.");
      }
    }
  }

  /** Whether a line would be taken now. */
  private boolean isFree() {
    return greeted && !leaving && asked.isEmpty() && again.isEmpty();
  }

  /** Takes the next line if its turn has come, or asks for one. */
  void goOn() {
    sayAgain();
    if (isFree() && ahead.isDue(server.now())) {
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
      server.wakeAt(ahead.dueAt()); // also if it is due: others have their turn first
    } else if (over) {
      quit();
    } else {
      prompt();
    }
  }

  private void send(ClientMessage message) {
    asked.add(message);
    server.send(message);
  }

  /** What was sent came too fast. */
  private void sayLater(ClientMessage message) {
    again.add(message);
    againAt = server.now() + AGAIN_MILLIS;
    server.wakeAt(againAt);
  }

  private void sayAgain() {
    if (!again.isEmpty() && server.now() >= againAt && !leaving) {
      List<ClientMessage> late = new ArrayList<>(again);
      again.clear();
      late.forEach(this::send);
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
    if (line.isPresent()) {
      take(line.get());
    } else {
      refuseLongLine();
    }
  }

  private void refuseLongLine() {
    say("That line is too long; please say it in fewer words.");
    prompt();
  }

  private void take(String line) {
    if (seated) {
      game.take(line.strip());
    } else {
      lobby.take(line.strip());
    }
  }

  private void prompt() {
    if (seated) {
      game.prompt();
    } else {
      lobby.prompt();
    }
  }

  private void say(String words) {
    terminal.say(Line.of(words));
  }

  // ---- for the parts ----

  void quit() {
    if (!leaving) {
      leaving = true;
      send(new ClientMessage.Bye());
    }
  }

  void named() {
    server.named();
  }

  /** The player gives the seat up, and is in the lobby again. */
  void left() {
    seated = false;
    ahead.seated(false);
  }

  static String words(ServerMessage.Refused refused) {
    return refused.text().isEmpty()
        ? "That is refused: " + refused.code().code() + "."
        : refused.text();
  }

  // ---- what the server says ----

  /**
   * Shows a batch of messages, and the prompt behind them.
   *
   * @param answer whether they are the answer to what was sent first of what is not answered yet
   */
  void show(List<ServerMessage> messages, boolean answer) {
    answered = answer ? Optional.ofNullable(asked.poll()) : Optional.empty();
    game.batch();
    for (ServerMessage message : messages) {
      message.match(shown);
    }
    game.told(answered);
    beside.shown();
    if (seated) {
      terminal.settings().settled();
    }
    goOn();
  }

  /** What each message is to a reader of prose; blocks, events and numbers are not for telnet. */
  private final class Shown implements ServerMessage.Cases<Boolean> {
    @Override
    public Boolean text(ServerMessage.Text message) {
      boolean channel = beside.text(message);
      game.text(message.kind(), message.line());
      if (channel) {
        beside.told();
      }
      return true;
    }

    @Override
    public Boolean refused(ServerMessage.Refused message) {
      if (message.code() == Refusal.RATE_LIMITED && answered.isPresent()) {
        answered.ifPresent(Visit.this::sayLater);
        return false;
      }
      beside.refused(message);
      if (seated) {
        game.refused(message);
      } else {
        lobby.refused(message);
      }
      return true;
    }

    @Override
    public Boolean session(ServerMessage.Session message) {
      seated = true;
      ahead.seated(true);
      lobby.seated();
      game.seated(message);
      return true;
    }

    @Override
    public Boolean world(ServerMessage.World world) {
      lobby.world(world);
      return true;
    }

    @Override
    public Boolean about(ServerMessage.About message) {
      lobby.about(message);
      return true;
    }

    @Override
    public Boolean open(ServerMessage.Open open) {
      lobby.open(open);
      return true;
    }

    @Override
    public Boolean end(ServerMessage.End message) {
      lobby.listed();
      return true;
    }

    @Override
    public Boolean bye(ServerMessage.Bye message) {
      leaving = true;
      beside.goodbye(message);
      if (!message.text().isEmpty()) {
        say(message.text());
      }
      if (seated && message.code() == Farewell.BYE) {
        game.sayHowToComeBack();
      }
      return true;
    }

    @Override
    public Boolean welcome(ServerMessage.Welcome message) {
      return false;
    }

    @Override
    public Boolean sync(ServerMessage.Sync message) {
      game.block(message.block());
      return true;
    }

    @Override
    public Boolean dict(ServerMessage.Dict message) {
      return true;
    }

    @Override
    public Boolean event(ServerMessage.Event message) {
      beside.event(message);
      return true;
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
}
