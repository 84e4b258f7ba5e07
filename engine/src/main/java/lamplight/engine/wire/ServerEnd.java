package lamplight.engine.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;

/**
 * The text form as a server speaks it over one connection: bytes to client messages, server
 * messages to lines. What it grants in WELCOME holds from the next message on. Not for several
 * threads.
 */
public final class ServerEnd {

  private final LineSplitter lines = new LineSplitter(Limits.CLIENT_LINE_BYTES);
  private boolean markup;

  /** What came in, in order; all of {@code bytes} is consumed. */
  public List<Inbound<ClientMessage>> read(ByteBuffer bytes) {
    List<Inbound<ClientMessage>> read = new ArrayList<>();
    while (lines.advance(bytes)) {
      take().ifPresent(read::add);
    }
    return read;
  }

  /** The message's lines, each with its LF. */
  public String write(ServerMessage message) {
    String written = Messages.write(message, markup);
    if (message instanceof ServerMessage.Welcome welcome) {
      markup = welcome.capabilities().contains(Capability.MARKUP);
    }
    return written;
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
