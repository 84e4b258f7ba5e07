package lamplight.server.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Players who sit in one room by telnet and say one command after another, each with one on the
 * way, in the thread that calls them. An answer has come when its mark has.
 */
final class Crowd implements AutoCloseable {
  private static final int BUFFER = 64 << 10;

  private final Sockets sockets;
  private final List<Player> players = new ArrayList<>();
  private byte[] mark = {};
  private List<String> commands = List.of();
  private int given;
  private int most;
  private int answered;
  private long bytes;

  /** The first makes the game, and the others come to it. */
  Crowd(int port, int count, String world) throws IOException {
    sockets = new Sockets(port);
    Player host = new Player(1);
    String welcome = host.await("Player1\r\nnew " + world + "\r\n", "resume ");
    String seat = welcome.substring(welcome.indexOf("You sit in ") + "You sit in ".length());
    String session = seat.substring(0, seat.indexOf(' '));
    for (int n = 2; n <= count; n++) {
      new Player(n).await("Player" + n + "\r\njoin " + session + "\r\n", "resume ");
    }
    for (Player player : players) {
      sockets.reader(player.channel, player);
    }
  }

  /**
   * Says so many commands, and waits for their answers.
   *
   * @param commands {n} is a player's number
   * @param mark what every answer to its player has in it, and nothing else does
   * @param speakers how many of the players speak
   */
  void play(List<String> commands, String mark, int speakers, int count) throws IOException {
    this.commands = commands;
    this.mark = mark.getBytes(US_ASCII);
    most = count;
    given = 0;
    answered = 0;
    for (Player player : players.subList(0, Math.min(speakers, players.size()))) {
      player.say();
    }
    sockets.await(() -> answered >= count, () -> "after " + answered + " of " + count);
  }

  /** What all of them were sent so far. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    sockets.close();
  }

  /** One of them. */
  private final class Player implements Sockets.Reader {
    private final SocketChannel channel;
    private final int number;
    private int said;
    private int at;

    Player(int number) throws IOException {
      this.number = number;
      channel = sockets.open();
      players.add(this);
    }

    String await(String words, String end) throws IOException {
      Sockets.write(channel, words);
      StringBuilder heard = new StringBuilder();
      ByteBuffer some = ByteBuffer.allocate(BUFFER);
      while (heard.indexOf(end) < 0) {
        some.clear();
        if (channel.read(some) < 0) {
          throw new IOException("the server has closed the line: " + heard);
        }
        heard.append(new String(some.array(), 0, some.position(), US_ASCII));
      }
      return heard.toString();
    }

    void say() throws IOException {
      if (given < most) {
        given++;
        String command = commands.get(said++ % commands.size());
        Sockets.write(channel, command.replace("{n}", String.valueOf(number)) + "\r\n");
      }
    }

    @Override
    public void read(ByteBuffer in) throws IOException {
      bytes += in.remaining();
      while (in.hasRemaining()) {
        byte next = in.get();
        at = next == mark[at] ? at + 1 : next == mark[0] ? 1 : 0;
        if (at == mark.length) {
          at = 0;
          answered++;
          say();
        }
      }
    }
  }
}
