package lamplight.engine.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A world's folder on disk. Only YAML files and transcripts are read, links are not followed, and
 * there are limits, so that a folder from anywhere can be pointed at.
 */
public record WorldFolder(Path folder) implements WorldSource {
  /** How many files a world can have. */
  public static final int MOST_FILES = 1_000;

  /** How many bytes a file can have. */
  public static final long LARGEST_FILE = 1L << 20;

  private static final int DEEPEST = 4;

  @Override
  public String name() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  @Override
  public String shown() {
    return folder.toString();
  }

  @Override
  public List<SourceFile> files(Problems problems) {
    Mark whole = Mark.of(shown());
    if (!Files.isDirectory(folder)) {
      problems.error(whole, "there is no such folder", "give the folder that has world.yaml in it");
      return List.of();
    }
    List<Path> paths;
    try {
      paths = paths();
    } catch (IOException e) {
      problems.error(whole, "cannot be read: " + e.getMessage(), "look at its permissions");
      return List.of();
    }
    if (paths.size() > MOST_FILES) {
      problems.error(
          whole, "has more than " + MOST_FILES + " files", "put several rooms into one file");
      return List.of();
    }
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      read(path, files, problems);
    }
    return files;
  }

  /**
   * The files that are read, in their order; one more than there can be stands for all the rest.
   *
   * @throws IOException if a folder cannot be read
   */
  public List<Path> paths() throws IOException {
    try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
      return walk.filter(WorldFolder::isOurs).sorted().limit(MOST_FILES + 1L).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isOurs(Path path) {
    String name = path.toString();
    boolean handout =
        name.endsWith(".txt") && path.getParent() != null && path.getParent().endsWith("handouts");
    return (handout
            || name.endsWith(".yaml")
            || name.endsWith(".yml")
            || name.endsWith(".transcript"))
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private void read(Path path, List<SourceFile> files, Problems problems) {
    Mark at = Mark.of(path.toString());
    try {
      if (Files.size(path) > LARGEST_FILE) {
        problems.error(at, "is larger than " + LARGEST_FILE + " bytes", "cut it into several");
        return;
      }
      String inside = folder.relativize(path).toString().replace('\\', '/');
      byte[] bytes = Files.readAllBytes(path);
      CharBuffer text = CharBuffer.allocate(bytes.length);
      boolean bad =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true).isError();
      text.flip();
      if (bad) {
        problems.error(end(at, text), "is not UTF-8 from here on", "save it as UTF-8");
      } else {
        files.add(new SourceFile(inside, path.toString(), text.toString()));
      }
    } catch (IOException e) {
      problems.error(at, "cannot be read: " + e.getMessage(), "look at its permissions");
    }
  }

  /** Where a text ends. */
  private static Mark end(Mark file, CharSequence text) {
    String read = text.toString();
    int line = (int) read.chars().filter(c -> c == '\n').count() + 1;
    return new Mark(file.file(), line, read.length() - read.lastIndexOf('\n'));
  }
}
