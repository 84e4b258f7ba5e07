package lamplight.tui.state;

import lamplight.tui.text.Clean;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A line with a cursor, and what it was before, to go back to.
 *
 * @param cursor index into the text, never inside a surrogate pair
 * @param past earlier texts, oldest first, at most {@link #MOST_PAST}
 * @param typing whether the last change was a typed character: a word is undone as a whole
 */
record EditedLine(String text, int cursor, PVector<String> past, boolean typing) {
  /**
   * Longer lines than the protocol's 4,096 bytes are no use; this leaves room for its frame and for
   * wide characters.
   */
  static final int MOST_CHARACTERS = 1_000;

  static final int MOST_PAST = 100;

  static final EditedLine EMPTY = new EditedLine("", 0, TreePVector.empty(), false);

  /** One or more characters typed or pasted at the cursor; what would be too long is not. */
  EditedLine typed(String raw) {
    String words = Clean.text(raw);
    if (text.length() + words.length() > MOST_CHARACTERS) {
      return this;
    }
    String next = text.substring(0, cursor) + words + text.substring(cursor);
    boolean goesOn = typing && !words.equals(" ");
    return new EditedLine(next, cursor + words.length(), goesOn ? past : remembered(), true);
  }

  EditedLine replaced(String line, int place) {
    return line.equals(text) ? at(place) : new EditedLine(line, place, remembered(), false);
  }

  EditedLine undone() {
    if (past.isEmpty()) {
      return this;
    }
    String before = past.get(past.size() - 1);
    return new EditedLine(before, before.length(), past.minus(past.size() - 1), false);
  }

  private PVector<String> remembered() {
    PVector<String> all = past.plus(text);
    return all.size() > MOST_PAST ? all.minus(0) : all;
  }

  EditedLine erasedBack() {
    return erased(before(), cursor);
  }

  EditedLine erasedAhead() {
    return erased(cursor, after());
  }

  EditedLine erasedWord() {
    return erased(wordStart(), cursor);
  }

  EditedLine erasedToStart() {
    return erased(0, cursor);
  }

  EditedLine erasedToEnd() {
    return erased(cursor, text.length());
  }

  private EditedLine erased(int from, int to) {
    return replaced(text.substring(0, from) + text.substring(to), from);
  }

  EditedLine left() {
    return at(before());
  }

  EditedLine right() {
    return at(after());
  }

  EditedLine wordLeft() {
    return at(wordStart());
  }

  EditedLine wordRight() {
    int end = cursor;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    while (end < text.length() && text.charAt(end) != ' ') {
      end++;
    }
    return at(end);
  }

  EditedLine at(int index) {
    return new EditedLine(text, index, past, false);
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
}
