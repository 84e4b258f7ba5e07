package lamplight.engine.model;

import java.util.Set;
import java.util.stream.Collectors;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What conditions may know of the command that is being done, and no state remembers.
 *
 * @param inTheDark the players for whom it was dark before the command
 * @param failed the rules that were asked in it and whose condition did not hold
 */
public record Moment(Set<PlayerId> inTheDark, PSet<String> failed) {
  /** No command is being done. */
  public static final Moment NONE = new Moment(Set.of(), HashTreePSet.empty());

  public Moment {
    inTheDark = Set.copyOf(inTheDark);
  }

  /** The beginning of a command. */
  public static Moment of(Sight sight) {
    return new Moment(
        sight.state().players().keySet().stream()
            .filter(sight::dark)
            .collect(Collectors.toUnmodifiableSet()),
        NONE.failed);
  }

  /** The same moment, in which a rule was asked in vain. */
  public Moment failing(String rule) {
    return new Moment(inTheDark, failed.plus(rule));
  }
}
