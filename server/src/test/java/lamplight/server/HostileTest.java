package lamplight.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bad clients may do, while somebody plays: they are told, cut, and cost little. */
class HostileTest {
  private static final Path WORLDS = Path.of("src", "test", "resources", "load");
  private static final int MEBI = 1 << 20;

  /** What a server may hold for the hostile, with room for the tests' own client. */
  private static final long MOST_HELD = 8 * MEBI;

  private final List<Thread> senders = new ArrayList<>();
  private Host host;
  private Peer player;

  @BeforeEach
  void open() throws Exception {
    host = new Host(WORLDS, false);
    player = new Peer(host.sync());
    player.say("CREATE:square:Bea").hear("END\n");
  }

  @AfterEach
  void close() throws Exception {
    player.close();
    host.close();
    for (Thread sender : senders) {
      sender.join(); // its connection is gone
    }
    assertThat(host.reports()).isEmpty();
  }

  private enum Door {
    TELNET,
    SYNC,
    WEB
  }

  /**
   * One that does wrong.
   *
   * @param login what it says before, up to the game
   * @param words what it is told
   * @param ends whether its connection is ended, and not only its line
   */
  record Villain(String name, Door door, String login, String bytes, String words, boolean ends) {
    Villain(String name, Door door, String bytes, String words, boolean ends) {
      this(name, door, "", bytes, words, ends);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Villain> villains() {
    return Stream.of(
        new Villain(
            "a line of 1 MB by telnet", Door.TELNET, line(MEBI), "That line is too long", false),
        new Villain("a line of 1 MB by sync", Door.SYNC, line(MEBI), "ERROR:line_too_long:", false),
        new Villain("random bytes by telnet", Door.TELNET, random(256 * 1024), "", false),
        new Villain("random bytes by sync", Door.SYNC, random(256 * 1024), "ERROR:", false),
        new Villain("garbage without end", Door.SYNC, again("x:\n", 3_000), "BYE:abuse:", true),
        new Villain(
            "an endless subnegotiation",
            Door.TELNET,
            endless(),
            "What you send is no telnet. This connection ends now.",
            true),
        new Villain(
            "a flood of commands by sync",
            Door.SYNC,
            "CREATE:square:Eve",
            again("CMD:xyzzy\n", 3_000),
            "BYE:abuse:",
            true),
        new Villain(
            "a flood of commands by telnet",
            Door.TELNET,
            "Eve\nnew square",
            again("xyzzy\n", 3_000),
            "You are far ahead of the game",
            false),
        gmcp("no JSON", "Core.Hello {\"client\":", "Char.Items.Inv ]", "Room", ""),
        gmcp("packages that nobody knows", "Foo.Bar 1", "Core.Supports.Set [\"Foo 1\",7,{}]"),
        gmcp("lists in lists", "Core.Supports.Set " + again("[", 16_000)),
        gmcp("tables in tables", "Core.Supports.Set " + again("{\"a\":", 2_000)),
        gmcp("a message of 64 KB", "Core.Supports.Set [\"" + again("x", 65_000)),
        new Villain(
            "a message of 1 MB in GMCP",
            Door.TELNET,
            "\u00ff\u00fd\u00c9\u00ff\u00fa\u00c9Core.Hello \"" + again("x", MEBI),
            "What you send is no telnet. This connection ends now.",
            true),
        new Villain("no HTTP", Door.WEB, random(64 * 1024), "HTTP/1.1 400 ", true),
        new Villain(
            "a header without end",
            Door.WEB,
            "GET / HTTP/1.1\r\nCookie: " + again("x", MEBI),
            "HTTP/1.1 400 ",
            true),
        new Villain(
            "two lengths of one body",
            Door.WEB,
            "GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
            "HTTP/1.1 400 ",
            true),
        new Villain(
            "a request in another's body",
            Door.WEB,
            head("GET / HTTP/1.1", "Transfer-Encoding: chunked", "Content-Length: 4", "")
                + head("2", "ab", "0", "", "GET /health HTTP/1.1", ""),
            "HTTP/1.1 400 ",
            true),
        new Villain(
            "a body of 1 MB",
            Door.WEB,
            "POST / HTTP/1.1\r\nContent-Length: 1048576\r\n\r\n" + again("x", MEBI),
            "HTTP/1.1 413 ",
            false),
        webSocket("a frame that is not masked", "\u0082\u0003Bea", "not masked", true),
        webSocket("a frame of 1 MB", "\u0082\u00ff\0\0\0\0\0\u0010\0\0", "Max frame length", true),
        webSocket("a frame of no known kind", "\u0083\u0080\0\0\0\0", "opcode", true),
        webSocket("a message without end", fragments("Bea\r\nxyzzy\r\n"), "\"xyzzy\"", false));
  }

  /**
   * One that speaks GMCP badly; whoever does so is passed over, and answered when it speaks well.
   */
  private static Villain gmcp(String name, String... messages) {
    StringBuilder bytes = new StringBuilder("\u00ff\u00fd\u00c9");
    for (String message : messages) {
      bytes.append("\u00ff\u00fa\u00c9").append(message).append("\u00ff\u00f0");
    }
    String ping = "\u00ff\u00fa\u00c9Core.Ping\u00ff\u00f0";
    return new Villain(name + " in GMCP", Door.TELNET, bytes + ping, ping, false);
  }

  private static Villain webSocket(String name, String frames, String words, boolean ends) {
    String request =
        "GET /play HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r";
    return new Villain(name + " in a WebSocket", Door.WEB, request, frames, words, ends);
  }

  private static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  /** Each letter in a frame of its own, masked with zeros, of a message that does not end. */
  private static String fragments(String words) {
    StringBuilder frames = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      frames.append(frames.isEmpty() ? '\u0002' : '\0').append("\u0081\0\0\0\0").append(letter);
    }
    return frames.toString();
  }

  private int port(Door door) {
    return switch (door) {
      case TELNET -> host.telnet();
      case SYNC -> host.sync();
      case WEB -> host.web();
    };
  }

  @ParameterizedTest
  @MethodSource("villains")
  void oneWhoDoesWrongIsToldAndOthersPlayOn(Villain villain) throws Exception {
    try (Peer bad = new Peer(port(villain.door()))) {
      if (!villain.login().isEmpty()) {
        bad.say(villain.login()).hear(villain.door() == Door.WEB ? "name? " : "Exits: ");
      }
      Thread sender =
          new Thread(() -> sendAll(bad, villain.bytes().getBytes(ISO_8859_1)), "villain");
      sender.start();
      String heard = villain.words().isEmpty() ? "" : bad.hear(villain.words());
      assertThat(heard).endsWith(villain.words());
      playOn();
      if (villain.ends()) {
        assertThat(bad.hearTheEnd()).as("behind its farewell").doesNotContain("\nBYE", "\nERROR");
      }
      senders.add(sender);
    }
    playOn();
  }

  @Test
  void thousandSilentConnectionsCostLittle() throws Exception {
    long before = held();
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        int port = port(Door.values()[i % 3]);
        silent.add(new Socket(InetAddress.getLoopbackAddress(), port));
      }
      while (host.gateway().stats().get().connections() < 668) { // those of browsers come later
        playOn(); // until all are in
      }
      assertThat(held() - before).isLessThan(MOST_HELD);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
    playOn();
  }

  @Test
  void twoHundredBrowsersAreServed() throws Exception {
    List<Peer> browsers = new ArrayList<>();
    try {
      Villain names = webSocket("a name", fragments("Bea\r\n"), "", false);
      for (int i = 0; i < 200; i++) {
        browsers.add(new Peer(host.web()).say(names.login()));
      }
      for (Peer browser : browsers) {
        browser.hear("name? ");
        browser.send(names.bytes().getBytes(ISO_8859_1)).hear("Hello, Bea.");
      }
      playOn();
    } finally {
      for (Peer browser : browsers) {
        browser.close();
      }
    }
  }

  @Test
  void whoAsksForPagesAndReadsNoneCostsLittle() throws Exception {
    try (Peer deaf = new Peer(host.web())) {
      long before = held();
      String request = "GET /xterm/xterm.mjs HTTP/1.1\r\nHost: a\r\n\r\n";
      Thread sender =
          new Thread(() -> sendAll(deaf, again(request, 20_000).getBytes(ISO_8859_1)), "villain");
      sender.start();
      for (int i = 0; i < 20; i++) {
        playOn();
      }
      assertThat(held() - before).isLessThan(MOST_HELD);
      senders.add(sender);
    }
    playOn();
  }

  @Test
  void whoReadsNothingCostsLittle() throws Exception {
    try (Peer deaf = new Peer(host.sync())) {
      deaf.say("CREATE:square:Eve").hear("END\n");
      long before = held();
      String commands = again("CMD:look\nPING:x\n", 10_000);
      Thread sender = new Thread(() -> sendAll(deaf, commands.getBytes(ISO_8859_1)), "villain");
      sender.start();
      for (int i = 0; i < 20; i++) {
        playOn();
      }
      assertThat(held() - before).isLessThan(MOST_HELD);
      senders.add(sender);
    }
    playOn();
  }

  /** The player gets an answer. */
  private void playOn() throws IOException {
    String nonce = Long.toString(System.nanoTime());
    player.say("PING:" + nonce).hear("PONG:" + nonce + "\n");
  }

  private static void sendAll(Peer peer, byte[] bytes) {
    try {
      peer.send(bytes);
    } catch (SocketException e) {
      // it was cut off, as it should be
    } catch (IOException e) {
      throw new AssertionError("a villain could not send", e);
    }
  }

  private static long held() {
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static String line(int length) {
    return "x".repeat(length) + "\n";
  }

  private static String again(String words, int times) {
    return words.repeat(times);
  }

  private static String random(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return new String(bytes, ISO_8859_1);
  }

  /** IAC SB GMCP, and no end. */
  private static String endless() {
    return "\u00ff\u00fa\u00c9" + line(300_000);
  }
}
