package lamplight.tui.term;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import lamplight.tui.state.Message;
import lamplight.tui.state.Settings;
import lamplight.tui.text.Theme;
import lamplight.tui.text.Tint;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Finds the front that fits what the player asked for and what the program was started in. */
public final class Fronts {
  private Fronts() {}

  /** What the player asked for. */
  public enum Wish {
    FULL,
    LINE,
    PLAIN
  }

  /** Opens a front; without a terminal that can do more it is the plain one. */
  public static Front open(
      Wish wish, Settings settings, Map<String, String> environment, Consumer<Message> messages)
      throws IOException {
    if (wish == Wish.PLAIN || environment.getOrDefault("TERM", "").equals("dumb")) {
      return plain(messages);
    }
    Modes modes = Modes.now();
    Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .dumb(true)
            .encoding(StandardCharsets.UTF_8)
            .nativeSignals(true)
            .build();
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      terminal.close();
      return plain(messages);
    }
    Looks looks = looks(settings, environment);
    return wish == Wish.LINE
        ? new LineFront(terminal, modes, messages, looks)
        : new FullScreen(terminal, modes, messages, looks);
  }

  /** Without colours a theme that does without them tells more apart than one that lost its own. */
  private static Looks looks(Settings settings, Map<String, String> environment) {
    Tint.Depth depth = settings.depth().orElse(Tint.Depth.of(environment));
    return new Looks(depth == Tint.Depth.NONE ? Theme.named("mono") : settings.theme(), depth);
  }

  private static Front plain(Consumer<Message> messages) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    return plain(new FileInputStream(FileDescriptor.in), out, messages);
  }

  /** The plain front over any streams. */
  public static Front plain(InputStream in, PrintStream out, Consumer<Message> messages) {
    return new PlainFront(in, out, messages);
  }
}
