package lamplight.tui.term;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lamplight.tui.state.Model;
import lamplight.tui.state.Story;

/** Another front, with a file to which all that the story says is added, a line each. */
public final class LoggedFront implements Front {
  private final Front front;
  private final PrintWriter log;
  private long written;

  /**
   * Opens the file and keeps what it has.
   *
   * @throws IOException if it cannot be written
   */
  public LoggedFront(Front front, Path file) throws IOException {
    this.front = front;
    this.log =
        new PrintWriter(
            Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND));
  }

  @Override
  public void show(Model model) {
    for (Story.Told line : model.story().since(written)) {
      log.println((line.voice() == Story.Voice.PLAYER ? "> " : "") + line.plain());
    }
    written = model.story().total();
    log.flush();
    front.show(model);
  }

  @Override
  public void ring() {
    front.ring();
  }

  @Override
  public void suspend() {
    front.suspend();
  }

  @Override
  public void close() {
    log.close();
    front.close();
  }
}
