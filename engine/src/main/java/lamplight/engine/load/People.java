package lamplight.engine.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.RegionId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;
import lamplight.engine.rules.Talk;
import lamplight.engine.rules.Topic;
import lamplight.engine.rules.Wander;

/** The section {@code people}: what makes a thing a person. */
final class People {
  private static final Key<Text> GREETING = Texts.key("greeting");
  private static final Key<Text> OTHERWISE = Texts.key("otherwise");
  private static final Key<Optional<Node>> TOPICS =
      Key.of(
          "topics",
          new Form<>(
              new Shape.MapOf(new Shape.Value("an id"), Topics.KEYS.shape()),
              (node, reading) -> Optional.of(node)));

  private static final Key<RegionId> REGION =
      Key.required("region", Refs.REGION, new RegionId("somewhere"));
  private static final Key<Integer> CHANCE = Key.required("chance", Forms.number(1, 100), 1);
  private static final Key<List<RoomId>> AVOID =
      Key.of("avoid", Forms.oneOrMany(Refs.ROOM), List.of());
  private static final Key<Integer> EVERY = Key.of("every", Forms.number(1, 1_000), 1);
  static final Keys WANDER_KEYS = Keys.of("wander", REGION, CHANCE, AVOID, EVERY);

  private static final Key<Optional<Fields>> WANDER =
      Key.of("wander", WANDER_KEYS.form((fields, reading) -> Optional.of(fields)));

  /** Where the person takes what it steals; whoever refers to it asks {@link #lair}. */
  private static final Key<Optional<RoomId>> LAIR = Key.of("lair", Refs.ROOM);

  static final Keys KEYS =
      ThingKeys.THING
          .without("a person", ThingKeys.DOOR, ThingKeys.PART_OF)
          .and("a person", ThingKeys.PRONOUN, GREETING, TOPICS, OTHERWISE, WANDER, LAIR);

  private final Map<ThingId, Talk> talks = new LinkedHashMap<>();
  private final List<Wander> wanders = new ArrayList<>();

  Map<ThingId, Talk> talks() {
    return talks;
  }

  List<Wander> wanders() {
    return wanders;
  }

  void read(List<Node.Entry> entries, Things things, Reading reading) {
    for (Node.Entry entry : entries) {
      if (reading.names().isDefinedBy(Kind.THING, entry)) {
        ThingId id = new ThingId(entry.key());
        KEYS.read(entry.value(), reading)
            .ifPresent(
                fields -> {
                  things.person(id, fields);
                  add(id, fields, reading);
                });
      }
    }
  }

  /** The room where a person takes what it steals; empty if it has none. */
  static Optional<RoomId> lair(ThingId person, Reading reading) {
    return reading
        .names()
        .value(Kind.THING, person.value(), LAIR.name())
        .filter(
            node ->
                node instanceof Node.Scalar scalar && reading.names().has(Kind.ROOM, scalar.text()))
        .map(node -> new RoomId(((Node.Scalar) node).text()));
  }

  /** What a person and its copies say and where they walk: the same, each for itself. */
  private void add(ThingId person, Fields fields, Reading reading) {
    List<Topic> topics =
        fields.get(TOPICS).map(node -> Topics.read(person, node, reading)).orElse(List.of());
    boolean talks = fields.has(GREETING) || fields.has(TOPICS) || fields.has(OTHERWISE);
    for (String copy : reading.names().alike(person.value())) {
      ThingId id = new ThingId(copy);
      if (talks) {
        List<Topic> own = topics.stream().map(topic -> topic.of(id)).toList();
        this.talks.put(id, new Talk(fields.get(GREETING), own, fields.get(OTHERWISE)));
      }
      fields.get(WANDER).map(way -> wander(id, way)).ifPresent(wanders::add);
    }
  }

  private static Wander wander(ThingId person, Fields way) {
    return new Wander(person, way.get(REGION), way.get(CHANCE), way.get(AVOID), way.get(EVERY));
  }
}
