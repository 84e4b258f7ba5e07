package lamplight.server.transport.telnet.gmcp;

import java.util.List;
import java.util.Map;

/** All that a client is kept told of, in the order in which it is told. */
final class Reports {
  private static final Report.Words PLAYERS =
      new Report.Words(
          "Room.Players",
          "Room.AddPlayer",
          "Room.RemovePlayer",
          "Room.AddPlayer",
          players -> players,
          player -> player,
          (id, player) -> String.valueOf(((Map<?, ?>) player).get("name")));

  /** The whole map, for clients of ours: others draw it from Room.Info, as they walk. */
  private static final Report.Words MAP = list("Lamplight.Map");

  /** Where everybody is. */
  private static final Report.Words PARTY = list("Lamplight.Party");

  private Reports() {}

  /** For one connection. */
  static List<Report> fresh() {
    return List.of(
        new Report.Whole("Char.Name", Scene::name),
        new Report.Whole("Char.StatusVars", scene -> Scene.statusNames()),
        new Report.Changes("Char.Status", Scene::status),
        new Report.Whole("Char.Vitals", Scene::vitals),
        new Report.Members(MAP, Scene::world, Scene::map),
        new Report.Members(PARTY, Scene::world, Scene::party),
        new Report.Whole("Room.Info", Scene::roomInfo),
        new Report.Members(PLAYERS, Scene::here, Scene::company),
        new Report.Members(items(Scene.ROOM), Scene::here, scene -> scene.items(Scene.ROOM)),
        new Report.Members(
            items(Scene.INVENTORY),
            scene -> Scene.INVENTORY,
            scene -> scene.items(Scene.INVENTORY)),
        new Report.Whole("Comm.Channel.List", scene -> Channels.list()));
  }

  /** A list of a package of its own; what goes is told as it was. */
  private static Report.Words list(String name) {
    return new Report.Words(
        name + ".List",
        name + ".Add",
        name + ".Remove",
        name + ".Add",
        members -> members,
        member -> member,
        (id, member) -> member);
  }

  /** Items of one location. */
  static Report.Words items(String location) {
    return new Report.Words(
        "Char.Items.List",
        "Char.Items.Add",
        "Char.Items.Remove",
        "Char.Items.Update",
        items -> Scene.members("location", location, "items", items),
        item -> Scene.members("location", location, "item", item),
        (id, item) -> Scene.members("location", location, "item", item));
  }
}
