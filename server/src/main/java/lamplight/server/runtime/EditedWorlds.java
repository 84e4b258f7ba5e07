package lamplight.server.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.load.Problem;
import lamplight.engine.session.SessionSummary;

/** Looks after the worlds' files, and brings what was edited to those who play it. */
final class EditedWorlds {
  /** How long after a look the next one is, for authors and for others. */
  private static final long AUTHORS_LOOK_MILLIS = 500;

  private static final long LOOK_MILLIS = 2_000;

  /** How many problems of an edited world its players are told of. */
  private static final int TOLD_PROBLEMS = 5;

  private final Shelf shelf;
  private final Sessions sessions;

  EditedWorlds(Shelf shelf, Sessions sessions) {
    this.shelf = shelf;
    this.sessions = sessions;
  }

  /** Looks again and again from now on. */
  void watch(Workers workers) {
    workers.repeat(shelf.author() ? AUTHORS_LOOK_MILLIS : LOOK_MILLIS, this::look);
  }

  /**
   * In the lobby's turn, in which sessions are opened too: so each is either one of those that are
   * told, or made of the new version.
   */
  private void look() {
    List<ShelvedWorld> changed = shelf.look();
    if (!changed.isEmpty()) {
      sessions
          .lobby()
          .use(
              (keeper, now) -> {
                keeper.lobby().offer(shelf.offers());
                changed.forEach(this::spread);
                return List.of();
              });
    }
  }

  private void spread(ShelvedWorld world) {
    int games = 0;
    for (SessionSummary summary : sessions.summaries()) {
      Optional<Owner<SessionKeeper>> owner = sessions.owner(summary.id());
      if (owner.isEmpty() || !summary.world().value().equals(world.id())) {
        continue;
      }
      Owner<SessionKeeper> session = owner.get();
      if (world.standing() == ShelvedWorld.Standing.CURRENT) {
        world
            .game()
            .ifPresent(
                game ->
                    session.useAside(
                        (keeper, now) ->
                            keeper.ifLoaded((here, time) -> here.renew(game, time), now)));
        games++;
      } else if (shelf.author()) {
        session.use(
            (keeper, now) -> keeper.ifLoaded((here, time) -> here.say(problems(world), time), now));
      }
    }
    if (world.standing() == ShelvedWorld.Standing.CURRENT) {
      shelf.log(
          world.folder() + " was read: edition " + world.edition() + ", games with it: " + games);
    }
  }

  private static String problems(ShelvedWorld world) {
    List<String> lines = new ArrayList<>();
    world.problems().stream().limit(TOLD_PROBLEMS).map(Problem::toString).forEach(lines::add);
    int more = world.problems().size() - lines.size();
    if (more > 0) {
      lines.add("and " + more + " more");
    }
    return "[The world was edited and does not load; it is played on as it was.]\n"
        + String.join("\n", lines);
  }
}
