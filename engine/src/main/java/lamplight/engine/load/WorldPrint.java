package lamplight.engine.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What can be seen of a world's files without reading them: equal as long as nobody has touched
 * them. A file that was written beside and renamed into place is another file.
 */
public record WorldPrint(Map<Path, Seen> files) {

  /** No files at all. */
  public static final WorldPrint NOTHING = new WorldPrint(Map.of());

  /** What can be seen of a file. */
  public record Seen(long bytes, FileTime written, String key) {}

  public WorldPrint {
    files = Map.copyOf(files);
  }

  /** What can be seen now; files that vanish while they are looked at are not there. */
  public static WorldPrint of(Path folder) {
    Map<Path, Seen> files = new TreeMap<>();
    try {
      for (Path file : new WorldFolder(folder).paths()) {
        look(file, files);
      }
    } catch (IOException e) {
      files.clear(); // what is wrong with the folder is said when it is read
    }
    return new WorldPrint(files);
  }

  private static void look(Path file, Map<Path, Seen> files) {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      files.put(
          file,
          new Seen(
              found.size(), found.lastModifiedTime(), Objects.toString(found.fileKey(), "none")));
    } catch (IOException e) {
      files.remove(file);
    }
  }
}
