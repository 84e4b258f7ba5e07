package lamplight.engine.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The text form as a client speaks it over one connection: bytes to server messages, client
 * messages to lines. A block is given out whole, once its END is there. Message types that it does
 * not know are passed over. Not for several threads.
 */
public final class ClientEnd {

  private final LineSplitter lines = new LineSplitter(Limits.SERVER_LINE_BYTES);
  private Optional<Header> open = Optional.empty();
  private final List<String> body = new ArrayList<>();
  private boolean markup;

  /**
   * What came in, in order; all of {@code bytes} is consumed. Bad lines are reported so that a
   * client may log them; that a bad block is missing shows at the next one, which will not fit.
   */
  public List<Inbound<ServerMessage>> read(ByteBuffer bytes) {
    List<Inbound<ServerMessage>> read = new ArrayList<>();
    while (lines.advance(bytes)) {
      try {
        take(lines.line()).map(Inbound.Good::new).ifPresent(read::add);
      } catch (BadLine problem) {
        read.add(problem.inbound(OptionalLong.empty()));
      }
    }
    return read;
  }

  /** The message's line with its LF. */
  public String write(ClientMessage message) {
    return Messages.write(message, false);
  }

  private Optional<ServerMessage> take(String line) throws BadLine {
    if (open.isEmpty()) {
      return begin(Header.of(line));
    }
    if (line.equals("END")) {
      Header header = open.get();
      List<String> block = List.copyOf(body);
      close();
      return message(header, block);
    }
    if (body.size() == Limits.BLOCK_LINES) {
      close();
      throw BadLine.malformed("a block has at most " + Limits.BLOCK_LINES + " lines");
    }
    body.add(line);
    return Optional.empty();
  }

  private Optional<ServerMessage> begin(Header header) throws BadLine {
    if (Messages.fromServer(header.type()).map(Row::block).orElse(false)) {
      open = Optional.of(header);
      return Optional.empty();
    }
    return message(header, List.of());
  }

  private void close() {
    open = Optional.empty();
    body.clear();
  }

  private Optional<ServerMessage> message(Header header, List<String> block) throws BadLine {
    Optional<Row<? extends ServerMessage>> row = Messages.fromServer(header.type());
    if (row.isEmpty()) {
      return Optional.empty();
    }
    ServerMessage message = row.get().reader().read(new FieldReader(header, block, markup));
    if (message instanceof ServerMessage.Welcome welcome) {
      markup = welcome.capabilities().contains(Capability.MARKUP);
    }
    return Optional.of(message);
  }
}
