package lamplight.engine.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.wire.ServerMessage.Text;

/**
 * What one player has been told, numbered from 1 without gaps: the newest lines, within {@link
 * SessionLimits#TEXT_LINES} and {@link SessionLimits#TEXT_BYTES}.
 *
 * <p>It serves two needs: a client that comes back asks for the lines after its last, and a client
 * that does not read is sent what is left once it does.
 */
final class TextLog {

  private final Deque<Text> lines = new ArrayDeque<>();
  private int bytes;
  private long last;
  private long reported;
  private int freshBytes;

  /** See {@link #settled()}. */
  private OptionalLong settled = OptionalLong.empty();

  /** Adds a paragraph, which an empty line ends. */
  void add(TextKind kind, List<Line> paragraph) {
    for (Line line : paragraph) {
      add(kind, line);
    }
    add(kind, Line.EMPTY);
  }

  private void add(TextKind kind, Line line) {
    lines.add(new Text(++last, kind, line));
    bytes += line.bytes();
    freshBytes += line.bytes();
    keep(SessionLimits.TEXT_LINES);
  }

  /** A line that was said before this session was loaded. */
  void keep(Text line) {
    if (line.number() != last + 1) {
      skipTo(line.number() - 1);
    }
    lines.add(line);
    last = line.number();
    reported = last;
    bytes += line.line().bytes();
    keep(SessionLimits.TEXT_LINES);
  }

  /** Goes on behind a number, whose line and those before it are not here. */
  private void skipTo(long number) {
    lines.clear();
    bytes = 0;
    last = number;
    reported = number;
  }

  /**
   * All that was kept is here. The client may have read further: lines of a server that died before
   * they were written.
   *
   * @param before what {@link #settled} was when it was kept
   */
  void loaded(OptionalLong before) {
    settled = before.isPresent() ? before : OptionalLong.of(last);
  }

  /**
   * The number up to which this is sure to be what the client has read, until it has come back and
   * said how far it has come; empty if all of it is.
   */
  OptionalLong settled() {
    return settled;
  }

  /**
   * A client comes back that has lines up to a number. If it has some that are not here, those told
   * since are numbered on behind them, since it has not read these, whatever their numbers were;
   * the journal is given them again. One that says more than {@link SessionLimits#AHEAD_LINES} is
   * not believed.
   */
  void goOnBehind(long read) {
    long known = settled.orElse(last);
    long ahead = read - known;
    settled = OptionalLong.empty();
    if (ahead > 0 && ahead <= SessionLimits.AHEAD_LINES) {
      List<Text> since = lines.stream().filter(line -> line.number() > known).toList();
      long told = last;
      skipTo(read);
      since.forEach(line -> keep(new Text(line.number() + ahead, line.kind(), line.line())));
      last = told + ahead;
      reported = read;
    }
  }

  /** The lines since the last time; those that are gone already are passed over. */
  List<Text> takeFresh() {
    if (reported == last) {
      return List.of();
    }
    List<Text> fresh = newest(reported);
    reported = last;
    freshBytes = 0;
    return fresh;
  }

  /** Whether what is not yet taken is much of what is kept; what is gone cannot be taken. */
  boolean isMuchFresh() {
    return last - reported > SessionLimits.TEXT_LINES / 2
        || freshBytes > SessionLimits.TEXT_BYTES / 2;
  }

  /** All lines that are kept. */
  List<Text> all() {
    return List.copyOf(lines);
  }

  /** Drops all but the newest lines. */
  void keep(int most) {
    while (lines.size() > most || bytes > SessionLimits.TEXT_BYTES) {
      bytes -= lines.remove().line().bytes();
    }
  }

  int size() {
    return lines.size();
  }

  int bytes() {
    return bytes;
  }

  /** The number of the newest line; 0 before the first. */
  long last() {
    return last;
  }

  /**
   * The lines after number {@code read}. If some of them are gone, a line that says so comes first,
   * under the number of the last that is missing.
   */
  List<Text> after(long read) {
    if (read >= last) {
      return List.of();
    }
    List<Text> after = newest(read);
    long missing = last - lines.size() - read;
    if (missing > 0) {
      String gap =
          missing == 1 ? "(A line is missing here.)" : "(" + missing + " lines are missing here.)";
      after.add(0, new Text(read + missing, TextKind.SYSTEM, Line.of(gap)));
    }
    return after;
  }

  /** The kept lines with higher numbers than this one: it looks at no others. */
  private List<Text> newest(long number) {
    List<Text> newest = new ArrayList<>((int) Math.min(lines.size(), last - number));
    for (Iterator<Text> back = lines.descendingIterator(); back.hasNext(); ) {
      Text line = back.next();
      if (line.number() <= number) {
        break;
      }
      newest.add(line);
    }
    Collections.reverse(newest);
    return newest;
  }
}
