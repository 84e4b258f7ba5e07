package lamplight.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line of a comparison between what a transcript says and what was read, as a diff shows it.
 *
 * @param line in the transcript; 0: it does not stand there
 * @param text as the transcript writes it
 */
record Difference(Sign sign, int line, String text) {
  /** How many lines that came in place of others are shown: the first ones. */
  private static final int MOST = 12;

  /** On which side a line is. */
  enum Sign {
    SAME("  "),
    EXPECTED("- "),
    CAME("+ ");

    private final String mark;

    Sign(String mark) {
      this.mark = mark;
    }
  }

  boolean isWrong() {
    return sign != Sign.SAME;
  }

  @Override
  public String toString() {
    return sign.mark + text;
  }

  static Difference came(String text) {
    return new Difference(Sign.CAME, 0, text);
  }

  static Difference expected(int line, String text) {
    return new Difference(Sign.EXPECTED, line, text);
  }

  /** Each reader's expected lines must come in order; a refusal must be expected. */
  static List<Difference> between(Move move, List<Heard> heard) {
    return new Comparison(move, heard).lines();
  }

  /** A move's expected lines against what was heard. */
  private static final class Comparison {
    private final Move move;
    private final List<Heard> heard;
    private final Map<Expected, Integer> found = new HashMap<>();
    private final Set<Integer> shown = new HashSet<>();
    private final List<Difference> lines = new ArrayList<>();

    Comparison(Move move, List<Heard> heard) {
      this.move = move;
      this.heard = heard;
      Map<String, Integer> from = new HashMap<>();
      for (Expected expected : move.expected()) {
        int at = from.getOrDefault(expected.reader(), 0);
        while (at < heard.size() && !expected.matches(heard.get(at))) {
          at++;
        }
        if (at < heard.size()) {
          found.put(expected, at);
          from.put(expected.reader(), at + 1);
        }
      }
    }

    List<Difference> lines() {
      for (int i = 0; i < move.expected().size(); i++) {
        Expected expected = move.expected().get(i);
        boolean came = found.containsKey(expected);
        String text = expected.shown(move.typist());
        lines.add(
            came
                ? new Difference(Sign.SAME, expected.line(), text)
                : expected(expected.line(), text));
        if (!came && !missesNext(i)) {
          addCame(i);
        }
      }
      addRefusals();
      return List.copyOf(lines);
    }

    /** Whether the reader's next line did not come either. */
    private boolean missesNext(int i) {
      return move.expected().stream()
          .skip(i + 1L)
          .filter(next -> next.reader().equals(move.expected().get(i).reader()))
          .findFirst()
          .filter(next -> !found.containsKey(next))
          .isPresent();
    }

    /** What the reader of a missing line read in its place: between those lines that came. */
    private void addCame(int i) {
      String reader = move.expected().get(i).reader();
      int first =
          move.expected().stream()
              .limit(i)
              .filter(other -> other.reader().equals(reader) && found.containsKey(other))
              .mapToInt(other -> found.getOrDefault(other, 0) + 1)
              .max()
              .orElse(0);
      int end =
          move.expected().stream()
              .skip(i)
              .filter(other -> other.reader().equals(reader) && found.containsKey(other))
              .mapToInt(other -> found.getOrDefault(other, 0))
              .min()
              .orElse(heard.size());
      int count = 0;
      for (int at = first; at < end; at++) {
        if (heard.get(at).reader().equals(reader) && shown.add(at) && ++count <= MOST) {
          lines.add(came(heard.get(at).shown(move.typist())));
        }
      }
      if (count > MOST) {
        lines.add(came("(" + (count - MOST) + " more lines)"));
      }
    }

    private void addRefusals() {
      boolean refusalExpected = move.expected().stream().anyMatch(Expected::refusal);
      for (int at = 0; at < heard.size() && !refusalExpected; at++) {
        if (heard.get(at).refusal() && shown.add(at)) {
          lines.add(came(heard.get(at).shown(move.typist())));
        }
      }
    }
  }
}
