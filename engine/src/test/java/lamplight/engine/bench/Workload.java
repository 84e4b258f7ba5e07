package lamplight.engine.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Known;
import lamplight.engine.sync.Outlook;

/**
 * State that changes as a game's does, from a seed: of ten changes three are moves (one brings a
 * visited room while there are new ones), two takes, two drops, and one each is of health, a door,
 * and a flag or counter. Each change is one; a change that would change nothing is drawn again. As
 * in the worlds of this project there is one door, one flag and one counter to ten rooms.
 *
 * <p>In one scope everybody knows everything; by room a player knows what is in the same room, the
 * things that are carried there among it, and the party has been everywhere before.
 */
final class Workload {

  private static final int ROOMS_A_DOOR = 10;

  private final Random random;
  private final int players;
  private final int rooms;
  private final boolean byRoom;

  /** Ids are objects of the world, made once. */
  private final String[] playerIds;

  private final String[] roomIds;
  private final String[] itemIds;
  private final String[] where;
  private final int[] health;
  private final Known.Item[] items;

  /** By room, what lies there or is carried there; in one scope all things are everywhere. */
  private final Map<String, List<Integer>> things = new HashMap<>();

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
    this.playerIds = ids("player-", players);
    this.roomIds = ids("room-", rooms);
    this.itemIds = ids("item-", items);
    this.where = new String[players];
    this.items = new Known.Item[items];
    this.health = new int[players];
    for (int room = 0; room < rooms; room++) {
      String id = roomIds[room];
      near.put(id, EntrySet.EMPTY);
      if (byRoom) {
        party = party.with(new Known.Visited(id).entry());
      }
      if (room % ROOMS_A_DOOR == 0) {
        put(id, new Known.Door("door-" + room, "closed").entry());
        put(id, Entry.of("FLAG", "flag-" + room, "0"));
        put(id, Entry.of("COUNTER", "counter-" + room, "0", "Seals"));
      }
    }
    for (int item = 0; item < items; item++) {
      String room = roomIds[random.nextInt(rooms)];
      this.items[item] = Known.Item.at(itemIds[item], room);
      around(room).add(item);
      put(room, this.items[item].entry());
    }
    for (int player = 0; player < players; player++) {
      health[player] = 100;
      where[player] = roomIds[random.nextInt(crowded)];
      look(player);
      put(where[player], player(player));
    }
  }

  private static String[] ids(String head, int count) {
    return IntStream.range(0, count).mapToObj(number -> head + number).toArray(String[]::new);
  }

  List<String> viewers() {
    return new ArrayList<>(viewers.keySet().stream().sorted().toList());
  }

  Outlook outlook() {
    return new Outlook(party, byRoom ? near : Map.of(), viewers);
  }

  /** In one scope it does not matter where a player is. */
  private void look(int player) {
    String room = byRoom ? where[player] : "";
    viewers.put(playerIds[player], new Outlook.Viewpoint(room, EntrySet.EMPTY));
  }

  private Entry player(int player) {
    return new Known.Player(playerIds[player], where[player], health[player], 100).entry();
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

  /** Makes one change. */
  void change() {
    for (boolean made = false; !made; ) {
      made = attempt(random.nextInt(10));
    }
  }

  private boolean attempt(int kind) {
    int player = random.nextInt(players);
    String here = where[player];
    List<Integer> around = around(here);
    int room = random.nextInt(rooms);
    return switch (kind) {
      case 0, 1, 2 -> move(player, roomIds[room]);
      case 3, 4 -> !around.isEmpty() && place(any(around), here, playerIds[player], "-");
      case 5, 6 -> !around.isEmpty() && place(any(around), here, "-", here);
      case 7 -> {
        health[player] = random.nextInt(101);
        yield put(here, player(player));
      }
      case 8 -> {
        int door = room - room % ROOMS_A_DOOR;
        String state = List.of("open", "closed", "locked").get(random.nextInt(3));
        yield put(roomIds[door], new Known.Door("door-" + door, state).entry());
      }
      default -> turn(room - room % ROOMS_A_DOOR, Integer.toString(random.nextInt(10)));
    };
  }

  private boolean turn(int room, String value) {
    return put(
        roomIds[room],
        random.nextBoolean()
            ? Entry.of("FLAG", "flag-" + room, value)
            : Entry.of("COUNTER", "counter-" + room, value, "Seals"));
  }

  private int any(List<Integer> around) {
    return around.get(random.nextInt(around.size()));
  }

  private List<Integer> around(String room) {
    return things.computeIfAbsent(byRoom ? room : "", any -> new ArrayList<>());
  }

  private boolean place(int item, String room, String owner, String location) {
    items[item] = new Known.Item(itemIds[item], owner, location);
    return put(room, items[item].entry());
  }

  /** What a player carries comes along. */
  private boolean move(int player, String room) {
    String from = where[player];
    if (room.equals(from)) {
      return false;
    }
    where[player] = room;
    if (byRoom) {
      look(player);
      List<Entry> along = new ArrayList<>(List.of(player(player)));
      List<Integer> carried = new ArrayList<>(around(from));
      carried.removeIf(item -> !items[item].owner().equals(playerIds[player]));
      carried.forEach(item -> along.add(items[item].entry()));
      around(from).removeAll(carried);
      around(room).addAll(carried);
      along.forEach(
          entry -> near.merge(from, EntrySet.EMPTY, (set, no) -> set.without(entry.key())));
      along.forEach(entry -> put(room, entry));
    } else {
      put(room, player(player));
      put(room, new Known.Visited(room).entry());
    }
    return true;
  }
}
