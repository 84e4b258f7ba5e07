package lamplight.engine.rules;

import java.util.Optional;

/** Where the author wrote the parts of a world, for those who look for what a rule did. */
public interface Sources {

  /**
   * Where a rule, a condition or an effect stands, known by its identity, or what has an id; empty
   * for what no author wrote.
   */
  Optional<Written> of(Object part);

  /**
   * A part as its author wrote it.
   *
   * @param at file:line:column
   * @param words in one line, cut off if that is long
   */
  record Written(String at, String words) {}
}
