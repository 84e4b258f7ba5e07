package lamplight.server.transport.telnet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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
  /** Lines that are kept: those that were shown last. */
  private static final int KEPT = 256;

  /** Bytes of the longest line that is kept. */
  private static final int LONGEST_KEPT = 4 * 1024;

  private static final byte[] NEW_LINE = {'\r', '\n'};

  /**
   * All that the bytes depend on. Each line that anybody is told is looked up by one, so that it is
   * compared in plain code, of which the quick compiler makes more than of a record's own.
   */
  private record Copy(TextKind kind, Line line, int width, Ink ink) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Copy copy
          && kind == copy.kind
          && width == copy.width
          && line.equals(copy.line)
          && ink.equals(copy.ink);
    }

    /** A line is seldom told in several forms. */
    @Override
    public int hashCode() {
      return line.hashCode();
    }
  }

  private final Map<Copy, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Copy, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /** The rows of a line, each with its line end; not to be changed. */
  byte[] set(TextKind kind, Line line, int width, Ink ink) {
    Copy wanted = new Copy(kind, line, width, ink);
    byte[] known = kept.get(wanted);
    if (known != null) {
      return known;
    }
    byte[] bytes = rows(wanted);
    if (bytes.length <= LONGEST_KEPT) {
      kept.put(wanted, bytes);
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
