package lamplight.engine.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Achieved;
import lamplight.engine.model.Ending;
import lamplight.engine.model.EndingId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.State;
import lamplight.engine.model.World;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.Known;

/** What all may know of a story that has ended: how, what was achieved, who did what. */
record Reckoned(World world, State state) {

  List<Entry> entries(EndingId id) {
    List<Entry> entries = new ArrayList<>();
    Ending ending = world.ending(id);
    String rank =
        Optional.ofNullable(world.info().ranks().floorEntry(state.points(world)))
            .map(Map.Entry::getValue)
            .orElse("");
    entries.add(new Known.Ending(id.value(), ending.won(), rank, ending.title()).entry());
    state.players().values().forEach(player -> entries.add(tally(player).entry()));
    state.achieved().forEach(achieved -> entries.add(achieved(achieved).entry()));
    return entries;
  }

  private Known.Tally tally(PlayerState player) {
    return new Known.Tally(
        player.id().value(),
        player.visited().size(),
        player.steps(),
        player.seen().size(),
        player.met().size(),
        state.deaths().getOrDefault(player.id(), 0));
  }

  private Known.Achieved achieved(Achieved achieved) {
    String id = achieved.achievement().value();
    return new Known.Achieved(
        achieved.owner().isEmpty() ? id : id + "." + achieved.owner(),
        achieved.owner(),
        world.achievement(achieved.achievement()).title());
  }
}
