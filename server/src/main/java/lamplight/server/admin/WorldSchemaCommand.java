package lamplight.server.admin;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lamplight.server.json.Json;
import lamplight.server.runtime.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code world schema [DIR]}: what editors need to help with a world's files. */
@Command(
    name = "schema",
    description = {
      "Writes JSON Schemas of all kinds of files into DIR/.lamplight/schema, so that editors complete"
          + " keys, explain them and mark mistakes.",
      "An editor that knows YAML finds them by .vscode/settings.json, which is written if there is none, or by a"
          + " first line such as:",
      "  # yaml-language-server: $schema=../.lamplight/schema/rooms.json"
    })
final class WorldSchemaCommand implements Callable<Integer> {
  @ParentCommand private WorldCommand world = new WorldCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The world's folder; this one if left out.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws RefusedException {
    if (!Files.exists(folder.resolve("world.yaml"))) {
      throw new RefusedException(
          (folder.toString().isEmpty() ? "this folder" : folder)
              + " is no world: it has no world.yaml");
    }
    List<String> written = Schemas.write(folder);
    PrintWriter out = spec.commandLine().getOut();
    if (world.json()) {
      out.println(Json.of(written));
    } else {
      written.forEach(file -> out.println(folder.resolve(file)));
    }
    out.flush();
    return Answer.DONE;
  }
}
