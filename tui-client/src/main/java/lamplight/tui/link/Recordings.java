package lamplight.tui.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lamplight.engine.archive.Exported;

/** Where exports are: in files, and with the server that runs on a data folder. */
public final class Recordings {
  /** How the code of a session looks. */
  private static final String CODE = "[a-z]+-\\d+";

  private static final String DONE = "0";
  private static final int LONGEST_LINE = 16 << 10;

  private Recordings() {}

  /**
   * The bytes of an export.
   *
   * @param source a file, or the code of a session of the server on {@code data}
   * @throws IOException with words for the player
   */
  public static byte[] read(String source, Path data) throws IOException {
    Path file = Path.of(source);
    if (Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(Exported.FILE_BYTES + 1);
      }
    } else if (source.matches(CODE)) {
      return export(source, data);
    }
    throw new IOException("there is no file " + source + ", and no session has such a code");
  }

  /** Asks the server as {@code admin sessions export} does. */
  private static byte[] export(String session, Path data) throws IOException {
    Path socket = data.resolve("run").resolve("admin.sock");
    try (SocketChannel server = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      connect(server, socket, data);
      server.write(
          ByteBuffer.wrap(("text EXPORT " + session + "\n").getBytes(StandardCharsets.UTF_8)));
      server.shutdownOutput();
      InputStream in = Channels.newInputStream(server);
      boolean done = line(in).equals(DONE);
      byte[] answer = in.readNBytes(Exported.FILE_BYTES + 1);
      if (!done) {
        String said = new String(answer, StandardCharsets.UTF_8).strip();
        throw new IOException(
            said.isEmpty() ? "the server on " + data + " ended without an answer" : said);
      }
      return answer;
    }
  }

  private static void connect(SocketChannel server, Path socket, Path data) throws IOException {
    try {
      server.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      throw new IOException(
          "no server that could be asked runs on " + data + "; name its folder with --data", e);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n' && line.length() < LONGEST_LINE; b = in.read()) {
      line.append((char) b);
    }
    return line.toString();
  }
}
