package lamplight.engine.load;

/**
 * A file of a world.
 *
 * @param path inside the world's folder, with slashes: {@code rooms/mill.yaml}
 * @param shown the path as problems show it
 */
public record SourceFile(String path, String shown, String text) {

  /** The path's folder without its slash; "" for a file at the top. */
  public String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  public boolean endsWith(String ending) {
    return path.endsWith(ending);
  }
}
