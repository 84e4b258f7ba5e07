package lamplight.server.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Players who say the same few commands over and over, each with so many on the way at once, in the
 * thread that calls them. They acknowledge every block, as clients do.
 */
final class Regulars implements AutoCloseable {
  /** More commands than one player ever has on the way. */
  private static final int MOST_AHEAD = 256;

  /** What is looked at of a line. */
  private static final int HEAD = 160;

  private final Sockets sockets;
  private final List<Player> players = new ArrayList<>();
  private long[] nanos = new long[1 << 16];
  private int answered;
  private int onTheWay;
  private long left;
  private long deadline;

  /**
   * Each makes a game and sits in it alone.
   *
   * @param world whose start has what the commands are about
   */
  Regulars(int port, int count, String world, List<String> commands) throws IOException {
    sockets = new Sockets(port);
    for (int n = 0; n < count; n++) {
      players.add(new Player("CREATE:" + world + ":Reg", 0, commands));
    }
  }

  /**
   * One of them comes back.
   *
   * @param seat as {@link #seat} said it
   * @param said how many commands this one has said
   */
  static Regulars back(int port, String seat, long said, List<String> commands) throws IOException {
    Regulars back = new Regulars(port, 0, "", commands);
    back.players.add(back.new Player("RESUME:" + seat, said, commands));
    return back;
  }

  /**
   * Says commands for a while and waits for their answers.
   *
   * @param ahead how many of each player are on the way at once
   * @return how long each took, in nanoseconds, shortest first
   */
  long[] play(Duration time, int ahead) throws IOException {
    return play(Long.MAX_VALUE, System.nanoTime() + time.toNanos(), ahead);
  }

  /** Says so many commands, and waits for their answers. */
  long[] play(long commands, int ahead) throws IOException {
    return play(commands, Long.MAX_VALUE, ahead);
  }

  private long[] play(long commands, long until, int ahead) throws IOException {
    left = commands;
    deadline = until;
    answered = 0;
    for (Player player : players) {
      player.say(ahead);
    }
    sockets.await(
        () -> onTheWay == 0, () -> "after " + answered + ", " + onTheWay + " are missing");
    long[] took = Arrays.copyOf(nanos, answered);
    Arrays.sort(took);
    return took;
  }

  /** How the first player comes back: {@code <session>:<token>}. */
  String seat() {
    return players.get(0).seat;
  }

  @Override
  public void close() throws IOException {
    sockets.close();
  }

  private void answered(long took) {
    if (answered == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * nanos.length);
    }
    nanos[answered++] = took;
    onTheWay--;
  }

  /** One of them: answers come in the order of the commands. */
  private final class Player implements Sockets.Reader {
    private final SocketChannel channel;
    private final List<String> commands;
    private final long[] saidAt = new long[MOST_AHEAD];
    private final byte[] head = new byte[HEAD];
    private final StringBuilder out = new StringBuilder();
    private int length;
    private long said;
    private long heard;
    private String block = "";
    private String seat = "";

    Player(String entry, long said, List<String> commands) throws IOException {
      this.commands = commands;
      this.said = said;
      this.heard = said;
      channel = sockets.open();
      out.append("HELLO:1:bench\n").append(entry).append('\n');
      write();
      sockets.reader(channel, this);
    }

    void say(int count) throws IOException {
      long now = System.nanoTime();
      for (int n = 0; n < count && left > 0 && now < deadline; n++) {
        left--;
        onTheWay++;
        saidAt[(int) (said % saidAt.length)] = now;
        String text = commands.get((int) (said++ % commands.size()));
        out.append("CMD#").append(said).append(':').append(text).append('\n');
      }
      write();
    }

    private void write() throws IOException {
      if (out.length() > 0) {
        Sockets.write(channel, out);
        out.setLength(0);
      }
    }

    @Override
    public void read(ByteBuffer in) throws IOException {
      long before = heard;
      while (in.hasRemaining()) {
        byte next = in.get();
        if (next == '\n') {
          line(new String(head, 0, length, US_ASCII));
          length = 0;
        } else if (length < HEAD) {
          head[length++] = next;
        }
      }
      say((int) (heard - before));
    }

    private void line(String line) throws IOException {
      String[] fields = line.split(":", -1);
      switch (fields[0]) {
        case "SNAPSHOT" -> block = fields[1] + ":" + fields[2];
        case "DELTA" -> block = fields[2] + ":" + fields[4];
        case "END" -> out.append("ACK:").append(block).append('\n');
        case "SESSION" -> seat = fields[1] + ":" + fields[3];
        default -> {
          if (line.startsWith("OK#")) {
            answered(System.nanoTime() - saidAt[(int) (heard++ % saidAt.length)]);
          } else if (line.startsWith("ERROR")) {
            throw new IOException("after " + heard + " commands: " + line);
          }
        }
      }
    }
  }
}
