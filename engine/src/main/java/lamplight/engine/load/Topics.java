package lamplight.engine.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Id;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.TopicId;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Topic;

/** The topics of people. */
final class Topics {
  private static final Key<List<String>> WORDS = Words.key("words");
  private static final Key<Condition> WHEN = Key.of("when", Conditions.CONDITION, Condition.ALWAYS);
  private static final Key<Text> SAY = Texts.key("say");
  private static final Key<List<Effect>> DO = Key.of("do", Effects.EFFECTS, List.of());
  private static final Key<List<String>> SUGGESTS =
      Key.of("suggests", Forms.listOf(Forms.STRING), List.of());

  static final Keys KEYS = Keys.of("a topic", WORDS, WHEN, SAY, DO, SUGGESTS);

  private Topics() {}

  /** A topic of a person. */
  static Form<TopicId> topic(ThingId person) {
    return Forms.word(
        new Shape.Value("a topic"),
        (node, reading) -> {
          String name = ((Node.Scalar) node).text();
          List<String> topics = reading.names().topics(person.value());
          if (topics.contains(name) && Id.valid(name)) {
            return Optional.of(new TopicId(name));
          }
          reading.error(
              node.mark(),
              "\"" + name + "\" is no topic of \"" + person + "\"",
              Nearest.hint(name, topics));
          return Optional.empty();
        });
  }

  /** The topics of a person, in the author's order. */
  static List<Topic> read(ThingId person, Node node, Reading reading) {
    if (!(node instanceof Node.Mapping mapping)) {
      reading.wrong(node, new Shape.MapOf(new Shape.Value("an id"), KEYS.shape()));
      return List.of();
    }
    Set<String> suggested = suggested(mapping);
    List<Topic> topics = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      if (Id.valid(entry.key())) {
        TopicId id = new TopicId(entry.key());
        reading.questions().within(person + "." + id);
        KEYS.form((fields, r) -> topic(person, id, !suggested.contains(id.value()), fields, r))
            .read(entry.value(), reading)
            .ifPresent(
                topic -> {
                  reading.marks().put(topic, entry.mark());
                  topics.add(topic);
                });
      } else {
        reading.error(
            entry.mark(), "\"" + entry.key() + "\" is no id", "use a word, like those of things");
      }
    }
    return topics;
  }

  /** What other topics suggest is offered only after that. */
  private static Set<String> suggested(Node.Mapping topics) {
    Set<String> suggested = new HashSet<>();
    for (Node.Entry topic : topics.entries()) {
      if (topic.value().at(SUGGESTS.name()).orElse(topic.value()) instanceof Node.Listing listing) {
        listing.items().stream()
            .filter(item -> item instanceof Node.Scalar)
            .map(item -> ((Node.Scalar) item).text())
            .filter(name -> !name.equals(topic.key()))
            .forEach(suggested::add);
      }
    }
    return suggested;
  }

  private static Optional<Topic> topic(
      ThingId person, TopicId id, boolean offered, Fields fields, Reading reading) {
    List<String> words =
        fields.has(WORDS)
            ? fields.get(WORDS)
            : List.of(id.value().replace('_', ' ').split(" ", -1));
    if (fields.get(SAY).isEmpty() && fields.get(DO).isEmpty()) {
      reading.error(fields.mark(), "topic \"" + id + "\" says nothing", "give it say, or do");
    }
    return Optional.of(
        new Topic(
            person,
            id,
            words,
            offered,
            fields.get(WHEN),
            fields.get(SAY),
            fields.get(DO),
            suggests(person, fields, reading)));
  }

  private static List<TopicId> suggests(ThingId person, Fields fields, Reading reading) {
    return fields.get(SUGGESTS).stream()
        .map(name -> Node.Scalar.plain(fields.mark(SUGGESTS), name))
        .map(node -> topic(person).read(node, reading))
        .flatMap(Optional::stream)
        .toList();
  }
}
