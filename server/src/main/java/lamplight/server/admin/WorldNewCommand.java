package lamplight.server.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Id;
import lamplight.server.json.Json;
import lamplight.server.runtime.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code world new DIR}: writes a small world that can be played, to go on from. */
@Command(name = "new", description = "Writes a small world into a new folder, to go on from.")
final class WorldNewCommand implements Callable<Integer> {
  private static final String TITLE = "@TITLE@";
  private static final String FOLDER = "new-world/";
  private static final List<String> FILES =
      List.of(
          "README.md",
          "world.yaml",
          "rooms/house.yaml",
          "things/house.yaml",
          "rules/house.yaml",
          "tests/way.transcript");

  @ParentCommand private WorldCommand world = new WorldCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      description = "The new folder; its name is the world's id: lower case, no blanks.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws RefusedException {
    String id = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    if (!Id.valid(id)) {
      throw new RefusedException(
          "\""
              + id
              + "\" is no id for a world; use lower-case letters, digits, _ and -, a letter or"
              + " digit first");
    }
    if (Files.exists(folder)) {
      throw new RefusedException(folder + " is there already; choose another folder");
    }
    write(title(id));
    Schemas.write(folder);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        world.json()
            ? Json.of(Map.of("world", id, "folder", folder, "files", FILES))
            : folder
                + ": "
                + FILES.size()
                + " files; now: lamplight world check "
                + folder
                + ", lamplight world test "
                + folder);
    out.flush();
    return Answer.DONE;
  }

  private void write(String title) throws RefusedException {
    try {
      for (String file : FILES) {
        Path path = folder.resolve(file);
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, resource(file).replace(TITLE, title));
      }
    } catch (IOException e) {
      throw new RefusedException(folder + " cannot be written: " + e.getMessage());
    }
  }

  /** A title from an id: {@code old-mill} is "Old Mill". */
  private static String title(String id) {
    return Stream.of(id.split("[-_]+", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  private static String resource(String file) throws IOException {
    try (InputStream in = WorldNewCommand.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FOLDER + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
