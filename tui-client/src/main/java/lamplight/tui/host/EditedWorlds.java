package lamplight.tui.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldPrint;

/**
 * Worlds whose files change while they are played. A world is read again when its files are not as
 * they were when it was read, and have stood still from one look to the next. Not for several
 * threads.
 */
final class EditedWorlds {
  private final WorldLoader loader = new WorldLoader();
  private final Worlds worlds;
  private final Map<Path, WorldPrint> read = new HashMap<>();
  private final Map<Path, WorldPrint> seen = new HashMap<>();

  /** What is there now counts as read. */
  EditedWorlds(Worlds worlds) {
    this.worlds = worlds;
    folders().forEach(folder -> read.put(folder, WorldPrint.of(folder)));
  }

  /** Reads the worlds that were edited, by their folders. */
  Map<Path, Loaded> look() {
    Map<Path, Loaded> edited = new TreeMap<>();
    for (Path folder : folders()) {
      WorldPrint now = WorldPrint.of(folder);
      boolean still = now.equals(seen.put(folder, now));
      if (still && !now.equals(read.get(folder))) {
        read.put(folder, now);
        edited.put(folder, loader.load(new WorldFolder(folder)));
      }
    }
    return edited;
  }

  private List<Path> folders() {
    try {
      return worlds.folders();
    } catch (IOException e) {
      return List.of(); // a folder that is being moved
    }
  }
}
