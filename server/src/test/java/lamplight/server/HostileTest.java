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

  /**
   * One that does wrong.
   *
   * @param sync whether it does so at the sync port
   * @param login what it says before, up to the game
   * @param words what it is told
   * @param ends whether its connection is ended, and not only its line
   */
  record Villain(
      String name, boolean sync, String login, String bytes, String words, boolean ends) {
    Villain(String name, boolean sync, String bytes, String words, boolean ends) {
      this(name, sync, "", bytes, words, ends);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Villain> villains() {
    return Stream.of(
        new Villain("a line of 1 MB by telnet", false, line(MEBI), "That line is too long", false),
        new Villain("a line of 1 MB by sync", true, line(MEBI), "ERROR:line_too_long:", false),
        new Villain("random bytes by telnet", false, random(256 * 1024), "", false),
        new Villain("random bytes by sync", true, random(256 * 1024), "ERROR:", false),
        new Villain("garbage without end", true, again("x:\n", 3_000), "BYE:abuse:", true),
        new Villain(
            "an endless subnegotiation",
            false,
            endless(),
            "What you send is no telnet. This connection ends now.",
            true),
        new Villain(
            "a flood of commands by sync",
            true,
            "CREATE:square:Eve",
            again("CMD:xyzzy\n", 3_000),
            "BYE:abuse:",
            true),
        new Villain(
            "a flood of commands by telnet",
            false,
            "Eve\nnew square",
            again("xyzzy\n", 3_000),
            "You are far ahead of the game",
            false));
  }

  @ParameterizedTest
  @MethodSource("villains")
  void oneWhoDoesWrongIsToldAndOthersPlayOn(Villain villain) throws Exception {
    try (Peer bad = new Peer(villain.sync() ? host.sync() : host.telnet())) {
      if (!villain.login().isEmpty()) {
        bad.say(villain.login()).hear("Exits: ");
      }
      Thread sender =
          new Thread(() -> sendAll(bad, villain.bytes().getBytes(ISO_8859_1)), "villain");
      sender.start();
      String heard = villain.words().isEmpty() ? "" : bad.hear(villain.words());
      assertThat(heard).endsWith(villain.words());
      playOn();
      if (villain.ends()) {
        bad.hearTheEnd();
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
        int port = i % 2 == 0 ? host.sync() : host.telnet();
        silent.add(new Socket(InetAddress.getLoopbackAddress(), port));
      }
      while (host.gateway().stats().get().connections() < 1_001) {
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
