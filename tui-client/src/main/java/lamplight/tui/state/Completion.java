package lamplight.tui.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the Tab key offers: verbs at the start of a command, then what the player can see. Only what
 * is in the replica, so it gives nothing away.
 */
public final class Completion {
  /** The words that every world knows; a world's own verbs are for the player to find. */
  static final List<String> VERBS =
      List.of(
          "ask",
          "close",
          "climb",
          "drop",
          "examine",
          "exits",
          "follow",
          "give",
          "go",
          "help",
          "hint",
          "inventory",
          "listen",
          "lock",
          "look",
          "map",
          "open",
          "pull",
          "push",
          "put",
          "quit",
          "read",
          "say",
          "score",
          "search",
          "show",
          "smell",
          "take",
          "talk to",
          "tell",
          "throw",
          "touch",
          "turn off",
          "turn on",
          "unlock",
          "wait",
          "wear",
          "whisper to",
          "who");

  /** What stands before something that somebody is asked about: the person is its group. */
  private static final Pattern ABOUT =
      Pattern.compile("(?:ask|tell) +(.+?) +about +", Pattern.CASE_INSENSITIVE);

  private static final Set<String> SKIPPED = Set.of("the", "a", "an");

  private Completion() {}

  /** Candidates for the words of the line that begin at {@code start}. */
  public record Offer(int start, List<String> candidates) {}

  /**
   * What can be offered for a line.
   *
   * @param story tells what people can be asked about
   */
  public static Offer of(String line, int cursor, Scene scene, Story story) {
    String head = line.substring(0, cursor);
    int command = commandStart(head);
    Matcher about = ABOUT.matcher(head).region(command, head.length());
    if (about.lookingAt()) {
      List<String> topics =
          begunBy(head.substring(about.end()), Topics.of(story, about.group(1)).stream());
      if (!topics.isEmpty()) {
        return new Offer(about.end(), topics);
      }
    }
    for (int start : starts(head, command)) {
      String typed = head.substring(start);
      List<String> found =
          begunBy(
              typed,
              start == command
                  ? Stream.concat(VERBS.stream(), scene.exits().stream())
                  : scene.words().stream());
      if (!found.isEmpty() && !SKIPPED.contains(typed.strip().toLowerCase(Locale.ROOT))) {
        return new Offer(start, found);
      }
    }
    return new Offer(cursor, List.of());
  }

  /** Those words that go on from what was typed. */
  private static List<String> begunBy(String typed, Stream<String> words) {
    String begun = typed.toLowerCase(Locale.ROOT);
    return words
        .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(begun))
        .filter(word -> !word.equalsIgnoreCase(typed))
        .distinct()
        .toList();
  }

  /**
   * Places where a name of several words may have begun, the longest stretch first. An empty last
   * word offers everything in sight.
   */
  private static List<Integer> starts(String head, int command) {
    Set<Integer> starts = new LinkedHashSet<>();
    starts.add(command);
    for (int i = command + 1; i <= head.length(); i++) {
      if (head.charAt(i - 1) == ' ') {
        starts.add(i);
      }
    }
    return new ArrayList<>(starts);
  }

  private static int commandStart(String head) {
    int start =
        Math.max(head.lastIndexOf('.'), Math.max(head.lastIndexOf(';'), head.lastIndexOf(','))) + 1;
    while (start < head.length() && head.charAt(start) == ' ') {
      start++;
    }
    return start;
  }
}
