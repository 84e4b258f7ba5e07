package lamplight.server.transport.telnet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.telnet.Side;
import lamplight.engine.telnet.Telnet;
import lamplight.engine.telnet.TelnetEnd;
import lamplight.engine.telnet.TelnetOption;

/**
 * One player's terminal behind a telnet connection: bytes in, typed lines out; prose and prompts
 * in, bytes out.
 *
 * <p>Whatever is said starts on a line of its own, and the prompt with its mark comes last; where
 * the client sends each key, what was typed so far is drawn again behind it.
 */
final class Terminal {
  /** The player behind the terminal. */
  interface Player {
    /** The client has answered, or had its time: the first words may be said. */
    void ready();

    /** Enter was pressed; this may come before the player is ready. */
    void typed(String line);

    void typedTooMuch();

    /** An option about the game is on or off now; off also says that it was refused. */
    void agreed(TelnetOption option, boolean on);

    /** A subnegotiation of an option about the game, as it came. */
    void told(TelnetOption option, byte[] body);

    /** The client sends what no client sends: it should be cut off. */
    void flood();
  }

  private enum Cursor {
    LINE_START,
    AFTER_PROMPT,
    /** Behind keys that we echoed without a prompt before them. */
    AFTER_KEYS
  }

  private record Prompt(String words, boolean unseen) {}

  private static final Prompt NO_PROMPT = new Prompt("", false);
  private static final String NEW_LINE = "\r\n";

  private final Player player;
  private final Workshop workshop;
  private final TelnetEnd<Terminal> end = new TelnetEnd<>(TerminalOptions.TABLE, this, new Input());
  private final LineEditor editor = new LineEditor(new Keys());
  private final ClientTraits traits = new ClientTraits();
  private final Settings settings = new Settings();
  private final Negotiation negotiation;

  private boolean started;
  private Cursor cursor = Cursor.LINE_START;
  private Prompt prompt = NO_PROMPT;
  private boolean marked;

  Terminal(Player player, Workshop workshop) {
    this.player = player;
    this.workshop = workshop;
    this.negotiation = new Negotiation(end, traits, workshop);
  }

  // ---- the connection's side ----

  void connected() {
    end.connected();
  }

  void receive(byte octet) {
    end.receive(octet);
  }

  /**
   * To be called when the bytes that have arrived are taken in: starts once all offers are
   * answered, and marks a prompt late.
   */
  void received() {
    if (!end.heard()) {
      return;
    }
    if (started || negotiation.answered()) {
      negotiation.askMore();
    }
    if (negotiation.answered()) {
      start();
      if (cursor == Cursor.AFTER_PROMPT && !marked) {
        mark();
      }
    }
  }

  /** Starts with what is known: the client has had its time. */
  void start() {
    if (started) {
      return;
    }
    started = true;
    negotiation.askMore();
    if (negotiation.isBareSocket()) {
      write(NEW_LINE); // it shows letters of the offers
    }
    player.ready();
  }

  /** Whether the client has sent any telnet command, so that the rest of the offers went out. */
  boolean speaksTelnet() {
    return end.heard();
  }

  /** How the client calls itself. */
  String client() {
    return traits.name();
  }

  /** Nothing was sent for a while: keeps the connection in the memory of what is between. */
  void keepAlive() {
    if (settings.isOn(Setting.KEEPALIVE) && end.heard()) {
      end.command(Telnet.NOP);
    }
  }

  /**
   * The last bytes before the connection is closed. Behind the end of a compressed stream nothing
   * follows, not even that compression is off: TinyFugue 5 never comes back from reading on.
   */
  byte[] close() {
    end.endCompression();
    return end.drain();
  }

  /** What the player chose in place of what the client told. */
  Settings settings() {
    return settings;
  }

  /** Whether what is shown is read out: then it is in words. */
  boolean reader() {
    Optional<Boolean> chosen = settings.reader();
    return chosen.isPresent() ? chosen.get() : traits.reader();
  }

  /** A line's columns. */
  int width() {
    OptionalInt chosen = settings.width();
    return chosen.isPresent() ? chosen.getAsInt() : traits.width();
  }

  Ink ink() {
    Optional<Ink.Colours> chosen = settings.colours();
    return chosen.isPresent() ? traits.ink().with(chosen.get()) : traits.ink();
  }

  Player player() {
    return player;
  }

  /** The bytes to send, in their order; each is given once. */
  byte[] drain() {
    return end.drain();
  }

  // ---- the program's side ----

  /** Shows lines, wrapped to the window, on lines of their own. */
  void tell(TextKind kind, List<Line> lines) {
    lineStart();
    Ink ink = ink();
    for (Line line : lines) {
      end.write(workshop.typesetter().set(kind, line, width() - 1, ink));
    }
  }

  /** Shows a line of the server's own words. */
  void say(Line line) {
    tell(TextKind.SYSTEM, List.of(line));
  }

  /** Shows a prompt, if it does not stand there already. */
  void ask(String words) {
    ask(new Prompt(words, false));
  }

  /** Shows a prompt whose answer is not to be seen on the screen. */
  void askUnseen(String words) {
    ask(new Prompt(words, true));
  }

  /** Whether the client agreed that we send data of this option, such as GMCP. */
  boolean speaks(TelnetOption option) {
    return end.on(option, Side.US);
  }

  /** Sends data beside the text; it may stand between any two lines. */
  void send(TelnetOption option, byte[] body) {
    end.send(option, body);
  }

  /** Shows a prompt, or nothing where its words are empty. */
  void askOrNothing(String words) {
    if (words.isEmpty()) {
      prompt = NO_PROMPT;
    } else {
      ask(words);
    }
  }

  /** Shows text that another program reads, as it is. */
  void tellProgram(String text) {
    write(text);
    cursor = Cursor.LINE_START;
  }

  /** Shows behind the prompt what was typed long before it, and ends the line. */
  void repeat(String words) {
    if (echoes() && !editor.typed().isEmpty()) {
      lineStart(); // what is being typed stands behind the prompt
      write(ink().words(prompt.words()));
    }
    if (!prompt.unseen()) {
      write(ink().words(words));
    }
    endLine(true);
  }

  /**
   * @param ours whether the new line is ours to send: Enter moves a client's cursor by itself,
   *     unless the echo is ours
   */
  private void endLine(boolean ours) {
    if (prompt.unseen() && !characterMode()) {
      end.ask(TelnetOption.ECHO, Side.US, false);
    }
    if (ours) {
      write(NEW_LINE);
    }
    prompt = NO_PROMPT;
    cursor = Cursor.LINE_START;
  }

  private void ask(Prompt next) {
    if (cursor == Cursor.AFTER_PROMPT && prompt.equals(next)) {
      return;
    }
    lineStart();
    prompt = next;
    if (next.unseen()) {
      end.ask(TelnetOption.ECHO, Side.US, true);
    }
    write(ink().words(next.words()));
    if (echoes()) {
      write(ink().words(editor.typed()));
    }
    cursor = Cursor.AFTER_PROMPT;
    marked = false;
    if (end.heard()) {
      mark();
    }
  }

  private void mark() {
    marked = true;
    if (end.on(TelnetOption.EOR, Side.US)) {
      end.command(Telnet.EOR);
    } else if (!characterMode()) {
      end.command(Telnet.GA);
    }
  }

  private void lineStart() {
    if (cursor == Cursor.LINE_START) {
      return;
    }
    if (!isPromptTaken()) {
      boolean canErase = echoes() && ink().hasEscapes();
      write(canErase ? "\r\u001b[K" : NEW_LINE);
    }
    cursor = Cursor.LINE_START;
  }

  /** The prompt's mark ended its line: another line end would show as an empty line. */
  private boolean isPromptTaken() {
    return cursor == Cursor.AFTER_PROMPT
        && marked
        && traits.takesPrompts()
        && end.on(TelnetOption.EOR, Side.US);
  }

  /** The client sends each key: it asked for no go-aheads, so we edit its lines. */
  private boolean characterMode() {
    return end.on(TelnetOption.SGA, Side.US);
  }

  private boolean echoes() {
    return characterMode() && end.on(TelnetOption.ECHO, Side.US) && !prompt.unseen();
  }

  /** What the client agrees to and tells; the table in {@link TerminalOptions} works on it. */
  Negotiation negotiation() {
    return negotiation;
  }

  void goAheadSuppressed(Side side, boolean on) {
    if (side == Side.US) {
      end.ask(TelnetOption.ECHO, Side.US, on || prompt.unseen());
    }
  }

  // ---- bytes out ----

  private void write(String words) {
    end.write(words.getBytes(StandardCharsets.UTF_8));
  }

  // ---- bytes in ----

  private final class Input implements TelnetEnd.Listener {
    @Override
    public void data(byte octet) {
      editor.accept(octet);
    }

    @Override
    public void command(int code) {
      switch (code) {
        case Telnet.AYT -> {
          say(Line.of("[yes]"));
          if (!prompt.equals(NO_PROMPT)) {
            ask(prompt);
          }
        }
        case Telnet.EC -> editor.eraseCharacter();
        case Telnet.EL -> editor.eraseLine();
        default -> {} // GA, NOP, IP, BRK, AO and unknown ones say nothing to a game
      }
    }

    @Override
    public void flood() {
      player.flood();
    }
  }

  private final class Keys implements LineEditor.Listener {
    @Override
    public void line(String text) {
      entered();
      player.typed(text);
    }

    @Override
    public void tooLong() {
      entered();
      player.typedTooMuch();
    }

    @Override
    public void added(int codePoint) {
      if (started && echoes()) {
        write(ink().words(Character.toString(codePoint)));
        keysShown();
      }
    }

    @Override
    public void erased(int columns) {
      if (started && echoes()) {
        write("\b \b".repeat(columns));
        keysShown();
      }
    }

    private void keysShown() {
      if (cursor == Cursor.LINE_START) {
        cursor = Cursor.AFTER_KEYS;
      }
    }

    private void entered() {
      if (started) {
        boolean unseen = end.on(TelnetOption.ECHO, Side.US) || prompt.unseen();
        endLine(unseen && !isPromptTaken());
      }
    }
  }
}
