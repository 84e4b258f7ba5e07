package lamplight.tui.term;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lamplight.tui.state.Key;

/**
 * Bytes of a terminal to keys, wherever the packets cut them. Lanterna's own decoder is not used:
 * it does not know a bare CR, bracketed paste or SGR mouse reports, and takes a split escape
 * sequence for three keys.
 */
final class KeyDecoder {
  /** A paste is cut off here; the input line takes less. */
  static final int MOST_PASTED_BYTES = 64 * 1024;

  private static final int MOST_PARAMETERS = 32;
  private static final int ESC = 0x1b;

  private static final String PASTE_END = "\u001b[201~";

  private static final Map<Character, Key.Name> CSI_LETTERS =
      Map.ofEntries(
          Map.entry('A', Key.Name.UP),
          Map.entry('B', Key.Name.DOWN),
          Map.entry('C', Key.Name.RIGHT),
          Map.entry('D', Key.Name.LEFT),
          Map.entry('H', Key.Name.HOME),
          Map.entry('F', Key.Name.END),
          Map.entry('P', Key.Name.F1),
          Map.entry('Q', Key.Name.F2),
          Map.entry('R', Key.Name.F3),
          Map.entry('S', Key.Name.F4),
          Map.entry('M', Key.Name.ENTER));

  private static final Map<Integer, Key.Name> CSI_NUMBERS =
      Map.ofEntries(
          Map.entry(1, Key.Name.HOME),
          Map.entry(2, Key.Name.INSERT),
          Map.entry(3, Key.Name.DELETE),
          Map.entry(4, Key.Name.END),
          Map.entry(5, Key.Name.PAGE_UP),
          Map.entry(6, Key.Name.PAGE_DOWN),
          Map.entry(7, Key.Name.HOME),
          Map.entry(8, Key.Name.END),
          Map.entry(11, Key.Name.F1),
          Map.entry(12, Key.Name.F2),
          Map.entry(13, Key.Name.F3),
          Map.entry(14, Key.Name.F4),
          Map.entry(15, Key.Name.F5),
          Map.entry(17, Key.Name.F6),
          Map.entry(18, Key.Name.F7),
          Map.entry(19, Key.Name.F8),
          Map.entry(20, Key.Name.F9),
          Map.entry(21, Key.Name.F10),
          Map.entry(23, Key.Name.F11),
          Map.entry(24, Key.Name.F12));

  private enum State {
    GROUND,
    ESCAPE,
    CSI,
    SS3,
    UTF8,
    PASTE
  }

  private final Consumer<Key> keys;
  private final Consumer<Answers> terminal;
  private Answers answers = Answers.NONE;
  private State state = State.GROUND;
  private final StringBuilder parameters = new StringBuilder();
  private final byte[] character = new byte[4];
  private int length;
  private int wanted;
  private boolean alt;
  private final StringBuilder paste = new StringBuilder();
  private boolean afterReturn;

  /**
   * @param terminal hears what the terminal answers, all of it so far
   */
  KeyDecoder(Consumer<Key> keys, Consumer<Answers> terminal) {
    this.keys = keys;
    this.terminal = terminal;
  }

  /**
   * Whether a sequence is open, so that the reader should wait only a moment for the rest of it.
   */
  boolean isOpen() {
    return state != State.GROUND && state != State.PASTE;
  }

  /** Nothing came for that moment: an open ESC was the Escape key. */
  void pause() {
    if (state == State.ESCAPE) {
      special(Key.Name.ESCAPE, 1);
    }
    if (state != State.PASTE) {
      state = State.GROUND;
      alt = false;
    }
  }

  void take(int b) {
    switch (state) {
      case GROUND -> ground(b);
      case ESCAPE -> escape(b);
      case CSI -> csi(b);
      case SS3 -> ss3(b);
      case UTF8 -> utf8(b);
      case PASTE -> paste(b);
    }
  }

  private void ground(int b) {
    boolean pair = afterReturn;
    afterReturn = b == '\r';
    if (b == ESC) {
      state = State.ESCAPE;
    } else if (b == '\r') {
      special(Key.Name.ENTER, 1);
    } else if (b == '\n' || b == 0) {
      // CR LF and CR NUL are one Enter; a bare LF is Enter too, a bare NUL is nothing.
      if (!pair && b == '\n') {
        special(Key.Name.ENTER, 1);
      }
    } else if (b == '\t') {
      special(Key.Name.TAB, 1);
    } else if (b == 0x7f || b == '\b') {
      special(Key.Name.BACKSPACE, 1);
    } else if (b < ' ') {
      keys.accept(new Key.Ctrl((char) (b + (b <= 26 ? 'a' - 1 : '@'))));
    } else {
      first(b);
    }
  }

  /** The first byte of a character says how many there are. */
  private void first(int b) {
    wanted = b < 0x80 ? 1 : b >= 0xf0 && b < 0xf8 ? 4 : b >= 0xe0 ? 3 : b >= 0xc2 ? 2 : 0;
    if (wanted == 0 || b >= 0xf8) {
      state = State.GROUND;
      return;
    }
    length = 0;
    state = State.UTF8;
    utf8(b);
  }

  private void utf8(int b) {
    if (length > 0 && (b & 0xc0) != 0x80) {
      state = State.GROUND; // A broken character is dropped, what follows is not.
      alt = false;
      take(b);
      return;
    }
    character[length++] = (byte) b;
    if (length == wanted) {
      String typed = new String(character, 0, length, StandardCharsets.UTF_8);
      state = State.GROUND;
      keys.accept(alt ? new Key.Alt(typed) : new Key.Typed(typed));
      alt = false;
    }
  }

  private void escape(int b) {
    if (b == '[') {
      parameters.setLength(0);
      state = State.CSI;
    } else if (b == 'O') {
      state = State.SS3;
    } else if (b == ESC) {
      special(Key.Name.ESCAPE, 1);
    } else {
      state = State.GROUND;
      if (b < ' ' || b == 0x7f) {
        ground(b);
      } else {
        alt = true;
        first(b);
      }
    }
  }

  private void ss3(int b) {
    state = State.GROUND;
    letter((char) b, 1);
  }

  private void csi(int b) {
    if (b >= 0x20 && b < 0x40) {
      if (parameters.length() < MOST_PARAMETERS) {
        parameters.append((char) b);
      }
      return;
    }
    state = State.GROUND;
    String text = parameters.toString();
    if (text.startsWith("<")) {
      mouse(numbers(text.substring(1)), b == 'M');
      return;
    }
    List<Integer> numbers = numbers(text.replaceAll("[?$]", ""));
    if (answered(numbers, b)) {
      return;
    }
    int modifiers = numbers.size() > 1 ? numbers.get(1) : 1;
    if (b != '~') {
      if (b == 'Z') {
        keys.accept(new Key.Special(Key.Name.TAB, false, false, true));
      } else {
        letter((char) b, modifiers);
      }
    } else if (!numbers.isEmpty() && numbers.get(0) == 200) {
      paste.setLength(0);
      state = State.PASTE;
    } else if (!numbers.isEmpty()) {
      Optional.ofNullable(CSI_NUMBERS.get(numbers.get(0)))
          .ifPresent(name -> special(name, modifiers));
    }
  }

  /** Whether a sequence is the terminal's answer and no key. */
  private boolean answered(List<Integer> numbers, int b) {
    boolean mode = b == 'y' && numbers.size() == 2;
    boolean cursor = b == 'R' && numbers.size() == 2 && numbers.get(0) != 1;
    if (mode) {
      answers = answers.mode(numbers.get(0), numbers.get(1));
    } else if (cursor) {
      answers = answers.cursor(numbers.get(0), numbers.get(1));
    }
    if (mode || cursor) {
      terminal.accept(answers);
    }
    return mode || cursor;
  }

  private void letter(char letter, int modifiers) {
    Optional.ofNullable(CSI_LETTERS.get(letter)).ifPresent(name -> special(name, modifiers));
  }

  /** A key with xterm's modifier number: one more than the sum of 1 shift, 2 alt, 4 control. */
  private void special(Key.Name name, int modifiers) {
    int bits = modifiers - 1;
    keys.accept(new Key.Special(name, (bits & 4) != 0, (bits & 2) != 0, (bits & 1) != 0));
  }

  private void mouse(List<Integer> report, boolean down) {
    if (report.size() != 3 || !down) {
      return;
    }
    int column = report.get(1) - 1;
    int row = report.get(2) - 1;
    switch (report.get(0)) {
      case 0 -> keys.accept(new Key.Click(column, row));
      case 32 -> keys.accept(new Key.Drag(column, row));
      case 64 -> keys.accept(new Key.Wheel(-1, column, row));
      case 65 -> keys.accept(new Key.Wheel(1, column, row));
      default -> {
        return; // Other buttons, and moves with a button held.
      }
    }
  }

  private void paste(int b) {
    paste.append((char) b);
    if (paste.length() >= PASTE_END.length()
        && paste.indexOf(PASTE_END, paste.length() - PASTE_END.length()) >= 0) {
      byte[] bytes =
          paste
              .substring(0, paste.length() - PASTE_END.length())
              .getBytes(StandardCharsets.ISO_8859_1);
      state = State.GROUND;
      keys.accept(new Key.Pasted(new String(bytes, StandardCharsets.UTF_8)));
    } else if (paste.length() > MOST_PASTED_BYTES) {
      paste.delete(0, paste.length() - PASTE_END.length());
    }
  }

  private static List<Integer> numbers(String parameters) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : parameters.split(";", -1)) {
      try {
        numbers.add(Integer.parseInt(number));
      } catch (NumberFormatException e) {
        numbers.add(1);
      }
    }
    return numbers;
  }
}
