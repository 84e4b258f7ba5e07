package lamplight.engine.wire;

import java.util.List;

/** A server message of one line as it is kept in a file: with its marks. */
public final class KeptLine {

  private KeptLine() {}

  /** Puts the line, without its end. */
  public static void write(ServerMessage message, StringBuilder out) {
    Row<?> row = Messages.row(message);
    row.write(message, new FieldWriter(row.type(), true, out)).close();
  }

  /**
   * The message of a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ServerMessage read(String line) {
    try {
      Header header = Header.of(line);
      Row<? extends ServerMessage> row =
          Messages.fromServer(header.type())
              .orElseThrow(() -> new IllegalArgumentException("no message: " + line));
      return row.reader().read(new FieldReader(header, List.of(), true));
    } catch (BadLine problem) {
      throw new IllegalArgumentException("no message: " + line, problem);
    }
  }
}
