package lamplight.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Ending;
import lamplight.engine.model.Facts;
import lamplight.engine.model.State;
import lamplight.engine.model.World;
import lamplight.engine.prose.Line;

/** What the party has reached: how the game ended, points, turns and rank. */
record Reckoning(Narrator narrator, Facts facts) {

  /** The end of a game. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    facts
        .state()
        .ended()
        .map(facts.world()::ending)
        .map(Ending::title)
        .ifPresent(title -> lines.add(narrator.plain("the_end", "title", title)));
    lines.addAll(score());
    return lines;
  }

  /** Points and rank. */
  List<Line> score() {
    State state = facts.state();
    World world = facts.world();
    int points = state.points(world);
    List<Line> lines = new ArrayList<>();
    lines.add(
        narrator.plain(
            "score",
            "points",
            Integer.toString(points),
            "maximum",
            Integer.toString(world.maximumScore()),
            "turns",
            Integer.toString(state.turn())));
    Optional.ofNullable(world.info().ranks().floorEntry(points))
        .map(Map.Entry::getValue)
        .ifPresent(rank -> lines.add(narrator.plain("rank", "rank", rank)));
    return lines;
  }
}
