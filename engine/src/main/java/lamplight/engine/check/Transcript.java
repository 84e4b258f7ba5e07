package lamplight.engine.check;

import java.util.List;
import java.util.OptionalLong;
import lamplight.engine.load.SourceFile;

/**
 * A game that must go on working: what players type, and what they must read.
 *
 * @param seed empty: that of the world
 * @param players in the order in which they join
 */
public record Transcript(
    SourceFile file, OptionalLong seed, List<String> players, List<Move> moves) {
  public Transcript {
    players = List.copyOf(players);
    moves = List.copyOf(moves);
  }

  /** How many commands are typed in it. */
  public int commands() {
    return (int) moves.stream().filter(Move.Typed.class::isInstance).count();
  }
}
