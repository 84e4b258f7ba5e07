package lamplight.tui.mud;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lamplight.tui.text.Clean;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Run;
import lamplight.tui.text.Tint;

/**
 * Letters of a terminal's stream to lines with colours. Of the escape sequences (ECMA-48) only
 * colours and marks have an effect, backgrounds have none; all others are taken out whole, so that
 * no server can move a cursor, name a window or write a clipboard.
 */
final class Ansi {
  /** Letters of a line; a longer one is broken. */
  static final int MAX_LINE = 8 * 1024;

  /** Numbers of one colour sequence that count. */
  private static final int MAX_NUMBERS = 32;

  private static final int TAB_STOP = 8;

  private static final int ESCAPE = 0x1B;
  private static final int BELL = 7;
  private static final int BACKSPACE = 8;

  /** The usual look of the 16 colours, to find the nearest of one that a terminal does not have. */
  private static final int[] USUAL = {
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f,
    0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff
  };

  private enum State {
    TEXT,
    ESCAPED,
    /** {@code ESC [} and numbers. */
    SEQUENCE,
    /** OSC, DCS and their like, up to BEL or {@code ESC \}. */
    STRING,
    STRING_ESCAPED,
    /** One more character, such as of {@code ESC ( B}. */
    ONE_MORE
  }

  private final Consumer<List<Run>> lines;
  private State state = State.TEXT;
  private final StringBuilder sequence = new StringBuilder();
  private final StringBuilder words = new StringBuilder();
  private List<Run> runs = new ArrayList<>();
  private int length;

  private Optional<Tint.Basic> basic = Optional.empty();
  private Optional<Integer> exact = Optional.empty();
  private final Set<Tint.Mark> marks = EnumSet.noneOf(Tint.Mark.class);
  private Ink ink = Ink.PROSE;

  Ansi(Consumer<List<Run>> lines) {
    this.lines = lines;
  }

  void accept(int codePoint) {
    switch (state) {
      case TEXT -> text(codePoint);
      case ESCAPED -> escaped(codePoint);
      case SEQUENCE -> sequence(codePoint);
      case STRING -> string(codePoint);
      case STRING_ESCAPED -> state = codePoint == '\\' ? State.TEXT : State.STRING;
      case ONE_MORE -> state = State.TEXT;
    }
  }

  /** What stands in the unfinished line, and begins a new one; empty if nothing does. */
  List<Run> unfinished() {
    endRun();
    List<Run> line = runs;
    runs = new ArrayList<>();
    length = 0;
    return line;
  }

  boolean hasUnfinished() {
    return length > 0;
  }

  private void text(int codePoint) {
    switch (codePoint) {
      case ESCAPE -> state = State.ESCAPED;
      case '\n' -> lines.accept(unfinished());
      case '\t' -> {
        do {
          add(' ');
        } while (length % TAB_STOP != 0);
      }
      case BACKSPACE -> erase();
      default -> add(codePoint);
    }
  }

  /** Control characters are dropped: CR too, which comes before or behind LF. */
  private void add(int codePoint) {
    if (Character.isISOControl(codePoint)) {
      return;
    }
    words.appendCodePoint(codePoint);
    if (++length >= MAX_LINE) {
      lines.accept(unfinished());
    }
  }

  private void erase() {
    if (words.length() > 0) {
      words.setLength(words.offsetByCodePoints(words.length(), -1));
      length--;
    }
  }

  private void escaped(int codePoint) {
    sequence.setLength(0);
    state =
        switch (codePoint) {
          case '[' -> State.SEQUENCE;
          case ']', 'P', 'X', '^', '_' -> State.STRING;
          case '(', ')', '*', '+', '#', '%', ' ' -> State.ONE_MORE;
          default -> State.TEXT;
        };
  }

  private void sequence(int codePoint) {
    if (codePoint >= 0x40 && codePoint <= 0x7E) {
      state = State.TEXT;
      if (codePoint == 'm') {
        colour(sequence.toString());
      }
    } else if (codePoint == ESCAPE) {
      state = State.ESCAPED;
    } else if (codePoint < 0x20 || codePoint > 0x7E) {
      state = State.TEXT; // no sequence: a line's end must not be lost in it
      text(codePoint);
    } else if (sequence.length() < MAX_LINE) {
      sequence.appendCodePoint(codePoint);
    }
  }

  private void string(int codePoint) {
    if (codePoint == BELL || codePoint == '\n') {
      state = State.TEXT; // a string has no lines: one that never ends must not hide the rest
    } else if (codePoint == ESCAPE) {
      state = State.STRING_ESCAPED;
    }
  }

  // ---- colours ----

  private void colour(String numbers) {
    endRun();
    List<Integer> codes = numbers(numbers);
    for (int i = 0; i < codes.size(); i++) {
      int code = codes.get(i);
      if (code == 38 || code == 48) {
        int used = further(codes.subList(i + 1, codes.size()), code == 38);
        i += used;
      } else {
        simple(code);
      }
    }
    boolean own = basic.isPresent() || exact.isPresent() || !marks.isEmpty();
    ink = own ? Ink.of(new Tint(basic, exact, marks)) : Ink.PROSE;
  }

  private static List<Integer> numbers(String words) {
    List<Integer> numbers = new ArrayList<>();
    for (String word : words.split("[;:]", MAX_NUMBERS)) {
      numbers.add(word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : 0);
    }
    return numbers;
  }

  private void simple(int code) {
    switch (code) {
      case 0 -> {
        marks.clear();
        foreground(Optional.empty(), Optional.empty());
      }
      case 1 -> marks.add(Tint.Mark.BOLD);
      case 3 -> marks.add(Tint.Mark.ITALIC);
      case 4 -> marks.add(Tint.Mark.UNDERLINE);
      case 7 -> marks.add(Tint.Mark.REVERSE);
      case 22 -> marks.remove(Tint.Mark.BOLD);
      case 23 -> marks.remove(Tint.Mark.ITALIC);
      case 24 -> marks.remove(Tint.Mark.UNDERLINE);
      case 27 -> marks.remove(Tint.Mark.REVERSE);
      case 39 -> foreground(Optional.empty(), Optional.empty());
      default -> {
        if (code >= 30 && code < 38) {
          foreground(Optional.of(Tint.Basic.of(code - 30)), Optional.empty());
        } else if (code >= 90 && code < 98) {
          foreground(Optional.of(Tint.Basic.of(code - 90 + 8)), Optional.empty());
        }
      }
    }
  }

  /** {@code 5;N} of 256 or {@code 2;R;G;B}; gives how many numbers that takes. */
  private int further(List<Integer> codes, boolean foreground) {
    if (codes.size() >= 2 && codes.get(0) == 5) {
      if (foreground) {
        indexed(codes.get(1) & 0xFF);
      }
      return 2;
    }
    if (codes.size() >= 4 && codes.get(0) == 2) {
      if (foreground) {
        exact((codes.get(1) & 0xFF) << 16 | (codes.get(2) & 0xFF) << 8 | (codes.get(3) & 0xFF));
      }
      return 4;
    }
    return codes.size();
  }

  private void indexed(int index) {
    if (index < USUAL.length) {
      foreground(Optional.of(Tint.Basic.of(index)), Optional.empty());
    } else {
      exact(Tint.colourOf(index));
    }
  }

  private void exact(int colour) {
    foreground(Optional.of(Tint.Basic.of(Tint.nearest(colour, USUAL))), Optional.of(colour));
  }

  private void foreground(Optional<Tint.Basic> ofSixteen, Optional<Integer> ofAll) {
    basic = ofSixteen;
    exact = ofAll;
  }

  private void endRun() {
    if (words.length() > 0) {
      runs.add(new Run(Clean.text(words.toString()), ink));
      words.setLength(0);
    }
  }
}
