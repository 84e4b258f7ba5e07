package lamplight.engine.parse;

import java.util.List;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Text;

/**
 * Something that players can do.
 *
 * @param free whether it takes no turn
 * @param speech whether its words are spoken: a line is not cut into sentences inside them
 * @param noun what its noun most likely is, the likeliest first
 * @param second likewise for its second noun
 * @param otherwise what happens if no rule says anything else; empty: the standard action or text
 */
public record Verb(
    ActionId id, boolean free, boolean speech, List<Fit> noun, List<Fit> second, Text otherwise) {
  public Verb {
    noun = List.copyOf(noun);
    second = List.copyOf(second);
  }

  static Verb named(ActionId id) {
    return new Verb(id, false, false, List.of(), List.of(), Text.EMPTY);
  }
}
