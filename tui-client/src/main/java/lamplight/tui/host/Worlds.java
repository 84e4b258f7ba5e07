package lamplight.tui.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.play.Game;

/**
 * Worlds in a folder.
 *
 * @param folder one world, or a folder of worlds
 * @param wanted the only one that will be played, if that is known: it alone is read
 */
public record Worlds(Path folder, Optional<String> wanted) {
  /** What every world's folder has in it. */
  private static final String WORLD = "world.yaml";

  /** The worlds that come with Lamplight. */
  public static Path usual() {
    return Path.of(System.getProperty("lamplight.home", ""), "worlds");
  }

  /**
   * Reads them; one with errors is left out.
   *
   * @throws IOException with words for the player, if there is nothing to play
   */
  public List<Game> read() throws IOException {
    WorldLoader loader = new WorldLoader();
    List<Game> games = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    for (Path world : folders()) {
      Loaded loaded = loader.load(new WorldFolder(world));
      loaded
          .story()
          .ifPresentOrElse(
              story -> games.add(new Game(story)), () -> troubles.add(trouble(world, loaded)));
    }
    if (games.isEmpty()) {
      throw troubles.isEmpty() ? new Trouble("worlds.none", folder.toString()) : troubles.get(0);
    }
    return games;
  }

  private static Trouble trouble(Path world, Loaded loaded) {
    String first = loaded.problems().stream().findFirst().map(Object::toString).orElse("?");
    String count = Integer.toString(loaded.problems().size());
    return new Trouble("worlds.broken", world.toString(), count, first);
  }

  /** The folders of the worlds, sorted. */
  List<Path> folders() throws IOException {
    if (Files.exists(folder.resolve(WORLD))) {
      return List.of(folder);
    }
    Optional<Path> only =
        wanted.map(folder::resolve).filter(world -> Files.exists(world.resolve(WORLD)));
    if (only.isPresent()) {
      return List.of(only.get());
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(world -> Files.exists(world.resolve(WORLD))).sorted().toList();
    } catch (IOException e) {
      throw new Trouble("worlds.folder", folder.toString());
    }
  }
}
