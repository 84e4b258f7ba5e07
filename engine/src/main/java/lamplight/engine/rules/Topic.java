package lamplight.engine.rules;

import java.util.List;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.TopicId;

/**
 * Something that a person can talk about.
 *
 * @param words any of which raises it
 * @param offered whether it is offered from the start
 * @param suggests topics that are offered after it
 */
public record Topic(
    ThingId person,
    TopicId id,
    List<String> words,
    boolean offered,
    Condition when,
    Text say,
    List<Effect> effects,
    List<TopicId> suggests) {
  public Topic {
    words = List.copyOf(words);
    effects = List.copyOf(effects);
    suggests = List.copyOf(suggests);
  }

  /** The same topic of another person. */
  public Topic of(ThingId other) {
    return new Topic(other, id, words, offered, when, say, effects, suggests);
  }
}
