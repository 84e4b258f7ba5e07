package lamplight.server.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lamplight.engine.load.Problem;
import lamplight.engine.load.WorldPrint;
import lamplight.engine.play.Game;

/**
 * How a world stands on the shelf.
 *
 * @param id its folder's name
 * @param game its last good version; empty if there never was one
 * @param edition how many good versions there were since the server started
 * @param problems the errors for which its files as they are now cannot be played
 * @param there whether its folder is still there
 * @param read what was seen of its files when they were last read
 * @param seen what was seen of them at the last look
 */
public record ShelvedWorld(
    String id,
    Path folder,
    Optional<Game> game,
    int edition,
    List<Problem> problems,
    boolean there,
    WorldPrint read,
    WorldPrint seen) {
  public ShelvedWorld {
    problems = List.copyOf(problems);
  }

  /** What can be done with a world. */
  public enum Standing {
    /** It is as its files say. */
    CURRENT,
    /** Its files have errors: the last good version stays in play. */
    OUTDATED,
    /** Its files have errors, and always had. */
    BROKEN,
    /** Its folder is gone: games go on, and no new ones begin. */
    GONE
  }

  public Standing standing() {
    if (!there) {
      return Standing.GONE;
    }
    if (problems.isEmpty()) {
      return Standing.CURRENT;
    }
    return game.isPresent() ? Standing.OUTDATED : Standing.BROKEN;
  }

  /** Whether a new session can be made of it. */
  boolean isOffered() {
    return there && game.isPresent();
  }

  /** Whether its files have changed since they were read, and not since the last look. */
  boolean isDue(WorldPrint now) {
    return !now.equals(read) && now.equals(seen);
  }

  ShelvedWorld looked(WorldPrint now) {
    return new ShelvedWorld(id, folder, game, edition, problems, there, read, now);
  }

  /** Its folder was not there at a look; it is gone if it is not there at the next one either. */
  ShelvedWorld missed() {
    boolean again = seen.equals(WorldPrint.NOTHING);
    return again
        ? new ShelvedWorld(
            id, folder, game, edition, List.of(), false, WorldPrint.NOTHING, WorldPrint.NOTHING)
        : looked(WorldPrint.NOTHING);
  }

  /** A world that was seen for the first time. */
  static ShelvedWorld unread(String id, Path folder) {
    return new ShelvedWorld(
        id, folder, Optional.empty(), 0, List.of(), true, WorldPrint.NOTHING, WorldPrint.NOTHING);
  }

  /** Whether its files were read at all. */
  boolean wasRead() {
    return edition > 0 || !problems.isEmpty();
  }
}
