package lamplight.server.admin;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import lamplight.server.runtime.RefusedException;

/**
 * The folder where a server keeps what is its own. One server at a time has it; the folder {@code
 * run} in it, with the socket for the host's commands, is for the owner's eyes only.
 */
record DataFolder(Path path) {
  /** Bytes that a Unix domain socket's path may have, on all systems that we know. */
  private static final int MAX_SOCKET_PATH = 100;

  /** {@code $XDG_DATA_HOME/lamplight}, or where that is usually. */
  static Path usual() {
    return Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
        .filter(home -> !home.isEmpty())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"))
        .resolve("lamplight");
  }

  Path socket() {
    return path.resolve("run").resolve("admin.sock");
  }

  /** A server's hold on the folder; the system gives it up when the process ends. */
  record Held(DataFolder folder, FileChannel file, FileLock lock) {}

  /**
   * Makes the folder if need be and takes it.
   *
   * @throws RefusedException if another server has it, or it may not be written
   */
  Held hold() throws RefusedException {
    try {
      make(path);
      make(path.resolve("run"));
      checkSocketPath();
      FileChannel file =
          FileChannel.open(
              path.resolve("run").resolve("server.pid"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = lock(file);
      file.truncate(0);
      file.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
      Files.deleteIfExists(socket());
      return new Held(this, file, lock);
    } catch (AccessDeniedException e) {
      throw new RefusedException(
          "--data " + path + ": no permission to write there; choose another folder with --data");
    } catch (IOException e) {
      throw new RefusedException("--data " + path + " cannot be used: " + e.getMessage());
    }
  }

  private static void make(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private FileLock lock(FileChannel file) throws IOException, RefusedException {
    try {
      FileLock lock = file.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      // held by this very process: refused like any other
    }
    String pid = Files.readString(path.resolve("run").resolve("server.pid")).strip();
    file.close();
    throw new RefusedException(
        "--data "
            + path
            + ": another server (process "
            + pid
            + ") has this folder; stop it, or choose another with --data");
  }

  /** Refuses a folder whose socket the system could not name. */
  private void checkSocketPath() throws RefusedException {
    int bytes = socket().toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_SOCKET_PATH) {
      throw new RefusedException(
          "--data "
              + path
              + ": the path is too long for a socket in it; choose one shorter by "
              + (bytes - MAX_SOCKET_PATH)
              + " bytes");
    }
  }
}
