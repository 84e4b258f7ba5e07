package lamplight.engine.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Id;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;
import lamplight.engine.model.Timer;
import lamplight.engine.model.TimerState;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableId;
import lamplight.engine.model.World;
import lamplight.engine.rules.Sources;

/** How parts of a world stand, secrets included, in lines for whoever writes it. */
record Exhibit(World world, State state, Sources sources) {

  /** All that is called so: a room, a thing, a person, a variable, a player, or all timers. */
  List<String> of(String id) {
    List<String> lines = new ArrayList<>();
    if (id.equals("timers")) {
      world.timers().values().forEach(timer -> lines.add(timer(timer)));
      return lines.isEmpty() ? List.of("The world has no timers.") : lines;
    }
    Optional.ofNullable(world.rooms().get(new RoomId(id))).ifPresent(it -> lines.addAll(room(it)));
    if (world.things().containsKey(new ThingId(id))) {
      lines.add(thing(new ThingId(id)));
    }
    Optional.ofNullable(world.variables().get(new VariableId(id)))
        .ifPresent(it -> lines.add(variable(it)));
    Optional.ofNullable(state.players().get(new PlayerId(id)))
        .ifPresent(it -> lines.add(player(it)));
    return lines;
  }

  private String head(Id id, String what) {
    return what + " " + id + sources.of(id).map(it -> " (" + it.at() + ")").orElse("") + ": ";
  }

  private List<String> room(Room room) {
    List<String> lines = new ArrayList<>();
    boolean dark = new Sight(world, state).dark(room.id());
    lines.add(head(room.id(), "room") + room.name() + (dark ? ", dark" : ""));
    for (Map.Entry<Direction, Exit> way : room.exits().entrySet()) {
      Exit exit = way.getValue();
      String door = exit.door().map(it -> " through " + thing(it)).orElse("");
      lines.add("  " + way.getKey().word() + " to " + exit.to() + door);
    }
    for (ThingId thing : world.things().keySet()) {
      if (state.place(thing).equals(new Place.InRoom(room.id()))) {
        lines.add("  " + thing(thing));
      }
    }
    for (PlayerState player : state.players().values()) {
      if (player.room().equals(room.id())) {
        lines.add("  " + player(player));
      }
    }
    return lines;
  }

  private String thing(ThingId id) {
    ThingState stands = state.thing(id);
    List<String> words = new ArrayList<>(List.of(place(stands.place())));
    if (world.thing(id).lid().isPresent()) {
      words.add(stands.open() ? "open" : stands.locked() ? "locked" : "closed");
    }
    if (world.thing(id).switched().isPresent()) {
      words.add(stands.on() ? "on" : "off");
    }
    if (!stands.state().isEmpty()) {
      words.add(stands.state());
    }
    words.add(stands.portable() ? "portable" : "fixed");
    if (stands.hidden()) {
      words.add("hidden");
    }
    return head(id, world.thing(id).isPerson() ? "person" : "thing") + String.join(", ", words);
  }

  private static String place(Place place) {
    if (place instanceof Place.InRoom in) {
      return "in " + in.room();
    } else if (place instanceof Place.In in) {
      return "in " + in.container();
    } else if (place instanceof Place.On on) {
      return "on " + on.supporter();
    } else if (place instanceof Place.With with) {
      return "with " + with.person();
    } else if (place instanceof Place.HeldBy held) {
      return (held.worn() ? "worn by " : "carried by ") + held.player();
    }
    return "nowhere";
  }

  private String variable(Variable variable) {
    List<String> values = new ArrayList<>();
    state
        .variables()
        .forEach(
            (key, value) -> {
              if (key.variable().equals(variable.id())) {
                String owner = key.owner().isEmpty() ? "" : " for " + key.owner();
                values.add(variable.show(value) + owner);
              }
            });
    String set = values.isEmpty() ? "not set" : String.join(", ", values);
    return head(variable.id(), "variable") + set + "; starts as " + variable.show(variable.start());
  }

  private String player(PlayerState player) {
    return "player "
        + player.id()
        + ": in "
        + player.room()
        + player.perch().map(it -> ", on " + it).orElse("")
        + player.role().map(it -> ", role " + it).orElse("")
        + ", health "
        + player.health()
        + ", energy "
        + player.energy();
  }

  private String timer(Timer timer) {
    TimerState stands = state.timers().getOrDefault(timer.id(), timer.start());
    return head(timer.id(), "timer")
        + (stands.running() ? "runs" : "stands")
        + ", "
        + stands.remaining()
        + " of "
        + timer.length()
        + (timer.unit() == Timer.Unit.TURNS ? " turns left" : " seconds left");
  }
}
