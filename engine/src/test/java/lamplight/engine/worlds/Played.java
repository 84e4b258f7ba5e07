package lamplight.engine.worlds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamplight.engine.load.Problems;
import lamplight.engine.load.SourceFile;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldSource;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.play.Game;

/**
 * A world that comes with Lamplight and the ways in which tests play it: as its transcripts do, or
 * at random from a seed with the nouns that are in sight.
 *
 * @param name the folder's, and what else is said of it
 * @param scripts by transcript: the players' lines in their order
 */
public record Played(String name, Path folder, Game game, Map<String, List<Typed>> scripts) {

  private static final Path FOLDER = Path.of("..", "worlds");

  /** Worlds with darkness, which are played too as if they were large. */
  private static final Set<String> LARGE = Set.of("mill", "sunken-library");

  private static final Pattern COMMAND = Pattern.compile("([A-Z]\\w*)> ?(.*)");
  private static final List<String> VERBS =
      List.of(
          "take", "take", "take", "drop", "open", "close", "unlock", "examine", "look in", "push",
          "turn", "turn on", "read", "enter", "talk to", "give", "search", "wear");
  private static final List<String> WORDS =
      List.of(
          "look", "inventory", "wait", "again", "out", "take all", "drop all", "say hello there");

  /** Something that a player typed. */
  public record Typed(String player, String text) {}

  /**
   * All worlds that can be played, loaded once, and some of them a second time as worlds whose
   * players are aware only of whom they see.
   */
  public static final List<Played> ALL = all();

  @Override
  public String toString() {
    return name;
  }

  private static List<Played> all() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("world.yaml")))
          .sorted()
          .flatMap(folder -> load(folder).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing for a world that cannot be played: to say why is for the tests of the worlds. */
  private static List<Played> load(Path folder) {
    String name = String.valueOf(folder.getFileName());
    Optional<Played> played = load(name, folder, new WorldFolder(folder));
    return Stream.concat(
            played.stream(),
            LARGE.contains(name)
                ? load(name + ", large", folder, large(folder)).stream()
                : Stream.of())
        .toList();
  }

  private static Optional<Played> load(String name, Path folder, WorldSource source) {
    return new WorldLoader()
        .load(source)
        .story()
        .map(story -> new Played(name, folder, new Game(story), scripts(folder)));
  }

  /** The same files, but for what players are aware of. */
  private static WorldSource large(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    for (SourceFile file : new WorldFolder(folder).files(new Problems())) {
      texts.put(file.path(), file.text().replace("awareness: party", "awareness: room"));
    }
    return WorldSource.of(String.valueOf(folder.getFileName()), texts);
  }

  private static Map<String, List<Typed>> scripts(Path folder) {
    Map<String, List<Typed>> scripts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".transcript")).toList()) {
        List<Typed> typed = typed(Files.readString(file));
        if (!typed.isEmpty()) {
          scripts.put(folder.relativize(file).toString(), typed);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scripts;
  }

  private static List<Typed> typed(String transcript) {
    List<Typed> typed = new ArrayList<>();
    for (String line : transcript.lines().toList()) {
      Matcher matcher = COMMAND.matcher(line);
      if (matcher.matches()) {
        typed.add(new Typed(matcher.group(1), matcher.group(2)));
      }
    }
    return typed;
  }

  /** Something that a player may try as things stand. */
  public String anything(State state, PlayerId player, Random random) {
    List<String> ways =
        game.world().room(state.player(player).room()).exits().keySet().stream()
            .map(way -> way.word())
            .toList();
    List<ThingId> seen = new Sight(game.world(), state).seen(player);
    int choice = random.nextInt(10);
    if (choice < 4 && !ways.isEmpty()) {
      return pick(ways, random);
    }
    if (choice < 8 && !seen.isEmpty()) {
      return pick(VERBS, random) + " " + name(pick(seen, random));
    }
    if (choice == 8 && seen.size() > 1) {
      String way = pick(List.of("put %s in %s", "give %s to %s", "unlock %s with %s"), random);
      return way.formatted(name(pick(seen, random)), name(pick(seen, random)));
    }
    List<List<Typed>> all = List.copyOf(scripts.values());
    return all.isEmpty() || random.nextBoolean()
        ? pick(WORDS, random)
        : pick(pick(all, random), random).text();
  }

  private String name(ThingId thing) {
    return game.world().thing(thing).name();
  }

  private static <T> T pick(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
