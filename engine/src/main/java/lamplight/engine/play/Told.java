package lamplight.engine.play;

import java.util.List;
import lamplight.engine.model.PlayerId;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;

/** A paragraph for one reader. */
public record Told(PlayerId to, TextKind kind, List<Line> paragraph) {
  public Told {
    paragraph = List.copyOf(paragraph);
  }
}
