package lamplight.engine.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;

/** The exits of a room. */
final class Exits {
  static final Form<Direction> DIRECTION = Forms.oneOf(Direction.class);

  private static final Key<Optional<ThingId>> DOOR = Key.of("door", door());
  private static final Key<Condition> WHEN = Key.of("when", Conditions.CONDITION, Condition.ALWAYS);
  private static final Key<Text> REFUSE = Texts.key("refuse");
  private static final Key<Boolean> HIDDEN = Key.of("hidden", Forms.TRUTH, false);
  private static final Key<Integer> COST = Key.of("cost", Forms.number(0, 100), 0);
  private static final Key<Text> SAY = Texts.key("say");

  private static final Keys BUT_TO = Keys.of("an exit", DOOR, WHEN, REFUSE, HIDDEN, COST, SAY);

  private static final Map<Direction, Form<Exit>> FORMS = new EnumMap<>(Direction.class);

  static {
    for (Direction direction : Direction.values()) {
      FORMS.put(direction, form(direction));
    }
  }

  static final Form<Map<Direction, Exit>> EXITS =
      Forms.entries(
              new Shape.MapOf(
                  DIRECTION.shape(), new Shape.Either(Refs.ROOM.shape(), keys(Refs.ROOM).shape())),
              (entry, reading) ->
                  DIRECTION
                      .read(entry.name(), reading)
                      .flatMap(
                          way ->
                              FORMS
                                  .getOrDefault(way, form(way))
                                  .read(entry.value(), reading)
                                  .map(
                                      exit -> {
                                        reading.marks().put(exit, entry.mark());
                                        return Map.entry(way, exit);
                                      })))
          .map(
              exits -> {
                Map<Direction, Exit> map = new EnumMap<>(Direction.class);
                exits.forEach(exit -> map.put(exit.getKey(), exit.getValue()));
                return map;
              });

  private Exits() {}

  /** The table of an exit's keys; the form of its room words the problem. */
  static Keys keys(Form<RoomId> room) {
    return BUT_TO.and("an exit", to(room));
  }

  private static Key<RoomId> to(Form<RoomId> room) {
    return Key.required("to", room, new RoomId("somewhere"));
  }

  private static Form<Exit> form(Direction direction) {
    Form<RoomId> room = Refs.exitTo(direction.word());
    Key<RoomId> to = to(room);
    return Forms.mapOr(
        BUT_TO
            .and("an exit", to)
            .form(
                (fields, reading) ->
                    Optional.of(
                        new Exit(
                            fields.get(to),
                            fields.get(DOOR),
                            fields.get(WHEN),
                            fields.get(REFUSE),
                            fields.get(HIDDEN),
                            fields.get(COST),
                            fields.get(SAY)))),
        room.map(Exits::plain));
  }

  private static Exit plain(RoomId to) {
    return new Exit(to, Optional.empty(), Condition.ALWAYS, Text.EMPTY, false, 0, Text.EMPTY);
  }

  private static Form<ThingId> door() {
    return Forms.word(
        new Shape.Value("a door"),
        (node, reading) ->
            Refs.THING
                .read(node, reading)
                .map(
                    thing -> {
                      if (!reading.names().hasKey(thing.value(), "door")) {
                        reading.error(
                            node.mark(),
                            "\"" + thing + "\" is no door",
                            "give it door: {open: false}");
                      }
                      return thing;
                    }));
  }
}
