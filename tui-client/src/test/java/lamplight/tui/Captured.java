package lamplight.tui;

import java.util.ArrayList;
import java.util.List;

/**
 * A captured terminal ({@code tmux capture-pane -e -p}) as runs of words in one look. A look goes
 * on in the next line.
 */
final class Captured {
  static final String PAPER = "#16181d";
  static final String TEXT = "#d9d4c7";
  private static final List<String> BASIC =
      List.of(
          "#2b2d33", "#d0675f", "#8fb573", "#d7a65f", "#7aa2d6", "#b48ead", "#7fbbb3", "#c9c4b6",
          "#6c6f78", "#e67e80", "#a7c080", "#e6c07b", "#8fb8e8", "#c9a0c9", "#93cec6", "#f2eee3");

  /** Words and how they look. */
  record Run(String words, String colour, boolean bold, boolean italic, boolean reverse) {}

  private String colour = TEXT;
  private boolean bold;
  private boolean italic;
  private boolean reverse;

  private Captured() {}

  /** The runs of each line. */
  static List<List<Run>> runs(List<String> lines) {
    Captured captured = new Captured();
    return lines.stream().map(captured::read).toList();
  }

  private List<Run> read(String line) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      if (line.charAt(at) == '\u001b') {
        int end = line.indexOf('m', at);
        styles(line.substring(at + 2, end));
        at = end + 1;
      } else {
        int end = line.indexOf('\u001b', at);
        end = end < 0 ? line.length() : end;
        runs.add(new Run(line.substring(at, end), colour, bold, italic, reverse));
        at = end;
      }
    }
    return runs;
  }

  private void styles(String parameters) {
    String[] numbers = parameters.isEmpty() ? new String[] {"0"} : parameters.split(";", -1);
    for (int i = 0; i < numbers.length; i++) {
      int number = Integer.parseInt(numbers[i]);
      if (number == 38 && numbers[i + 1].equals("5")) {
        colour = indexed(Integer.parseInt(numbers[i + 2]));
        i += 2;
      } else {
        style(number);
      }
    }
  }

  private void style(int number) {
    if (number == 0) {
      colour = TEXT;
      bold = false;
      italic = false;
      reverse = false;
    } else if (number == 1 || number == 22) {
      bold = number == 1;
    } else if (number == 3 || number == 23) {
      italic = number == 3;
    } else if (number == 7 || number == 27) {
      reverse = number == 7;
    } else if (number >= 30 && number <= 37) {
      colour = BASIC.get(number - 30);
    } else if (number >= 90 && number <= 97) {
      colour = BASIC.get(number - 82);
    } else if (number == 39) {
      colour = TEXT;
    }
  }

  private static String indexed(int number) {
    if (number < 16) {
      return BASIC.get(number);
    }
    if (number >= 232) {
      int grey = 8 + (number - 232) * 10;
      return "#%02x%02x%02x".formatted(grey, grey, grey);
    }
    int cube = number - 16;
    return "#%02x%02x%02x".formatted(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
  }

  private static int level(int step) {
    return step == 0 ? 0 : 55 + step * 40;
  }
}
