package lamplight.tui.term;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import lamplight.tui.state.Key;
import lamplight.tui.state.Message;
import lamplight.tui.state.Model;
import lamplight.tui.state.Stage;
import lamplight.tui.state.Story;

/**
 * For pipes, screen readers and {@code TERM=dumb}: one finished line a message, no cursor movement,
 * no colour, no decoration.
 */
final class PlainFront implements Front {
  private final BufferedReader in;
  private final PrintStream out;
  private final Consumer<Message> messages;
  private final Turn turn = new Turn();
  private final Prose prose = new Prose();

  PlainFront(InputStream in, PrintStream out, Consumer<Message> messages) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
    this.messages = messages;
    Thread thread = new Thread(this::readLines, "lamplight-lines");
    thread.setDaemon(true);
    thread.start();
  }

  private void readLines() {
    try {
      while (!(turn.await().stage() instanceof Stage.Over)) {
        String line = in.readLine();
        if (line == null) {
          messages.accept(new Message.Pressed(new Key.End()));
          return;
        }
        turn.give();
        messages.accept(new Message.Entered(line));
      }
    } catch (IOException | InterruptedException e) {
      messages.accept(new Message.Pressed(new Key.End()));
    }
  }

  @Override
  public void show(Model model) {
    for (Story.Told line : prose.next(model)) {
      if (!line.isBlank()) {
        out.println((line.voice() == Story.Voice.PLAYER ? "> " : "") + line.plain());
      }
    }
    out.flush();
    turn.show(model);
  }

  @Override
  public void ring() {
    // Pipes have no bell, and screen readers read what was said.
  }

  @Override
  public void suspend() {
    // The terminal does this by itself where lines are not ours to edit.
  }

  @Override
  public void close() {
    out.flush();
  }
}
