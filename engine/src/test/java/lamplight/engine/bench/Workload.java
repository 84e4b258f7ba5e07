package lamplight.engine.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Known;
import lamplight.engine.sync.Outlook;

/**
 * State that changes as a game's does, from a seed: of ten changes three are moves (one brings a
 * visited room while there are new ones), two takes, two drops, and one each is of health, a door,
 * and a flag or counter. Each change is one; a change that would change nothing is drawn again.
 *
 * <p>In one scope everybody knows everything; by room a player knows what is in the same room.
 */
final class Workload {

  private final Random random;
  private final int players;
  private final int rooms;
  private final boolean byRoom;
  private final String[] where;
  private final String[] place;
  private final int[] health;
  private final Map<String, List<Integer>> things = new HashMap<>();
  private final List<Integer> all = new ArrayList<>();
  private EntrySet party = EntrySet.EMPTY;
  private final Map<String, EntrySet> near = new HashMap<>();
  private final Map<String, Outlook.Viewpoint> viewers = new HashMap<>();

  /**
   * @param crowded rooms that the players keep to; all rooms are known
   */
  Workload(long seed, int players, int items, int rooms, int crowded, boolean byRoom) {
    this.random = new Random(seed);
    this.players = players;
    this.rooms = crowded;
    this.byRoom = byRoom;
    this.where = new String[players];
    this.place = new String[items];
    this.health = new int[players];
    for (int room = 0; room < rooms; room++) {
      String id = "room-" + room;
      put(id, new Known.Door("door-" + room, "closed").entry());
      put(id, Entry.of("FLAG", "flag-" + room, "0"));
      put(id, Entry.of("COUNTER", "counter-" + room, "0", "Seals"));
      near.putIfAbsent(id, EntrySet.EMPTY);
    }
    for (int item = 0; item < items; item++) {
      all.add(item);
      place[item] = "room-" + random.nextInt(rooms);
      things.computeIfAbsent(place[item], room -> new ArrayList<>()).add(item);
      put(place[item], Known.Item.at("item-" + item, place[item]).entry());
    }
    for (int player = 0; player < players; player++) {
      health[player] = 100;
      where[player] = "room-" + random.nextInt(crowded);
      viewers.put("player-" + player, new Outlook.Viewpoint(where[player], EntrySet.EMPTY));
      put(where[player], player(player));
    }
  }

  List<String> viewers() {
    return new ArrayList<>(viewers.keySet().stream().sorted().toList());
  }

  Outlook outlook() {
    return new Outlook(party, byRoom ? near : Map.of(), viewers);
  }

  private Entry player(int player) {
    return new Known.Player("player-" + player, where[player], health[player], 100).entry();
  }

  private boolean put(String room, Entry entry) {
    if (!byRoom) {
      EntrySet before = party;
      party = party.with(entry);
      return !party.equals(before);
    }
    EntrySet before = near.getOrDefault(room, EntrySet.EMPTY);
    near.put(room, before.with(entry));
    return !near.getOrDefault(room, EntrySet.EMPTY).equals(before);
  }

  private void remove(String room, Entry entry) {
    if (byRoom) {
      near.merge(room, EntrySet.EMPTY, (set, none) -> set.without(entry.key()));
    }
  }

  /** Makes one change. */
  void change() {
    for (boolean made = false; !made; ) {
      made = attempt(random.nextInt(10));
    }
  }

  private boolean attempt(int kind) {
    int player = random.nextInt(players);
    List<Integer> around = byRoom ? things.getOrDefault(where[player], List.of()) : all;
    int item = around.isEmpty() ? 0 : around.get(random.nextInt(around.size()));
    int room = random.nextInt(rooms);
    return switch (kind) {
      case 0, 1, 2 -> move(player, "room-" + room);
      case 3, 4 ->
          !around.isEmpty()
              && carry(item, where[player], Known.Item.owned("item-" + item, "player-" + player));
      case 5, 6 ->
          !around.isEmpty()
              && carry(item, where[player], Known.Item.at("item-" + item, where[player]));
      case 7 -> {
        health[player] = random.nextInt(101);
        yield put(where[player], player(player));
      }
      case 8 -> {
        String state = List.of("open", "closed", "locked").get(random.nextInt(3));
        yield put("room-" + room, new Known.Door("door-" + room, state).entry());
      }
      default -> {
        String value = Integer.toString(random.nextInt(10));
        yield random.nextBoolean()
            ? put("room-" + room, Entry.of("FLAG", "flag-" + room, value))
            : put("room-" + room, Entry.of("COUNTER", "counter-" + room, value, "Seals"));
      }
    };
  }

  private boolean move(int player, String room) {
    if (room.equals(where[player])) {
      return false;
    }
    remove(where[player], player(player));
    where[player] = room;
    viewers.put("player-" + player, new Outlook.Viewpoint(room, EntrySet.EMPTY));
    put(room, player(player));
    if (!byRoom) {
      put(room, new Known.Visited(room).entry());
    }
    return true;
  }

  private boolean carry(int item, String room, Known.Item to) {
    place[item] = room;
    return put(room, to.entry());
  }
}
