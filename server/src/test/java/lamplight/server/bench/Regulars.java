package lamplight.server.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Players who say the same few commands over and over, each with so many on the way at once, in the
 * thread that calls them: as little of a client as can be, so that the server is measured.
 */
final class Regulars implements AutoCloseable {
  private static final byte[] OK = "\nOK#".getBytes(US_ASCII);
  private static final byte[] NO = "\nERROR".getBytes(US_ASCII);
  private static final int BUFFER = 64 << 10;
  private static final long PATIENCE_MILLIS = 10_000;

  private final Selector selector = Selector.open();
  private final List<Player> players = new ArrayList<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private long[] nanos = {};
  private int given;
  private int answered;

  /**
   * Each makes a game and sits in it alone.
   *
   * @param world whose start has what the commands are about
   */
  Regulars(int port, int count, String world, List<String> commands) throws IOException {
    for (int n = 0; n < count; n++) {
      players.add(new Player(port, world, commands));
    }
  }

  /**
   * Says so many commands and waits for their answers.
   *
   * @param ahead how many of each player are on the way at once
   * @return how long each took, in nanoseconds, shortest first
   */
  long[] play(int commands, int ahead) throws IOException {
    nanos = new long[commands];
    given = 0;
    answered = 0;
    for (Player player : players) {
      player.say(ahead);
    }
    while (answered < commands) {
      int ready =
          selector.select(
              key -> {
                try {
                  ((Player) key.attachment()).read();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              },
              PATIENCE_MILLIS);
      if (ready == 0) {
        throw new IOException("no answer any more after " + answered + " of " + commands);
      }
    }
    Arrays.sort(nanos);
    return nanos;
  }

  @Override
  public void close() throws IOException {
    for (Player player : players) {
      player.channel.close();
    }
    selector.close();
  }

  /** One of them: answers come in the order of the commands. */
  private final class Player {
    private final SocketChannel channel;
    private final List<String> commands;
    private final long[] saidAt = new long[256]; // more than are ever on the way
    private long said;
    private long heard;
    private int okAt = 1; // what comes first begins a line too
    private int noAt = 1;

    Player(int port, String world, List<String> commands) throws IOException {
      this.commands = commands;
      channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      write("HELLO:1:bench\nCREATE:" + world + ":Reg\n");
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    void say(int count) throws IOException {
      int more = Math.min(count, nanos.length - given);
      if (more > 0) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, more).forEach(n -> lines.append(line()));
        given += more;
        write(lines.toString());
      }
    }

    private String line() {
      saidAt[(int) (said % saidAt.length)] = System.nanoTime();
      String text = commands.get((int) (said++ % commands.size()));
      return "CMD#" + said + ":" + text + "\n";
    }

    private void write(String text) throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    void read() throws IOException {
      in.clear();
      if (channel.read(in) < 0) {
        throw new IOException("the server has closed the line");
      }
      in.flip();
      int answers = 0;
      while (in.hasRemaining()) {
        byte next = in.get();
        okAt = next == OK[okAt] ? okAt + 1 : next == OK[0] ? 1 : 0;
        noAt = next == NO[noAt] ? noAt + 1 : next == NO[0] ? 1 : 0;
        if (noAt == NO.length) {
          throw new IOException("command " + (heard + 1) + " was refused");
        } else if (okAt == OK.length) {
          okAt = 0;
          answers++;
        }
      }
      answered(answers);
    }

    private void answered(int answers) throws IOException {
      long now = System.nanoTime();
      for (int n = 0; n < answers; n++) {
        nanos[answered++] = now - saidAt[(int) (heard++ % saidAt.length)];
      }
      say(answers);
    }
  }
}
