package lamplight.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Achieved;
import lamplight.engine.model.Achievement;
import lamplight.engine.model.Ending;
import lamplight.engine.model.Facts;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.State;
import lamplight.engine.model.World;
import lamplight.engine.prose.Line;

/** What the party has reached: how the game ended, points, turns and rank. */
record Reckoning(Narrator narrator, Facts facts, PlayerId reader) {

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
    achieved().forEach(of -> lines.add(narrator.plain("achievements.one", "title", of.title())));
    facts.state().players().values().forEach(player -> lines.add(deeds(player)));
    return lines;
  }

  /** What one of the party did. */
  private Line deeds(PlayerState player) {
    return narrator.plain(
        "deeds",
        "player",
        player.name(),
        "rooms",
        Integer.toString(player.visited().size()),
        "steps",
        Integer.toString(player.steps()),
        "things",
        Integer.toString(player.seen().size()),
        "people",
        Integer.toString(player.met().size()),
        "deaths",
        Integer.toString(facts.state().deaths().getOrDefault(player.id(), 0)));
  }

  /** Something that was achieved, as the reader reads it. */
  Line unlocked(Achievement of) {
    String who =
        facts.actor().map(new Namer(facts.world(), facts.state(), reader)::playerName).orElse("");
    boolean own = !of.perPlayer() || facts.actor().equals(Optional.of(reader));
    return narrator.plain(own ? "achieved" : "achieved.other", "title", of.title(), "player", who);
  }

  /** What the reader and the party have achieved, and how much there is. */
  List<Line> achievements() {
    if (facts.world().achievements().isEmpty()) {
      return List.of(narrator.plain("achievements.never"));
    }
    List<Line> lines = new ArrayList<>();
    lines.add(count());
    achieved().forEach(of -> lines.add(narrator.plain("achievements.one", "title", of.title())));
    return lines;
  }

  private Line count() {
    return narrator.plain(
        "achievements",
        "count",
        Integer.toString(achieved().size()),
        "total",
        Integer.toString(facts.world().achievements().size()));
  }

  private List<Achievement> achieved() {
    return facts.world().achievements().values().stream()
        .filter(
            of ->
                Achieved.by(of, Optional.of(reader))
                    .filter(facts.state().achieved()::contains)
                    .isPresent())
        .toList();
  }

  /** Points, rank, and how much was achieved. */
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
    if (!world.achievements().isEmpty()) {
      lines.add(count());
    }
    return lines;
  }
}
