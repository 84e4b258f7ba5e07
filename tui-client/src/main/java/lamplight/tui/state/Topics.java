package lamplight.tui.state;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Run;

/**
 * What people can be asked about, as far as the story has told it: the words that are set off
 * behind somebody's name. Nothing else knows of them, so they give nothing away.
 */
final class Topics {
  private Topics() {}

  /** What was told of a person, oldest first; a part of the name will do. */
  static List<String> of(Story story, String person) {
    String wanted = bare(person);
    Set<String> topics = new LinkedHashSet<>();
    for (Story.Told line : story.told()) {
      boolean meant = false;
      for (Run run : line.runs()) {
        if (run.ink().equals(Ink.PERSON)) {
          meant = !wanted.isEmpty() && bare(run.words()).contains(wanted);
        } else if (meant && run.ink().equals(Ink.EMPHASIS)) {
          topics.add(run.words());
        }
      }
    }
    return List.copyOf(topics);
  }

  private static String bare(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^(the|an?) ", "");
  }
}
