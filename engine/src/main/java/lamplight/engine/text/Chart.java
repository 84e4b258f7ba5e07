package lamplight.engine.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Facts;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Template.NameForm;
import lamplight.engine.model.World;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;

/** What the party knows of the world and of each other, in words: for those who see no map. */
final class Chart {
  private final Narrator narrator;
  private final Facts facts;
  private final World world;
  private final PlayerId reader;

  Chart(Narrator narrator, Facts told, PlayerId reader) {
    this.narrator = narrator;
    this.facts = Facts.of(told.world(), told.state(), reader);
    this.world = told.world();
    this.reader = reader;
  }

  /**
   * A line for each room that was visited, with where its exits lead. It may be read aloud: the
   * room where the reader is comes first, then those that are the fewest steps away, and words
   * stand where a drawn map has signs.
   */
  List<Line> lines() {
    RoomId here = facts.state().player(reader).room();
    List<Line> lines = new ArrayList<>();
    for (RoomId id : nearestFirst(here)) {
      lines.add(room(world.room(id), id.equals(here)));
    }
    return lines.isEmpty() ? List.of(narrator.plain("map.empty")) : lines;
  }

  /**
   * The rooms that were visited, by the steps between; those that no known way leads to come last.
   */
  private Set<RoomId> nearestFirst(RoomId here) {
    Set<RoomId> visited = facts.state().visited();
    Set<RoomId> found = new LinkedHashSet<>(List.of(here));
    Deque<RoomId> next = new ArrayDeque<>(found);
    while (!next.isEmpty()) {
      for (Exit way : world.room(next.remove()).exits().values()) {
        boolean known = visited.contains(way.to()) && facts.sight().shows(way, facts);
        if (known && found.add(way.to())) {
          next.add(way.to());
        }
      }
    }
    found.addAll(world.rooms().keySet());
    found.retainAll(visited);
    return found;
  }

  private Line room(Room room, boolean here) {
    List<Span> spans = new ArrayList<>();
    spans.add(new Span(Span.Kind.ROOM, room.id().value(), room.name()));
    spans.add(Span.plain(here ? words("map.here") : ""));
    String mark = ": ";
    for (Map.Entry<Direction, Exit> way : room.exits().entrySet()) {
      if (facts.sight().shows(way.getValue(), facts)) {
        spans.add(Span.plain(mark));
        spans.add(new Span(Span.Kind.EXIT, way.getKey().word(), way.getKey().word()));
        spans.add(Span.plain(where(room, way.getValue().to())));
        spans.add(Span.plain(facts.state().isShut(way.getValue()) ? words("exit.closed") : ""));
        mark = ", ";
      }
    }
    spans.add(Span.plain("."));
    spans.removeIf(span -> span.words().isEmpty());
    return new Line(spans);
  }

  /** Where a way out of a room leads. */
  private String where(Room from, RoomId to) {
    if (to.equals(from.id())) {
      return words("map.back");
    }
    return facts.state().visited().contains(to)
        ? words("map.to", "room", world.room(to).name())
        : words("map.unexplored");
  }

  private String words(String key, String... slots) {
    return narrator.plain(key, slots).plain();
  }

  /** A line for each player. */
  List<Line> party() {
    Namer namer = new Namer(world, facts.state(), reader);
    List<Line> lines = new ArrayList<>();
    Collection<PlayerId> aware = facts.sight().awareOf(reader);
    for (PlayerState player : facts.state().players().values()) {
      List<Span> spans = new ArrayList<>();
      spans.add(namer.name(player.id(), NameForm.NAME, true));
      boolean known = aware.contains(player.id());
      String where = known ? ", " + world.room(player.room()).name() : "";
      String role =
          player.role().map(world.roles()::get).map(part -> ", " + part.title()).orElse("");
      String away = player.presence() == Presence.AWAY ? words("who.away") : "";
      spans.add(Span.plain(role + where + away + (known ? vitals(player) : "")));
      lines.add(new Line(spans));
    }
    return lines;
  }

  private String vitals(PlayerState player) {
    return words(
        "who.vitals",
        "health",
        Integer.toString(player.health()),
        "energy",
        Integer.toString(player.energy()));
  }
}
