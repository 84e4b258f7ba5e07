package lamplight.tui.term;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal's modes as {@code stty} says them, to be put back at the end: JLine knows most of
 * them, but not the line's speed and discipline. Without {@code stty} there is nothing to put back.
 *
 * @param arguments of {@code stty}
 */
record Modes(List<String> arguments) {
  private static final Pattern DISCIPLINE = Pattern.compile("\\bline = (\\d+);");

  Modes {
    arguments = List.copyOf(arguments);
  }

  /** As they are now. */
  static Modes now() {
    List<String> lines = run(List.of("sh", "-c", "stty -g && stty -a")).lines().toList();
    Optional<String> saved = lines.stream().findFirst().filter(line -> line.contains(":"));
    List<String> arguments = new ArrayList<>(saved.stream().toList());
    Matcher line = DISCIPLINE.matcher(String.join("\n", lines));
    if (saved.isPresent() && line.find()) {
      arguments.addAll(List.of("line", line.group(1)));
    }
    return new Modes(arguments);
  }

  void restore() {
    if (!arguments.isEmpty()) {
      List<String> command = new ArrayList<>(List.of("stty"));
      command.addAll(arguments);
      run(command);
    }
  }

  /** What a program prints that has our terminal; nothing if it cannot be run. */
  private static String run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectErrorStream(true)
              .start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? printed : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
