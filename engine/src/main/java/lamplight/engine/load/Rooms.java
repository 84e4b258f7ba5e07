package lamplight.engine.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Position;
import lamplight.engine.model.Region;
import lamplight.engine.model.RegionId;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;

/** The section {@code rooms}. */
final class Rooms {
  private static final int FARTHEST = 1_000;
  private static final Position ORIGIN = new Position(0, 0, 0);

  private static final Form<List<Integer>> COORDINATES =
      Forms.listOf(Forms.number(-FARTHEST, FARTHEST));

  private static final Key<String> NAME = Key.required("name", Forms.STRING, "");
  private static final Key<Optional<Position>> AT =
      Key.of(
          "at",
          new Form<>(
              new Shape.Called("a place on the map such as [0, 1, 0]", COORDINATES.shape()),
              Rooms::at));
  private static final Key<List<RegionId>> REGION =
      Key.of("region", Forms.oneOrMany(Refs.REGION), List.of());
  private static final Key<Text> DESCRIPTION = Key.required("description", Texts.TEXT, Text.EMPTY);
  private static final Key<Text> FIRST = Texts.key("first");
  private static final Key<Boolean> DARK = Key.of("dark", Forms.TRUTH, false);
  private static final Key<Text> UNLIT = Texts.key("unlit");
  private static final Key<Text> SMELL = Texts.key("smell");
  private static final Key<Text> SOUND = Texts.key("sound");
  private static final Key<Map<Direction, Exit>> EXITS = Key.of("exits", Exits.EXITS, Map.of());
  private static final Key<Node.Mapping> SCENERY =
      Key.of(
          "scenery",
          new Form<>(
              new Shape.MapOf(new Shape.Value("a key"), ThingKeys.SCENERY.shape()),
              (node, reading) ->
                  node instanceof Node.Mapping mapping
                      ? Optional.of(mapping)
                      : reading.wrong(node, ThingKeys.SCENERY.shape())),
          new Node.Mapping(Mark.of(""), List.of()));

  static final Keys KEYS =
      Keys.of(
          "a room",
          NAME,
          AT,
          REGION,
          DESCRIPTION,
          FIRST,
          DARK,
          UNLIT,
          SMELL,
          SOUND,
          EXITS,
          SCENERY);

  private Rooms() {}

  /** A room that is read, but for its place on the map. */
  private record Unplaced(Room room, Optional<Position> at, Mark mark) {}

  /** All rooms in the author's order; their scenery goes to {@code things}. */
  static Map<RoomId, Room> read(
      List<Node.Entry> entries, Map<RegionId, Region> regions, Things things, Reading reading) {
    Map<RoomId, Unplaced> rooms = new LinkedHashMap<>();
    for (Node.Entry entry : entries) {
      if (reading.names().isDefinedBy(Kind.ROOM, entry)) {
        RoomId id = new RoomId(entry.key());
        KEYS.form((fields, r) -> Optional.of(room(id, fields, regions, things)))
            .read(entry.value(), reading)
            .ifPresent(room -> rooms.put(id, room));
      }
    }
    return placed(rooms, reading);
  }

  private static Map<RoomId, Room> placed(Map<RoomId, Unplaced> rooms, Reading reading) {
    Layout layout = new Layout();
    rooms.forEach(
        (id, room) ->
            room.at()
                .flatMap(at -> layout.put(id, at))
                .ifPresent(
                    other ->
                        reading.error(
                            room.mark(),
                            "room \"" + other + "\" is at the same place of the map",
                            "move one of them, or leave out its at")));
    Map<RoomId, Map<Direction, Exit>> exits = new LinkedHashMap<>();
    rooms.forEach((id, room) -> exits.put(id, room.room().exits()));
    Map<RoomId, Position> positions = layout.complete(exits);
    Map<RoomId, Room> placed = new LinkedHashMap<>();
    rooms.forEach(
        (id, room) -> placed.put(id, at(room.room(), positions.getOrDefault(id, ORIGIN))));
    return placed;
  }

  private static Unplaced room(
      RoomId id, Fields fields, Map<RegionId, Region> regions, Things things) {
    List<Region> around =
        fields.get(REGION).stream().filter(regions::containsKey).map(regions::get).toList();
    List<ThingId> scenery = new ArrayList<>();
    for (Node.Entry entry : fields.get(SCENERY).entries()) {
      things.scenery(id, entry).ifPresent(scenery::add);
    }
    Room room =
        new Room(
            id,
            fields.get(NAME),
            ORIGIN,
            fields.get(REGION),
            fields.get(DESCRIPTION),
            fields.get(FIRST),
            fields.has(DARK) ? fields.get(DARK) : around.stream().anyMatch(Region::dark),
            fields.get(UNLIT),
            ownOr(fields.get(SMELL), around, Region::smell),
            ownOr(fields.get(SOUND), around, Region::sound),
            fields.get(EXITS),
            scenery);
    return new Unplaced(room, fields.get(AT), fields.mark(AT));
  }

  /** A room's own text, or that of the first of its regions that has one. */
  private static Text ownOr(Text own, List<Region> regions, Function<Region, Text> theirs) {
    return own.isEmpty()
        ? regions.stream()
            .map(theirs)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(Text.EMPTY)
        : own;
  }

  private static Room at(Room room, Position position) {
    return new Room(
        room.id(),
        room.name(),
        position,
        room.regions(),
        room.description(),
        room.first(),
        room.dark(),
        room.unlit(),
        room.smell(),
        room.sound(),
        room.exits(),
        room.scenery());
  }

  private static Optional<Position> at(Node node, Reading reading) {
    return COORDINATES
        .read(node, reading)
        .flatMap(
            list ->
                list.size() == 3
                    ? Optional.of(new Position(list.get(0), list.get(1), list.get(2)))
                    : reading.wrong(node, new Shape.Value("three numbers: east, north, up")));
  }
}
