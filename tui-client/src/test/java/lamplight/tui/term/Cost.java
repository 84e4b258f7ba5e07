package lamplight.tui.term;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import lamplight.engine.prose.TextKind;
import lamplight.tui.state.Key;
import lamplight.tui.state.Message;
import lamplight.tui.state.Model;
import lamplight.tui.state.Size;
import lamplight.tui.state.Update;
import lamplight.tui.state.Worlds;
import lamplight.tui.text.Theme;
import lamplight.tui.text.Tint;
import lamplight.tui.view.View;

/**
 * Prints what a typed key and a new line of story cost the full screen, from the byte to the bytes:
 *
 * <pre>
 *   java -XX:TieredStopAtLevel=1 -cp tui-client/target/lamplight-client.jar:tui-client/target/test-classes lamplight.tui.term.Cost
 * </pre>
 */
final class Cost {
  private static final int TIMES = 400;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Painter painter;
  private Model model;

  private Cost(Size size, boolean margins) throws IOException {
    painter = new Painter(new Tty(out, size), new Looks(Theme.DARK, Tint.Depth.INDEXED));
    painter.start();
    painter.heard(new Answers(margins, false));
    model = Update.step(Worlds.playing(size), new Message.Margins(margins)).model();
    for (int i = 0; i < size.rows(); i++) {
      model = told(i);
    }
    painter.paint(View.frame(model));
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream print = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    print.println("screen   margins  a key: ms of CPU, bytes  a line: ms of CPU, bytes");
    for (Size size : List.of(new Size(80, 24), new Size(120, 40), new Size(300, 100))) {
      for (boolean margins : new boolean[] {true, false}) {
        Cost cost = new Cost(size, margins);
        String key = cost.of(cost::typed);
        String line = cost.of(cost::told);
        print.printf("%3d x %3d %-8s %-23s %s%n", size.columns(), size.rows(), margins, key, line);
      }
    }
  }

  private Model told(int number) {
    return Worlds.after(
        model,
        Worlds.told(
            TextKind.RESULT,
            "Line %d tells of %s, and of nothing else at all."
                .formatted(number, "x".repeat(number % 17))));
  }

  private Model typed(int number) {
    Model[] next = {number % 40 == 0 ? Worlds.after(model, Key.named("Ctrl-U")) : model};
    new KeyDecoder(key -> next[0] = Worlds.after(next[0], key), answers -> {})
        .take('a' + number % 26);
    return next[0];
  }

  /** Once to warm up, once to measure. */
  private String of(IntFunction<Model> event) {
    repeat(event);
    long nanos = CLOCK.getCurrentThreadCpuTime();
    int bytes = repeat(event);
    double millis = (CLOCK.getCurrentThreadCpuTime() - nanos) / 1e6 / TIMES;
    return "%.1f, %d".formatted(millis, bytes / TIMES);
  }

  private int repeat(IntFunction<Model> event) {
    out.reset();
    for (int i = 0; i < TIMES; i++) {
      model = event.apply(i);
      try {
        painter.paint(View.frame(model));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return out.size();
  }
}
