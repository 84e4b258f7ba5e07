package lamplight.engine.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.Deflater;
import lamplight.engine.model.Refusal;

/**
 * What a server says and hears over one connection: bytes to client messages, server messages to
 * bytes, in the form that it grants in WELCOME: text, until then and without it. Not for several
 * threads.
 */
public final class ServerEnd implements AutoCloseable {

  private static final int CHUNK_BYTES = 4096;

  private final LineSplitter lines = new LineSplitter(Limits.CLIENT_LINE_BYTES);
  private final Frames frames = new Frames();
  private Set<Capability> granted = Set.of();
  private Optional<Deflater> deflater = Optional.empty();

  /** What came in, in order; all of {@code bytes} is consumed. */
  public List<Inbound<ClientMessage>> read(ByteBuffer bytes) {
    List<Inbound<ClientMessage>> read = new ArrayList<>();
    while (lines.advance(bytes)) {
      take().ifPresent(read::add);
    }
    return read;
  }

  /** The bytes of one message. */
  public byte[] write(ServerMessage message) {
    return write(List.of(message));
  }

  /** The bytes of messages that go out together; a client can read them to the end at once. */
  public byte[] write(List<ServerMessage> messages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (ServerMessage message : messages) {
      plain.writeBytes(form(message));
      if (message instanceof ServerMessage.Welcome welcome) {
        flush(plain, out);
        grant(welcome.capabilities());
      }
    }
    flush(plain, out);
    return out.toByteArray();
  }

  private byte[] form(ServerMessage message) {
    return granted.contains(Capability.BINARY)
        ? frames.write(message, granted.contains(Capability.MARKUP))
        : Messages.write(message, granted.contains(Capability.MARKUP));
  }

  private void grant(Set<Capability> capabilities) {
    granted = capabilities;
    if (capabilities.contains(Capability.DEFLATE) && deflater.isEmpty()) {
      deflater = Optional.of(new Deflater());
    }
  }

  private void flush(ByteArrayOutputStream plain, ByteArrayOutputStream out) {
    if (plain.size() > 0) {
      deflater.ifPresentOrElse(
          stream -> deflate(stream, plain.toByteArray(), out),
          () -> out.writeBytes(plain.toByteArray()));
      plain.reset();
    }
  }

  private static void deflate(Deflater stream, byte[] plain, ByteArrayOutputStream out) {
    byte[] chunk = new byte[CHUNK_BYTES];
    stream.setInput(plain);
    for (int count = CHUNK_BYTES; count == CHUNK_BYTES; ) {
      count = stream.deflate(chunk, 0, CHUNK_BYTES, Deflater.SYNC_FLUSH);
      out.write(chunk, 0, count);
    }
  }

  /** Frees what the connection held outside of the heap. */
  @Override
  public void close() {
    deflater.ifPresent(Deflater::end);
  }

  /** An empty line is nothing: a person at netcat pressed Enter. */
  private Optional<Inbound<ClientMessage>> take() {
    OptionalLong seq = OptionalLong.empty();
    try {
      String line = lines.line();
      if (line.isBlank()) {
        return Optional.empty();
      }
      Header header = Header.of(line);
      seq = header.seq();
      return Optional.of(new Inbound.Good<>(message(header)));
    } catch (BadLine problem) {
      return Optional.of(problem.inbound(seq));
    }
  }

  private static ClientMessage message(Header header) throws BadLine {
    Row<? extends ClientMessage> row =
        Messages.fromClient(header.type())
            .orElseThrow(
                () ->
                    new BadLine(
                        Refusal.UNKNOWN_MESSAGE,
                        header.type() + " is no message; a command is sent as CMD:look"));
    return row.reader().read(new FieldReader(header, List.of(), false));
  }
}
