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

  /** The same paragraph, of lines that others may have too. */
  List<Line> shared(List<Line> paragraph) {
    List<Line> shared = new ArrayList<>(paragraph.size());
    for (Line line : paragraph) {
      shared.add(shared(line));
    }
    return shared;
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
