package lamplight.tui.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Run;

/** A line that is being typed, with the words set off that the game will know. */
public final class Marking {
  private Marking() {}

  /** The line in runs: verbs at the start of a command, and what can be named here. */
  public static List<Run> runs(String line, Scene scene) {
    Map<String, Ink> names = scene.names();
    Pattern known =
        Pattern.compile(
            "(?<=^|[.;,])( *(?:%s))\\b|\\b(?:%s)\\b"
                .formatted(anyOf(Completion.VERBS), anyOf(names.keySet())),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    List<Run> runs = new ArrayList<>();
    int at = 0;
    for (Matcher found = known.matcher(line); found.find(); at = found.end()) {
      add(runs, line.substring(at, found.start()), Ink.PROSE);
      boolean verb = found.group(1) != null;
      String name = found.group().toLowerCase(Locale.ROOT);
      add(runs, found.group(), verb ? Ink.EMPHASIS : names.getOrDefault(name, Ink.PROSE));
    }
    add(runs, line.substring(at), Ink.PROSE);
    return runs;
  }

  private static void add(List<Run> runs, String words, Ink ink) {
    if (!words.isEmpty()) {
      runs.add(new Run(words, ink));
    }
  }

  /** Matches one of the words, the longest that is there. */
  private static String anyOf(Collection<String> words) {
    return words.stream()
        .sorted((one, other) -> other.length() - one.length())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
