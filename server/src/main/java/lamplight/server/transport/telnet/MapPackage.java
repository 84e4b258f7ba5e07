package lamplight.server.transport.telnet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The scripts with which Mudlet draws the map from GMCP, as a file that Mudlet installs. */
public final class MapPackage {
  /** Grows with each change of the scripts, so that Mudlet fetches them anew. */
  public static final String VERSION = "2";

  /** What the file is usually called, and where a web server has it. */
  public static final String PATH = "/mudlet/lamplight.mpackage";

  private static final List<String> FILES = List.of("config.lua", "lamplight.xml");

  private MapPackage() {}

  /** The file; always the same bytes. */
  public static byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : FILES) {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        zip.write(resource(name));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MapPackage.class.getResourceAsStream("mudlet/" + name), name)) {
      return in.readAllBytes();
    }
  }
}
