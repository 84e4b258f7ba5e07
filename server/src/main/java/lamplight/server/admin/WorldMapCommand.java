package lamplight.server.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lamplight.engine.check.SvgMap;
import lamplight.engine.check.TextMap;
import lamplight.engine.model.Room;
import lamplight.engine.model.World;
import lamplight.server.json.Json;
import lamplight.server.runtime.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code world map DIR}: draws a world. It shows hidden ways too. */
@Command(name = "map", description = "Draws a world's map, with its hidden ways.")
final class WorldMapCommand implements Callable<Integer> {
  @ParentCommand private WorldCommand world = new WorldCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The world's folder.")
  private Path folder = Path.of("");

  @Option(names = "--svg", paramLabel = "FILE", description = "Writes a picture into this file.")
  private Optional<Path> svg = Optional.empty();

  @Override
  public Integer call() throws RefusedException {
    World drawn = WorldProblems.sound(folder).world();
    PrintWriter out = spec.commandLine().getOut();
    if (svg.isPresent()) {
      write(svg.get(), SvgMap.of(drawn));
    } else if (world.json()) {
      out.println(Json.of(drawn.rooms().values().stream().map(WorldMapCommand::value).toList()));
    } else {
      TextMap.of(drawn).forEach(out::println);
    }
    out.flush();
    return Answer.DONE;
  }

  private static void write(Path file, String picture) throws RefusedException {
    try {
      Files.writeString(file, picture);
    } catch (IOException e) {
      throw new RefusedException("--svg " + file + " cannot be written: " + e.getMessage());
    }
  }

  private static Map<String, Object> value(Room room) {
    Map<String, Object> exits = new LinkedHashMap<>();
    room.exits().forEach((way, exit) -> exits.put(way.word(), exit.to()));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("room", room.id());
    value.put("name", room.name());
    value.put("at", List.of(room.position().east(), room.position().north(), room.position().up()));
    value.put("dark", room.dark());
    value.put("exits", exits);
    return value;
  }
}
