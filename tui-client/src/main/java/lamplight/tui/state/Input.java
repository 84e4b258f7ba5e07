package lamplight.tui.state;

import java.util.List;
import lamplight.tui.text.Clean;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The line that is being typed, with its history.
 *
 * @param cursor index into the text, never inside a surrogate pair
 * @param recalled place in the history, or its size while the player types a line of their own
 * @param draft the player's own line while an older one is shown
 * @param cycle what Tab offered and where it is in it
 */
public record Input(
    String text, int cursor, PVector<String> history, int recalled, String draft, Cycle cycle) {
  /**
   * Longer lines than the protocol's 4,096 bytes are no use; this leaves room for its frame and for
   * wide characters.
   */
  public static final int MOST_CHARACTERS = 1_000;

  static final int MOST_HISTORY = 500;

  /**
   * Completion in progress: the candidates, which of them is in the line, and where it starts
   * there.
   */
  public record Cycle(List<String> candidates, int index, int start) {
    static final Cycle NONE = new Cycle(List.of(), -1, 0);
  }

  public static Input empty() {
    return new Input("", 0, TreePVector.empty(), 0, "", Cycle.NONE);
  }

  Input typed(String raw) {
    String words = Clean.text(raw);
    if (text.length() + words.length() > MOST_CHARACTERS) {
      return this;
    }
    return edited(
        text.substring(0, cursor) + words + text.substring(cursor), cursor + words.length());
  }

  Input replaced(String line) {
    return edited("", 0).typed(line);
  }

  Input erasedBack() {
    return erased(before(), cursor);
  }

  Input erasedAhead() {
    return erased(cursor, after());
  }

  Input erasedWord() {
    return erased(wordStart(), cursor);
  }

  Input erasedToStart() {
    return erased(0, cursor);
  }

  Input erasedToEnd() {
    return erased(cursor, text.length());
  }

  Input left() {
    return at(before());
  }

  Input right() {
    return at(after());
  }

  Input wordLeft() {
    return at(wordStart());
  }

  Input wordRight() {
    int end = cursor;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    while (end < text.length() && text.charAt(end) != ' ') {
      end++;
    }
    return at(end);
  }

  Input at(int index) {
    return new Input(text, index, history, recalled, draft, Cycle.NONE);
  }

  /** The line was sent: it goes into the history, unless it is the same as the last or a secret. */
  Input sent(boolean secret) {
    boolean kept =
        !secret
            && !text.isBlank()
            && (history.isEmpty() || !history.get(history.size() - 1).equals(text));
    PVector<String> lines = kept ? history.plus(text) : history;
    lines = lines.size() > MOST_HISTORY ? lines.minus(0) : lines;
    return new Input("", 0, lines, lines.size(), "", Cycle.NONE);
  }

  Input older() {
    return recalled == 0 ? this : recall(recalled - 1, recalled == history.size() ? text : draft);
  }

  Input newer() {
    return recalled == history.size() ? this : recall(recalled + 1, draft);
  }

  private Input recall(int place, String own) {
    String line = place == history.size() ? own : history.get(place);
    return new Input(line, line.length(), history, place, own, Cycle.NONE);
  }

  Input completed(Completion.Offer offer) {
    boolean cycling = cycle.index() >= 0;
    Cycle from = cycling ? cycle : new Cycle(offer.candidates(), -1, offer.start());
    if (from.candidates().isEmpty()) {
      return this;
    }
    int next = (from.index() + 1) % from.candidates().size();
    String words = from.candidates().get(next);
    boolean only = from.candidates().size() == 1;
    String head = text.substring(0, from.start()) + words + (only ? " " : "");
    Input done = edited(head + text.substring(cursor), head.length());
    return only
        ? done
        : new Input(
            done.text,
            done.cursor,
            history,
            recalled,
            draft,
            new Cycle(from.candidates(), next, from.start()));
  }

  private int before() {
    return cursor == 0 ? 0 : text.offsetByCodePoints(cursor, -1);
  }

  private int after() {
    return cursor == text.length() ? cursor : text.offsetByCodePoints(cursor, 1);
  }

  private int wordStart() {
    int start = cursor;
    while (start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    while (start > 0 && text.charAt(start - 1) != ' ') {
      start--;
    }
    return start;
  }

  private Input erased(int from, int to) {
    return edited(text.substring(0, from) + text.substring(to), from);
  }

  private Input edited(String line, int place) {
    return new Input(line, place, history, recalled, draft, Cycle.NONE);
  }
}
