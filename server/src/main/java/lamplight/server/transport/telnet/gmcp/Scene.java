package lamplight.server.transport.telnet.gmcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Direction;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Known;

/**
 * What one player may know, put in GMCP's words.
 *
 * @param world its id
 * @param session its code
 * @param self the player's id
 */
record Scene(String world, String session, String self, ClientState view) {
  /** GMCP's word for what the player carries. */
  static final String INVENTORY = "inv";

  /** GMCP's word for where the player is. */
  static final String ROOM = "room";

  /** GMCP's word for the inside of a thing, before its id. */
  static final String INSIDE = "rep";

  Optional<Known.Player> me() {
    return view.player(self);
  }

  /** The id of the room where the player is; empty if that is not known. */
  String here() {
    return me().map(Known.Player::room).orElse("");
  }

  Optional<Known.Room> room() {
    return view.room(here());
  }

  // ---- Char ----

  Map<String, Object> name() {
    String shown = view.name(self);
    return members("name", shown, "fullname", shown);
  }

  Map<String, Object> vitals() {
    int health = me().map(Known.Player::health).orElse(0);
    int energy = me().map(Known.Player::energy).orElse(0);
    return members(
        "hp",
        health,
        "maxhp",
        100,
        "ep",
        energy,
        "maxep",
        100,
        "string",
        "Health: " + health + "/100 Energy: " + energy + "/100");
  }

  Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("name", view.name(self));
    status.put("game", session);
    status.put("world", world);
    status.put("room", room().map(Known.Room::name).orElse(""));
    view.score("party")
        .ifPresent(
            score -> {
              status.put("score", score.points());
              status.put("maxscore", score.maximum());
            });
    return status;
  }

  /** What the values of {@link #status} are called on a screen. */
  static Map<String, Object> statusNames() {
    return members(
        "name", "Name",
        "game", "Game",
        "world", "World",
        "room", "Room",
        "score", "Score",
        "maxscore", "Of");
  }

  // ---- Char.Items ----

  /** The items at {@code inv}, {@code room} or {@code rep} and a thing's id, by their ids. */
  Map<String, Object> items(String location) {
    List<Known.Item> items =
        switch (location) {
          case INVENTORY -> view.carriedBy(self);
          case ROOM -> here().isEmpty() ? List.of() : view.itemsAt(here());
          default -> inside(location.substring(INSIDE.length()));
        };
    Map<String, Object> told = new LinkedHashMap<>();
    items.forEach(item -> told.put(item.id(), item(item.id())));
    return told;
  }

  private List<Known.Item> inside(String thing) {
    List<Known.Item> items = new ArrayList<>(view.itemsAt("in." + thing));
    items.addAll(view.itemsAt("on." + thing));
    return items;
  }

  private Map<String, Object> item(String id) {
    Optional<Known.Label> label = view.label(id);
    StringBuilder attributes = new StringBuilder();
    String icon = "";
    for (Trait trait : Trait.values()) {
      if (label.filter(known -> known.traits().contains(trait.word)).isPresent()) {
        attributes.append(trait.attribute);
        icon = icon.isEmpty() ? trait.icon : icon;
      }
    }
    return members("id", id, "name", view.name(id), "icon", icon, "attrib", attributes.toString());
  }

  /** The traits of a label that GMCP has a letter for, and a word for a picture. */
  private enum Trait {
    PERSON("person", "m", "humanoid"),
    CONTAINER("container", "c", "container"),
    SUPPORTER("supporter", "c", "container"),
    WEARABLE("wearable", "W", "clothing"),
    READABLE("readable", "", "scroll"),
    TAKEABLE("takeable", "t", "");

    private final String word;
    private final String attribute;
    private final String icon;

    Trait(String word, String attribute, String icon) {
      this.word = word;
      this.attribute = attribute;
      this.icon = icon;
    }
  }

  // ---- Room ----

  /** Where the player is. */
  Map<String, Object> roomInfo() {
    return room()
        .map(this::info)
        .orElseGet(
            () -> members("num", RoomNumber.UNKNOWN, "name", "", "area", world, "exits", Map.of()));
  }

  /** All rooms that the party has seen, by their ids. */
  Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    view.rooms().forEach(room -> map.put(room.id(), info(room)));
    return map;
  }

  private Map<String, Object> info(Known.Room room) {
    Map<String, Object> exits = new LinkedHashMap<>();
    Map<String, Object> doors = new LinkedHashMap<>();
    room.exits().forEach((way, exit) -> exit(way, exit, exits, doors));
    String place = room.x() + "," + room.y() + "," + room.z();
    Map<String, Object> info =
        members(
            "num",
            number(room.id()),
            "name",
            room.name(),
            "area",
            world,
            "coords",
            RoomNumber.of(world) + "," + place,
            "exits",
            exits);
    if (!doors.isEmpty()) {
      info.put("doors", doors);
    }
    return info;
  }

  /** All players of the game, by their ids. */
  Map<String, Object> party() {
    Map<String, Object> party = new LinkedHashMap<>();
    for (Known.Presence member : view.presences()) {
      String id = member.player();
      int room =
          view.player(id)
              .flatMap(player -> view.room(player.room()))
              .map(known -> number(known.id()))
              .orElse(RoomNumber.UNKNOWN);
      party.put(
          id,
          members(
              "name",
              view.name(id),
              "num",
              room,
              "here",
              member.where() == Known.Presence.Where.HERE,
              "self",
              id.equals(self)));
    }
    return party;
  }

  private void exit(
      String way, Known.Exit exit, Map<String, Object> exits, Map<String, Object> doors) {
    exits.put(shortly(way), exit.explored() ? number(exit.target()) : RoomNumber.UNKNOWN);
    if (exit.passage() == Known.Passage.BARRED) {
      doors.put(shortly(way), "closed");
    }
  }

  private int number(String room) {
    return RoomNumber.of(world, room);
  }

  /** A direction as MUDs abbreviate it. */
  static String shortly(String way) {
    return Direction.of(way).map(Direction::abbreviation).orElse(way);
  }

  /** The others who are in the room, by their ids. */
  Map<String, Object> company() {
    Map<String, Object> company = new LinkedHashMap<>();
    for (Known.Player player : view.players()) {
      if (!player.id().equals(self) && player.room().equals(here())) {
        String shown = view.name(player.id());
        company.put(player.id(), members("name", shown, "fullname", shown));
      }
    }
    return company;
  }

  /** A map of names and values, in this order. */
  static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return members;
  }
}
