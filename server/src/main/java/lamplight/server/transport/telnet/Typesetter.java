package lamplight.server.transport.telnet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Makes bytes of prose, once for all who read the same words in the same form: what is said in a
 * room is wrapped, coloured and encoded once for each kind of terminal there, and a room that one
 * player after another looks at is too.
 *
 * <p>One for all connections of an event loop; not for several threads.
 */
final class Typesetter {
  /** Lines that are kept; a new one takes the place of one whose hash has the same low bits. */
  private static final int KEPT = 256;

  /** Bytes of the longest line that is kept. */
  private static final int LONGEST_KEPT = 4 * 1024;

  private static final byte[] NEW_LINE = {'\r', '\n'};

  /** All that the bytes depend on. */
  private record Copy(TextKind kind, Line line, int width, Ink ink) {}

  private static final class Print {
    final Copy of;
    final byte[] bytes;

    Print(Copy of, byte[] bytes) {
      this.of = of;
      this.bytes = bytes;
    }
  }

  private final @Nullable Print[] kept = new @Nullable Print[KEPT];

  /** The rows of a line, each with its line end; not to be changed. */
  byte[] set(TextKind kind, Line line, int width, Ink ink) {
    Copy wanted = new Copy(kind, line, width, ink);
    int place = Math.floorMod(wanted.hashCode(), KEPT);
    Print print = kept[place];
    if (print != null && print.of.equals(wanted)) {
      return print.bytes;
    }
    byte[] bytes = rows(wanted);
    if (bytes.length <= LONGEST_KEPT) {
      kept[place] = new Print(wanted, bytes);
    }
    return bytes;
  }

  private static byte[] rows(Copy wanted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Line row : Wrap.rows(wanted.line(), wanted.width())) {
      out.writeBytes(wanted.ink().row(wanted.kind(), row).getBytes(StandardCharsets.UTF_8));
      out.writeBytes(NEW_LINE);
    }
    return out.toByteArray();
  }
}
