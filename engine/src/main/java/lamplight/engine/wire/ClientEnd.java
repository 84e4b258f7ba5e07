package lamplight.engine.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import lamplight.engine.sync.StateHash;

/**
 * What a client hears and says over one connection: bytes to server messages, in the form that
 * WELCOME granted; client messages to lines. A block is given out whole. Message types that it does
 * not know are passed over. Not for several threads.
 */
public final class ClientEnd implements AutoCloseable {

  private static final int CHUNK_BYTES = 4096;

  private final LineSplitter lines = new LineSplitter(Limits.SERVER_LINE_BYTES);
  private final FrameSplitter cut = new FrameSplitter();
  private final Frames frames = new Frames();
  private final Words words;
  private Optional<Header> open = Optional.empty();
  private final List<String> body = new ArrayList<>();
  private Set<Capability> granted = Set.of();
  private Optional<Inflater> inflater = Optional.empty();
  private boolean broken;

  /** A client that has no dictionary yet. */
  public ClientEnd() {
    this(new Words());
  }

  /**
   * A client that goes on with the dictionary of an earlier connection.
   *
   * @param words grow with what this connection tells
   */
  public ClientEnd(Words words) {
    this.words = words;
  }

  /** What a client was told of a session's dictionary, over all its connections. */
  public static final class Words {
    private final Dictionary.Told told = new Dictionary.Told();

    /** What HELLO says of it; empty if there is nothing to say. */
    public Optional<StateHash> hash() {
      return told.isEmpty() ? Optional.empty() : Optional.of(new StateHash(told.sum()));
    }
  }

  /**
   * What came in, in order; all of {@code bytes} is consumed. Bad lines are reported so that a
   * client may log them; that a bad block is missing shows at the next one, which will not fit.
   */
  public List<Inbound<ServerMessage>> read(ByteBuffer bytes) {
    List<Inbound<ServerMessage>> read = new ArrayList<>();
    while (bytes.hasRemaining()) {
      if (inflater.isPresent()) {
        inflate(inflater.get(), bytes, read);
      } else {
        take(bytes, read);
      }
    }
    return read;
  }

  /** Takes at most a line's or a frame's bytes, as the next may be of another form. */
  private void take(ByteBuffer bytes, List<Inbound<ServerMessage>> read) {
    try {
      if (granted.contains(Capability.BINARY)) {
        if (cut.advance(bytes)) {
          frame(cut.frame()).map(Inbound.Good::new).ifPresent(read::add);
        }
      } else if (lines.advance(bytes)) {
        take(lines.line()).map(Inbound.Good::new).ifPresent(read::add);
      }
    } catch (BadLine problem) {
      read.add(problem.inbound(OptionalLong.empty()));
    }
  }

  /**
   * A stream that is no zlib stream, or inflates to more than {@link Limits#INFLATED_BYTES} at
   * once, says nothing from there on.
   */
  private void inflate(Inflater stream, ByteBuffer bytes, List<Inbound<ServerMessage>> read) {
    byte[] chunk = new byte[CHUNK_BYTES];
    long most = stream.getBytesWritten() + Limits.INFLATED_BYTES;
    stream.setInput(bytes);
    try {
      while (!broken && !stream.needsInput()) {
        ByteBuffer plain = ByteBuffer.wrap(chunk, 0, stream.inflate(chunk));
        broken = !plain.hasRemaining() && !stream.needsInput();
        while (plain.hasRemaining()) {
          take(plain, read);
        }
        if (stream.getBytesWritten() > most) {
          throw new DataFormatException("inflates to absurdly much");
        }
      }
    } catch (DataFormatException e) {
      broken = true;
      read.add(
          BadLine.malformed("the zlib stream is damaged: " + e.getMessage())
              .inbound(OptionalLong.empty()));
    }
    bytes.position(bytes.limit());
  }

  private Optional<ServerMessage> frame(ByteBuffer frame) throws BadLine {
    int type = frame.get() & 0xff;
    return type == Frames.LINE
        ? take(LineSplitter.checked(Packed.utf8(frame)))
        : frames.read(type, frame, words.told);
  }

  /** Frees what the connection held outside of the heap. */
  @Override
  public void close() {
    inflater.ifPresent(Inflater::end);
  }

  /** The message's line with its LF. */
  public String write(ClientMessage message) {
    return new String(Messages.write(message, false), StandardCharsets.UTF_8);
  }

  private Optional<ServerMessage> take(String line) throws BadLine {
    if (open.isEmpty()) {
      return begin(Header.of(line));
    }
    if (line.equals("END")) {
      Header header = open.get();
      List<String> block = List.copyOf(body);
      endBlock();
      return message(header, block);
    }
    if (body.size() == Limits.BLOCK_LINES) {
      endBlock();
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

  private void endBlock() {
    open = Optional.empty();
    body.clear();
  }

  private Optional<ServerMessage> message(Header header, List<String> block) throws BadLine {
    Optional<Row<? extends ServerMessage>> row = Messages.fromServer(header.type());
    if (row.isEmpty()) {
      return Optional.empty();
    }
    ServerMessage message =
        row.get()
            .reader()
            .read(new FieldReader(header, block, granted.contains(Capability.MARKUP)));
    if (message instanceof ServerMessage.Welcome welcome) {
      granted = welcome.capabilities();
      if (granted.contains(Capability.DEFLATE) && inflater.isEmpty()) {
        inflater = Optional.of(new Inflater());
      }
    }
    return Optional.of(message);
  }
}
