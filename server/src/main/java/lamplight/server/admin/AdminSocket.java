package lamplight.server.admin;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import lamplight.engine.archive.Exported;
import lamplight.server.runtime.RefusedException;

/**
 * The Unix domain socket in the data folder: one line in, and for an import the file's bytes behind
 * it, which the other side ends; an exit code and a note in a line and text or a file out, then the
 * end. The folder around it lets only its owner in, so whoever connects is the host.
 */
final class AdminSocket implements AutoCloseable {
  /** Bytes of a request's line; who sends more is not our command. */
  private static final int MAX_LINE = 16 * 1024;

  private final ServerSocketChannel listening;
  private final Answering desk;

  /** Carries requests out; each in a thread of its own. */
  interface Answering {
    /**
     * Answers.
     *
     * @param file what is to be imported; one byte more than the most there may be stands for more
     */
    Answer answer(Request request, byte[] file);
  }

  private AdminSocket(ServerSocketChannel listening, Answering desk) {
    this.listening = listening;
    this.desk = desk;
  }

  // ---- the server's end ----

  /** Listens; each request is answered by {@code desk} in a thread of its own. */
  static AdminSocket open(Path path, Answering desk) throws RefusedException {
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
      InputStream in = new BufferedInputStream(Channels.newInputStream(client));
      Request request = Request.of(line(in));
      byte[] file =
          request.deed() == Request.Deed.IMPORT
              ? in.readNBytes(Exported.FILE_BYTES + 1)
              : new byte[0];
      Answer answer = desk.answer(request, file);
      String head = answer.exit() + " " + answer.note() + "\n";
      write(client, head.getBytes(StandardCharsets.UTF_8));
      write(client, answer.body().array());
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
  static Answer ask(DataFolder folder, Request request, byte[] file) throws RefusedException {
    Path path = folder.socket();
    try (SocketChannel server = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.connect(UnixDomainSocketAddress.of(path));
      write(server, (request.line() + "\n").getBytes(StandardCharsets.UTF_8));
      write(server, file);
      server.shutdownOutput();
      InputStream in = new BufferedInputStream(Channels.newInputStream(server));
      String[] head = line(in).split(" ", 2);
      if (head.length < 2) {
        throw new RefusedException("the server on " + folder.path() + " ended without an answer");
      }
      return new Answer(Integer.parseInt(head[0]), head[1], ByteBuffer.wrap(in.readAllBytes()));
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

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n' && line.size() < MAX_LINE; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static void write(SocketChannel channel, byte[] bytes) throws IOException {
    Channels.newOutputStream(channel).write(bytes);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
