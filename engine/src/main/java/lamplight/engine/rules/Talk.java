package lamplight.engine.rules;

import java.util.List;
import lamplight.engine.model.Text;

/**
 * How a person talks.
 *
 * @param greeting read when somebody talks to the person
 * @param otherwise read when the person is asked about something else
 */
public record Talk(Text greeting, List<Topic> topics, Text otherwise) {
  public static final Talk SILENT = new Talk(Text.EMPTY, List.of(), Text.EMPTY);

  public Talk {
    topics = List.copyOf(topics);
  }
}
