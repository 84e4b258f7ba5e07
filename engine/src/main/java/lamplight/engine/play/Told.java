package lamplight.engine.play;

import java.util.List;
import java.util.stream.Stream;
import lamplight.engine.model.PlayerId;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;

/** A paragraph for one reader. */
public record Told(PlayerId to, TextKind kind, List<Line> paragraph) {
  public Told {
    paragraph = List.copyOf(paragraph);
  }

  /** Whether lines of a kind go on in this paragraph; a description of a room stands alone. */
  boolean goesOn(TextKind next) {
    return kind == next && kind != TextKind.ROOM;
  }

  Told with(List<Line> more) {
    return new Told(to, kind, Stream.concat(paragraph.stream(), more.stream()).toList());
  }
}
