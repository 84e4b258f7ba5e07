package lamplight.server.transport.telnet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What one client told about itself: its names, its window, and whether it can take UTF-8. */
final class ClientTraits {
  /** Answers to TTYPE SEND that are read; clients repeat the last one, or start again. */
  static final int MAX_TYPES = 4;

  private static final int MAX_TYPE_LENGTH = 40;
  private static final int MTTS_ANSI = 1;
  private static final int MTTS_UTF8 = 4;
  private static final List<String> PLAIN_TERMINALS =
      List.of("XTERM", "VT", "LINUX", "SCREEN", "TMUX");

  /** How the question for UTF-8 went. */
  enum Charset {
    UNKNOWN,
    /** The client does not know the option, which says nothing about its screen. */
    NO_OPTION,
    UTF8,
    REJECTED
  }

  private final List<String> types = new ArrayList<>();
  private OptionalInt mtts = OptionalInt.empty();
  private Charset charset = Charset.UNKNOWN;
  private int width = 80;

  /** Takes one answer to TTYPE SEND; true if there may be another. */
  boolean type(byte[] name) {
    String type =
        new String(name, 0, Math.min(name.length, MAX_TYPE_LENGTH), StandardCharsets.US_ASCII)
            .toUpperCase(Locale.ROOT);
    boolean repeated = types.contains(type);
    if (!repeated && types.size() < MAX_TYPES) {
      types.add(type);
    }
    if (type.startsWith("MTTS ")) {
      mtts = number(type.substring(5).strip());
    }
    return !repeated && mtts.isEmpty() && types.size() < MAX_TYPES;
  }

  /** The window's size as NAWS tells it; nonsense is ignored. */
  void size(int columns) {
    if (columns > 0) {
      width = Math.min(250, Math.max(20, columns));
    }
  }

  void charset(Charset told) {
    charset = told;
  }

  int width() {
    return width;
  }

  Ink ink() {
    return new Ink(colour(), ascii());
  }

  /**
   * A plain terminal program over a terminal: without BINARY it may eat bytes of UTF-8 characters.
   */
  boolean wantsBinary() {
    return charset == Charset.NO_OPTION
        && types.stream().anyMatch(type -> PLAIN_TERMINALS.stream().anyMatch(type::startsWith))
        && types.stream().noneMatch(type -> type.startsWith("TINYFUGUE"));
  }

  /** How the client calls itself, for the host's eyes. */
  String name() {
    return types.isEmpty() ? "telnet" : "telnet " + types.get(0).toLowerCase(Locale.ROOT);
  }

  private boolean colour() {
    if (types.isEmpty() || types.contains("DUMB")) {
      return false;
    }
    return mtts.isEmpty() || (mtts.getAsInt() & MTTS_ANSI) != 0;
  }

  private boolean ascii() {
    boolean mttsWithout = mtts.isPresent() && (mtts.getAsInt() & MTTS_UTF8) == 0;
    return charset == Charset.REJECTED
        || (mttsWithout && charset != Charset.UTF8)
        || types.stream().anyMatch(type -> type.startsWith("TINYFUGUE"));
  }

  private static OptionalInt number(String digits) {
    return digits.matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(digits))
        : OptionalInt.empty();
  }
}
