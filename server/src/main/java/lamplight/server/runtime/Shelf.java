package lamplight.server.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problem;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.model.WorldId;
import lamplight.engine.play.Game;
import lamplight.engine.session.Lobby;
import lamplight.engine.session.Offer;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;

/** The worlds that can be played, read once when the server starts. */
public final class Shelf {
  /** What every world's folder has in it. */
  private static final String WORLD = "world.yaml";

  private final SecureRandom secrets = new SecureRandom();
  private final Map<WorldId, Game> games;

  private Shelf(Map<WorldId, Game> games) {
    this.games = games;
  }

  /** The worlds that come with Lamplight. */
  public static Path usual() {
    return Path.of(System.getProperty("lamplight.home", ""), "worlds");
  }

  /**
   * Reads worlds.
   *
   * @param folders worlds, or folders of worlds
   * @param problems is told, line by line, what is wrong with those that are left out
   * @throws RefusedException if there is no such folder, or nothing to play in any
   */
  public static Shelf load(List<Path> folders, Consumer<String> problems) throws RefusedException {
    Map<WorldId, Game> games = new LinkedHashMap<>();
    WorldLoader loader = new WorldLoader();
    for (Path folder : folders) {
      for (Path world : worlds(folder)) {
        load(loader, world, problems).ifPresent(game -> games.putIfAbsent(game.world().id(), game));
      }
    }
    if (games.isEmpty()) {
      throw new RefusedException(
          "there is no world to play in "
              + words(folders)
              + "; name a folder of worlds with --worlds");
    }
    return new Shelf(games);
  }

  private static List<Path> worlds(Path folder) throws RefusedException {
    if (Files.exists(folder.resolve(WORLD))) {
      return List.of(folder);
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(world -> Files.exists(world.resolve(WORLD))).sorted().toList();
    } catch (IOException e) {
      throw new RefusedException(
          "--worlds "
              + folder
              + " is no folder that can be read; name a folder of worlds, or one world");
    }
  }

  private static Optional<Game> load(WorldLoader loader, Path folder, Consumer<String> problems) {
    Loaded loaded = loader.load(new WorldFolder(folder));
    if (loaded.story().isEmpty()) {
      List<Problem> errors = loaded.problems().stream().filter(Problem::isError).toList();
      errors.forEach(error -> problems.accept(error.toString()));
      problems.accept(
          folder + " is left out: " + errors.size() + (errors.size() == 1 ? " error" : " errors"));
    }
    return loaded.story().map(Game::new);
  }

  private static String words(List<Path> folders) {
    return String.join(", ", folders.stream().map(Path::toString).toList());
  }

  List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    games.values().forEach(game -> offers.add(Offer.of(game.world())));
    return offers;
  }

  Lobby lobby() {
    return new Lobby("lamplight", offers(), secrets);
  }

  /** The session that the lobby has asked for. */
  Session session(Output.Open open) {
    Game game = games.get(open.world());
    if (game == null) {
      throw new IllegalStateException("the lobby offers a world that is not here: " + open.world());
    }
    return Session.of(open, game, secrets.nextLong(), secrets);
  }
}
