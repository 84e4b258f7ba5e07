package lamplight.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Wrap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The scroll of what was told, already broken into rows for the width of its pane, so that drawing
 * and scrolling cost what is seen, not what was ever said. The newest row is at the bottom; {@code
 * back} rows of it are below the pane.
 *
 * @param told lines as they came, to break them again for another width
 * @param back how far the reader has scrolled back, in rows
 * @param unread rows that came below since then
 * @param news rows below the place where reading stopped when something came; 0 if all was read
 * @param held rows from the one on that new rows do not push out of the pane, the start of an
 *     answer or of a game; {@link #FREE} if the pane follows the newest row
 * @param total lines ever added, so that a reader of the story can tell which are new
 */
public record Story(
    int width,
    int height,
    PVector<Told> told,
    PVector<Row> rows,
    int back,
    int unread,
    int news,
    int held,
    long total) {
  static final int MOST_LINES = 5_000;
  static final int MOST_ROWS = 10_000;

  /** No row is held in the pane. */
  private static final int FREE = -1;

  /**
   * Who speaks; the program and the player have a sign before their lines, so that nobody needs
   * colours to tell.
   */
  public enum Voice {
    WORLD(""),
    PLAYER("> "),
    PROGRAM("· ");

    private final String sign;

    Voice(String sign) {
      this.sign = sign;
    }
  }

  /** One line of story. */
  public record Told(Voice voice, List<Run> runs) {
    static final Told BLANK = new Told(Voice.WORLD, List.of());

    public Told {
      runs = List.copyOf(runs);
    }

    /** The words, without a sign. */
    public String plain() {
      return new Row(runs).plain();
    }

    public boolean isBlank() {
      return runs.isEmpty();
    }

    /** Broken for a width; further rows are indented to the sign. */
    public List<Row> rows(int columns) {
      if (voice.sign.isEmpty() || runs.isEmpty()) {
        return Wrap.rows(runs, columns, 0);
      }
      List<Run> signed = new ArrayList<>(runs);
      signed.add(0, new Run(voice.sign, runs.get(0).ink()));
      return Wrap.rows(signed, columns, voice.sign.length());
    }
  }

  /** Without all that was told; what comes counts on, so that its readers see it as new. */
  Story emptied() {
    return new Story(width, height, TreePVector.empty(), TreePVector.empty(), 0, 0, 0, FREE, total);
  }

  static Story empty() {
    return new Story(80, 20, TreePVector.empty(), TreePVector.empty(), 0, 0, 0, FREE, 0);
  }

  /** A new game begins: what is told is read from its first row on, however much it is. */
  Story opened() {
    return rows.isEmpty() ? asked() : this;
  }

  /**
   * What comes next is read from its first row on: it stays in the pane however much follows, until
   * the reader goes on or {@link #answered} says that the rest is no part of it.
   */
  Story asked() {
    return new Story(width, height, told, rows, 0, 0, 0, 0, total);
  }

  /** All of an answer is there; if it is higher than the pane, the reader is at its first page. */
  Story answered() {
    return new Story(width, height, told, rows, back, unread, news, FREE, total);
  }

  Story with(Told line) {
    if (line.isBlank() && (told.isEmpty() || told.get(told.size() - 1).isBlank())) {
      return this;
    }
    List<Row> added = line.rows(width);
    PVector<Told> lines = last(told.plus(line), MOST_LINES);
    PVector<Row> all = last(rows.plusAll(added), MOST_ROWS);
    if (held != FREE) {
      int since = Math.min(held + added.size(), all.size());
      return new Story(width, height, lines, all, 0, 0, 0, since, total + 1).atHeld();
    }
    boolean reading = back > 0;
    return new Story(
        width,
        height,
        lines,
        all,
        reading ? Math.min(back + added.size(), all.size()) : 0,
        reading ? unread + added.size() : 0,
        reading && unread == 0
            ? added.size()
            : news > 0 ? Math.min(news + added.size(), all.size()) : 0,
        FREE,
        total + 1);
  }

  private Story atHeld() {
    int below = Math.max(0, held - height);
    return new Story(width, height, told, rows, below, unread, news, held, total);
  }

  Story resized(int newWidth, int newHeight) {
    if (newWidth == width) {
      Story higher = new Story(width, newHeight, told, rows, back, unread, news, held, total);
      return held == FREE ? higher.scrolled(0) : higher.atHeld();
    }
    PVector<Row> broken = TreePVector.empty();
    for (Told line : told) {
      broken = broken.plusAll(line.rows(newWidth));
    }
    PVector<Row> all = last(broken, MOST_ROWS);
    int below = back == 0 ? 0 : Math.max(0, rebroken(rows.size() - top(), newWidth) - newHeight);
    return new Story(
        newWidth,
        newHeight,
        told,
        all,
        Math.min(below, all.size()),
        Math.min(rebroken(unread, newWidth), below),
        Math.min(rebroken(news, newWidth), all.size()),
        held == FREE ? FREE : Math.min(rebroken(held, newWidth), all.size()),
        total);
  }

  /** How many rows the lines of the newest rows take in another width. */
  private int rebroken(int newest, int newWidth) {
    int before = 0;
    int after = 0;
    for (int i = told.size() - 1; i >= 0 && before < newest; i--) {
      before += told.get(i).rows(width).size();
      after += told.get(i).rows(newWidth).size();
    }
    return after;
  }

  /** Moves the pane up (towards older rows) by some rows, down if negative. */
  Story scrolled(int up) {
    int most = rows.size() - height + (news > 0 ? 1 : 0); // The mark takes a row.
    int next = Math.max(0, Math.min(most, back + up));
    return new Story(width, height, told, rows, next, Math.min(unread, next), news, FREE, total);
  }

  /** At its newest row, and all of it read. */
  Story read() {
    return new Story(width, height, told, rows, 0, 0, 0, FREE, total);
  }

  /** The place among the rows in the pane where what came unread begins; 0 if it is not there. */
  public int mark() {
    int place = rows.size() - news - top();
    return news > 0 && place < shown().size() ? Math.max(0, place) : 0;
  }

  /**
   * The next row that has some words, whatever their case, from a row on (which is not looked at):
   * older ones for a step of -1, newer ones for 1; -1 if none has. No words are nowhere.
   */
  int find(String words, int from, int step) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    for (int row = from + step; row >= 0 && row < rows.size() && !wanted.isEmpty(); row += step) {
      if (rows.get(row).plain().toLowerCase(Locale.ROOT).contains(wanted)) {
        return row;
      }
    }
    return -1;
  }

  /** Scrolled so that a row is in the middle of the pane, as far as there are rows around it. */
  Story showing(int row) {
    return scrolled(rows.size() - row - height / 2 - back);
  }

  /** The place of the uppermost row in the pane, counted from the oldest. */
  public int top() {
    return Math.max(0, rows.size() - back - height);
  }

  /** The rows in the pane, oldest first, at most its height. */
  public List<Row> shown() {
    int end = rows.size() - back;
    return rows.subList(top(), end);
  }

  /** Lines that came after the given count of lines, if they are still kept. */
  public List<Told> since(long count) {
    int fresh = (int) Math.min(told.size(), total - count);
    return told.subList(told.size() - fresh, told.size());
  }

  private static <T> PVector<T> last(PVector<T> all, int most) {
    PVector<T> kept = all;
    while (kept.size() > most) {
      kept = kept.minus(0);
    }
    return kept;
  }
}
