package lamplight.tui.state;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The line that is being typed, with its history.
 *
 * @param recalled place in the history, or its size while the player types a line of their own
 * @param draft the player's own line while an older one is shown
 * @param cycle what Tab offered and where it is in it
 */
public record Input(
    EditedLine line, PVector<String> history, int recalled, String draft, Cycle cycle) {
  /** What a line can have at most. */
  public static final int MOST_CHARACTERS = EditedLine.MOST_CHARACTERS;

  static final int MOST_HISTORY = 500;

  /**
   * Completion in progress: the candidates, which of them is in the line, and where it starts
   * there.
   */
  public record Cycle(List<String> candidates, int index, int start) {
    static final Cycle NONE = new Cycle(List.of(), -1, 0);
  }

  public static Input empty() {
    return new Input(EditedLine.EMPTY, TreePVector.empty(), 0, "", Cycle.NONE);
  }

  public String text() {
    return line.text();
  }

  /** Index into the text, never inside a surrogate pair. */
  public int cursor() {
    return line.cursor();
  }

  /** The line after an edit; completion ends with it. */
  Input edited(UnaryOperator<EditedLine> edit) {
    return new Input(edit.apply(line), history, recalled, draft, Cycle.NONE);
  }

  Input typed(String words) {
    return edited(line -> line.typed(words));
  }

  Input replaced(String words) {
    return edited(line -> line.replaced("", 0).typed(words));
  }

  /** The line was sent: it goes into the history, unless it is the same as the last or a secret. */
  Input sent(boolean secret) {
    boolean kept =
        !secret
            && !text().isBlank()
            && (history.isEmpty() || !history.get(history.size() - 1).equals(text()));
    PVector<String> lines = kept ? history.plus(text()) : history;
    lines = lines.size() > MOST_HISTORY ? lines.minus(0) : lines;
    return new Input(EditedLine.EMPTY, lines, lines.size(), "", Cycle.NONE);
  }

  Input older() {
    return recalled == 0 ? this : recall(recalled - 1, recalled == history.size() ? text() : draft);
  }

  Input newer() {
    return recalled == history.size() ? this : recall(recalled + 1, draft);
  }

  private Input recall(int place, String own) {
    String shown = place == history.size() ? own : history.get(place);
    return new Input(line.replaced(shown, shown.length()), history, place, own, Cycle.NONE);
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
    String head = text().substring(0, from.start()) + words + (only ? " " : "");
    EditedLine done = line.replaced(head + text().substring(cursor()), head.length());
    Cycle after = only ? Cycle.NONE : new Cycle(from.candidates(), next, from.start());
    return new Input(done, history, recalled, draft, after);
  }

  /**
   * What the player probably goes on to type, as the words that are missing: the newest line of the
   * history that begins so, or the first thing that Tab would offer. Empty at the start of a line,
   * and unless the cursor is at its end.
   */
  public String likely(Scene scene, Story story) {
    if (text().isBlank() || cursor() < text().length() || cycle.index() >= 0) {
      return "";
    }
    String typed = text().toLowerCase(Locale.ROOT);
    for (int i = history.size() - 1; i >= 0; i--) {
      String older = history.get(i);
      if (older.length() > typed.length() && older.toLowerCase(Locale.ROOT).startsWith(typed)) {
        return older.substring(typed.length());
      }
    }
    Completion.Offer offer = Completion.of(text(), cursor(), scene, story);
    int known = cursor() - offer.start();
    return offer.candidates().stream()
        .filter(word -> known > 0 && word.length() > known)
        .findFirst()
        .map(word -> word.substring(known))
        .orElse("");
  }
}
