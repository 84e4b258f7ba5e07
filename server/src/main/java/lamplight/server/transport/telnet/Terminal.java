package lamplight.server.transport.telnet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.telnet.Side;
import lamplight.engine.telnet.Telnet;
import lamplight.engine.telnet.TelnetEnd;
import lamplight.engine.telnet.TelnetOption;
import lamplight.server.transport.telnet.ClientTraits.Charset;

/**
 * One player's terminal behind a telnet connection: bytes in, typed lines out; prose and prompts
 * in, bytes out.
 *
 * <p>Whatever is said starts on a line of its own, and the prompt with its mark comes last; where
 * the client sends each key, what was typed so far is drawn again behind it. Lines that come before
 * the first prompt are kept.
 */
final class Terminal {
  /** Lines kept from a client that talks before it was asked. */
  static final int MAX_EARLY_LINES = 100;

  /** The player behind the terminal. */
  interface Player {
    /** The client has answered, or had its time: the first words may be said. */
    void ready();

    /** Enter was pressed. */
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
  private static final int SEND = 1;
  private static final int CHARSET_REQUEST = 1;
  private static final int CHARSET_ACCEPTED = 2;
  private static final int CHARSET_REJECTED = 3;

  private final Player player;
  private final TelnetEnd<Terminal> end = new TelnetEnd<>(TerminalOptions.TABLE, this, new Input());
  private final LineEditor editor = new LineEditor(new Keys());
  private final ClientTraits traits = new ClientTraits();
  private final Deque<Runnable> early = new ArrayDeque<>();

  private boolean started;
  private boolean awaitsType;
  private boolean awaitsCharset;
  private boolean askedBinary;
  private Cursor cursor = Cursor.LINE_START;
  private Prompt prompt = NO_PROMPT;
  private boolean marked;

  Terminal(Player player) {
    this.player = player;
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
    if (!askedBinary && !awaitsType && traits.wantsBinary()) {
      askedBinary = true;
      end.ask(TelnetOption.BINARY, Side.THEM, true);
    }
    if (answered()) {
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
    player.ready();
    while (!early.isEmpty()) {
      early.remove().run();
    }
  }

  /** Whether the client has sent any telnet command, so that the rest of the offers went out. */
  boolean speaksTelnet() {
    return end.heard();
  }

  /** How the client calls itself. */
  String client() {
    return traits.name();
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
    Ink ink = traits.ink();
    for (Line line : lines) {
      for (Line row : Wrap.rows(line, traits.width() - 1)) {
        write(ink.row(kind, row));
        write(NEW_LINE);
      }
    }
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

  private void ask(Prompt next) {
    if (cursor == Cursor.AFTER_PROMPT && prompt.equals(next)) {
      return;
    }
    lineStart();
    prompt = next;
    if (next.unseen()) {
      end.ask(TelnetOption.ECHO, Side.US, true);
    }
    write(traits.ink().words(next.words()));
    if (echoes()) {
      write(traits.ink().words(editor.typed()));
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
    boolean canErase = echoes() && traits.ink().colour();
    write(canErase ? "\r\u001b[K" : NEW_LINE);
    cursor = Cursor.LINE_START;
  }

  /** The client sends each key: it asked for no go-aheads, so we edit its lines. */
  private boolean characterMode() {
    return end.on(TelnetOption.SGA, Side.US);
  }

  private boolean echoes() {
    return characterMode() && end.on(TelnetOption.ECHO, Side.US) && !prompt.unseen();
  }

  // ---- what the options do; the table in TerminalOptions refers to these ----

  void goAheadSuppressed(Side side, boolean on) {
    if (side == Side.US) {
      end.ask(TelnetOption.ECHO, Side.US, on || prompt.unseen());
    }
  }

  void typeAgreed(Side side, boolean on) {
    awaitsType = on;
    if (on) {
      subnegotiation(TelnetOption.TTYPE, SEND, "");
    }
  }

  void typeTold(byte[] body) {
    if (!awaitsType || body.length == 0 || body[0] != 0) {
      return;
    }
    awaitsType = traits.type(Arrays.copyOfRange(body, 1, body.length));
    if (awaitsType) {
      subnegotiation(TelnetOption.TTYPE, SEND, "");
    }
  }

  void sizeTold(byte[] body) {
    if (body.length >= 4) {
      traits.size((body[0] & 0xFF) << 8 | (body[1] & 0xFF));
    }
  }

  void charsetAgreed(Side side, boolean on) {
    if (side == Side.US) {
      awaitsCharset = on;
      if (on) {
        subnegotiation(TelnetOption.CHARSET, CHARSET_REQUEST, ";UTF-8;US-ASCII");
      } else {
        traits.charset(Charset.NO_OPTION);
      }
    }
  }

  void charsetTold(byte[] body) {
    if (body.length == 0) {
      return;
    }
    String rest =
        new String(body, 1, body.length - 1, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
    switch (body[0]) {
      case CHARSET_REQUEST -> answerCharset(rest);
      case CHARSET_ACCEPTED ->
          charsetSettled(rest.equals("UTF-8") ? Charset.UTF8 : Charset.REJECTED);
      case CHARSET_REJECTED -> charsetSettled(Charset.REJECTED);
      default -> {} // translation tables: never asked for
    }
  }

  /** The client asks for one of a list, whose first character is what stands between the names. */
  private void answerCharset(String list) {
    boolean utf8 =
        !list.isEmpty()
            && Arrays.asList(list.substring(1).split(Pattern.quote(list.substring(0, 1)), -1))
                .contains("UTF-8");
    if (utf8) {
      traits.charset(Charset.UTF8);
      subnegotiation(TelnetOption.CHARSET, CHARSET_ACCEPTED, "UTF-8");
    } else {
      subnegotiation(TelnetOption.CHARSET, CHARSET_REJECTED, "");
    }
  }

  private void charsetSettled(Charset charset) {
    awaitsCharset = false;
    traits.charset(charset);
  }

  private boolean answered() {
    return !awaitsType && !awaitsCharset && end.answered();
  }

  // ---- bytes out ----

  private void write(String words) {
    end.write(words.getBytes(StandardCharsets.UTF_8));
  }

  private void subnegotiation(TelnetOption option, int kind, String words) {
    byte[] body = (" " + words).getBytes(StandardCharsets.UTF_8);
    body[0] = (byte) kind;
    end.send(option, body);
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
          tell(TextKind.SYSTEM, List.of(Line.of("[yes]")));
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
      whenStarted(() -> entered(text));
    }

    @Override
    public void tooLong() {
      whenStarted(
          () -> {
            endLine();
            player.typedTooMuch();
          });
    }

    @Override
    public void added(int codePoint) {
      if (started && echoes()) {
        write(traits.ink().words(Character.toString(codePoint)));
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

    private void entered(String text) {
      endLine();
      player.typed(text);
    }

    /** Enter moves the client's cursor by itself, unless the echo is ours. */
    private void endLine() {
      boolean ourEcho = end.on(TelnetOption.ECHO, Side.US);
      if (prompt.unseen() && !characterMode()) {
        end.ask(TelnetOption.ECHO, Side.US, false);
      }
      if (ourEcho || prompt.unseen()) {
        write(NEW_LINE);
      }
      prompt = NO_PROMPT;
      cursor = Cursor.LINE_START;
    }

    private void whenStarted(Runnable action) {
      if (started) {
        action.run();
      } else if (early.size() < MAX_EARLY_LINES) {
        early.add(action);
      }
    }
  }
}
