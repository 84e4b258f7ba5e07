package lamplight.tui.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lamplight.tui.state.Size;
import lamplight.tui.text.Width;

/**
 * What a terminal shows after some bytes, for those that {@link Tty} sends. A cell is its character
 * and how it looks; a blank that shows no look is the same in each. Whatever it does not know is an
 * error.
 */
final class Glass {
  private static final Pattern CSI = Pattern.compile("\u001b\\[(\\??)([0-9;$]*)([@-~])");

  private final Size size;
  private final String[] cells;
  private int column;
  private int row;
  private int top;
  private int bottom;
  private int left;
  private int right;
  private boolean margins;
  private String last = " ";
  private String look = "";

  Glass(Size size) {
    this.size = size;
    cells = new String[size.columns() * size.rows()];
    bottom = size.rows() - 1;
    right = size.columns() - 1;
    Arrays.fill(cells, " ");
  }

  void take(String bytes) {
    Matcher csi = CSI.matcher(bytes);
    int at = 0;
    while (at < bytes.length()) {
      if (bytes.charAt(at) == '\u001b') {
        if (!csi.find(at) || csi.start() != at) {
          throw new AssertionError("no sequence at " + bytes.substring(at));
        }
        sequence(csi.group(1), csi.group(2), csi.group(3).charAt(0));
        at = csi.end();
      } else {
        int codePoint = bytes.codePointAt(at);
        at += Character.charCount(codePoint);
        character(Character.toString(codePoint));
      }
    }
  }

  private void character(String character) {
    switch (character) {
      case "\r" -> column = margins ? left : 0;
      case "\b" -> column = Math.max(0, column - 1);
      case "\n" -> down();
      default -> put(character);
    }
  }

  private void put(String character) {
    if (column + Width.of(character) > size.columns()) {
      throw new AssertionError("written behind the last column: " + character);
    }
    boolean bare = character.equals(" ") && !look.matches("(.*;)?[47](;.*)?");
    cells[cell(column, row)] = bare ? " " : character + look;
    if (Width.of(character) == 2) {
      cells[cell(column + 1, row)] = "";
    }
    column += Width.of(character);
    last = character;
  }

  private void down() {
    if (row < bottom) {
      row++;
    } else if (column >= left && column <= right) {
      for (int to = top; to <= bottom; to++) {
        for (int at = left; at <= right; at++) {
          cells[cell(at, to)] = to < bottom ? cells[cell(at, to + 1)] : " ";
        }
      }
    }
  }

  private void sequence(String mark, String parameters, char kind) {
    if (!mark.isEmpty()) {
      mode(parameters, kind);
      return;
    }
    List<Integer> numbers =
        Arrays.stream(parameters.split(";", -1))
            .map(number -> number.isEmpty() ? 0 : Integer.parseInt(number))
            .toList();
    int first = Math.max(1, numbers.get(0));
    int second = numbers.size() > 1 ? Math.max(1, numbers.get(1)) : 1;
    switch (kind) {
      case 'H' -> at(second - 1, first - 1);
      case 'C' -> column += first;
      case 'D' -> column -= first;
      case 'X' -> IntStream.range(column, column + first).forEach(at -> cells[cell(at, row)] = " ");
      case 'b' -> IntStream.range(0, first).forEach(i -> put(last));
      case 'm' -> styles(parameters.isEmpty() ? "0" : parameters);
      case 'J' -> Arrays.fill(cells, " ");
      case 'r' -> rows(parameters.isEmpty() ? 1 : first, numbers.size() > 1 ? second : size.rows());
      case 's' -> {
        left = first - 1;
        right = second - 1;
        at(0, 0);
      }
      case 'n' -> {}
      default -> throw new AssertionError("unknown: " + parameters + kind);
    }
  }

  private void mode(String parameters, char kind) {
    if (parameters.equals("69") && (kind == 'h' || kind == 'l')) {
      margins = kind == 'h';
      left = 0;
      right = size.columns() - 1;
    }
  }

  private void rows(int first, int lastRow) {
    top = first - 1;
    bottom = lastRow - 1;
    at(0, 0);
  }

  private void at(int toColumn, int toRow) {
    column = toColumn;
    row = toRow;
  }

  /** The looks in their order, each once, so that equal ones are written alike. */
  private void styles(String parameters) {
    List<String> on = Arrays.stream(look.split(";", -1)).filter(s -> !s.isEmpty()).toList();
    for (String style : parameters.replace("38;5;", "38:5:").split(";", -1)) {
      on = styled(on, style);
    }
    look = on.stream().sorted().map(s -> ";" + s).collect(Collectors.joining());
  }

  private static List<String> styled(List<String> on, String style) {
    String off =
        switch (style) {
          case "0" -> ".*";
          case "22" -> "1";
          case "23" -> "3";
          case "24" -> "4";
          case "27" -> "7";
          case "39" -> "38.*|3[0-7]|9[0-7]";
          default -> style.startsWith("38") ? "38.*" : style;
        };
    List<String> left = on.stream().filter(s -> !s.matches(off)).toList();
    boolean adds = style.startsWith("38") || (style.length() == 1 && !style.equals("0"));
    List<String> now = new ArrayList<>(left);
    now.addAll(adds ? List.of(style) : List.of());
    return now;
  }

  private int cell(int atColumn, int atRow) {
    return atRow * size.columns() + atColumn;
  }

  /** All rows, their cells set apart. */
  List<String> rows() {
    return IntStream.range(0, size.rows())
        .mapToObj(r -> String.join("|", Arrays.copyOfRange(cells, cell(0, r), cell(0, r + 1))))
        .toList();
  }
}
