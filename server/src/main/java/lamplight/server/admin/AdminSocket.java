package lamplight.server.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import lamplight.server.runtime.RefusedException;

/**
 * The Unix domain socket in the data folder: one line in, an exit code in a line and the text out,
 * then the end. The folder around it lets only its owner in, so whoever connects is the host.
 */
final class AdminSocket implements AutoCloseable {
  /** Characters of a request's line; who sends more is not our command. */
  private static final int MAX_LINE = 16 * 1024;

  private final ServerSocketChannel listening;
  private final Function<Request, Answer> desk;

  private AdminSocket(ServerSocketChannel listening, Function<Request, Answer> desk) {
    this.listening = listening;
    this.desk = desk;
  }

  // ---- the server's end ----

  /** Listens; each request is answered by {@code desk} in a thread of its own. */
  static AdminSocket open(Path path, Function<Request, Answer> desk) throws RefusedException {
    try {
      ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listening.bind(UnixDomainSocketAddress.of(path));
      AdminSocket socket = new AdminSocket(listening, desk);
      daemon("admin-accept", socket::accept);
      return socket;
    } catch (IOException e) {
      throw new RefusedException(path + ": no socket can be made there: " + e.getMessage());
    }
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel client = listening.accept();
        daemon("admin-answer", () -> answer(client));
      }
    } catch (ClosedChannelException e) {
      // the server stops
    } catch (IOException e) {
      System.err.println("lamplight: the socket for admin commands failed: " + e.getMessage());
    }
  }

  private void answer(SocketChannel client) {
    try (client) {
      Request request = Request.of(line(Channels.newReader(client, StandardCharsets.UTF_8)));
      Answer answer = desk.apply(request);
      write(client, answer.exit() + "\n" + answer.text());
    } catch (IOException | IllegalArgumentException e) {
      // the command went away, or was none of ours: nobody is left to be told
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }

  // ---- the command's end ----

  /**
   * Asks the server that runs on a data folder.
   *
   * @throws RefusedException if none does, or it belongs to somebody else
   */
  static Answer ask(DataFolder folder, Request request) throws RefusedException {
    Path path = folder.socket();
    try (SocketChannel server = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.connect(UnixDomainSocketAddress.of(path));
      write(server, request.line() + "\n");
      BufferedReader reader =
          new BufferedReader(Channels.newReader(server, StandardCharsets.UTF_8));
      String exit = reader.readLine();
      if (exit == null) {
        throw new RefusedException("the server on " + folder.path() + " ended without an answer");
      }
      return new Answer(Integer.parseInt(exit), rest(reader));
    } catch (IOException e) {
      throw new RefusedException(whyNot(folder, e));
    }
  }

  private static String whyNot(DataFolder folder, IOException e) {
    boolean denied =
        e instanceof AccessDeniedException
            || String.valueOf(e.getMessage()).contains("Permission denied")
            || (Files.exists(folder.path()) && !Files.isReadable(folder.path()));
    return denied
        ? "no permission to use " + folder.path() + "; only its owner may give orders to the server"
        : "no server runs on "
            + folder.path()
            + "; start one with: lamplight serve --data "
            + folder.path();
  }

  private static String rest(Reader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] some = new char[4096];
    for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
      text.append(some, 0, read);
    }
    return text.toString();
  }

  private static String line(Reader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read();
        c >= 0 && c != '\n' && line.length() < MAX_LINE;
        c = reader.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static void write(SocketChannel channel, String words) throws IOException {
    Channels.newOutputStream(channel).write(words.getBytes(StandardCharsets.UTF_8));
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
