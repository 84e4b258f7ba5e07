package lamplight.engine.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Room for what most moments have for a client. */
  private static final int MESSAGE_BYTES = 128;

  /** Room for what a flush, and what cannot be made shorter, takes in a deflated stream. */
  private static final int FLUSH_BYTES = 64;

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
    BitWriter plain = new BitWriter(MESSAGE_BYTES);
    int next = 0;
    while (next < messages.size()) {
      ServerMessage message = messages.get(next);
      if (binary() && message instanceof ServerMessage.Dict) {
        next = putWords(messages, next, plain);
        continue;
      }
      put(message, plain);
      next++;
      if (message instanceof ServerMessage.Welcome welcome) {
        byte[] head = deflated(plain);
        grant(welcome.capabilities());
        return joined(head, write(messages.subList(next, messages.size())));
      }
    }
    return deflated(plain);
  }

  /** Puts words that are said one after the other; where the next message is. */
  private int putWords(List<ServerMessage> messages, int from, BitWriter out) {
    List<ServerMessage.Dict> words = new ArrayList<>();
    int to = from;
    while (to < messages.size() && messages.get(to) instanceof ServerMessage.Dict dict) {
      words.add(dict);
      to++;
    }
    frames.write(words, out);
    return to;
  }

  private boolean binary() {
    return granted.contains(Capability.BINARY);
  }

  private void put(ServerMessage message, BitWriter out) {
    boolean markup = granted.contains(Capability.MARKUP);
    if (binary()) {
      frames.write(message, markup, out);
    } else {
      Messages.writer(message, markup).write(out);
    }
  }

  private void grant(Set<Capability> capabilities) {
    granted = capabilities;
    if (capabilities.contains(Capability.DEFLATE) && deflater.isEmpty()) {
      deflater = Optional.of(new Deflater());
    }
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] both = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, both, head.length, tail.length);
    return both;
  }

  private byte[] deflated(BitWriter plain) {
    byte[] bytes = plain.bytes();
    return deflater.isPresent() && bytes.length > 0 ? deflate(deflater.get(), bytes) : bytes;
  }

  /** Nearly always it gets shorter, or only as much longer as a flush takes. */
  private static byte[] deflate(Deflater stream, byte[] plain) {
    byte[] out = new byte[plain.length + FLUSH_BYTES];
    int at = 0;
    stream.setInput(plain);
    while (true) {
      at += stream.deflate(out, at, out.length - at, Deflater.SYNC_FLUSH);
      if (at < out.length) {
        return Arrays.copyOf(out, at);
      }
      out = Arrays.copyOf(out, 2 * out.length);
    }
  }

  /** The bytes behind the last message: the end of the zlib stream, if there is one. */
  public byte[] last() {
    deflater.ifPresent(Deflater::finish);
    return deflater.map(stream -> deflate(stream, new byte[0])).orElseGet(() -> new byte[0]);
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
