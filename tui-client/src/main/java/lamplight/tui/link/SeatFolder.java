package lamplight.tui.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/**
 * Seats as files that only their owner can read, one each, named by server, session and player. A
 * folder that cannot be used means that seats are not remembered; the game goes on.
 */
public final class SeatFolder implements Seats {
  private final Path folder;
  private final String server;

  /**
   * The seats at a server.
   *
   * @param server its host and port
   */
  public SeatFolder(Path folder, String server) {
    this.folder = folder;
    this.server = server;
  }

  @Override
  public Optional<String> token(String session, String name) {
    try {
      return Optional.of(Files.readString(file(session, name)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void keep(String session, String name, String token) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "seat", ".new", OwnerOnly.in(folder));
      Files.writeString(fresh, token + "\n");
      Files.move(fresh, file(session, name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      return; // The seat is not remembered.
    }
  }

  /**
   * Everything but letters and digits is written as its number, so that no name leaves the folder.
   */
  private Path file(String session, String name) {
    String key = String.join(" ", server, session, name).toLowerCase(Locale.ROOT);
    StringBuilder file = new StringBuilder();
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-';
      file.append(plain ? Character.toString(b) : "_%02x".formatted(b & 0xff));
    }
    return folder.resolve(file.toString());
  }
}
