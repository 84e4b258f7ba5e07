package lamplight.tui.mud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Position;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Known;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a server tells in GMCP of the player, the rooms and the things, as entries of the kinds that
 * our own servers send, so that the panes need not know whom they play with. What is missing or of
 * another shape is left out.
 */
final class GmcpReplica {
  static final String ME = "me";

  /** What we want to be told. */
  static final String SUPPORTS =
      "Core.Supports.Set [\"Char 1\",\"Char.Items 1\",\"Room 1\",\"Comm.Channel 1\"]";

  /** Characters of one message; a list of a whole inventory is a tenth of it. */
  private static final int MAX_MESSAGE = 64 * 1024;

  private static final int MAX_ROOMS = 5_000;
  private static final int MAX_THINGS = 500;
  private static final String UNKNOWN = "-";

  /** The last three numbers of what a server says of a place; an area may stand before them. */
  private static final Pattern PLACE =
      Pattern.compile("(-?[0-9]{1,6}) *, *(-?[0-9]{1,6}) *, *(-?[0-9]{1,6}) *$");

  /** JSON is YAML, and its reader is at hand. */
  private static final LoadSettings JSON =
      LoadSettings.builder()
          .setMaxAliasesForCollections(0)
          .setAllowDuplicateKeys(true)
          .setCodePointLimit(MAX_MESSAGE)
          .build();

  private final Map<String, Consumer<Object>> messages = new LinkedHashMap<>();
  private final Map<String, Known.Room> rooms = new LinkedHashMap<>();
  private final Map<String, List<Thing>> things = new LinkedHashMap<>();
  private List<String> people = List.of();
  private String here = UNKNOWN;
  private String name = "";
  private int health = 100;
  private int energy = 100;
  private long version;

  private record Thing(String id, String name) {}

  GmcpReplica() {
    messages.put("char.name", body -> text(body, "name").ifPresent(told -> name = told));
    messages.put("char.vitals", this::vitals);
    messages.put("room.info", this::room);
    messages.put("room.players", body -> people = named(body));
    messages.put("room.addplayer", body -> text(body, "name").ifPresent(who -> people = with(who)));
    messages.put("room.removeplayer", this::gone);
    messages.put("char.items.list", this::list);
    messages.put("char.items.add", body -> item(body, this::added));
    messages.put("char.items.update", body -> item(body, this::added));
    messages.put("char.items.remove", body -> item(body, this::removed));
  }

  /** Takes a message; gives the replica if it has changed. */
  Optional<ClientState> heard(String message) {
    int space = message.indexOf(' ');
    String about = (space < 0 ? message : message.substring(0, space)).toLowerCase(Locale.ROOT);
    Consumer<Object> meaning = messages.get(about);
    if (meaning == null || space < 0 || message.length() > MAX_MESSAGE) {
      return Optional.empty();
    }
    try {
      Object body = new Load(JSON).loadFromString(message.substring(space + 1));
      if (body == null) {
        return Optional.empty();
      }
      meaning.accept(body);
    } catch (YamlEngineException e) {
      return Optional.empty(); // not JSON; some servers send bare words
    }
    return Optional.of(new ClientState(++version, EntrySet.of(entries()), false));
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Known.Player(ME, here, health, energy).entry());
    entries.add(new Known.Presence(ME, Known.Presence.Where.HERE).entry());
    entries.add(new Known.Label(ME, Set.of(), name.isEmpty() ? ME : name).entry());
    rooms.values().forEach(room -> entries.add(explored(room).entry()));
    things.forEach(
        (place, all) ->
            all.forEach(
                thing -> {
                  entries.add(owned(place, thing.id()).entry());
                  entries.add(
                      new Known.Label(thing.id(), Set.of("takeable"), thing.name()).entry());
                }));
    for (String person : people) {
      String id = "person." + person;
      entries.add(Known.Item.at(id, here).entry());
      entries.add(new Known.Label(id, Set.of("person"), person).entry());
    }
    return entries;
  }

  private Known.Item owned(String place, String id) {
    return place.equals("inv") ? Known.Item.owned(id, ME) : Known.Item.at(id, here);
  }

  // ---- the player ----

  private void vitals(Object body) {
    share(body, "hp", "maxhp").ifPresent(percent -> health = percent);
    share(body, "mp", "maxmp")
        .or(() -> share(body, "ep", "maxep"))
        .ifPresent(percent -> energy = percent);
  }

  private static Optional<Integer> share(Object body, String part, String whole) {
    Optional<Integer> most = number(body, whole).filter(value -> value > 0);
    return number(body, part)
        .flatMap(value -> most.map(all -> (int) Math.max(0, Math.min(100, 100L * value / all))));
  }

  // ---- rooms ----

  private void room(Object body) {
    Optional<String> id = text(body, "num").map(number -> "room." + number);
    if (id.isEmpty()) {
      return;
    }
    things.remove("room");
    people = List.of();
    Map<String, Known.Exit> exits = new LinkedHashMap<>();
    map(body, "exits")
        .forEach(
            (way, to) ->
                exits.put(
                    word(String.valueOf(way)), new Known.Exit("room." + to, Known.Passage.FREE)));
    Position place = place(body, id.get());
    here = id.get();
    if (rooms.size() < MAX_ROOMS || rooms.containsKey(here)) {
      String title = text(body, "name").orElse(here);
      rooms.put(here, new Known.Room(here, place.east(), place.north(), place.up(), exits, title));
    }
  }

  /** Ways to rooms that one has not been in yet lead to the unknown. */
  private Known.Room explored(Known.Room room) {
    Map<String, Known.Exit> exits = new LinkedHashMap<>();
    room.exits()
        .forEach(
            (way, exit) ->
                exits.put(
                    way,
                    rooms.containsKey(exit.target())
                        ? exit
                        : new Known.Exit(Known.Exit.UNEXPLORED, Known.Passage.FREE)));
    return new Known.Room(room.id(), room.x(), room.y(), room.z(), exits, room.name());
  }

  /** Where the server says that it is; else beside the room that one came from. */
  private Position place(Object body, String id) {
    return text(body, "coords")
        .flatMap(GmcpReplica::coordinates)
        .or(() -> Optional.ofNullable(rooms.get(id)).map(GmcpReplica::position))
        .or(() -> Optional.ofNullable(rooms.get(here)).map(from -> beside(from, id)))
        .orElse(new Position(0, 0, 0));
  }

  private static Position position(Known.Room room) {
    return new Position(room.x(), room.y(), room.z());
  }

  /** A room that no way in a known direction leads to is drawn in the east. */
  private static Position beside(Known.Room from, String id) {
    return from.exits().entrySet().stream()
        .filter(exit -> exit.getValue().target().equals(id))
        .flatMap(exit -> Direction.of(exit.getKey()).stream())
        .findFirst()
        .orElse(Direction.EAST)
        .from(position(from));
  }

  private static Optional<Position> coordinates(String words) {
    Matcher place = PLACE.matcher(words);
    return place.find()
        ? Optional.of(new Position(number(place, 1), number(place, 2), number(place, 3)))
        : Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static String word(String way) {
    String lower = way.toLowerCase(Locale.ROOT);
    return Direction.of(lower).map(Direction::word).orElse(lower);
  }

  // ---- things and people ----

  private void list(Object body) {
    text(body, "location")
        .filter(place -> place.equals("inv") || place.equals("room"))
        .ifPresent(
            place -> {
              List<Thing> all = new ArrayList<>();
              for (Object one : items(body, "items")) {
                thing(one).filter(unused -> all.size() < MAX_THINGS).ifPresent(all::add);
              }
              things.put(place, all);
            });
  }

  private interface Change {
    void to(List<Thing> all, Thing thing);
  }

  private void item(Object body, Change change) {
    Optional<String> place = text(body, "location");
    Optional<Thing> thing =
        map(body, "item").isEmpty() ? Optional.empty() : thing(map(body, "item"));
    if (place.isPresent() && thing.isPresent()) {
      change.to(things.computeIfAbsent(place.get(), unused -> new ArrayList<>()), thing.get());
    }
  }

  private void added(List<Thing> all, Thing thing) {
    removed(all, thing);
    if (all.size() < MAX_THINGS) {
      all.add(thing);
    }
  }

  private void removed(List<Thing> all, Thing thing) {
    all.removeIf(known -> known.id().equals(thing.id()));
  }

  private static Optional<Thing> thing(Object body) {
    return text(body, "id").map(id -> new Thing("thing." + id, text(body, "name").orElse(id)));
  }

  private List<String> with(String who) {
    List<String> more = new ArrayList<>(people);
    more.remove(who);
    more.add(who);
    return more.size() > MAX_THINGS ? people : more;
  }

  private void gone(Object body) {
    String who = body instanceof String word ? word : text(body, "name").orElse("");
    people = people.stream().filter(name -> !name.equals(who)).toList();
  }

  private static List<String> named(Object body) {
    List<String> names = new ArrayList<>();
    if (body instanceof List<?> all) {
      all.stream().limit(MAX_THINGS).forEach(one -> text(one, "name").ifPresent(names::add));
    }
    return names;
  }

  // ---- JSON ----

  private static Map<?, ?> map(Object body, String key) {
    return body instanceof Map<?, ?> map && map.get(key) instanceof Map<?, ?> inner
        ? inner
        : Map.of();
  }

  private static List<?> items(Object body, String key) {
    return body instanceof Map<?, ?> map && map.get(key) instanceof List<?> list ? list : List.of();
  }

  /** A word or a number; servers send numbers as either. */
  private static Optional<String> text(Object body, String key) {
    return body instanceof Map<?, ?> map
            && (map.get(key) instanceof String || map.get(key) instanceof Number)
        ? Optional.of(String.valueOf(map.get(key)))
        : Optional.empty();
  }

  private static Optional<Integer> number(Object body, String key) {
    return text(body, key).filter(word -> word.matches("-?[0-9]{1,9}")).map(Integer::parseInt);
  }
}
