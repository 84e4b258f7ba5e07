package lamplight.engine.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tiny worlds as texts: {@code == name}, then {@code -- path} and the text of each file. What a
 * text leaves out of world.yaml is nothing: each is a whole world.
 *
 * @param file where it stands
 * @param text its files
 */
public record Examples(Path file, String name, String text) {

  private static final Path FOLDER = Path.of("src/test/resources/lamplight/engine/examples");

  /** All that there are. */
  public static List<Examples> all() {
    List<Examples> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        Stream.of(Files.readString(file).split("(?m)^== ", -1))
            .filter(world -> !world.isBlank())
            .map(world -> of(file, world))
            .forEach(all::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static Examples of(Path file, String world) {
    String name = world.lines().findFirst().orElseThrow();
    return new Examples(file, name, world.substring(name.length() + 1));
  }

  /** The files that a text has, by path. */
  public static Map<String, String> files(String text) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String part : text.split("(?m)^-- ", -1)) {
      if (!part.isBlank()) {
        String path = part.lines().findFirst().orElse("");
        files.put(path, part.substring(Math.min(part.length(), path.length() + 1)));
      }
    }
    return files;
  }
}
