package lamplight.engine.model;

import java.util.Comparator;

/** A topic that a person may be asked about. */
public record Suggestion(ThingId person, TopicId topic) implements Comparable<Suggestion> {
  private static final Comparator<Suggestion> ORDER =
      Comparator.comparing(Suggestion::person).thenComparing(Suggestion::topic);

  @Override
  public int compareTo(Suggestion other) {
    return ORDER.compare(this, other);
  }
}
