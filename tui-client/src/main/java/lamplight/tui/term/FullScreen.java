package lamplight.tui.term;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import lamplight.tui.state.Key;
import lamplight.tui.state.Message;
import lamplight.tui.state.Model;
import lamplight.tui.state.Size;
import lamplight.tui.view.Frame;
import lamplight.tui.view.View;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The full screen: Lanterna's Screen over JLine's Terminal, which knows raw mode, size and signals
 * on every system. One thread reads keys.
 */
final class FullScreen implements Front {
  /** How long the rest of an escape sequence may take, in milliseconds. */
  private static final long ESCAPE_MILLIS = 60;

  private static final Size FALLBACK = new Size(80, 24);

  private final Terminal terminal;
  private final Modes modes;
  private final Consumer<Message> messages;
  private final Attributes before;
  private final Tty tty;
  private final Painter painter;
  private final Thread hook = new Thread(this::restore, "lamplight-restore");
  private volatile boolean open = true;
  private volatile @Nullable Frame shown;

  FullScreen(Terminal terminal, Modes modes, Consumer<Message> messages, Looks looks)
      throws IOException {
    this.terminal = terminal;
    this.modes = modes;
    this.messages = messages;
    this.before = terminal.enterRawMode();
    Runtime.getRuntime().addShutdownHook(hook);
    withoutSignals();
    this.tty = new Tty(terminal.output(), size(terminal));
    this.painter = new Painter(tty, looks);
    painter.start();
    terminal.handle(
        Terminal.Signal.INT, signal -> messages.accept(new Message.Pressed(new Key.Ctrl('c'))));
    terminal.handle(
        Terminal.Signal.WINCH, signal -> messages.accept(new Message.Resized(size(terminal))));
    messages.accept(new Message.Resized(size(terminal)));
    messages.accept(new Message.Margins(Answers.NONE.margins()));
    Thread keys = new Thread(this::readKeys, "lamplight-keys");
    keys.setDaemon(true);
    keys.start();
  }

  private static Size size(Terminal terminal) {
    int columns = terminal.getWidth();
    int rows = terminal.getHeight();
    return columns > 0 && rows > 0 ? new Size(columns, rows) : FALLBACK;
  }

  /**
   * Ctrl-C and Ctrl-Z are keys: two of the one that come at once are two, a server that runs beside
   * this program hears of none, and the terminal has to be put right before the program stops.
   */
  private void withoutSignals() {
    Attributes raw = terminal.getAttributes();
    raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
    terminal.setAttributes(raw);
  }

  /** A click means what is drawn there. */
  private void pressed(Key key) {
    Frame frame = shown;
    if (key instanceof Key.Click click && frame != null) {
      frame
          .target(new Frame.Spot(click.column(), click.row()))
          .ifPresent(target -> messages.accept(new Message.Pointed(target)));
    } else {
      messages.accept(new Message.Pressed(key));
    }
  }

  private void answered(Answers answers) {
    painter.heard(answers);
    messages.accept(new Message.Margins(answers.margins()));
  }

  private void readKeys() {
    KeyDecoder decoder = new KeyDecoder(this::pressed, this::answered);
    NonBlockingInputStream in = NonBlocking.nonBlocking("keys", terminal.input());
    try {
      while (open) {
        int b = decoder.isOpen() ? in.read(ESCAPE_MILLIS) : in.read();
        if (b == NonBlockingInputStream.READ_EXPIRED) {
          decoder.pause();
        } else if (b == NonBlockingInputStream.EOF) {
          break;
        } else {
          decoder.take(b);
        }
      }
    } catch (IOException e) {
      messages.accept(new Message.Pressed(new Key.End()));
      return;
    }
    messages.accept(new Message.Pressed(new Key.End()));
  }

  @Override
  public void show(Model model) {
    try {
      tty.resize(model.size());
      Frame frame = View.frame(model);
      painter.paint(frame);
      shown = frame;
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be written to", e);
    }
  }

  @Override
  public void suspend() {
    try {
      painter.stop();
      terminal.setAttributes(before);
      stopped();
      terminal.enterRawMode();
      withoutSignals();
      painter.start();
      messages.accept(new Message.Resized(size(terminal)));
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be written to", e);
    }
  }

  /** Returns when the shell lets the program go on; at once on a system without such signals. */
  private static void stopped() throws IOException {
    try {
      String self = Long.toString(ProcessHandle.current().pid());
      new ProcessBuilder("kill", "-TSTP", self).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void ring() {
    try {
      tty.bell();
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be written to", e);
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The program is going down, and the hook restores.
    }
    restore();
  }

  private synchronized void restore() {
    if (!open) {
      return;
    }
    open = false;
    try {
      painter.stop();
      terminal.close();
    } catch (IOException | IllegalStateException | IOError e) {
      // The terminal is gone, or JLine's own hook was faster and has put it right.
    }
    modes.restore();
  }
}
