package lamplight.server.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamplight.engine.load.FileKind;
import lamplight.engine.load.Guide;
import lamplight.server.json.Json;
import lamplight.server.runtime.RefusedException;
import lamplight.server.runtime.Shelf;

/**
 * The JSON Schemas of a world's files in its folder, and the settings that lead editors to them.
 */
final class Schemas {
  private static final String FOLDER = ".lamplight/schema/";
  private static final String SETTINGS = ".vscode/settings.json";

  private Schemas() {}

  /** Writes all schemas, and settings for VS Code if there are none; gives what was written. */
  static List<String> write(Path folder) throws RefusedException {
    List<String> written = new ArrayList<>();
    try {
      Guide guide = guide();
      for (FileKind kind : FileKind.values()) {
        write(folder, file(kind), Json.of(kind.schema(guide)), written);
      }
      if (!Files.exists(folder.resolve(SETTINGS))) {
        write(folder, SETTINGS, settings(), written);
      }
    } catch (IOException e) {
      throw new RefusedException(folder + " cannot be written: " + e.getMessage());
    }
    return written;
  }

  /** What editors show about a key is what the guide that came with the program says. */
  private static Guide guide() throws IOException {
    Path page = Shelf.usual().resolve("AUTHORING.md");
    return Files.exists(page) ? Guide.of(Files.readString(page)) : Guide.NONE;
  }

  private static String file(FileKind kind) {
    return FOLDER + kind.word() + ".json";
  }

  private static void write(Path folder, String file, String text, List<String> written)
      throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(path, text + "\n");
    written.add(file);
  }

  /** For VS Code: which schema is for which files; a slash begins at the folder that is open. */
  private static String settings() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    for (FileKind kind : FileKind.values()) {
      schemas.put("./" + file(kind), "/" + kind.files());
    }
    return Json.of(Map.of("yaml.schemas", schemas));
  }
}
