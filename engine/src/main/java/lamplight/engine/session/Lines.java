package lamplight.engine.session;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.prose.Line;
import org.jspecify.annotations.Nullable;

/**
 * Keeps once what several players of a session were told lately, or one of them again: what is left
 * of each player's text is most of the memory of a crowd.
 */
final class Lines {
  /** Lines that are known; a new one takes the place of one whose hash has the same low bits. */
  private static final int KNOWN = 512;

  private final @Nullable Line[] known = new @Nullable Line[KNOWN];

  /** The paragraph that was asked for last, and what it became: a room is told it one by one. */
  private List<Line> last = List.of();

  private List<Line> lastShared = List.of();

  /** The same paragraph, of lines that others may have too. */
  @SuppressWarnings("ReferenceEquality")
  List<Line> shared(List<Line> paragraph) {
    if (paragraph != last) {
      List<Line> shared = new ArrayList<>(paragraph.size());
      for (Line line : paragraph) {
        shared.add(shared(line));
      }
      last = paragraph;
      lastShared = shared;
    }
    return lastShared;
  }

  private Line shared(Line line) {
    int place = Math.floorMod(line.hashCode(), KNOWN);
    Line before = known[place];
    if (before != null && before.equals(line)) {
      return before;
    }
    known[place] = line;
    return line;
  }
}
