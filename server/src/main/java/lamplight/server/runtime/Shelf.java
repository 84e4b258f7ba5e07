package lamplight.server.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
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
import lamplight.engine.load.WorldPrint;
import lamplight.engine.model.WorldId;
import lamplight.engine.play.Game;
import lamplight.engine.session.Lobby;
import lamplight.engine.session.Offer;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.Recovery;
import lamplight.server.store.Store;
import lamplight.server.store.StoreException;

/**
 * The worlds that can be played: read when the server starts, and again when their files change.
 *
 * <p>{@link #look} compares names, sizes and times with what they were, every now and then; a world
 * whose files have changed is read once two looks have found the same, so that nobody's half
 * written file is. That needs no help of the operating system, sees files that were renamed into
 * place, and costs a few hundred questions to the file system for all the worlds of a server.
 *
 * <p>One thread looks; every thread may ask.
 */
public final class Shelf {
  /** What every world's folder has in it. */
  private static final String WORLD = "world.yaml";

  private final SecureRandom secrets = new SecureRandom();
  private final WorldLoader loader = new WorldLoader();
  private final List<Path> folders;
  private final boolean author;
  private final Consumer<String> log;
  private volatile Map<String, ShelvedWorld> worlds = Map.of();

  private Shelf(List<Path> folders, boolean author, Consumer<String> log) {
    this.folders = List.copyOf(folders);
    this.author = author;
    this.log = log;
  }

  /** The worlds that come with Lamplight. */
  public static Path usual() {
    return Path.of(System.getProperty("lamplight.home", ""), "worlds");
  }

  /**
   * Reads worlds. Of two with one name, that of the folder which was named first counts.
   *
   * @param folders worlds, or folders of worlds
   * @param author whether hosts of sessions are told of edits and have debug verbs
   * @param log is told, line by line, what is wrong with those that are left out, and later what
   *     came of edits
   * @throws RefusedException if there is no such folder, or nothing to play in any
   */
  public static Shelf load(List<Path> folders, boolean author, Consumer<String> log)
      throws RefusedException {
    Shelf shelf = new Shelf(folders, author, log);
    Map<String, ShelvedWorld> worlds = new LinkedHashMap<>();
    for (Path folder : shelf.found()) {
      ShelvedWorld world = shelf.read(folder, Optional.empty(), WorldPrint.of(folder));
      worlds.put(world.id(), world);
    }
    shelf.worlds = Collections.unmodifiableMap(worlds);
    if (shelf.offers().isEmpty()) {
      throw new RefusedException(
          "there is no world to play in "
              + String.join(", ", folders.stream().map(Path::toString).toList())
              + "; name a folder of worlds with --worlds");
    }
    return shelf;
  }

  /** Whether a folder is that of a world, sound or not. */
  public static boolean isWorld(Path folder) {
    return Files.exists(folder.resolve(WORLD));
  }

  /** The folders of worlds, the first of each name. */
  private List<Path> found() throws RefusedException {
    Map<String, Path> found = new LinkedHashMap<>();
    for (Path folder : folders) {
      if (isWorld(folder)) {
        found.putIfAbsent(name(folder), folder);
        continue;
      }
      try (Stream<Path> inside = Files.list(folder)) {
        inside
            .filter(Shelf::isWorld)
            .sorted()
            .forEach(world -> found.putIfAbsent(name(world), world));
      } catch (IOException e) {
        throw new RefusedException(
            "--worlds "
                + folder
                + " is no folder that can be read; name a folder of worlds, or one world");
      }
    }
    return List.copyOf(found.values());
  }

  private static String name(Path folder) {
    return new WorldFolder(folder).name();
  }

  /** Reads a world; if it has errors, what was there before stays. */
  private ShelvedWorld read(Path folder, Optional<ShelvedWorld> before, WorldPrint print) {
    Loaded loaded = loader.load(new WorldFolder(folder));
    List<Problem> errors = loaded.problems().stream().filter(Problem::isError).toList();
    Optional<Game> game = loaded.story().map(Game::new);
    int editions = before.map(ShelvedWorld::edition).orElse(0);
    errors.forEach(error -> log.accept(error.toString()));
    if (game.isEmpty()) {
      log.accept(
          folder
              + (editions > 0 ? " is played on as edition " + editions : " is left out")
              + ": "
              + errors.size()
              + (errors.size() == 1 ? " error" : " errors"));
    }
    return new ShelvedWorld(
        name(folder),
        folder,
        game.or(() -> before.flatMap(ShelvedWorld::game)),
        game.isPresent() ? editions + 1 : editions,
        errors,
        true,
        print,
        print);
  }

  /**
   * Looks whether worlds have changed, and reads those that have and lie still.
   *
   * @return the worlds that were read, or are gone
   */
  List<ShelvedWorld> look() {
    List<Path> found;
    try {
      found = found();
    } catch (RefusedException e) {
      return List.of(); // a folder that is being moved, or a network that is away
    }
    Map<String, ShelvedWorld> next = new LinkedHashMap<>();
    List<ShelvedWorld> changed = new ArrayList<>();
    for (Path folder : found) {
      Optional<ShelvedWorld> before = Optional.ofNullable(worlds.get(name(folder)));
      ShelvedWorld now = look(folder, before, changed);
      next.put(now.id(), now);
    }
    for (ShelvedWorld world : worlds.values()) {
      if (!next.containsKey(world.id()) && world.game().isPresent()) {
        ShelvedWorld missed = world.missed();
        next.put(world.id(), missed);
        if (world.there() && !missed.there()) {
          log.accept(world.folder() + " is gone: its games go on, and no new ones begin");
          changed.add(missed);
        }
      }
    }
    worlds = Collections.unmodifiableMap(next);
    return changed;
  }

  private ShelvedWorld look(
      Path folder, Optional<ShelvedWorld> before, List<ShelvedWorld> changed) {
    WorldPrint print = WorldPrint.of(folder);
    ShelvedWorld known = before.orElseGet(() -> ShelvedWorld.unread(name(folder), folder));
    if (!known.isDue(print)) {
      return known.looked(print);
    }
    ShelvedWorld read = read(folder, before, print);
    changed.add(read);
    return read;
  }

  /** All worlds, those that cannot be played too. */
  public List<ShelvedWorld> worlds() {
    return worlds.values().stream().filter(ShelvedWorld::wasRead).toList();
  }

  /** Tells the keeper of the server something about worlds. */
  void log(String line) {
    log.accept(line);
  }

  /** Whether hosts of sessions are told of edits and have debug verbs. */
  boolean author() {
    return author;
  }

  List<Offer> offers() {
    return worlds.values().stream()
        .filter(ShelvedWorld::isOffered)
        .flatMap(world -> world.game().stream())
        .map(game -> Offer.of(game.world()))
        .toList();
  }

  Lobby lobby() {
    return new Lobby("lamplight", offers(), secrets);
  }

  /**
   * A world's game as it is now.
   *
   * @throws RefusedException if it is not here
   */
  Game game(String world) throws RefusedException {
    return find(world)
        .orElseThrow(
            () ->
                new RefusedException(
                    "its world \""
                        + world
                        + "\" is not on this server's shelf; there is "
                        + String.join(", ", worlds.keySet())
                        + "; put its folder beside those, or name it with --worlds"));
  }

  /** The same, if it is here. */
  Optional<Game> find(String world) {
    return Optional.ofNullable(worlds.get(world)).flatMap(ShelvedWorld::game);
  }

  /** A new session that the lobby has asked for. */
  private Session session(Output.Open open) {
    Game game =
        find(open.world().value())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the lobby offers a world that is not here: " + open.world()));
    return Session.of(open, game, author, secrets.nextLong(), secrets);
  }

  /**
   * The session that the store has.
   *
   * @param open makes it if the store has nothing of it
   * @throws RefusedException if it cannot be had: players read why, and the keeper of the server
   *     all of it
   */
  Session session(SessionId id, Optional<Output.Open> open, Store store, long now)
      throws RefusedException {
    try {
      Recovery recovery = store.load(id, this::log);
      if (recovery.sequence() == 0 && open.isPresent()) {
        return session(open.get());
      }
      WorldId world = Session.worldOf(recovery.entries());
      Optional<Game> game = find(world.value());
      if (game.isEmpty()) {
        throw new RefusedException(
            "The world of " + id + ", \"" + world + "\", is not on this server's shelf just now.");
      }
      return Session.of(id, game.get(), author, recovery, secrets, now);
    } catch (StoreException e) {
      log(id + " cannot be read just now: " + e.getMessage());
      throw new RefusedException("The server cannot read its games just now. Try again soon.");
    } catch (Recovery.Damaged | RuntimeException e) {
      log(id + " is set aside, because it cannot be read: " + e.getMessage());
      throw new RefusedException(
          "The game " + id + " cannot be read; whoever runs this server has been told.");
    }
  }
}
