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
  static final Keys WANDER_KEYS = Keys.of("wander", REGION, CHANCE, AVOID);

  private static final Key<Optional<Fields>> WANDER =
      Key.of("wander", WANDER_KEYS.form((fields, reading) -> Optional.of(fields)));

  static final Keys KEYS =
      ThingKeys.THING
          .without("a person", ThingKeys.DOOR, ThingKeys.COPIES, ThingKeys.PART_OF)
          .and("a person", ThingKeys.PRONOUN, GREETING, TOPICS, OTHERWISE, WANDER);

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

  private void add(ThingId person, Fields fields, Reading reading) {
    List<Topic> topics =
        fields.get(TOPICS).map(node -> Topics.read(person, node, reading)).orElse(List.of());
    if (fields.has(GREETING) || fields.has(TOPICS) || fields.has(OTHERWISE)) {
      talks.put(person, new Talk(fields.get(GREETING), topics, fields.get(OTHERWISE)));
    }
    fields
        .get(WANDER)
        .map(way -> new Wander(person, way.get(REGION), way.get(CHANCE), way.get(AVOID)))
        .ifPresent(wanders::add);
  }
}
