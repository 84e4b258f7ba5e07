package lamplight.engine.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import lamplight.engine.model.Capacity;
import lamplight.engine.model.Change;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Position;
import lamplight.engine.model.Pronoun;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.State;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;
import lamplight.engine.model.WorldId;
import lamplight.engine.model.WorldInfo;

/**
 * The house where the parser is tested. Ann and Bea are in the hall with Ada and the butler, Cid is
 * in the garden, Dot in the dark cellar. Nobody has seen the idol; Ann has seen the crown.
 */
final class Manor {
  static final PlayerId ANN = new PlayerId("ann");

  private static final List<Thing> THINGS =
      Stream.of(
              new ThingOf("brass_lamp", "brass lamp")
                  .words("lamp", "lantern")
                  .in("hall")
                  .switched(false),
              new ThingOf("tin_lamp", "tin lamp").in("hall").switched(true),
              new ThingOf("brass_key", "brass key").in("hall"),
              new ThingOf("iron_key", "iron key").in("hall"),
              new ThingOf("coin", "gold coin").in("hall"),
              new ThingOf("coin-2", "gold coin").copyOf("coin").in("hall"),
              new ThingOf("coin-3", "gold coin").copyOf("coin").in("hall"),
              new ThingOf("rope", "rope").in("hall"),
              new ThingOf("chest", "oak chest").in("hall").fixed().container(false, true, false),
              new ThingOf("basket", "wicker basket").in("hall").container(true, false, false),
              new ThingOf("herring", "salted herring")
                  .words("herring", "fish")
                  .inside("basket")
                  .edible(),
              new ThingOf("bag_of_flour", "bag of flour")
                  .words("bag", "flour")
                  .adjectives()
                  .in("hall"),
              new ThingOf("case", "glass case").in("hall").fixed().container(false, true, true),
              new ThingOf("ring", "silver ring").inside("case"),
              new ThingOf("table", "table").in("hall").fixed().supporter(),
              new ThingOf("apple", "red apple").on("table").edible(),
              new ThingOf("bench", "bench").in("hall").fixed().enterable(),
              new ThingOf("portrait", "portrait of a lord")
                  .words("portrait", "painting", "lord")
                  .adjectives()
                  .in("hall")
                  .scenery(),
              new ThingOf("stairs", "stairs")
                  .words("stairs", "stair", "steps")
                  .plural()
                  .in("hall")
                  .scenery(),
              new ThingOf("painted_rope", "painted rope").in("hall").scenery(),
              new ThingOf("oil", "oil").in("hall"),
              new ThingOf("oil_can", "oil can").in("hall"),
              new ThingOf("millers_stick", "miller's stick").in("hall"),
              new ThingOf("cider", "cider crownless barrel").in("hall").scenery(),
              new ThingOf("secret_lever", "secret lever").in("hall").hidden().fixed(),
              new ThingOf("hat", "felt hat").wornBy("ann"),
              new ThingOf("cap", "flat cap").heldBy("ann").wearable(),
              new ThingOf("knife", "knife").heldBy("ann"),
              new ThingOf("book", "red book").heldBy("ann").readable(),
              new ThingOf("purse", "purse").heldBy("ann").container(true, true, false),
              new ThingOf("penny", "penny").inside("purse"),
              new ThingOf("whistle", "whistle").heldBy("bea"),
              new ThingOf("oak_door", "oak door").door(false, true),
              new ThingOf("iron_door", "iron door").door(false, false),
              new ThingOf("ada", "Ada").words("ada", "woman").in("hall").person(Pronoun.SHE),
              new ThingOf("butler", "old butler").adjectives("old").in("hall").person(Pronoun.HE),
              new ThingOf("idol", "jade idol").in("garden"),
              new ThingOf("crown", "royal crown").in("garden"),
              new ThingOf("spade", "spade").in("cellar"),
              new ThingOf("match", "match").heldBy("dot"))
          .map(ThingOf::build)
          .toList();

  static final World WORLD = world();

  private Manor() {}

  static State state() {
    State state = State.of(WORLD, 1);
    state = joined(state, "ann", "Ann", "hall", "crown", "portrait");
    state = joined(state, "bea", "Bea", "hall");
    state = joined(state, "cid", "Cid", "garden");
    return joined(state, "dot", "Dot", "cellar");
  }

  private static State joined(State before, String id, String name, String room, String... seen) {
    PlayerId player = new PlayerId(id);
    State state =
        before.with(
            new Change.Joined(
                PlayerState.joining(player, name, Optional.empty(), new RoomId(room))));
    for (String thing : seen) {
      state = state.with(new Change.Seen(player, new ThingId(thing)));
    }
    return state;
  }

  private static World world() {
    Map<RoomId, Room> rooms = new LinkedHashMap<>();
    Stream.of(
            room("hall", false, exit("oak_door", "garden"), exit("iron_door", "garden")),
            room("garden", false, exit("oak_door", "hall"), exit("iron_door", "hall")),
            room("cellar", true, Map.of(), Map.of()))
        .forEach(room -> rooms.put(room.id(), room));
    Map<ThingId, Thing> things = new LinkedHashMap<>();
    THINGS.forEach(thing -> things.put(thing.id(), thing));
    WorldInfo info =
        new WorldInfo(
            "The Manor",
            "",
            "",
            "",
            false,
            Text.EMPTY,
            new RoomId("hall"),
            1,
            4,
            "",
            OptionalLong.empty(),
            Capacity.of(20),
            50,
            true,
            false,
            new TreeMap<>());
    return new World(
        new WorldId("manor"),
        info,
        rooms,
        things,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of());
  }

  private static Map<Direction, Exit> exit(String door, String to) {
    Direction direction = door.equals("oak_door") ? Direction.NORTH : Direction.EAST;
    Exit exit =
        new Exit(
            new RoomId(to),
            Optional.of(new ThingId(door)),
            Condition.ALWAYS,
            Text.EMPTY,
            false,
            0,
            Text.EMPTY);
    return Map.of(direction, exit);
  }

  private static Room room(
      String id, boolean dark, Map<Direction, Exit> first, Map<Direction, Exit> second) {
    Map<Direction, Exit> exits = new LinkedHashMap<>(first);
    exits.putAll(second);
    return new Room(
        new RoomId(id),
        id,
        new Position(0, 0, 0),
        List.of(),
        Text.EMPTY,
        Text.EMPTY,
        dark,
        Text.EMPTY,
        Text.EMPTY,
        Text.EMPTY,
        exits,
        List.of());
  }
}
