package lamplight.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pcollections.PSet;
import org.pcollections.TreePSet;

/**
 * A player in a session.
 *
 * @param perch what the player stands on or sits in
 * @param health 0 to 100
 * @param energy 0 to 100
 * @param visited rooms that the player has been in and seen
 * @param seen things that the player has seen
 * @param met people with whom the player has been in one room, once rules about it have run
 * @param comings how often the player has come into each room; beginning in one counts
 * @param turnsHere turns of the player's own since the player came into the room
 * @param last the actions of the player's last turns, oldest first, at most {@link #LAST}
 * @param brief whether rooms that were seen are described by their names alone
 * @param asked what a rule has asked the player
 * @param revealed hidden things that were revealed to this player
 * @param leader whom the player follows from room to room
 */
public record PlayerState(
    PlayerId id,
    String name,
    Optional<RoleId> role,
    RoomId room,
    Optional<ThingId> perch,
    int health,
    int energy,
    Presence presence,
    Optional<RoomId> previous,
    PSet<RoomId> visited,
    PSet<ThingId> seen,
    PSet<ThingId> met,
    SharedMap<RoomId, Integer> comings,
    int turnsHere,
    List<ActionId> last,
    boolean brief,
    Mind mind,
    Optional<Asked> asked,
    PSet<ThingId> revealed,
    Optional<PlayerId> leader) {
  public PlayerState {
    last = List.copyOf(last);
  }

  /** The full value of health and of energy. */
  public static final int FULL = 100;

  /** How many actions are remembered. */
  public static final int LAST = 8;

  /** A player who has come, healthy and rested, and has seen nothing yet. */
  public static PlayerState joining(PlayerId id, String name, Optional<RoleId> role, RoomId room) {
    return new PlayerState(
        id,
        name,
        role,
        room,
        Optional.empty(),
        FULL,
        FULL,
        Presence.HERE,
        Optional.empty(),
        TreePSet.<RoomId>empty(),
        TreePSet.<ThingId>empty(),
        TreePSet.<ThingId>empty(),
        SharedMap.of(room, 1),
        0,
        List.of(),
        false,
        Mind.EMPTY,
        Optional.empty(),
        TreePSet.<ThingId>empty(),
        Optional.empty());
  }

  /** How often the player has come from one room into another. */
  public int steps() {
    return comings.values().stream().mapToInt(Integer::intValue).sum() - 1;
  }

  /** How often the player has come into a room. */
  public int comings(RoomId into) {
    return comings.getOrDefault(into, 0);
  }

  PlayerState withRoom(RoomId to) {
    return changed(
        parts -> {
          parts.room = to;
          parts.perch = Optional.empty();
          parts.previous = Optional.of(room);
          parts.turnsHere = 0;
          parts.comings = comings.plus(to, comings(to) + 1);
        });
  }

  /** The same, somewhere else and in another condition. */
  PlayerState withBody(
      RoomId in, Optional<ThingId> on, Optional<RoomId> before, int healthy, int rested) {
    return changed(
        parts -> {
          parts.room = in;
          parts.perch = on;
          parts.previous = before;
          parts.health = healthy;
          parts.energy = rested;
        });
  }

  PlayerState withVisitedRooms(PSet<RoomId> rooms) {
    return changed(parts -> parts.visited = rooms);
  }

  PlayerState withMetPeople(PSet<ThingId> people) {
    return changed(parts -> parts.met = people);
  }

  PlayerState withPace(int turns, List<ActionId> actions) {
    return changed(
        parts -> {
          parts.turnsHere = turns;
          parts.last = actions;
        });
  }

  PlayerState withComings(SharedMap<RoomId, Integer> value) {
    return changed(parts -> parts.comings = value);
  }

  PlayerState withSeenThings(PSet<ThingId> things) {
    return changed(parts -> parts.seen = things);
  }

  PlayerState withPerch(Optional<ThingId> on) {
    return changed(parts -> parts.perch = on);
  }

  PlayerState withHealth(int value) {
    return changed(parts -> parts.health = value);
  }

  PlayerState withEnergy(int value) {
    return changed(parts -> parts.energy = value);
  }

  PlayerState withPresence(Presence value) {
    return changed(parts -> parts.presence = value);
  }

  PlayerState withVisited(RoomId also) {
    return changed(parts -> parts.visited = visited.plus(also));
  }

  PlayerState withSeen(ThingId also) {
    return changed(parts -> parts.seen = seen.plus(also));
  }

  PlayerState withMet(ThingId also) {
    return changed(parts -> parts.met = met.plus(also));
  }

  PlayerState withSpent(ActionId action) {
    List<ActionId> done =
        new ArrayList<>(last.subList(Math.max(0, last.size() - LAST + 1), last.size()));
    done.add(action);
    return withPace(turnsHere + 1, done);
  }

  PlayerState withBrief(boolean value) {
    return changed(parts -> parts.brief = value);
  }

  PlayerState withMind(Mind value) {
    return changed(parts -> parts.mind = value);
  }

  PlayerState withAsked(Optional<Asked> question) {
    return changed(parts -> parts.asked = question);
  }

  PlayerState withRevealed(PSet<ThingId> things) {
    return changed(parts -> parts.revealed = things);
  }

  PlayerState withLeader(Optional<PlayerId> other) {
    return changed(parts -> parts.leader = other);
  }

  private PlayerState changed(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.state();
  }

  /** The parts of a player's state while one of them is put in another's place. */
  private static final class Parts {
    private final PlayerId id;
    private final String name;
    private final Optional<RoleId> role;
    private RoomId room;
    private Optional<ThingId> perch;
    private int health;
    private int energy;
    private Presence presence;
    private Optional<RoomId> previous;
    private PSet<RoomId> visited;
    private PSet<ThingId> seen;
    private PSet<ThingId> met;
    private SharedMap<RoomId, Integer> comings;
    private int turnsHere;
    private List<ActionId> last;
    private boolean brief;
    private Mind mind;
    private Optional<Asked> asked;
    private PSet<ThingId> revealed;
    private Optional<PlayerId> leader;

    Parts(PlayerState of) {
      id = of.id;
      name = of.name;
      role = of.role;
      room = of.room;
      perch = of.perch;
      health = of.health;
      energy = of.energy;
      presence = of.presence;
      previous = of.previous;
      visited = of.visited;
      seen = of.seen;
      met = of.met;
      comings = of.comings;
      turnsHere = of.turnsHere;
      last = of.last;
      brief = of.brief;
      mind = of.mind;
      asked = of.asked;
      revealed = of.revealed;
      leader = of.leader;
    }

    PlayerState state() {
      return new PlayerState(
          id, name, role, room, perch, health, energy, presence, previous, visited, seen, met,
          comings, turnsHere, last, brief, mind, asked, revealed, leader);
    }
  }
}
